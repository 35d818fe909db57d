/** What is on record about invitations, missing items, plans from above and offers to join; read anew by every verb and post. */
import type { Invitation, InvitationAnswer } from '../../../core/consult/invitation.ts';
import type { SuperiorAnswer, SuperiorPlan } from '../../../core/consult/superior.ts';
import type { FactKind } from '../../../core/ledger/fact.ts';
import type { Task } from '../../../core/plan/task.ts';
import type { Advance, MissingItem } from '../../../core/registry/missing-item.ts';
import type { Db } from '../../../db/database.ts';
import { factsOf } from '../../../db/ledger.ts';
import { readText, stagePages } from '../../../db/pages.ts';
import { factBodies } from '../ledger/fact-bodies.ts';

const bodies = async <T>(db: Db, kind: FactKind): Promise<readonly T[]> =>
  (await factBodies<T>(db, kind)).map(({ body }) => body);

/** Numbers are counted over all facts of a kind, those whose body was erased too: a number is never used again. */
export const nextNo = async (db: Db, kind: FactKind): Promise<number> => (await factsOf(db, kind)).length + 1;

export const invitationsIn = (db: Db) => bodies<Invitation>(db, 'invitation-sent');
export const invitationAnswersIn = (db: Db) => bodies<InvitationAnswer>(db, 'invitation-answered');
export const missingItemsIn = (db: Db) => bodies<MissingItem>(db, 'missing-item-reported');
export const advancesIn = (db: Db) => bodies<Advance>(db, 'missing-item-advanced');
export const superiorPlansIn = (db: Db) => bodies<SuperiorPlan>(db, 'superior-plan-received');
export const superiorAnswersIn = (db: Db) => bodies<SuperiorAnswer>(db, 'superior-plan-answered');

/** What one lead said to an offer to join tasks. */
export interface JoiningAnswer {
  readonly plan: string;
  readonly version: number;
  readonly tasks: readonly string[];
  /** Leads that were asked. */
  readonly leads: readonly string[];
  readonly department: string;
  readonly answer: 'accept' | 'decline';
  /** Who should lead, in the eyes of the one who accepts. */
  readonly lead: string;
  readonly reason: string;
  readonly on: string;
}
export const joiningAnswersIn = (db: Db) => bodies<JoiningAnswer>(db, 'joining-answered');

export interface TasksJoined {
  readonly plan: string;
  readonly version: number;
  readonly tasks: readonly string[];
  readonly into: string;
  readonly lead: string;
}
export const joinedIn = (db: Db) => bodies<TasksJoined>(db, 'tasks-joined');

const superiorTag = 'mingchou/superior-plan/1';

/** Keeps the tasks of a plan from above as a page; nothing is true before a fact names its digest. */
export async function stageSuperiorTasks(db: Db, tasks: readonly Task[]): Promise<string> {
  const [page = ''] = await stagePages(db, superiorTag, [JSON.stringify(tasks)]);
  return page;
}

export async function superiorTasks(db: Db, plan: Pick<SuperiorPlan, 'page'>): Promise<readonly Task[]> {
  const tasks: readonly Task[] = JSON.parse(await readText(db, [plan.page]));
  return tasks;
}
