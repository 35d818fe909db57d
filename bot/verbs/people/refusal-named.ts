/** A refusal for want of a right, in the names of the roll and of the list of departments: whoever reads it knows no ids. */
import type { Words } from '../../../core/words.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { sayRefusal } from '../../say/refusal.ts';
import { sayRights } from '../../say/rights.ts';
import { departmentNames } from '../registry/departments.ts';
import { peopleNames } from './roll.ts';

export async function refusalNamed(deps: Pick<Deps, 'db'>, refusal: Refusal): Promise<Words> {
  if (refusal.stage !== 'rights') return sayRefusal(refusal);
  const [person, department] = [await peopleNames(deps), await departmentNames(deps.db)];
  return sayRights(refusal.why, { person, department });
}
