/** Who is meant, and whom a document sends a question to. */
import type { CivilDate } from '../../../core/calendar.ts';
import type { ProblemAbout } from '../../../core/exchange/problem.ts';
import type { Debtor } from '../../../core/owed/owed.ts';
import { holdersOf } from '../../../core/owed/parties.ts';
import { ruling } from '../../../core/policy/cited.ts';
import type { Db } from '../../../db/database.ts';
import type { Actor } from '../../actor.ts';
import { departmentNamed, departmentsAsHeld, stillIn } from '../registry/departments.ts';
import { policyInForce } from '../registry/policy-in-force.ts';

/** What the office does stands under its own name, whatever body its people belong to. */
export const sideOf = (actor: Actor): string => (actor.roles.includes('office') ? 'office' : actor.department);

/** `office`, 联席办, or a department by code or name; null where it is none. */
export async function ownerNamed(db: Db, typed: string): Promise<Debtor | null> {
  const plain = typed.normalize('NFKC').trim();
  if (plain === 'office' || plain === '联席办') return 'office';
  const department = await departmentNamed(db, plain);
  return department === null ? null : `department:${department.code}`;
}

/** Members and county offices that take part on a day, in the order of the list. */
export const takingPart = async (db: Db, today: CivilDate): Promise<readonly string[]> =>
  (await departmentsAsHeld(db))
    .filter(
      (each) =>
        each.joined <= today && stillIn(each, today) && (each.kind === 'member' || each.kind === 'county-office'),
    )
    .map(({ code }) => code);

/** Where the policy sends such a question (福安 2018 四(四): 涉及企业的与市场监管局, 其他组织的与审改办); the office where it says nothing. */
export async function routeOf(db: Db, about: ProblemAbout, today: CivilDate): Promise<Debtor> {
  const policy = await policyInForce(db, today);
  const route = policy?.contactRoutes.map((each) => ruling(each, today).value).find((each) => each.about === about);
  if (route === undefined) return 'office';
  // A body that has left answers nothing any more.
  const here = (await departmentsAsHeld(db)).filter((each) => stillIn(each, today));
  const [holder] = holdersOf(route.to, here, { leads: [], partners: [] });
  return holder ?? 'office';
}
