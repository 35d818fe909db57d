/** What reviewers have said of single tasks of one version of a plan; the last word on a task and point is the one that counts. */
import type { Party, ReviewPoint } from '../../../core/policy/shape.ts';
import type { Db } from '../../../db/database.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import type { ReturnedTask } from './send-back.ts';

export type Verdict = 'approved' | 'returned';

export interface TaskReview {
  readonly task: string;
  readonly reviewer: Party;
  readonly points: readonly ReviewPoint[];
  readonly verdict: Verdict;
  readonly words: string;
}

/** What the fact of a task's review holds. */
export interface TaskReviewNote extends TaskReview {
  readonly plan: string;
  readonly version: number;
}

/** Oldest first. */
export async function taskReviews(db: Db, plan: string, version: number): Promise<readonly TaskReview[]> {
  return (await factBodies<TaskReviewNote>(db, 'task-reviewed'))
    .map(({ body }) => body)
    .filter((each) => each.plan === plan && each.version === version);
}

/** The last word of a party on a task's point. */
export const lastWord = (
  reviews: readonly TaskReview[],
  reviewer: Party,
  task: string,
  point: ReviewPoint,
): TaskReview | undefined =>
  reviews.findLast((each) => each.reviewer === reviewer && each.task === task && each.points.includes(point));

/** Tasks that a party holds to be mended on one of its points, with its words. */
export function tasksReturned(
  reviews: readonly TaskReview[],
  reviewer: Party,
  points: readonly ReviewPoint[],
): readonly ReturnedTask[] {
  const tasks = [...new Set(reviews.map(({ task }) => task))].sort();
  return tasks.flatMap((task) => {
    const against = points
      .map((point) => lastWord(reviews, reviewer, task, point))
      .filter((each) => each?.verdict === 'returned');
    const words = [...new Set(against.map((each) => each?.words ?? ''))].join('；');
    return against.length === 0 ? [] : [{ task, words }];
  });
}
