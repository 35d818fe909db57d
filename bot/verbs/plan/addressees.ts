/**
 * To whom an issued plan goes beside those who have a part in it: whom the document names at its head (三明 2025: all members, and the
 * county offices, which are none; 万年 2022: townships and departments; 甘州 2023: the departments).
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { holdersOf } from '../../../core/owed/parties.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import type { Db } from '../../../db/database.ts';
import { roll } from '../people/roll.ts';
import { departmentsAsHeld, stillIn } from '../registry/departments.ts';

export interface Addressees {
  /** Codes of those on the list of departments. */
  readonly departments: readonly string[];
  /** People of county offices that are on no list of ours. */
  readonly persons: readonly string[];
}

export async function addresseesOf(db: Db, policy: Policy, today: CivilDate): Promise<Addressees> {
  const parties = policy.head.addressees.map(({ value }) => value.party);
  const standing = (await departmentsAsHeld(db)).filter((each) => each.joined <= today && stillIn(each, today));
  const holders = new Set<string>(parties.flatMap((party) => holdersOf(party, standing, { leads: [], partners: [] })));
  const departments = standing.map(({ code }) => code).filter((code) => holders.has(`department:${code}`));
  const persons = (await roll({ db }))
    .filter((each) => !each.ended && each.roles.includes('county-office') && !departments.includes(each.department))
    .map(({ person }) => person);
  return { departments, persons: parties.includes('county-office') ? persons : [] };
}
