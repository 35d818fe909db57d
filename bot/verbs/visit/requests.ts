/** A request for approval as it stands, for those who decide and whoever asked. */
import { visitId } from '../../../core/outcome/key.ts';
import type { ApprovalAsked } from '../../../core/visit/fact.ts';
import { type Approval, bodyState } from '../../../core/visit/state.ts';
import { heldPlan } from '../../../db/plans.ts';
import type { Deps } from '../../deps.ts';
import { bodyAt } from '../outcome/book.ts';
import { departmentNames } from '../registry/departments.ts';
import { factAt } from './fact-at.ts';
import type { Acted } from './many.ts';
import { goingTo, type PartVisit, tasksAt } from './part.ts';
import { repeatsAt } from './repeats.ts';
import { visitStates } from './visit-states.ts';
import { personIn } from './who.ts';

export interface RequestHeld {
  readonly request: number;
  readonly asked: ApprovalAsked;
  /** Number of the person who asked. */
  readonly by: string;
  readonly visits: readonly {
    /** Number in the source, and 检查编号. */
    readonly visit: number;
    readonly no: string;
    readonly decided: Approval['decided'];
  }[];
  /** Names of the tasks and of the items for which the department goes there. */
  readonly tasks: readonly string[];
  readonly items: readonly string[];
  /** Of those that wait, as it is known now. */
  readonly repeats: Acted['repeats'];
  readonly nameOf: (department: string) => string;
}

/** Null where there is none, or the draw is no longer one that can be worked with. Visits asked for anew belong to the later request. */
export async function requestHeld(deps: Deps, request: number): Promise<RequestHeld | null> {
  const found = await factAt<ApprovalAsked>(deps.db, request, 'visits-approval-asked');
  if (found === null) return null;
  const { body: asked } = found;
  const held = await visitStates(deps, asked.book);
  if (!held.ok) return null;
  const { book, states } = held.value;
  const planned = (await heldPlan(deps.db, book.plan))?.plan.tasks ?? [];
  const meant = new Set(asked.visits);
  const visits: { visit: number; no: string; decided: Approval['decided'] }[] = [];
  const [tasks, items] = [new Set<string>(), new Set<string>()];
  const waiting: PartVisit[] = [];
  for (const visit of book.visits.values()) {
    const id = visitId(book.source, visit.visit);
    const state = states.get(visit.visit);
    const own = bodyAt(visit, asked.department);
    if (!meant.has(id) || state === undefined || own === undefined) continue;
    const body = bodyState(state, asked.department);
    if (body.approval === null || body.approval.seq !== request) continue;
    const { decided } = body.approval;
    for (const task of own.tasks) tasks.add(task);
    for (const { name } of own.items) items.add(name);
    visits.push({ visit: visit.visit, no: visit.no, decided });
    const going = goingTo(visit);
    if (decided === null) waiting.push({ visit, id, own, going, state, body, tasks: tasksAt(visit, planned) });
  }
  return {
    request,
    asked,
    by: personIn(found.actor),
    visits,
    tasks: [...tasks],
    items: [...items],
    repeats: await repeatsAt(deps, asked.book, waiting, asked),
    nameOf: await departmentNames(deps.db),
  };
}
