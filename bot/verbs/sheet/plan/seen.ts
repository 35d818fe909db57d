/** A plan as somebody sees it from his workbook: which tasks he reads, which of them he may change, and how each stands as a row. */
import { hasPart } from '../../../../core/plan/party.ts';
import type { Plan, Task } from '../../../../core/plan/task.ts';
import { ok, type Result } from '../../../../core/result.ts';
import type { BookLine } from '../../../../core/sheet/book.ts';
import type { HeldRow } from '../../../../core/sheet/row.ts';
import type { Words } from '../../../../core/words.ts';
import { heldPlan } from '../../../../db/plans.ts';
import type { Actor } from '../../../actor.ts';
import type { Deps } from '../../../deps.ts';
import { type Refusal, refuse } from '../../../refusal.ts';
import { may } from '../../../rights.ts';
import { stateWords } from '../../../say/plan.ts';
import { rowWords, yearOver } from '../../../say/sheet.ts';
import { dayOf } from '../../../today.ts';
import { authorise } from '../../act.ts';
import { contextFor } from '../../consult/keep-rows.ts';
import { concerned } from '../../plan/check-plan.ts';
import { rowRegistryAsHeld } from '../../plan/read-plan-sheet.ts';
import { versionOf } from '../weigh.ts';
import type { Changer } from './origin.ts';
import { cellsOfTask, type TaskMeans } from './task-cells.ts';

/** A department sees what it leads or joins (征询 三); those who check the whole see the whole. */
export const sees = (actor: Actor, task: Task): boolean =>
  may(actor, 'check-plan').ok || hasPart(actor.department, task);
export const seenBy = (actor: Actor, { tasks }: Plan): readonly Task[] => tasks.filter((task) => sees(actor, task));

export const mayRead = (actor: Actor, plan: Plan): boolean => may(actor, 'check-plan', concerned(plan, actor)).ok;

export async function planFor({ db }: Deps, actor: Actor, no: string): Promise<Result<Plan, Refusal>> {
  const held = await heldPlan(db, no);
  if (held === null) return refuse('plan', { reason: 'no-plan', plan: no });
  const allowed = authorise(actor, 'check-plan', concerned(held.plan, actor));
  return allowed.ok ? ok(held.plan) : allowed;
}

export function lineOf(deps: Deps, actor: Actor, plan: Plan): BookLine {
  const { no, year, version, state } = plan;
  const tasks = seenBy(actor, plan);
  const readOnly = wholeLock(deps, actor, plan);
  const fillable = tasks.filter((task) => lockedFor(deps, actor, plan, task) === null).length;
  return {
    sheet: 'plan-tasks',
    book: no,
    title: { zh: `${year}年度抽查计划表（${no}）`, en: `Plan ${no} for ${year}` },
    note: {
      zh: `第 ${version} 版，${stateWords[state].zh}，任务 ${tasks.length} 项${readOnly === null ? `，可改 ${fillable} 项；${newVersion.zh}` : ''}。`,
      en: `Version ${version}, ${stateWords[state].en}; ${readOnly === null ? `${fillable} of ${tasks.length} tasks are yours to change. ${newVersion.en}` : `${tasks.length} tasks`}.`,
    },
    lasting: readOnly === null ? newVersion : { zh: '', en: '' },
    year,
    rows: tasks.length,
    readOnly,
    reason: true,
    withdrawable: true,
  };
}

const newVersion: Words = {
  zh: '每次提交成为新的一版，须写明理由',
  en: 'Each submission is a new version with its reason',
};

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

export const lockedFor = (
  deps: Pick<Deps, 'now'>,
  actor: Actor,
  plan: Plan,
  { lead }: Pick<Task, 'lead'>,
): Words | null =>
  wholeLock(deps, actor, plan) ?? (may(actor, 'draft-plan', { department: lead }).ok ? null : rowWords.notOwn);

export async function meansOf({ db }: Deps, plan: Plan): Promise<Result<TaskMeans, Refusal>> {
  const held = await rowRegistryAsHeld(db, plan.year);
  if (!held.ok) return held;
  return ok({ plan, registry: held.value.registry, context: await contextFor(db, plan.year) });
}

export function rowOf(deps: Deps, actor: Actor, task: Task, means: TaskMeans, changer: Changer): HeldRow {
  const cells = cellsOfTask(task, means);
  const locked = lockedFor(deps, actor, means.plan, task);
  return { id: task.no, version: versionOf(cells), cells, ...changer, locked };
}
