/** Posts that follow from problems, meetings, practice and news. */
import type { MeetingAnswered, MeetingCalled, MeetingHeld } from '../../../core/exchange/meeting.ts';
import type { PracticePassedOn } from '../../../core/exchange/practice.ts';
import type { ProblemAssigned, ProblemRaised, ProblemSolved } from '../../../core/exchange/problem.ts';
import type { Place } from '../../message/messenger.ts';
import type { After, Post } from '../post.ts';

const problemAt = (problem: number, place: Place): Post => ({ kind: 'problem', about: { problem, place } });
const meetingAt = (meeting: number, place: Place): Post => ({ kind: 'meeting', about: { meeting, place } });
const practiceAt = (practice: number, place: Place): Post => ({ kind: 'practice', about: { practice, place } });

/** The office sees them all, its owner his own, whoever raised it what became of it. */
const problemPlaces = (problem: number, ...places: readonly Place[]): readonly Post[] =>
  [...new Set<Place>(['office', ...places])].map((place) => problemAt(problem, place));

const placeOf = (side: string): Place => (side === 'office' ? 'office' : `department:${side}`);

export const afterExchange = {
  'problem-raised': ({ owner, department }: ProblemRaised, seq: number) =>
    problemPlaces(seq, owner, placeOf(department)),
  'problem-assigned': ({ problem, from, owner }: ProblemAssigned) => problemPlaces(problem, from, owner),
  'problem-solved': ({ problem, owner, department }: ProblemSolved) =>
    problemPlaces(problem, owner, placeOf(department)),
  'meeting-called': ({ invited }: MeetingCalled, seq: number) => [
    meetingAt(seq, 'office'),
    ...invited.map((code) => meetingAt(seq, `department:${code}`)),
  ],
  'meeting-answered': ({ meeting, department }: MeetingAnswered) => [
    meetingAt(meeting, 'office'),
    meetingAt(meeting, `department:${department}`),
  ],
  'meeting-held': ({ meeting, present }: MeetingHeld) => [
    meetingAt(meeting, 'office'),
    ...present.map((code) => meetingAt(meeting, `department:${code}`)),
  ],
  'practice-shared': (_: unknown, seq: number) => [practiceAt(seq, 'office')],
  'practice-passed-on': ({ practice, to }: PracticePassedOn) => [
    practiceAt(practice, 'office'),
    ...to.map((code) => practiceAt(practice, `department:${code}`)),
  ],
  'news-sent': () => [{ kind: 'news', about: {} }],
} as const satisfies After;
