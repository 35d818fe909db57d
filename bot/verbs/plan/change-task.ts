/**
 * 调整一项任务: one task of a plan gets another ratio or window, or is taken out; all other lines stay as their replies made them. It is a
 * new version with its reason, like every change of a plan that stands.
 */
import { type CivilDate, parseDate } from '../../../core/calendar.ts';
import type { ProposedRow, Reply } from '../../../core/plan/draft.ts';
import { departmentsOf } from '../../../core/plan/overlap.ts';
import { parseRatio } from '../../../core/plan/ratio-parse.ts';
import type { Plan, Task } from '../../../core/plan/task.ts';
import { quotaOf } from '../../../core/plan/task-of-row.ts';
import { schemesOf } from '../../../core/policy/ask.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { minuteOf } from '../../today.ts';
import { tooLong } from '../too-long.ts';
import { type Drafted, type DraftNote, type DraftRequest, draftPlan } from './draft-plan.ts';
import { draftNote, planWithPolicy } from './review-as-held.ts';

export type TaskChange =
  | { readonly kind: 'drop' }
  /** As typed; '' leaves it as it is. */
  | { readonly kind: 'set'; readonly ratio: string; readonly from: string; readonly to: string };

export interface ChangeTaskRequest {
  readonly plan: string;
  /** The version that the change was made from. */
  readonly version: number;
  readonly task: string;
  readonly change: TaskChange;
  readonly reason: string;
}

export async function changeTask(
  deps: Deps,
  actor: Actor,
  request: ChangeTaskRequest,
): Promise<Result<Drafted, Refusal>> {
  const reason = request.reason.trim();
  if (reason === '') return refuse('plan', { reason: 'no-reason-given' });
  const long = tooLong(reason);
  if (long !== null) return refuse('plan', long);
  const held = await planWithPolicy(deps, request.plan);
  if (!held.ok) return held;
  const { plan, policy } = held.value;
  const { no, version } = plan;
  if (request.version !== version) {
    return refuse('plan', { reason: 'version-passed', plan: no, version: request.version, now: version });
  }
  const task = plan.tasks.find((each) => each.no === request.task);
  if (task === undefined) return refuse('plan', { reason: 'no-such-task', plan: no, task: request.task });
  const changed = changedTask(policy, plan, task, request.change);
  if (!changed.ok) return changed;
  const tasks = plan.tasks.flatMap((each) => (each === task ? (changed.value ?? []) : each));
  return redraft(deps, actor, plan, tasks, reason);
}

/** The plan drafted anew with other tasks: each line keeps the reply that it came from, a new one is its lead's own. */
export async function redraft(
  deps: Deps,
  actor: Actor,
  plan: Plan,
  tasks: readonly Task[],
  reason: string,
): Promise<Result<Drafted, Refusal>> {
  return draftPlan(deps, actor, await redraftOf(deps, plan, tasks, reason));
}

/** What is asked of drafting then. */
export async function redraftOf(deps: Deps, plan: Plan, tasks: readonly Task[], reason: string): Promise<DraftRequest> {
  const note = await draftNote(deps, plan);
  const { rows, replies } = linesOf(tasks, note?.lines ?? [], minuteOf(deps.now()));
  const { no, year, doorLimit } = plan;
  const consulted = note === null ? {} : { consulted: note.consulted };
  return { no, year, rows, replies, doorLimit, reason, ...consulted };
}

function linesOf(
  tasks: readonly Task[],
  lines: DraftNote['lines'],
  now: string,
): { readonly rows: readonly ProposedRow[]; readonly replies: readonly Reply[] } {
  const replies = new Map<string, Reply>();
  const rows = tasks.map((task, i): ProposedRow => {
    const stated = lines.find((each) => each.task === task.no);
    // Whoever has no part in the task any more has not proposed it as it is now.
    const line = stated !== undefined && departmentsOf(task).includes(stated.department) ? stated : undefined;
    const department = line?.department ?? task.lead;
    const at = line?.at ?? now;
    const id = `${department} ${at}`;
    replies.set(id, { id, department, at });
    return { row: i + 1, reply: id, task };
  });
  return { rows, replies: [...replies.values()] };
}

function changedTask(policy: Policy, plan: Plan, task: Task, change: TaskChange): Result<Task | null, Refusal> {
  if (change.kind === 'drop') return ok(null);
  const drawn = change.ratio.trim() === '' ? ok({}) : quotaFrom(policy, plan, task, change.ratio);
  if (!drawn.ok) return drawn;
  const window = windowFrom(task, change);
  if (!window.ok) return window;
  // A task that was due when its window ended still is.
  const due = task.due === task.window.to ? window.value.to : task.due;
  const changed = { ...task, ...drawn.value, window: window.value, due };
  return JSON.stringify(changed) === JSON.stringify(task)
    ? refuse('plan', { reason: 'no-change', plan: plan.no, task: task.no })
    : ok(changed);
}

function quotaFrom(
  policy: Policy,
  { year }: Plan,
  task: Task,
  text: string,
): Result<Pick<Task, 'quota' | 'scheme'>, Refusal> {
  const ratio = parseRatio(text);
  if (!ratio.ok) return refuse('plan', { reason: 'ratio', why: ratio.error });
  const schemes = schemesOf(policy, `${year}-12-31`)
    .map(({ value }) => ({ id: value.id, labels: value.classes.map(({ label }) => label) }))
    // Two schemes may name their classes alike: the task's own is meant.
    .sort((a, b) => Number(b.id === task.scheme) - Number(a.id === task.scheme));
  const read = quotaOf({ ratio: ratio.value }, { schemes }, {});
  if (!read.ok) {
    const labels =
      read.error.kind === 'level-not-chosen'
        ? read.error.levels
        : read.error.kind === 'no-such-scheme'
          ? read.error.labels
          : [];
    return refuse('plan', {
      reason: 'ratio-unfit',
      labels,
      by: read.error.kind === 'level-not-chosen' ? 'level' : 'class',
    });
  }
  const { quota, scheme } = read.value;
  const asBefore = quota.kind === 'tiers' && task.quota.kind === 'tiers' ? { denominator: task.quota.denominator } : {};
  return ok({ scheme, quota: { ...quota, ...asBefore } });
}

function windowFrom({ window }: Task, { from, to }: { readonly from: string; readonly to: string }) {
  const dates: CivilDate[] = [];
  for (const [typed, present] of [
    [from, window.from],
    [to, window.to],
  ] as const) {
    const date = parseDate(typed.trim() === '' ? present : typed.trim());
    if (!date.ok) return refuse('plan', { reason: 'not-a-date', text: typed });
    dates.push(date.value);
  }
  const [first = window.from, last = window.to] = dates;
  return first > last
    ? refuse('plan', { reason: 'window-reversed', from: first, to: last })
    : ok({ from: first, to: last });
}
