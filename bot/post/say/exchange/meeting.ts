/** A meeting: to the office who comes, to each department what is asked of it; after it, what was decided. */
import { dateInChinese } from '../../../../core/calendar.ts';
import type { Meeting } from '../../../../core/exchange/meeting.ts';
import { meetingWords } from '../../../../core/exchange/words.ts';
import type { Words } from '../../../../core/words.ts';
import { firstOf, heading, type Part, same } from '../../../message/message.ts';
import type { Place } from '../../../message/messenger.ts';
import { departmentIn } from '../../../say/owed.ts';
import { meetingOnRecord } from '../../../verbs/exchange/meetings.ts';
import { departmentNames } from '../../../verbs/registry/departments.ts';
import type { PostKind } from '../../post.ts';
import { answerMeetingChoices, minutesChoice } from './choices.ts';
import { ownerWords } from './problem.ts';

type NameOf = (code: string) => string;

export const meetingPost: PostKind<{ readonly meeting: number; readonly place: Place }> = {
  place: ({ place }) => place,
  under: () => null,
  say: async ({ db }, { meeting: no, place }) => {
    const meeting = await meetingOnRecord(db, no);
    if (meeting === null) return null;
    const nameOf = await departmentNames(db);
    const { zh, en } = meetingWords[meeting.kind];
    const when = { zh: `${dateInChinese(meeting.on)}${meeting.time}`, en: `${meeting.on} ${meeting.time}`.trim() };
    const summary: Words =
      meeting.held === null
        ? { zh: `${zh}通知：${meeting.title}，${when.zh}。`, en: `Called, ${en}: ${meeting.title}, ${when.en}.` }
        : { zh: `${zh}已召开：${meeting.title}。`, en: `Held, ${en}: ${meeting.title}.` };
    return {
      summary,
      parts: [
        heading(`${zh}：${meeting.title}`, `${en}: ${meeting.title}`),
        {
          kind: 'facts',
          facts: [
            { name: { zh: '时间', en: 'When' }, value: when },
            { name: { zh: '地点', en: 'Where' }, value: same(meeting.place) },
          ],
        },
        { kind: 'list', items: meeting.agenda.map(same) },
        ...(meeting.held === null ? before(meeting, place, nameOf) : afterwards(meeting, meeting.held, nameOf)),
      ],
    };
  },
};

function before(meeting: Meeting, place: Place, nameOf: NameOf): readonly Part[] {
  const { no, invited, answers } = meeting;
  const department = departmentIn(place);
  if (department !== null)
    return [...ownAnswer(meeting, department), { kind: 'choices', choices: answerMeetingChoices(no) }];
  const coming = invited.filter((code) => answers.get(code)?.coming === true);
  const away = invited.filter((code) => answers.get(code)?.coming === false);
  const open = invited.filter((code) => !answers.has(code));
  const names = (codes: readonly string[]): Words =>
    codes.length === 0 ? { zh: '无', en: 'none' } : same(codes.map(nameOf).join('、'));
  return [
    {
      kind: 'facts',
      facts: [
        { name: { zh: `参加（${coming.length}）`, en: `Coming (${coming.length})` }, value: names(coming) },
        { name: { zh: `请假（${away.length}）`, en: `Not coming (${away.length})` }, value: names(away) },
        { name: { zh: `未答复（${open.length}）`, en: `No answer (${open.length})` }, value: names(open) },
      ],
    },
    {
      kind: 'choices',
      choices: [minutesChoice(no)],
    },
  ];
}

function ownAnswer({ answers }: Meeting, department: string): readonly Part[] {
  const answer = answers.get(department);
  if (answer === undefined) return [];
  const words = answer.words === '' ? '' : `：${answer.words}`;
  return [
    {
      kind: 'text',
      words: answer.coming
        ? { zh: `贵单位已答复：参加${words}`, en: `Your answer: coming${words}` }
        : { zh: `贵单位已答复：请假${words}`, en: `Your answer: not coming${words}` },
    },
  ];
}

/** More decisions than one meeting takes. */
const decisionsShown = 30;

function afterwards(meeting: Meeting, held: NonNullable<Meeting['held']>, nameOf: NameOf): readonly Part[] {
  const lines = held.decisions.map(({ words, owner, due }): Words => {
    const who = ownerWords(owner, nameOf);
    const day = due === null ? { zh: '', en: '' } : { zh: `，${dateInChinese(due)}前`, en: `, by ${due}` };
    return { zh: `${words}（${who.zh}${day.zh}）`, en: `${words} (${who.en}${day.en})` };
  });
  const came = {
    zh: `到会 ${held.present.length} 个单位，应到 ${meeting.invited.length} 个。`,
    en: `${held.present.length} of ${meeting.invited.length} came.`,
  };
  return [
    { kind: 'text', words: came },
    ...(lines.length === 0
      ? []
      : [heading('议定事项', 'Decided'), { kind: 'list' as const, items: firstOf(lines, decisionsShown, '项') }]),
  ];
}
