/** The persons on the roll behind inspectors' numbers and departments: who is to be told of a visit. */
import type { Db } from '../../../db/database.ts';
import { roll } from '../people/roll.ts';

/** Numbers of the inspectors who are on the roll of people. */
export const personsByInspector = async (db: Db): Promise<ReadonlySet<string>> =>
  new Set(
    (await roll({ db })).flatMap((each) => (!each.ended && each.roles.includes('inspector') ? each.inspector : [])),
  );

/** Numbers of the persons that these inspectors are; one who is not on the roll is told by his department. */
export async function personsOf(db: Db, inspectors: Iterable<string | null>): Promise<readonly string[]> {
  const asked = new Set(inspectors);
  return (await roll({ db }))
    .filter(({ ended, roles, inspector }) => {
      return !ended && inspector !== '' && roles.includes('inspector') && asked.has(inspector);
    })
    .map(({ person }) => person);
}

/** Departments that posts are of; experts come beside the officers and have none. */
export const departmentsAt = (posts: readonly { readonly department: string; readonly pool: string }[]) => [
  ...new Set(posts.filter(({ pool }) => !pool.startsWith('expert/')).map(({ department }) => department)),
];

/** The person behind a fact's actor; '' where it was the clock. */
export const personIn = (actor: string): string => (actor.startsWith('person:') ? actor.slice('person:'.length) : '');

/** Whom a check outside the draw concerns: those who give receipts, the heads of its department, and whoever filed it. */
export async function filingPeople(
  db: Db,
  { department, receivers }: { readonly department: string; readonly receivers: readonly ('office' | 'legal')[] },
  by: string,
): Promise<readonly string[]> {
  return (await roll({ db }))
    .filter(({ ended, roles, person, department: own }) => {
      if (ended) return false;
      return (
        person === by ||
        (roles.includes('head') && own === department) ||
        receivers.some((each) => roles.includes(each))
      );
    })
    .map(({ person }) => person);
}

/** Who decides in a department: its heads, never about an application of their own. */
export async function headsOf(db: Db, department: string, applicant: string): Promise<readonly string[]> {
  return (await roll({ db }))
    .filter((each) => {
      return !each.ended && each.roles.includes('head') && each.department === department && each.person !== applicant;
    })
    .map(({ person }) => person);
}
