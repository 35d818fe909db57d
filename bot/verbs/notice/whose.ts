/** Whose outcomes an act is about, and which ones are meant. */
import { type OutcomeKey, outcomeId, outcomeKeyOf, outcomeTyped } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { Verb } from '../../rights.ts';
import { authorise } from '../act.ts';
import { outcomeBook } from '../outcome/book.ts';
import { ownerOf } from '../outcome/reach.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { bodyOf } from '../registry/lists.ts';
import { type DrawnTask, tasksIn } from './books.ts';

/** The body to which the actor's department, section or station belongs. */
export const ownBody = async ({ db }: Pick<Deps, 'db'>, actor: Actor): Promise<string> =>
  bodyOf(actor.department, await departmentsAsHeld(db));

/** Authorises for a department's matters, which are those of its sections too. */
export async function authorisedFor(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  verb: Verb,
  department: string,
): Promise<Result<true, Refusal>> {
  return authorise(actor, verb, ownerOf(actor, department, await departmentsAsHeld(db)));
}

/** Tasks of a draw, all or those named by number or name. */
export async function tasksNamed(
  deps: Deps,
  name: string,
  named: readonly string[],
): Promise<Result<readonly DrawnTask[], Refusal>> {
  const worked = await outcomeBook(deps, name);
  if (!worked.ok) return worked;
  const all = await tasksIn(deps, worked.value);
  if (named.length === 0) return ok(all);
  const found: DrawnTask[] = [];
  for (const each of named) {
    const drawn = all.find(({ task }) => task.no === each || task.name === each);
    if (drawn === undefined) return refuse('notice', { reason: 'no-task', book: name, task: each });
    found.push(drawn);
  }
  return ok(found);
}

/** Keys from names as people and buttons give them; all must be outcomes' names of one department. */
export function keysNamed(
  ids: readonly string[],
): Result<{ readonly keys: readonly OutcomeKey[]; readonly department: string }, Refusal> {
  const keys = new Map<string, OutcomeKey>();
  for (const id of ids) {
    const key = outcomeKeyOf(outcomeTyped(id));
    if (key === null) return refuse('notice', { reason: 'no-outcome', id });
    keys.set(outcomeId(key), key);
  }
  const [first, ...rest] = [...keys.values()];
  if (first === undefined) return refuse('notice', { reason: 'no-outcome', id: '' });
  const other = rest.find(({ department }) => department !== first.department);
  if (other !== undefined)
    return refuse('notice', { reason: 'other-department', id: outcomeId(other), department: first.department });
  return ok({ keys: [...keys.values()], department: first.department });
}
