/**
 * 审核检查结果: a person other than who entered it, and than who was there, passes or returns what was entered (石狮 2024 四(二)). Many rows in one act; of
 * all that wait, only what had been entered when the reviewer looked. What is returned is entered anew.
 */
import { visitId } from '../../../core/outcome/key.ts';
import { type ReviewedRow, reviewKey, reviewState } from '../../../core/outcome/review.ts';
import { ok, type Result } from '../../../core/result.ts';
import { type EnteredOutcome, standingOutcomes } from '../../../db/outcomes.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, factOf } from '../act.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { tooLong } from '../too-long.ts';
import { bodyAt, type OutcomeBook, outcomeBook } from './book.ts';
import { entryOf } from './entry.ts';
import { ownerOf } from './reach.ts';
import type { ReviewRefusal } from './refusal.ts';
import { type OutcomesReviewed, reviewsOf } from './reviewed.ts';
import { postsOfReview } from './reviewers.ts';

export type RowsToReview =
  /** Every outcome that waits and was entered by this fact or before: what somebody has not seen he does not pass. */
  | { readonly kind: 'waiting'; readonly upTo: number }
  /** @param outcome the version that was read; null for the one that stands */
  | {
      readonly kind: 'rows';
      readonly rows: readonly { readonly visit: number; readonly item: string; readonly outcome: number | null }[];
    };

export interface ReviewInput {
  readonly book: string;
  readonly department: string;
  readonly rows: RowsToReview;
  readonly passed: boolean;
  readonly words: string;
}

export interface ReviewDone {
  readonly passed: boolean;
  readonly count: number;
  /** Waiting rows that the reviewer entered or inspected himself: somebody else reads them. */
  readonly own: number;
}

/** Visits of one fact: the dossier of each holds the whole body. */
const visitsMost = 100;

export async function reviewOutcomes(
  deps: Deps,
  actor: Actor,
  input: ReviewInput,
): Promise<Result<ReviewDone, Refusal>> {
  const { db } = deps;
  const { book: name, department, passed } = input;
  const owner = ownerOf(actor, department, await departmentsAsHeld(db));
  return act<ReviewDone>(deps, actor, 'review-outcomes', owner, async () => {
    const words = input.words.trim();
    if (!passed && words === '') return refuse('outcome', { reason: 'no-words-of-return' });
    const long = tooLong(words);
    if (long !== null) return refuse('outcome', long);
    const worked = await outcomeBook(deps, name);
    if (!worked.ok) return worked;
    const book = worked.value;
    const standing = await standingIn(deps, book, department);
    const reviews = await reviewsOf(db, book.source);
    const stateOf = (each: EnteredOutcome) =>
      reviewState(each.seq, reviews.get(reviewKey(each.visit, department, each.item)));
    const isOwn = (each: EnteredOutcome): boolean => isOwnWork(actor, each);
    const { rows } = input;
    let chosen: readonly EnteredOutcome[];
    let own = 0;
    if (rows.kind === 'waiting') {
      const waiting = standing.filter((each) => each.seq <= rows.upTo && stateOf(each) === 'waiting');
      chosen = waiting.filter((each) => !isOwn(each));
      own = waiting.length - chosen.length;
      if (chosen.length === 0) {
        if (own === 0) return already({ passed, count: 0, own });
        return refuse('outcome', { reason: 'reviews-own', nos: nosOf(book, waiting), person: actor.person });
      }
    } else {
      const found = matched(book, standing, rows.rows);
      if (!found.ok) return refuse('outcome', found.error);
      const mine = found.value.filter(isOwn);
      if (mine.length > 0)
        return refuse('outcome', { reason: 'reviews-own', nos: nosOf(book, mine), person: actor.person });
      const target = passed ? 'passed' : 'returned';
      chosen = found.value.filter((each) => stateOf(each) !== target);
      if (chosen.length === 0) return already({ passed, count: found.value.length, own });
      // Once said, the opposite is said with its reason.
      if (words === '' && chosen.some((each) => stateOf(each) !== 'waiting'))
        return refuse('outcome', { reason: 'no-words-of-change', nos: nosOf(book, chosen) });
    }
    const bodies = bodiesOf(book, department, chosen, { passed, words });
    return ok({
      facts: bodies.map((body) => factOf(actor, 'review-outcomes', asJson(body))),
      outbox: await postsOfReview(deps, { book: name, department }),
      value: { passed, count: chosen.length, own },
    });
  });
}

/** Who entered it, and who says in it that he was there. */
export const isOwnWork = ({ person, inspector }: Actor, outcome: EnteredOutcome): boolean =>
  outcome.person === person || (inspector !== '' && entryOf(outcome).inspectors.includes(inspector));

/** Outcomes of a department that stand, of visits and items that stand. */
export async function standingIn(
  { db }: Pick<Deps, 'db'>,
  book: OutcomeBook,
  department: string,
): Promise<readonly EnteredOutcome[]> {
  const visits = [...book.visits.values()].filter((visit) => bodyAt(visit, department) !== undefined);
  const entered = await standingOutcomes(
    db,
    book.source,
    visits.map(({ visit }) => visit),
  );
  return entered.filter((each) => {
    const visit = book.visits.get(each.visit);
    const body = visit === undefined ? undefined : bodyAt(visit, department);
    return each.department === department && body?.items.some(({ code }) => code === each.item);
  });
}

function matched(
  book: OutcomeBook,
  standing: readonly EnteredOutcome[],
  rows: Extract<RowsToReview, { kind: 'rows' }>['rows'],
): Result<readonly EnteredOutcome[], ReviewRefusal> {
  const found = new Map<string, EnteredOutcome>();
  for (const { visit, item, outcome } of rows) {
    const held = standing.find((each) => each.visit === visit && each.item === item);
    const no = book.visits.get(visit)?.no ?? String(visit);
    if (held === undefined) return { ok: false, error: { reason: 'not-entered', no, item } };
    if (outcome !== null && outcome !== held.seq) return { ok: false, error: { reason: 'entered-anew', no, item } };
    found.set(`${visit}/${item}`, held);
  }
  if (found.size === 0) return { ok: false, error: { reason: 'no-rows' } };
  return ok([...found.values()]);
}

function bodiesOf(
  { book, source }: OutcomeBook,
  department: string,
  chosen: readonly EnteredOutcome[],
  { passed, words }: Pick<ReviewInput, 'passed' | 'words'>,
): readonly OutcomesReviewed[] {
  const byVisit = [...Map.groupBy(chosen, ({ visit }) => visit).entries()];
  const bodies: OutcomesReviewed[] = [];
  for (let from = 0; from < byVisit.length; from += visitsMost) {
    const some = byVisit.slice(from, from + visitsMost);
    bodies.push({
      ...{ book, source, department },
      visits: some.map(([visit]) => visitId(source, visit)),
      rows: some
        .flatMap(([, rows]) => rows)
        .map(({ visit, item, seq }): ReviewedRow => ({ visit, item, outcome: seq })),
      ...{ passed, words },
    });
  }
  return bodies;
}

const nosOf = (book: OutcomeBook, outcomes: readonly EnteredOutcome[]): readonly string[] => [
  ...new Set(outcomes.map(({ visit }) => book.visits.get(visit)?.no ?? String(visit))),
];
