/** Of an open consultation: each silent department owes its reply, and the office a look at who is silent. */
import type { Calendar } from '../calendar.ts';
import { isWithoutLetter } from '../consult/fact.ts';
import type { ConsultationState } from '../consult/state.ts';
import { deadlineOf, tallyOf } from '../consult/tally.ts';
import { keyOf, type Owed } from './owed.ts';
import { beforeDue, escalation } from './rounds.ts';

export function fromConsultation(state: ConsultationState, calendar: Calendar): readonly Owed[] {
  if (state.closed !== null || isWithoutLetter(state.no)) return [];
  const { silent } = tallyOf(state);
  if (silent.length === 0) return [];
  const consultation = state.no;
  const last = deadlineOf(state, calendar);
  const due = last.date;
  const replies = beforeDue(calendar, due, 2, state.openedOn);
  const office = escalation(calendar, due, state.openedOn);
  const common = { due, until: null, rule: null };
  return [
    ...silent.map((code): Owed => {
      const by = `department:${code}` as const;
      return {
        ...common,
        key: keyOf('reply', [consultation], by, due),
        matter: { kind: 'reply', consultation },
        by,
        waits: 'office',
        missing: last.missing,
        unsure: replies.unsure,
        rounds: replies.rounds,
      };
    }),
    {
      ...common,
      key: keyOf('silent', [consultation], 'office', due),
      matter: { kind: 'silent', consultation, departments: silent },
      by: 'office',
      waits: null,
      missing: last.missing,
      unsure: office.unsure,
      rounds: office.rounds,
    },
  ];
}
