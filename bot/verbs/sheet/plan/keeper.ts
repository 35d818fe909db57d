/**
 * 计划表: the tasks of a plan as rows. The office changes any of them, a liaison those that its department leads while the plan is a draft;
 * each submission is one new version of the plan with its reason, and what no sheet can say stays with the task.
 */
import type { RowAnswer } from '../../../../core/api/shapes.ts';
import { hasPart } from '../../../../core/plan/party.ts';
import type { Plan, Task } from '../../../../core/plan/task.ts';
import { ok, type Result } from '../../../../core/result.ts';
import type { BookLine } from '../../../../core/sheet/book.ts';
import { planTasks } from '../../../../core/sheet/plan-tasks.ts';
import type { HeldRow, RowChange } from '../../../../core/sheet/row.ts';
import type { Words } from '../../../../core/words.ts';
import type { At, Decision } from '../../../../db/commit.ts';
import { heldPlan, plans } from '../../../../db/plans.ts';
import type { Actor } from '../../../actor.ts';
import type { Deps } from '../../../deps.ts';
import { type Refusal, refuse } from '../../../refusal.ts';
import { may } from '../../../rights.ts';
import { stateWords } from '../../../say/plan.ts';
import { nothingWritten, rowWords, yearOver } from '../../../say/sheet.ts';
import { dayOf } from '../../../today.ts';
import { already, authorise, enact } from '../../act.ts';
import { contextFor } from '../../consult/keep-rows.ts';
import { redraftOf } from '../../plan/change-task.ts';
import { concerned } from '../../plan/check-plan.ts';
import { type DraftNote, decideDraft } from '../../plan/draft-plan.ts';
import { numberOf, rowRegistryAsHeld } from '../../plan/read-plan-sheet.ts';
import { draftNote } from '../../plan/review-as-held.ts';
import { departmentNames } from '../../registry/departments.ts';
import { tooLong } from '../../too-long.ts';
import type { BookKeeper, SheetReceipt, SheetSubmission } from '../keeper.ts';
import { firstReceipt, receiptRow } from '../once.ts';
import { pageOf } from '../page.ts';
import { answer, eachOnce, refused, versionOf, weigh } from '../weigh.ts';
import { planReference } from './reference.ts';
import { cellsOfTask, changedTask, newTask, type TaskMeans, taskFields } from './task-cells.ts';

export const planKeeper: BookKeeper = {
  books: async (deps, actor) => {
    const thisYear = Number(dayOf(deps.now()).slice(0, 4));
    const lines: BookLine[] = [];
    for (const { no } of await plans(deps.db)) {
      const held = await heldPlan(deps.db, no);
      if (held !== null && held.plan.year >= thisYear && mayRead(actor, held.plan)) {
        lines.push(lineOf(deps, actor, held.plan));
      }
    }
    return lines;
  },

  rows: async (deps, actor, { book }, after) => {
    const read = await planFor(deps, actor, book);
    if (!read.ok) return read;
    const plan = read.value;
    const means = await meansOf(deps, plan);
    if (!means.ok) return means;
    const origin = await originOf(deps, plan);
    const rows = seenBy(actor, plan).map((task) => rowOf(deps, actor, task, means.value, origin));
    return pageOf({ line: lineOf(deps, actor, plan), fields: [...taskFields], rows }, after, (page) => page);
  },

  reference: planReference,

  submit: async (deps, actor, submission) => {
    const reason = submission.reason.trim();
    const read = await planFor(deps, actor, submission.ref.book);
    if (!read.ok) return read;
    const { title, readOnly } = lineOf(deps, actor, read.value);
    if (readOnly !== null) return refuse('sheet', { reason: 'read-only', title, why: readOnly });
    if (reason === '') return refuse('plan', { reason: 'no-reason-given' });
    const long = tooLong(reason);
    if (long !== null) return refuse('plan', long);
    return enact<SheetReceipt>(deps, (at) => decide(deps, actor, { ...submission, reason }, at));
  },
};

/** A department sees what it leads or joins (征询 三); those who check the whole see the whole. */
const seenBy = (actor: Actor, { tasks }: Plan): readonly Task[] =>
  may(actor, 'check-plan').ok ? tasks : tasks.filter((task) => hasPart(actor.department, task));

const mayRead = (actor: Actor, plan: Plan): boolean => may(actor, 'check-plan', concerned(plan, actor)).ok;

