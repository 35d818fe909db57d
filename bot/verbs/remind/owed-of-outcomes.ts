/** Outcomes that departments have not entered yet, or that came back, and those that wait for a reviewer, of this year's draws and lists. */
import { type Calendar, type CivilDate, yearOf } from '../../../core/calendar.ts';
import { outcomeId } from '../../../core/outcome/key.ts';
import { reviewKey, reviewState } from '../../../core/outcome/review.ts';
import { fromOutcomes, fromReview } from '../../../core/owed/from-outcomes.ts';
import type { Owed } from '../../../core/owed/owed.ts';
import { outcomesNamed } from '../../../db/outcomes.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { excusedOutcomes } from '../notice/excused.ts';
import { booksStanding } from '../outcome/books.ts';
import { reviewsOf } from '../outcome/reviewed.ts';
import { reviewersOf } from '../outcome/reviewers.ts';
import { visitStates } from '../visit/visit-states.ts';

export async function owedOfOutcomes(deps: Deps, calendar: Calendar, today: CivilDate): Promise<readonly Owed[]> {
  const [excused, names] = await Promise.all([excusedOutcomes(deps.db), booksStanding(deps.db)]);
  const owed = await Promise.all(names.map((name) => ofBook(deps, name, excused, calendar, today)));
  return owed.flat();
}

interface Tally {
  missing: number;
  returned: number;
  waiting: number;
  /** The first day of each kind. */
  entry: CivilDate | null;
  review: CivilDate | null;
}

async function ofBook(
  deps: Deps,
  name: string,
  excused: ReadonlyMap<string, string>,
  calendar: Calendar,
  today: CivilDate,
): Promise<readonly Owed[]> {
  const held = await visitStates(deps, name);
  if (!held.ok || yearOf(held.value.book.window.to) < yearOf(today)) return [];
  const { book, states } = held.value;
  const [reviews, named] = await Promise.all([reviewsOf(deps.db, book.source), outcomesNamed(deps.db, book.source)]);
  const entered = new Map(named.map((each) => [reviewKey(each.visit, each.department, each.item), each]));
  const tallies = new Map<string, Tally>();
  for (const { visit, bodies } of book.visits.values()) {
    for (const { department, items } of bodies) {
      const tally = tallies.get(department) ?? { missing: 0, returned: 0, waiting: 0, entry: null, review: null };
      tallies.set(department, tally);
      const went = states.get(visit)?.bodies.get(department)?.held ?? null;
      for (const { code } of items) {
        const key = reviewKey(visit, department, code);
        const outcome = entered.get(key);
        if (outcome === undefined) {
          const since = went !== null ? went.on : today > book.window.to ? book.window.to : null;
          if (since === null || excused.has(outcomeId({ source: book.source, visit, department, item: code })))
            continue;
          tally.missing += 1;
          tally.entry = earlier(tally.entry, since);
          continue;
        }
        const review = reviews.get(key);
        const state = reviewState(outcome.seq, review);
        if (state === 'returned') {
          tally.returned += 1;
          tally.entry = earlier(tally.entry, dayOf(review?.at ?? outcome.at));
        } else if (state === 'waiting') {
          tally.waiting += 1;
          tally.review = earlier(tally.review, dayOf(outcome.at));
        }
      }
    }
  }
  const owed: Owed[] = [];
  for (const [department, { missing, returned, waiting, entry, review }] of tallies) {
    const of = { book: name, department };
    if (entry !== null) owed.push(...fromOutcomes({ ...of, missing, returned, since: entry }, calendar));
    if (review === null) continue;
    const reviewers = await reviewersOf(deps, department);
    owed.push(...fromReview({ ...of, waiting, since: review, reviewers }, calendar));
  }
  return owed;
}

const earlier = (a: CivilDate | null, b: CivilDate): CivilDate => (a === null || b < a ? b : a);
