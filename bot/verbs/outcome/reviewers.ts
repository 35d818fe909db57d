/** Who reads a department's outcomes: its reviewers, and where it has none, its heads; and the posts that show them what waits. */
import type { Outgoing } from '../../../db/outbox.ts';
import type { Deps } from '../../deps.ts';
import { postsOfReviewing } from '../../post/after/outcome.ts';
import { type Enrolled, roll } from '../people/roll.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { bodyOf } from '../registry/lists.ts';

/** Numbers of the persons, by department: of the body itself and of its sections. */
export async function reviewersOf({ db }: Pick<Deps, 'db'>, department: string): Promise<readonly string[]> {
  const departments = await departmentsAsHeld(db);
  const own = (await roll({ db })).filter(
    ({ ended, department: of }) => !ended && of !== '' && bodyOf(of, departments) === department,
  );
  const ofRole = (role: Enrolled['roles'][number]) => own.filter(({ roles }) => roles.includes(role));
  const reviewers = ofRole('outcome-reviewer');
  return (reviewers.length > 0 ? reviewers : ofRole('head')).map(({ person }) => person);
}

export async function postsOfReview(
  deps: Pick<Deps, 'db'>,
  { book, department }: { readonly book: string; readonly department: string },
): Promise<readonly Outgoing[]> {
  return postsOfReviewing(book, department, await reviewersOf(deps, department));
}
