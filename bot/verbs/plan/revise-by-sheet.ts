/**
 * A plan that stands is changed by a sheet: rows take the place of the tasks of their numbers, new numbers are added, tasks that the
 * sheet does not name stay. What no sheet can say (officers, needs, experts, numbers outside) stays with the task.
 */
import type { Task } from '../../../core/plan/task.ts';
import type { RowDefaults } from '../../../core/plan/task-of-row.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { authorise } from '../act.ts';
import { tooLong } from '../too-long.ts';
import { redraft } from './change-task.ts';
import type { Drafted } from './draft-plan.ts';
import { type PlanSheet, readPlanSheet } from './read-plan-sheet.ts';
import { planWithPolicy } from './review-as-held.ts';

export interface ReviseRequest {
  readonly plan: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly reason: string;
}

export interface Revised {
  readonly drafted: Drafted;
  readonly sheet: PlanSheet;
}

export async function reviseBySheet(
  deps: Deps,
  actor: Actor,
  { plan: no, file, bytes, reason }: ReviseRequest,
): Promise<Result<Revised, Refusal>> {
  if (reason.trim() === '') return refuse('plan', { reason: 'no-reason-given' });
  const long = tooLong(reason);
  if (long !== null) return refuse('plan', long);
  const held = await planWithPolicy(deps, no);
  if (!held.ok) return held;
  const { plan } = held.value;
  // A sheet is read only for somebody who may change every task that stands.
  for (const { lead } of plan.tasks) {
    const allowed = authorise(actor, 'draft-plan', { department: lead });
    if (!allowed.ok) return allowed;
  }
  const defaults: RowDefaults = { publishWithin: plan.tasks[0]?.publishWithin ?? 20 };
  const before = plan.tasks.length;
  const sheet = await readPlanSheet(deps, { bytes, file, plan: no, year: plan.year, reply: null, defaults, before });
  if (!sheet.ok) return sheet;
  const { rows, doubts, rejected, unusable } = sheet.value;
  if (rows.length === 0) {
    return refuse('plan', { reason: 'nothing-stands', refused: [], rejected: rejected.length + unusable.length });
  }
  const fresh = new Map(rows.map(({ task }) => [task.no, task]));
  const unclear = new Set(doubts.filter(({ unknownSubjects }) => unknownSubjects !== null).map(({ task }) => task));
  const known = plan.tasks.map((task) => {
    const changed = fresh.get(task.no);
    return changed === undefined ? task : merged(task, changed, unclear.has(task.no));
  });
  const added = [...fresh.values()].filter(({ no: each }) => !plan.tasks.some((task) => task.no === each));
  const drafted = await redraft(deps, actor, plan, [...known, ...added], reason.trim());
  return drafted.ok ? ok({ drafted: drafted.value, sheet: sheet.value }) : drafted;
}

function merged(before: Task, changed: Task, frameUnclear: boolean): Task {
  const frame =
    frameUnclear || changed.frame.tags.length === 0 ? before.frame : { ...before.frame, tags: changed.frame.tags };
  const bodies = changed.bodies.map((body) => {
    const stood = before.bodies.find(({ department }) => department === body.department);
    return stood === undefined ? body : { ...body, needs: stood.needs, officers: stood.officers };
  });
  const { name, kind, directed, reach, lead, partners, section, scheme, quota, drawsPerYear, window, due, method } =
    changed;
  return {
    ...before,
    ...{ name, kind, directed, reach, lead, partners, section, scheme, quota, drawsPerYear, window, due, method },
    frame,
    bodies,
    responsible: changed.responsible === '' ? before.responsible : changed.responsible,
    professional: changed.professional === '' ? before.professional : changed.professional,
    ground: changed.ground === '' ? before.ground : changed.ground,
  };
}
