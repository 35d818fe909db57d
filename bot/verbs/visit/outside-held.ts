/** What platforms of record say of tasks, visits and outcomes, as it is recorded. */
import type { OutsideNumber } from '../../../core/visit/fact.ts';
import { lastOutside, type OutsideHeld } from '../../../core/visit/outside.ts';
import type { Db } from '../../../db/database.ts';
import { factBodies } from '../ledger/fact-bodies.ts';

/** By `outsideKey`. */
export const outsideHeld = async (db: Db): Promise<ReadonlyMap<string, OutsideHeld>> =>
  lastOutside(await factBodies<OutsideNumber>(db, 'outside-number-recorded'));
