/** What the posts of this stage say: the plan for the office, each reviewer's own, each department's part once it is issued, a copy for the others. */
import { type About, type PostKind, postKindOf } from '../post.ts';
import { planCopy } from './plan/copy.ts';
import { planIssued } from './plan/issued.ts';
import { planReturned } from './plan/returned.ts';
import { planReview } from './plan/review.ts';
import { planRoot } from './plan/root.ts';

export const planPosts: Readonly<Record<string, PostKind<About>>> = {
  plan: postKindOf(planRoot),
  'plan-review': postKindOf(planReview),
  'plan-issued': postKindOf(planIssued),
  'plan-copy': postKindOf(planCopy),
  'plan-returned': postKindOf(planReturned),
};
