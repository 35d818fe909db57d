/** Invitations that partners have not answered, and plans from above that a department has neither signed for nor returned. */
import { type Calendar, type CivilDate, yearOf } from '../calendar.ts';
import { type Invitation, type InvitationAnswer, partnerStates } from '../consult/invitation.ts';
import { type SuperiorAnswer, type SuperiorPlan, signStates } from '../consult/superior.ts';
import { keyOf, type Owed } from './owed.ts';
import { beforeDue, lying, over, together } from './rounds.ts';

export function fromInvitation(
  invitation: Invitation,
  given: readonly InvitationAnswer[],
  calendar: Calendar,
  today: CivilDate,
): readonly Owed[] {
  const { no, lead, letter } = invitation;
  const due = letter.answerBy;
  // A letter that was never answered is settled by its task having been carried out without it, within the year.
  if (yearOf(today) > Math.max(letter.year, yearOf(due))) return [];
  const { rounds, unsure } = beforeDue(calendar, due, 1, invitation.on);
  return partnerStates(invitation, given, today)
    .filter(({ answer }) => answer === null)
    .map(({ partner }): Owed => {
      const by = `department:${partner}` as const;
      return {
        key: keyOf('invitation', [no], by, due),
        matter: { kind: 'invitation', invitation: no, name: letter.name },
        by,
        waits: `department:${lead}`,
        due,
        until: null,
        missing: [],
        unsure,
        rule: null,
        rounds,
      };
    });
}

/** Nothing sets a day: reminded of after three working days, and once more after ten. */
export function fromSuperiorPlan(
  plan: SuperiorPlan,
  given: readonly SuperiorAnswer[],
  calendar: Calendar,
  today: CivilDate,
): readonly Owed[] {
  if (yearOf(today) > plan.year) return [];
  const { rounds, unsure } = together(lying(calendar, plan.on, 3), over(calendar, plan.on, 10));
  return signStates(plan, given, today)
    .filter(({ kind }) => kind === 'unsigned')
    .map(({ department }): Owed => {
      const by = `department:${department}` as const;
      return {
        key: keyOf('superior-plan', [plan.no], by, null),
        matter: { kind: 'superior-plan', no: plan.no, number: plan.number },
        by,
        waits: 'office',
        due: null,
        until: null,
        missing: [],
        unsure,
        rule: null,
        rounds,
      };
    });
}
