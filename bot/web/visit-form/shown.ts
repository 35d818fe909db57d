/** The joint form as one person sees it: what he may enter, have signed and review, and where each item is. */
import { versionsOf } from '../../../core/outcome/form.ts';
import { visitId } from '../../../core/outcome/key.ts';
import { reviewKey, reviewState } from '../../../core/outcome/review.ts';
import { standingOutcomes } from '../../../db/outcomes.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { may } from '../../rights.ts';
import type { HeldForm } from '../../verbs/outcome/joint-form.ts';
import { ownerOf } from '../../verbs/outcome/reach.ts';
import { isOwnWork } from '../../verbs/outcome/review.ts';
import { reviewsOf } from '../../verbs/outcome/reviewed.ts';
import { signatureOf } from '../../verbs/outcome/sign.ts';
import { visitNow } from '../../verbs/outcome/visit-now.ts';
import { peopleNames } from '../../verbs/people/roll.ts';
import type { FormShown } from './form-page.ts';

export async function shownTo(deps: Deps, actor: Actor, { book, form, reach, own }: HeldForm): Promise<FormShown> {
  const reviews = await reviewsOf(deps.db, book.source);
  const seqs = new Map(versionsOf(form).map(({ department, item, outcome }) => [`${department}/${item}`, outcome]));
  const reviewAt = (department: string, item: string): ReturnType<FormShown['review']> => {
    const seq = seqs.get(`${department}/${item}`);
    const review = reviews.get(reviewKey(form.visit, department, item));
    if (seq === undefined) return null;
    const state = reviewState(seq, review);
    return { state, words: state === 'returned' ? (review?.words ?? '') : '' };
  };
  const department = own?.department ?? null;
  const owner = department === null ? {} : ownerOf(actor, department, reach.departments);
  const isReviewer = department !== null && may(actor, 'review-outcomes', owner).ok;
  const standing = isReviewer ? await standingOutcomes(deps.db, book.source, [form.visit]) : [];
  const toReview = standing
    .filter((each) => each.department === department && !isOwnWork(actor, each))
    .filter(({ item }) => department !== null && reviewAt(department, item)?.state === 'waiting')
    .map(({ item, seq }) => ({ item, outcome: seq }));
  const now = await visitNow(deps, { book, form });
  const personName = await peopleNames(deps);
  return {
    ...{ book: book.book, form, own: department, mayEnter: reach.mayEnter && department !== null },
    maySign: department !== null && may(actor, 'sign-form', owner).ok,
    signed: await signatureOf(deps.db, visitId(book.source, form.visit)),
    review: reviewAt,
    toReview,
    now,
    personName,
  };
}
