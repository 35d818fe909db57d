/** A department's part in the visits of one draw, opened for somebody who acts on it: his visits, what is recorded of them, their tasks. */
import { visitId } from '../../../core/outcome/key.ts';
import type { Task } from '../../../core/plan/task.ts';
import type { Department } from '../../../core/registry/department.ts';
import { ok, type Result } from '../../../core/result.ts';
import { type BodyState, bodyState, newVisit, type VisitState } from '../../../core/visit/state.ts';
import type { Which } from '../../../core/visit/which.ts';
import { heldPlan } from '../../../db/plans.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { Verb } from '../../rights.ts';
import { authorise } from '../act.ts';
import { type BookBody, type BookVisit, bodyAt, type OutcomeBook } from '../outcome/book.ts';
import { bodiesRead, ownerOf, type Reach, reachOf } from '../outcome/reach.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { bodyOf } from '../registry/lists.ts';
import type { VisitAt, VisitFault } from './fault.ts';
import { visitStates } from './visit-states.ts';

export interface Asking {
  /** `3`, or `L3` for a list drawn elsewhere. */
  readonly book: string;
  /** Whose part; '' means the asker's own department. */
  readonly department: string;
  readonly visits: Which;
}

export interface PartVisit {
  readonly visit: BookVisit;
  /** `source/number` */
  readonly id: string;
  readonly own: BookBody;
  /** Codes of all departments that go to this door. */
  readonly going: readonly string[];
  readonly state: VisitState;
  /** What is recorded of the own department. */
  readonly body: BodyState;
  readonly tasks: readonly Task[];
}

export interface Part {
  readonly book: OutcomeBook;
  readonly department: string;
  readonly departments: readonly Department[];
  /** Those that are meant; all of the asker's where he named none. */
  readonly visits: readonly PartVisit[];
  /** Named, and not his to act on. */
  readonly amiss: readonly VisitAt[];
}

/** Refused where the rights give nothing, or the draw is none that can be worked with. */
export async function partOf(
  deps: Deps,
  actor: Actor,
  verb: Verb,
  { book: no, department: named, visits }: Asking,
): Promise<Result<Part, Refusal>> {
  const departments = await departmentsAsHeld(deps.db);
  const department = bodyOf(named === '' ? actor.department : named, departments);
  const allowed = authorise(actor, verb, ownerOf(actor, department, departments));
  if (!allowed.ok) return allowed;
  const reach = await reachOf(deps, actor);
  if (reach === null) return refuse('outcome', { reason: 'not-yours', book: no, person: actor.person });
  const held = await visitStates(deps, no);
  if (!held.ok) return held;
  const { book, states } = held.value;
  const planned = (await heldPlan(deps.db, book.plan))?.plan.tasks ?? [];
  const found: PartVisit[] = [];
  const amiss: VisitAt[] = [];
  for (const number of visits === 'all' ? book.visits.keys() : visits) {
    const visit = book.visits.get(number);
    const fault = visit === undefined ? missing(book, number) : notHis(visit, department, reach);
    const own = visit === undefined ? undefined : bodyAt(visit, department);
    if (visit === undefined || own === undefined || fault !== null) {
      if (visits !== 'all')
        amiss.push({ no: visit?.no ?? `${book.book}-${number}`, faults: [fault ?? { kind: 'other-department' }] });
      continue;
    }
    const id = visitId(book.source, number);
    const state = states.get(number) ?? newVisit(id);
    found.push({
      visit,
      id,
      own,
      going: goingTo(visit),
      state,
      body: bodyState(state, department),
      tasks: tasksAt(visit, planned),
    });
  }
  if (found.length === 0 && amiss.length === 0)
    return refuse('outcome', { reason: 'not-yours', book: no, person: actor.person });
  return ok({ book, department, departments, visits: found, amiss });
}

const missing = ({ ended }: OutcomeBook, visit: number): VisitFault =>
  ended.has(visit) ? { kind: 'ended' } : { kind: 'no-visit' };

function notHis(visit: BookVisit, department: string, reach: Reach): VisitFault | null {
  const own = bodyAt(visit, department);
  if (own === undefined) return { kind: 'other-department' };
  return bodiesRead(visit, reach).includes(own) ? null : { kind: 'not-sent-there' };
}

/** Codes of the departments that inspect there; experts come beside their officers and inspect no item. */
export const goingTo = ({ bodies }: Pick<BookVisit, 'bodies'>): readonly string[] =>
  bodies.filter(({ items }) => items.length > 0).map(({ department }) => department);

/** The tasks of the plan that bring somebody to this door. */
export const tasksAt = ({ bodies }: BookVisit, planned: readonly Task[]): readonly Task[] =>
  planned.filter((task) =>
    bodies.some(
      ({ department, tasks }) =>
        tasks.includes(task.name) && task.bodies.some((each) => each.department === department),
    ),
  );
