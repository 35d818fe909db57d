/** Which tasks a new version of a plan changed, and for whom: it goes into the fact, so that each task can tell who changed it last. */
import { canonical } from '../../../core/canonical.ts';
import type { Plan, Task } from '../../../core/plan/task.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';

export interface ChangedTasks {
  /** Code of the department that the person acted for at that time; '' where it was the office. */
  readonly unit: string;
  /** Numbers of the tasks that are new in this version or differ from the one before. */
  readonly tasks: readonly string[];
}

export function changedTasks(actor: Actor, before: Pick<Plan, 'tasks'>, after: Pick<Plan, 'tasks'>): ChangedTasks {
  const held = new Map(before.tasks.map((task) => [task.no, contentOf(task)]));
  const tasks = after.tasks.filter((task) => held.get(task.no) !== contentOf(task)).map(({ no }) => no);
  return { unit: unitOf(actor), tasks };
}

export const unitOf = ({ roles, department }: Actor): string => (roles.includes('office') ? '' : department);

/** Reasons that the office gave since do not make another task. */
export const withoutReasons = (task: Task): Task => ({ ...task, reasons: [] });
const contentOf = (task: Task): string => canonical(asJson(withoutReasons(task)));
