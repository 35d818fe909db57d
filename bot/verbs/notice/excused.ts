/** Items that no outcome will come for, and why: the lead finished their task without them. Nobody is reminded to enter them. */
import { excusedBy, type TaskFinished } from '../../../core/notice/finished.ts';
import type { Db } from '../../../db/database.ts';
import { factBodies } from '../ledger/fact-bodies.ts';

export const excusedOutcomes = async (db: Db): Promise<ReadonlyMap<string, string>> =>
  excusedBy((await factBodies<TaskFinished>(db, 'task-finished')).map(({ body }) => body));
