/** Problems until they are solved, answers to a called meeting, and the minutes of one that has been. */
import type { Calendar, CivilDate } from '../calendar.ts';
import type { Meeting } from '../exchange/meeting.ts';
import type { Problem } from '../exchange/problem.ts';
import { keyOf, type Owed } from './owed.ts';
import { beforeDue, lying, over, type Rounds, together } from './rounds.ts';

export function fromProblem({ no, title, owner, due, on, solved }: Problem, calendar: Calendar): readonly Owed[] {
  if (solved !== null) return [];
  // Where nobody set a day it is asked about once it has lain for a week.
  const rounds = due === null ? lying(calendar, on, 5) : together(beforeDue(calendar, due, 2, on), over(calendar, due));
  return [{ ...owedOf('problem', no, owner, due, rounds), matter: { kind: 'problem', no, title } }];
}

/** Answers are owed until the day of the meeting; minutes from then on. */
export function fromMeeting(meeting: Meeting, calendar: Calendar, today: CivilDate): readonly Owed[] {
  const { no, title, on, invited, answers, held } = meeting;
  if (held !== null) return [];
  if (today > on)
    return [
      {
        ...owedOf('minutes', no, 'office', null, lying(calendar, on, 2)),
        matter: { kind: 'meeting', step: 'minutes', no, title },
      },
    ];
  return invited
    .filter((code) => !answers.has(code))
    .map((code) => ({
      ...owedOf('answer', no, `department:${code}`, on, beforeDue(calendar, on, 1, null)),
      matter: { kind: 'meeting', step: 'answer', no, title },
    }));
}

function owedOf(
  name: 'problem' | 'minutes' | 'answer',
  no: number,
  by: Owed['by'],
  due: CivilDate | null,
  { rounds, unsure }: Rounds,
): Omit<Owed, 'matter'> {
  const key = keyOf(name === 'problem' ? 'problem' : 'meeting', [name, no], by, due);
  return { key, by, waits: 'office', due, until: null, missing: [], unsure, rule: null, rounds };
}
