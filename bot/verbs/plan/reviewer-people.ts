/** Who on the roll can review a plan, and who was asked to: persons beside the policy's parties. */
import type { Plan } from '../../../core/plan/task.ts';
import type { Party, ReviewPoint } from '../../../core/policy/shape.ts';
import type { Db } from '../../../db/database.ts';
import type { Role } from '../../actor.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { roll } from '../people/roll.ts';
import type { Reviewer } from './reviewers.ts';

export interface ReviewerPerson {
  readonly person: string;
  readonly party: Party;
  readonly points: readonly ReviewPoint[];
}

/** The role in which a person speaks for a party. */
const roleOf = (party: Party): Role => (party === 'legal' ? 'legal' : 'office');

/** Everybody who may review the plan, each for one party as `partyOf` would have it; never its drafter. */
export async function reviewerPeople(
  db: Db,
  plan: Plan,
  reviewers: readonly Reviewer[],
): Promise<readonly ReviewerPerson[]> {
  const there = (await roll({ db })).filter(({ ended, person }) => !ended && person !== plan.drafter);
  return there.flatMap(({ person, roles }) => {
    const mine = reviewers.filter(({ by }) => roles.includes(roleOf(by)));
    const [first] = mine;
    if (first === undefined) return [];
    const points = mine.filter(({ by }) => by === first.by).flatMap((each) => each.points);
    return [{ person, party: first.by, points }];
  });
}

/** What the fact of a submission holds. */
export interface SubmitNote {
  readonly plan: string;
  readonly version: number;
  readonly reviewers: readonly { readonly person: string; readonly party: Party }[];
}

/** Whom the plan was last sent to for review, and in which version; what becomes of it is told to them. */
export type ReviewersTold = { readonly version: number; readonly persons: readonly string[] };

export async function reviewersTold(db: Db, plan: string): Promise<ReviewersTold> {
  const last = await lastSubmission(db, plan);
  return { version: last?.version ?? 0, persons: last?.reviewers.map(({ person }) => person) ?? [] };
}

export async function lastSubmission(db: Db, plan: string): Promise<SubmitNote | null> {
  return (await factBodies<SubmitNote>(db, 'plan-submitted')).findLast(({ body }) => body.plan === plan)?.body ?? null;
}
