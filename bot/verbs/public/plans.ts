/**
 * Plans as the public reads them (提前向社会公布, 三明 2025 四(九), 福安 2018 二(一)3): the versions that were published, and what each changed.
 * Drafts and versions that were issued and not yet published are not there, whoever guesses their numbers.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { canonical } from '../../../core/canonical.ts';
import type { Plan, Task } from '../../../core/plan/task.ts';
import type { Db } from '../../../db/database.ts';
import { publicPlans } from '../../../db/plans.ts';
import { asJson } from '../../as-json.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { atHead } from './at-head.ts';

export interface PublicPlan {
  readonly no: string;
  readonly year: number;
  /** Oldest first; the last one holds. */
  readonly versions: readonly PublicVersion[];
}

export interface PublicVersion {
  readonly plan: Plan;
  /** The first day on which it stood anywhere. */
  readonly on: CivilDate;
  /** Why it was made; '' for the first. */
  readonly reason: string;
  readonly changes: readonly TaskChange[];
}

/** What people look for in a changed plan. */
export const changedParts = [
  'name',
  'lead',
  'partners',
  'bodies',
  'window',
  'quota',
  'drawsPerYear',
  'method',
  'other',
] as const;
export type ChangedPart = (typeof changedParts)[number];

export type TaskChange =
  | { readonly kind: 'added' | 'dropped'; readonly no: string; readonly name: string }
  | {
      readonly kind: 'changed';
      readonly no: string;
      readonly name: string;
      readonly parts: readonly ChangedPart[];
      readonly before: Task;
      readonly after: Task;
    };

/** @param today nothing that says a later day is shown */
export const plansForPublic = (db: Db, today: CivilDate): Promise<readonly PublicPlan[]> =>
  atHead(db, today, 'plans', () => plansOn(db, today));

async function plansOn(db: Db, today: CivilDate): Promise<readonly PublicPlan[]> {
  const [published, reasons] = await Promise.all([publicPlans(db), reasonsOf(db)]);
  const versions = published.filter((plan) => firstDay(plan) <= today);
  return [...Map.groupBy(versions, ({ no }) => no)]
    .map(([no, plans]) => ({ no, year: plans.at(-1)?.year ?? 0, versions: versionsOf(plans, reasons) }))
    .sort((a, b) => b.year - a.year || (a.no < b.no ? -1 : 1));
}

/** Null where there is none, or it is not public. */
export const planForPublic = async (db: Db, no: string, today: CivilDate): Promise<PublicPlan | null> =>
  (await plansForPublic(db, today)).find((each) => each.no === no) ?? null;

const firstDay = ({ published }: Plan): CivilDate => published.map(({ on }) => on).sort()[0] ?? '9999-12-31';

const versionsOf = (plans: readonly Plan[], reasons: ReadonlyMap<string, string>): readonly PublicVersion[] =>
  plans.map((plan, i) => {
    const before = plans[i - 1];
    return {
      plan,
      on: firstDay(plan),
      reason: before === undefined ? '' : (reasons.get(`${plan.no} ${plan.version}`) ?? ''),
      changes: before === undefined ? [] : changesBetween(before.tasks, plan.tasks),
    };
  });

export function changesBetween(before: readonly Task[], after: readonly Task[]): readonly TaskChange[] {
  const [held, next] = [before, after].map((tasks) => new Map(tasks.map((task) => [task.no, task])));
  const dropped = before
    .filter(({ no }) => next?.has(no) !== true)
    .map(({ no, name }): TaskChange => ({ kind: 'dropped', no, name }));
  const others = after.flatMap((task): readonly TaskChange[] => {
    const was = held?.get(task.no);
    const { no, name } = task;
    if (was === undefined) return [{ kind: 'added', no, name }];
    const parts = partsBetween(was, task);
    return parts.length === 0 ? [] : [{ kind: 'changed', no, name, parts, before: was, after: task }];
  });
  return [...others, ...dropped];
}

function partsBetween(before: Task, after: Task): readonly ChangedPart[] {
  const named = changedParts.filter(
    (part): part is Exclude<ChangedPart, 'other'> => part !== 'other' && !same(before[part], after[part]),
  );
  // Reasons that the office keeps for itself, and numbers of outside platforms, make no other task.
  const rest = (task: Task) => ({
    ...task,
    ...Object.fromEntries(changedParts.map((part) => [part, null])),
    reasons: [],
    outside: null,
  });
  return same(rest(before), rest(after)) ? named : [...named, 'other'];
}

const same = (a: unknown, b: unknown): boolean => canonical(asJson({ a })) === canonical(asJson({ a: b }));

/** By number and version of the plan. Safe because `draft-plan` alone writes these bodies. */
async function reasonsOf(db: Db): Promise<ReadonlyMap<string, string>> {
  const revised = await factBodies<{ plan: string; version: number; reason: string }>(db, 'plan-revised');
  return new Map(revised.map(({ body }) => [`${body.plan} ${body.version}`, body.reason]));
}
