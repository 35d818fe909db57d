/** Posts that follow from facts of this stage. Whoever was asked to review hears of whatever becomes of the plan. */
import type { SeenNote } from '../../verbs/plan/see-plan.ts';
import type { After, Post } from '../post.ts';

interface OfPlan {
  readonly plan: string;
}

interface Told extends OfPlan {
  /** Persons who were asked to review it; facts of an older program name nobody. */
  readonly told?: readonly string[];
}

const root = ({ plan }: OfPlan): Post => ({ kind: 'plan', about: { plan } });
const review = (plan: string, person: string): Post => ({ kind: 'plan-review', about: { plan, person } });
const issued = (plan: string, department: string): Post => ({ kind: 'plan-issued', about: { plan, department } });

const toReviewers = (body: Told): readonly Post[] => [
  root(body),
  ...(body.told ?? []).map((person) => review(body.plan, person)),
];

export const afterPlan = {
  'plan-drafted': (body: OfPlan) => [root(body)],
  'plan-revised': toReviewers,
  'plan-checked': (body: OfPlan) => [root(body)],
  'finding-overridden': (body: OfPlan) => [root(body)],
  'plan-submitted': (body: OfPlan & { readonly reviewers: readonly { readonly person: string }[] }) =>
    toReviewers({ plan: body.plan, told: body.reviewers.map(({ person }) => person) }),
  'task-reviewed': toReviewers,
  'plan-approved': toReviewers,
  'plan-returned': toReviewers,
  'plan-issued': (body: Told & { readonly departments?: readonly string[] }) => [
    ...toReviewers(body),
    ...(body.departments ?? []).map((department) => issued(body.plan, department)),
  ],
  'plan-published': (body: OfPlan) => [root(body)],
  'plan-seen': (body: SeenNote) => [
    root(body),
    ...(body.department === '' ? [] : [issued(body.plan, body.department)]),
  ],
} as const satisfies After;
