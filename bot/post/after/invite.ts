/** Posts that follow from letters to partners, plans from above, missing items and offers to join tasks. */
import type { Invitation, InvitationAnswer } from '../../../core/consult/invitation.ts';
import type { SuperiorAnswer, SuperiorPlan } from '../../../core/consult/superior.ts';
import { type AskedOffer, offerKey } from '../../../core/plan/join.ts';
import type { Advance, MissingItem } from '../../../core/registry/missing-item.ts';
import type { Place } from '../../message/messenger.ts';
import type { OutsideList } from '../../verbs/draw/outside-lists.ts';
import type { After, Post } from '../post.ts';

const letterTo = (invitation: number, partner: string): Post => ({
  kind: 'invitation',
  about: { invitation, partner },
});
/** Where the answers to a letter stand, for those who sent it. */
const lettersAt = (invitation: number, place: Place): Post => ({
  kind: 'invitation-answers',
  about: { invitation, place },
});
const senders = (invitation: number, lead: string): readonly Post[] => [
  lettersAt(invitation, 'office'),
  lettersAt(invitation, `department:${lead}`),
];

const missingAt = (no: number): Post => ({ kind: 'missing-item', about: { no } });
export const missingOf = (no: number, department: string): Post => ({
  kind: 'missing-item-own',
  about: { no, department },
});
const missing = ({ no, department }: Pick<MissingItem, 'no' | 'department'>): readonly Post[] => [
  missingAt(no),
  missingOf(no, department),
];

const superiorAt = (no: number): Post => ({ kind: 'superior-plan', about: { no } });
const superiorOf = (no: number, department: string): Post => ({
  kind: 'superior-plan-own',
  about: { no, department },
});

const offers = (plan: string, tasks: readonly string[], leads: readonly string[]): readonly Post[] =>
  ['office', ...leads.map((lead) => `department:${lead}`)].map((place) => ({
    kind: 'joining',
    about: { plan, tasks: offerKey(tasks), place },
  }));

interface Drafted {
  readonly plan: string;
  readonly suggestions?: readonly AskedOffer[];
}
interface OfOffer {
  readonly plan: string;
  readonly tasks: readonly string[];
  readonly leads: readonly string[];
}

const offered = ({ plan, suggestions = [] }: Drafted): readonly Post[] =>
  suggestions.flatMap(({ tasks, leads }) => offers(plan, tasks, leads));

/** A list drawn elsewhere, to the office and to the lead of its task. */
const outside = ({ list, lead }: Partial<Pick<OutsideList, 'list' | 'lead'>>): readonly Post[] =>
  list === undefined
    ? []
    : ['office', ...(lead === undefined ? [] : [`department:${lead}`])].map((place) => ({
        kind: 'outside-list',
        about: { list, place },
      }));

export const afterInvite = {
  'invitation-sent': ({ no, lead, partners }: Invitation) => [
    ...senders(no, lead),
    ...partners.map((partner) => letterTo(no, partner)),
  ],
  'invitation-answered': ({ invitation, partner, lead }: InvitationAnswer & { readonly lead: string }) => [
    ...senders(invitation, lead),
    letterTo(invitation, partner),
  ],
  'missing-item-reported': missing,
  'missing-item-advanced': ({ no, department, step }: Advance & Pick<MissingItem, 'department'>) => [
    ...missing({ no, department }),
    // A renewed post calls nobody; what province or city decided is said anew.
    ...(step === 'added' || step === 'refused'
      ? [{ kind: 'missing-item-settled', about: { no, department, step } }]
      : []),
  ],
  'superior-plan-received': ({ no, sign }: SuperiorPlan) => [
    superiorAt(no),
    ...sign.map((department) => superiorOf(no, department)),
  ],
  'superior-plan-answered': ({ no, department }: SuperiorAnswer) => [superiorAt(no), superiorOf(no, department)],
  'plan-drafted': offered,
  'plan-revised': offered,
  'joining-answered': ({ plan, tasks, leads }: OfOffer) => offers(plan, tasks, leads),
  'outside-draw-taken-in': outside,
  'tasks-joined': ({ plan, tasks, leads }: OfOffer) => offers(plan, tasks, leads),
} as const satisfies After;
