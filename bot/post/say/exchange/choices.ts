/** The buttons under problems and meetings. What they lead to stands in `bot/chat/exchange/`. */
import type { Choice } from '../../../message/message.ts';

export const solveChoice = (problem: number): Choice => ({
  id: 'problem-solve',
  about: String(problem),
  label: { zh: '办结', en: 'Solved' },
  weight: 'primary',
});

export const assignChoice = (problem: number): Choice => ({
  id: 'problem-assign',
  about: String(problem),
  label: { zh: '交办', en: 'Hand on' },
});

export const answerMeetingChoices = (meeting: number): readonly Choice[] => [
  { id: 'meeting-come', about: String(meeting), label: { zh: '参加', en: 'We come' }, weight: 'primary' },
  { id: 'meeting-away', about: String(meeting), label: { zh: '请假', en: 'We cannot' } },
];

export const minutesChoice = (meeting: number): Choice => ({
  id: 'meeting-held',
  about: String(meeting),
  label: { zh: '登记会议记录', en: 'Minutes' },
  weight: 'primary',
});
