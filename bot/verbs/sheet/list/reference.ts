/** What checking a standing list beside its cells needs: the departments, and what the policy in force demands of a row. */
import { ok, type Result } from '../../../../core/result.ts';
import type { BookRef } from '../../../../core/sheet/book.ts';
import type { Reference } from '../../../../core/sheet/check.ts';
import { sheets } from '../../../../core/sheet/sheets.ts';
import type { Actor } from '../../../actor.ts';
import type { Deps } from '../../../deps.ts';
import type { Refusal } from '../../../refusal.ts';
import { dayOf } from '../../../today.ts';
import { authorise } from '../../act.ts';
import { departmentsAsHeld } from '../../registry/departments.ts';
import { demandedBy } from '../../registry/import-list.ts';
import { ownOf, withoutPersons } from '../known-departments.ts';

export type ListBook = BookRef & { readonly sheet: 'items' | 'subjects' | 'inspectors' };

export async function listReference(
  deps: Pick<Deps, 'db' | 'now'>,
  actor: Actor,
  ref: ListBook,
): Promise<Result<Reference, Refusal>> {
  const allowed = authorise(actor, 'import-own', { department: actor.department });
  if (!allowed.ok) return allowed;
  const departments = await departmentsAsHeld(deps.db);
  return ok({
    ref,
    today: dayOf(deps.now()),
    year: null,
    own: ownOf(actor, departments),
    departments: withoutPersons(departments),
    demand: ref.sheet === 'items' ? await demandedBy(deps, 'items', sheets.items) : [],
    plan: null,
  });
}
