/** A plan with everything that people look at beside it: for posts, pages and lists. Nothing is decided and nothing written. */
import type { FactKind } from '../../../core/ledger/fact.ts';
import type { Review } from '../../../core/plan/review/review.ts';
import type { Plan } from '../../../core/plan/task.ts';
import type { Names } from '../../../core/plan/words.ts';
import type { Party, ReviewPoint } from '../../../core/policy/shape.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { lastOtherThan } from '../../../db/ledger.ts';
import { issuedPlans, plans } from '../../../db/plans.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import type { DraftNote } from './draft-plan.ts';
import { namesAsHeld } from './names.ts';
import { draftNote, type HeldPlan, planWithPolicy, reviewAsHeld } from './review-as-held.ts';
import { lastSubmission, type SubmitNote } from './reviewer-people.ts';
import { missingReviews, type Reviewer, reviewersFor } from './reviewers.ts';
import { type SeenBy, whoHasSeen } from './see-plan.ts';
import type { ReturnNote } from './send-back.ts';
import { type TaskReview, taskReviews } from './task-reviews.ts';

export interface PlanView extends HeldPlan {
  readonly names: Names;
  readonly reviewers: readonly Reviewer[];
  readonly missing: readonly { readonly by: Party; readonly point: ReviewPoint }[];
  /** Whom each line came from. */
  readonly note: DraftNote | null;
  readonly submitted: SubmitNote | null;
  readonly taskReviews: readonly TaskReview[];
  /** The last time that a reviewer returned it since it was issued, if ever. */
  readonly returned: ReturnNote | null;
  /** Versions that were issued, oldest first. */
  readonly issued: readonly Plan[];
  /** Why versions were made, by version. */
  readonly reasons: ReadonlyMap<number, string>;
}

export async function planView(deps: Deps, no: string): Promise<Result<PlanView, Refusal>> {
  const held = await planWithPolicy(deps, no);
  if (!held.ok) return held;
  const { db } = deps;
  const { plan, policy } = held.value;
  const reviewers = reviewersFor(policy, plan.year);
  const issued = await issuedPlans(db, no);
  const lastIssued = issued.at(-1)?.version ?? 0;
  const submitted = await lastSubmission(db, no);
  const returns = await factBodies<ReturnNote>(db, 'plan-returned');
  const revised = await factBodies<DraftNote & { readonly reason: string }>(db, 'plan-revised');
  return ok({
    ...held.value,
    names: await namesAsHeld(db, plan),
    reviewers,
    missing: missingReviews(reviewers, plan.approvals),
    note: await draftNote(deps, plan),
    submitted: submitted?.version === plan.version ? submitted : null,
    taskReviews: await taskReviews(db, no, plan.version),
    returned: returns.findLast(({ body }) => body.plan === no && body.version > lastIssued)?.body ?? null,
    issued,
    reasons: new Map(revised.filter(({ body }) => body.plan === no).map(({ body }) => [body.version, body.reason])),
  });
}

/**
 * What the lists say about it now, for those who look. It counts the whole register, and a reviewer at work renews several posts with
 * each word, so that the last review of a database is kept until anything was recorded that it could rest on.
 */
export async function reviewOf(deps: Deps, held: HeldPlan): Promise<Review> {
  const { plan, revision } = held;
  const rested = await lastOtherThan(deps.db, besideThePoint);
  const key = JSON.stringify([plan.no, revision, rested, dayOf(deps.now())]);
  const last = lastReviews.get(deps.db);
  if (last?.key === key) return last.review;
  const review = reviewAsHeld(deps, held);
  lastReviews.set(deps.db, { key, review });
  // What failed is tried anew.
  review.catch(() => lastReviews.delete(deps.db));
  return review;
}

const lastReviews = new WeakMap<Db, { readonly key: string; readonly review: Promise<Review> }>();

/** Facts that no review rests on. Everything else makes it be worked out anew, whether or not it needed to be. */
const besideThePoint = [
  'task-reviewed',
  'plan-seen',
  'plan-checked',
  'plan-submitted',
  'reminder-sent',
  'checkpoint-posted',
  'person-invited',
  'chat-linked',
  'chat-unlinked',
  'channel-named',
] as const satisfies readonly FactKind[];

/** Who has noted the last version that was issued; nobody need note a draft. */
export async function seenOf({ db }: Pick<Deps, 'db'>, { issued }: PlanView): Promise<readonly SeenBy[]> {
  const last = issued.at(-1);
  return last === undefined ? [] : whoHasSeen(db, last);
}

/** The plan that is meant where nobody names one: the one that was drafted last. */
export async function lastPlan(db: Db): Promise<string | null> {
  const drafted = (await factBodies<{ plan: string }>(db, 'plan-drafted')).at(-1)?.body.plan;
  return drafted ?? (await plans(db)).at(-1)?.no ?? null;
}
