/** What is owed about problems and meetings. */
import type { Calendar, CivilDate } from '../../../core/calendar.ts';
import { fromMeeting, fromProblem } from '../../../core/owed/from-exchange.ts';
import type { Owed } from '../../../core/owed/owed.ts';
import type { Deps } from '../../deps.ts';
import { meetingsOnRecord } from '../exchange/meetings.ts';
import { problemsHeld } from '../exchange/problems.ts';

export async function owedOfExchange({ db }: Deps, calendar: Calendar, today: CivilDate): Promise<readonly Owed[]> {
  const [problems, meetings] = await Promise.all([problemsHeld(db), meetingsOnRecord(db)]);
  return [
    ...problems.flatMap((problem) => fromProblem(problem, calendar)),
    ...meetings.flatMap((meeting) => fromMeeting(meeting, calendar, today)),
  ];
}