async function planFor({ db }: Deps, actor: Actor, no: string): Promise<Result<Plan, Refusal>> {
  const held = await heldPlan(db, no);
  if (held === null) return refuse('plan', { reason: 'no-plan', plan: no });
  const allowed = authorise(actor, 'check-plan', concerned(held.plan, actor));
  return allowed.ok ? ok(held.plan) : allowed;
}

function lineOf(deps: Deps, actor: Actor, plan: Plan): BookLine {
  const { no, year, version, state } = plan;
  const tasks = seenBy(actor, plan);
  const fillable = tasks.filter((task) => lockedFor(deps, actor, plan, task) === null).length;
  return {
    sheet: 'plan-tasks',
    book: no,
    title: { zh: `${year}年度抽查计划表（${no}）`, en: `Plan ${no} for ${year}` },
    note: {
      zh: `第 ${version} 版，${stateWords[state].zh}，任务 ${tasks.length} 项，可改 ${fillable} 项；每次提交成为新的一版，须写明理由。`,
      en: `Version ${version}, ${stateWords[state].en}; ${fillable} of ${tasks.length} tasks are yours to change. Each submission is a new version with its reason.`,
    },
    year,
    rows: tasks.length,
    readOnly: wholeLock(deps, actor, plan),
    reason: true,
    withdrawable: true,
  };
}

/** Why the actor changes nothing at all of this plan. */
function wholeLock({ now }: Pick<Deps, 'now'>, actor: Actor, { year, state }: Plan): Words | null {
  if (year < Number(dayOf(now()).slice(0, 4))) return yearOver;
  if (may(actor, 'draft-plan').ok) return null;
  if (!may(actor, 'draft-plan', { department: actor.department }).ok)
    return { zh: '由联席办和牵头单位联络员修改', en: 'the office and the leads’ liaisons change it' };
  // One department does not take back to a draft what all the others have been told.
  return state === 'draft'
    ? null
    : {
        zh: `计划${stateWords[state].zh}，牵头单位不能直接修改；如需调整请联系联席办`,
        en: `the plan is ${stateWords[state].en}; ask the office for a change`,
      };
}

const lockedFor = (deps: Pick<Deps, 'now'>, actor: Actor, plan: Plan, { lead }: Pick<Task, 'lead'>): Words | null =>
  wholeLock(deps, actor, plan) ?? (may(actor, 'draft-plan', { department: lead }).ok ? null : rowWords.notOwn);

async function meansOf({ db }: Deps, plan: Plan): Promise<Result<TaskMeans, Refusal>> {
  const held = await rowRegistryAsHeld(db, plan.year);
  if (!held.ok) return held;
  return ok({ plan, registry: held.value.registry, context: await contextFor(db, plan.year) });
}

type Origin = (task: string) => { readonly by: string; readonly at: string };

/** Whose reply a line came from, and when. */
async function originOf(deps: Deps, plan: Plan): Promise<Origin> {
  const lines: DraftNote['lines'] = (await draftNote(deps, plan))?.lines ?? [];
  const nameOf = await departmentNames(deps.db);
  const byTask = new Map(lines.map(({ task, department, at }) => [task, { by: nameOf(department), at }]));
  return (task) => byTask.get(task) ?? { by: '', at: '' };
}

function rowOf(deps: Deps, actor: Actor, task: Task, means: TaskMeans, origin: Origin): HeldRow {
  const cells = cellsOfTask(task, means);
  const locked = lockedFor(deps, actor, means.plan, task);
  return { id: task.no, version: versionOf(cells), cells, ...origin(task.no), locked };
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
  const row = (task: Task) => rowOf(deps, actor, task, means.value, origin);
  const answers = eachOnce(submission.rows, (change) =>
    settle(change, { deps, actor, tasks, means: means.value, row }),
  );
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
}

function settle(change: RowChange, { deps, actor, tasks, means, row }: Settling): RowAnswer {
  const task = tasks.get(change.id);
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
  const after = row(now);
  return answer(change, held?.version === after.version ? 'unchanged' : weighed.outcome, after, notes);
}

/** The next number of the department that leads it; a number that was ever on this version is not given twice. */
function nextNumber(plan: Plan, lead: string, tasks: ReadonlyMap<string, Task>): string {
  const used = new Set([...plan.tasks.map(({ no }) => no), ...tasks.keys()]);
  for (let n = 1; ; n += 1) {
    const no = numberOf(`${plan.no}-${lead}`, n);
    if (!used.has(no)) return no;
  }
}
