/** What the annual plan waits for: being sent for review, each reviewer's word, issuing, publication. */
import type { Calendar, CivilDate } from '../calendar.ts';
import type { Plan } from '../plan/task.ts';
import { type Debtor, keyOf, type Matter, type Owed } from './owed.ts';
import { lying } from './rounds.ts';

export interface PlanStanding {
  readonly plan: Pick<Plan, 'no' | 'version' | 'state' | 'draftedOn'>;
  /** The day on which it came to its present state, as far as it is recorded. */
  readonly since: CivilDate;
  /** Persons who were asked to review it and have points left to speak on. */
  readonly reviewers: readonly string[];
  /** The policy asks for it to be public. */
  readonly toPublish: boolean;
}

/** Working days that a plan may lie at each step before somebody is reminded. Our reading: no document gives a number. */
const patience = { submit: 5, review: 2, issue: 2, publish: 3 } as const;

export function fromPlan({ plan, since, reviewers, toPublish }: PlanStanding, calendar: Calendar): readonly Owed[] {
  const step = (name: Extract<Matter, { kind: 'plan' }>['step'], by: Debtor, waits: Debtor | null): Owed => {
    const { rounds, unsure } = lying(calendar, since, patience[name]);
    return {
      key: keyOf('plan', [name, plan.no, plan.version], by, null),
      matter: { kind: 'plan', step: name, plan: plan.no, version: plan.version },
      by,
      waits,
      due: null,
      until: null,
      missing: [],
      unsure,
      rule: null,
      rounds,
    };
  };
  switch (plan.state) {
    case 'draft':
      return [step('submit', 'office', null)];
    case 'reviewing':
      return reviewers.map((person) => step('review', `person:${person}`, 'office'));
    case 'approved':
      return [step('issue', 'office', null)];
    case 'issued':
      return toPublish ? [step('publish', 'office', null)] : [];
    case 'published':
      return [];
  }
}
