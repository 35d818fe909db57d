/** Posts that follow from facts of this stage. Whoever was asked to review hears of whatever becomes of the plan. */
import type { ReviewersTold, SubmitNote } from '../../verbs/plan/reviewer-people.ts';
import type { SeenNote } from '../../verbs/plan/see-plan.ts';
import type { After, Post } from '../post.ts';

interface OfPlan {
  readonly plan: string;
}

interface Told extends OfPlan {
  /** Who was asked to review it, in which version; facts of an older program do not say. */
  readonly told?: ReviewersTold;
}

interface Issued extends Told {
  readonly departments?: readonly string[];
  /** Addressees in no department of the list. */
  readonly persons?: readonly string[];
  readonly versions?: readonly number[];
}

const root = ({ plan }: OfPlan): Post => ({ kind: 'plan', about: { plan } });
/** Each version has posts of its own: one that is only renewed calls nobody. */
const review = (plan: string, version: number, person: string): Post => ({
  kind: 'plan-review',
  about: { plan, version, person },
});
const issued = (plan: string, version: number, department: string): Post => ({
  kind: 'plan-issued',
  about: { plan, version, department },
});

const toReviewers = (body: Told): readonly Post[] => [
  root(body),
  ...(body.told?.persons ?? []).map((person) => review(body.plan, body.told?.version ?? 0, person)),
];

export const afterPlan = {
  'plan-drafted': (body: OfPlan) => [root(body)],
  'plan-revised': toReviewers,
  'plan-checked': (body: OfPlan) => [root(body)],
  'finding-overridden': (body: OfPlan) => [root(body)],
  'plan-submitted': ({ plan, version, reviewers }: SubmitNote) =>
    toReviewers({ plan, told: { version, persons: reviewers.map(({ person }) => person) } }),
  'task-reviewed': toReviewers,
  'plan-approved': toReviewers,
  'plan-returned': (body: Told & { readonly version: number }) => [
    ...toReviewers(body),
    { kind: 'plan-returned', about: { plan: body.plan, version: body.version } },
  ],
  'plan-issued': (body: Issued) => [
    ...toReviewers(body),
    ...(body.versions ?? []).flatMap((version) => [
      ...(body.departments ?? []).map((department) => issued(body.plan, version, department)),
      ...(body.persons ?? []).map(
        (person): Post => ({ kind: 'plan-copy', about: { plan: body.plan, version, person } }),
      ),
    ]),
  ],
  'plan-published': (body: OfPlan) => [root(body)],
  'plan-seen': (body: SeenNote) => [
    root(body),
    ...(body.department === '' ? [] : [issued(body.plan, body.version, body.department)]),
  ],
} as const satisfies After;
