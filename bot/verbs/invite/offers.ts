/**
 * Offers to join tasks as they stand: what a draft suggested, what each lead said, what came of it (福安 二(三)3; 万年 三(一)1; 石狮
 * 四(三)). All leads accept with one of them as lead, or it stays open; one that declines gives its reason.
 */
import { offerKey } from '../../../core/plan/join.ts';
import type { Suggestion } from '../../../core/plan/overlap.ts';
import type { Plan, Task } from '../../../core/plan/task.ts';
import type { Db } from '../../../db/database.ts';
import { heldPlan } from '../../../db/plans.ts';
import { draftNote } from '../plan/review-as-held.ts';
import { type JoiningAnswer, joinedIn, joiningAnswersIn, type TasksJoined } from './recorded.ts';

export interface Offer {
  readonly plan: Plan;
  readonly tasks: readonly [Task, ...Task[]];
  readonly suggestion: Suggestion;
  /** Leads of the tasks: each of them is asked. */
  readonly leads: readonly string[];
  /** Everybody who has a part in one of them: each of them may lead the joint one. */
  readonly departments: readonly string[];
  /** The last word of each lead that has answered. */
  readonly answers: readonly JoiningAnswer[];
  readonly standing:
    | { readonly kind: 'open'; readonly waiting: readonly string[] }
    /** All accept, and do not agree who leads (万年 三(一)1: 自行协商确定牵头部门). */
    | { readonly kind: 'leads-differ'; readonly named: readonly string[] }
    | { readonly kind: 'declined'; readonly by: readonly string[] };
}

/** An offer of the plan's present version, or null where it makes no such offer. */
export async function offerIn(db: Db, planNo: string, tasks: readonly string[]): Promise<Offer | null> {
  const held = await heldPlan(db, planNo);
  if (held === null) return null;
  const { plan } = held;
  const key = offerKey(tasks);
  const suggestion = ((await draftNote({ db }, plan))?.suggestions ?? []).find((each) => offerKey(each.tasks) === key);
  if (suggestion === undefined) return null;
  const [first, ...rest] = plan.tasks.filter(({ no }) => suggestion.tasks.includes(no));
  if (first === undefined || rest.length + 1 !== suggestion.tasks.length) return null;
  const members = [first, ...rest] as const;
  const leads = [...new Set(members.map(({ lead }) => lead))].sort();
  // Who accepts does so for the draft at hand; a reason against joining holds on.
  const given = (await joiningAnswersIn(db)).filter(
    (each) =>
      each.plan === planNo &&
      offerKey(each.tasks) === key &&
      (each.answer === 'decline' || each.version === plan.version),
  );
  const answers = leads.flatMap((lead) => given.findLast(({ department }) => department === lead) ?? []);
  return {
    plan,
    tasks: members,
    suggestion,
    leads,
    departments: suggestion.departments,
    answers,
    standing: standingOf(leads, answers),
  };
}

export function standingOf(leads: readonly string[], answers: readonly JoiningAnswer[]): Offer['standing'] {
  const by = answers.filter(({ answer }) => answer === 'decline').map(({ department }) => department);
  if (by.length > 0) return { kind: 'declined', by };
  const waiting = leads.filter((lead) => !answers.some(({ department }) => department === lead));
  if (waiting.length > 0) return { kind: 'open', waiting };
  return { kind: 'leads-differ', named: [...new Set(answers.map(({ lead }) => lead))].sort() };
}

/** The joining that these tasks went into, if they did. */
export const joiningOf = async (db: Db, plan: string, tasks: readonly string[]): Promise<TasksJoined | null> =>
  (await joinedIn(db)).findLast((each) => each.plan === plan && offerKey(each.tasks) === offerKey(tasks)) ?? null;
