/**
 * Changed tasks of a plan: the office changes any of them, a liaison those that its department leads while the plan is a draft; each submission
 * is one new version of the plan with its reason, and what no sheet can say stays with the task.
 */
import type { RowAnswer } from '../../../../core/api/shapes.ts';
import type { Plan, Task } from '../../../../core/plan/task.ts';
import { ok, type Result } from '../../../../core/result.ts';
import { planTasks } from '../../../../core/sheet/plan-tasks.ts';
import type { HeldRow, RowChange } from '../../../../core/sheet/row.ts';
import type { Words } from '../../../../core/words.ts';
import type { At, Decision } from '../../../../db/commit.ts';
import type { Actor } from '../../../actor.ts';
import type { Deps } from '../../../deps.ts';
import { type Refusal, refuse } from '../../../refusal.ts';
import { nothingWritten, rowWords } from '../../../say/sheet.ts';
import { already, enact } from '../../act.ts';
import { redraftOf } from '../../plan/change-task.ts';
import { decideDraft } from '../../plan/draft-plan.ts';
import { numberOf } from '../../plan/read-plan-sheet.ts';
import { tooLong } from '../../too-long.ts';
import type { SheetReceipt, SheetSubmission } from '../keeper.ts';
import { firstReceipt, receiptRow } from '../once.ts';
import { answer, eachOnce, refused, weigh } from '../weigh.ts';
import { originOf } from './origin.ts';
import { lineOf, lockedFor, meansOf, planFor, rowOf, sees } from './seen.ts';
import { changedTask, newTask, type TaskMeans, taskFields } from './task-cells.ts';

export async function submitTasks(
  deps: Deps,
  actor: Actor,
  submission: SheetSubmission,
): Promise<Result<SheetReceipt, Refusal>> {
  const reason = submission.reason.trim();
  const read = await planFor(deps, actor, submission.ref.book);
  if (!read.ok) return read;
  const { title, readOnly } = lineOf(deps, actor, read.value);
  if (readOnly !== null) return refuse('sheet', { reason: 'read-only', title, why: readOnly });
  if (reason === '') return refuse('plan', { reason: 'no-reason-given' });
  const long = tooLong(reason);
  if (long !== null) return refuse('plan', long);
  return enact<SheetReceipt>(deps, (at) => decide(deps, actor, { ...submission, reason }, at));
}

async function decide(
  deps: Deps,
  actor: Actor,
  submission: SheetSubmission,
  at: At,
): Promise<Result<Decision<SheetReceipt>, Refusal>> {
  const first = await firstReceipt(deps.db, actor, submission);
  if (!first.ok) return first;
  if (first.value !== null) return already(first.value);
  const read = await planFor(deps, actor, submission.ref.book);
  if (!read.ok) return read;
  const plan = read.value;
  const means = await meansOf(deps, plan);
  if (!means.ok) return means;
  const tasks = new Map(plan.tasks.map((task) => [task.no, task]));
  const origin = await originOf(deps, plan);
  const mine = origin.now(actor, at.now);
  const row = (task: Task, changer = origin.of(task.no)) => rowOf(deps, actor, task, means.value, changer);
  const settling = { deps, actor, tasks, means: means.value, row, changed: (task: Task) => row(task, mine) };
  const answers = eachOnce(submission.rows, (change) => settle(change, settling));
  const drafted = await decideDraft(
    deps,
    actor,
    at,
    await redraftOf(deps, plan, [...tasks.values()], submission.reason),
  );
  if (!drafted.ok) return drafted;
  const { facts, rows = [], value } = drafted.value;
  if (facts.length === 0) return already({ answers, note: nothingWritten });
  const receipt = { answers, note: versionNote(value.plan) };
  return ok({ facts, rows: [...rows, await receiptRow(deps.db, actor, submission, receipt, at)], value: receipt });
}

const versionNote = ({ no, version, tasks }: Plan): Words => ({
  zh: `计划 ${no} 已成为第 ${version} 版，共 ${tasks.length} 项任务；送审、印发须按新版重新办理。`,
  en: `Plan ${no} is now version ${version} with ${tasks.length} tasks; it is to be reviewed and issued anew.`,
});

interface Settling {
  readonly deps: Deps;
  readonly actor: Actor;
  /** As they stand now; changed here. */
  readonly tasks: Map<string, Task>;
  readonly means: TaskMeans;
  readonly row: (task: Task) => HeldRow;
  /** The same, as the actor changes it now. */
  readonly changed: (task: Task) => HeldRow;
}

function settle(change: RowChange, { deps, actor, tasks, means, row, changed }: Settling): RowAnswer {
  const task = tasks.get(change.id);
  // What is none of his matter is not shown to him in the answer either.
  if (task !== undefined && !sees(actor, task)) return refused(change, null, [{ field: '', words: rowWords.notOwn }]);
  const held = task === undefined ? null : row(task);
  const weighed = weigh(change, { held, fields: taskFields, sheet: planTasks, context: means.context, stays: null });
  if (weighed.kind === 'answered') return weighed.answer;
  if (weighed.kind === 'withdrawn') {
    tasks.delete(change.id);
    return weighed.answer;
  }
  const stated = weighed.cells.no?.trim() ?? '';
  if (task === undefined && tasks.has(stated))
    return refused(change, null, [{ field: 'no', words: rowWords.numberTaken }]);
  const read = task === undefined ? newTask(stated, weighed.cells, means) : changedTask(task, weighed.cells, means);
  if (!read.ok) return refused(change, held, read.error);
  const { notes } = read.value;
  const no = read.value.task.no === '' ? nextNumber(means.plan, read.value.task.lead, tasks) : read.value.task.no;
  const now: Task = { ...read.value.task, no };
  const locked = lockedFor(deps, actor, means.plan, now);
  if (locked !== null) return refused(change, held, [{ field: 'lead', words: locked }]);
  tasks.set(no, now);
  const after = changed(now);
  return held?.version === after.version
    ? answer(change, 'unchanged', held, notes)
    : answer(change, weighed.outcome, after, notes);
}

/** The next number of the department that leads it; a number that was ever on this version is not given twice. */
function nextNumber(plan: Plan, lead: string, tasks: ReadonlyMap<string, Task>): string {
  const used = new Set([...plan.tasks.map(({ no }) => no), ...tasks.keys()]);
  for (let n = 1; ; n += 1) {
    const no = numberOf(`${plan.no}-${lead}`, n);
    if (!used.has(no)) return no;
  }
}
