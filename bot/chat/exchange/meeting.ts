/** A meeting called, answered and put on record. */
import { meetingKinds } from '../../../core/exchange/meeting.ts';
import { meetingWords } from '../../../core/exchange/words.ts';
import { one, some } from '../../message/form.ts';
import { readNumber } from '../../post/say/invite/about.ts';
import { dayOf } from '../../today.ts';
import { authorise } from '../../verbs/act.ts';
import { answerMeeting } from '../../verbs/exchange/answer-meeting.ts';
import { callMeeting } from '../../verbs/exchange/call-meeting.ts';
import { type HeldMeeting, holdMeeting } from '../../verbs/exchange/hold-meeting.ts';
import { meetingOnRecord } from '../../verbs/exchange/meetings.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { atField, filled, noForm, told } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';
import { wordsField } from '../words-field.ts';
import { decisionsIn } from './decisions.ts';
import { fieldOf, titleField } from './fields.ts';

export const callForm: FormDoor = {
  open: async ({ actor }, about) => {
    const allowed = authorise(actor, 'call-meeting');
    if (!allowed.ok) return noForm(allowed.error);
    return {
      form: {
        id: 'meeting-call',
        about,
        title: { zh: '召集会议', en: 'Call a meeting' },
        submit: { zh: '发出通知', en: 'Call' },
        intro: [],
        fields: [
          {
            kind: 'one-of',
            id: 'kind',
            label: { zh: '会议', en: 'Meeting' },
            options: meetingKinds.map((value) => ({ value, label: meetingWords[value] })),
            initial: 'liaison',
          },
          titleField,
          { kind: 'date', id: 'due', label: { zh: '日期', en: 'Day' } },
          {
            kind: 'text',
            id: 'time',
            label: { zh: '时间', en: 'Time' },
            placeholder: { zh: '14:30', en: '14:30' },
            optional: true,
            atMost: 20,
          },
          { kind: 'text', id: 'place', label: { zh: '地点', en: 'Place' }, atMost: 200 },
          {
            kind: 'text',
            id: 'agenda',
            label: { zh: '议程', en: 'Agenda' },
            hint: { zh: '每行一项。', en: 'One point a line.' },
            lines: 'many',
            atMost: 2000,
          },
          {
            kind: 'text',
            id: 'owner',
            label: { zh: '参会单位', en: 'Who is to come' },
            hint: {
              zh: '不填为全体成员单位；只请部分单位的，用顿号分开。',
              en: 'Left empty: everybody. Separate names with “、”.',
            },
            optional: true,
            atMost: 1000,
          },
        ],
      },
    };
  },
  submit: async ({ deps, actor }, _, values) => {
    const kind = meetingKinds.find((each) => each === one(values, 'kind'));
    if (kind === undefined) return atField('kind', { zh: '请选择会议。', en: 'Choose the meeting.' });
    const called = await callMeeting(deps, actor, {
      kind,
      title: one(values, 'title'),
      on: one(values, 'due'),
      time: one(values, 'time'),
      place: one(values, 'place'),
      agenda: one(values, 'agenda'),
      invited: one(values, 'owner')
        .split(/[、,，;；\n]/)
        .flatMap((name) => name.trim() || []),
    });
    return filled(called, fieldOf, ({ meeting }) => ({
      zh: `会议通知已发出，会议编号 ${meeting}。`,
      en: `The meeting is called; its number is ${meeting}.`,
    }));
  },
};

export const answerComing = async ({ deps, actor }: Asked, about: string): Promise<Answer> =>
  told(await answerMeeting(deps, actor, { meeting: readNumber(about).no, coming: true, words: '' }), () => ({
    zh: '已答复：参加。',
    en: 'Answered: coming.',
  }));

export const awayForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const { no } = readNumber(about);
    const meeting = await meetingOnRecord(deps.db, no);
    const { department } = actor;
    const allowed = authorise(actor, 'answer-meeting', { department });
    if (!allowed.ok) return noForm(allowed.error);
    if (meeting === null) return noForm({ stage: 'exchange', why: { reason: 'no-meeting', no } });
    if (!meeting.invited.includes(department))
      return noForm({ stage: 'exchange', why: { reason: 'not-invited', no, department } });
    return {
      form: {
        id: 'meeting-away',
        about,
        title: { zh: '会议请假', en: 'Not coming' },
        submit: { zh: '提交', en: 'Send' },
        intro: [{ kind: 'text', words: { zh: meeting.title, en: meeting.title } }],
        fields: [wordsField({ zh: '请假事由', en: 'Why' })],
      },
    };
  },
  submit: async ({ deps, actor }, about, values) =>
    filled(
      await answerMeeting(deps, actor, { meeting: readNumber(about).no, coming: false, words: one(values, 'words') }),
      fieldOf,
      () => ({ zh: '已答复：请假。', en: 'Answered: not coming.' }),
    ),
};

export const minutesForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const { no } = readNumber(about);
    const allowed = authorise(actor, 'hold-meeting');
    if (!allowed.ok) return noForm(allowed.error);
    const meeting = await meetingOnRecord(deps.db, no);
    if (meeting === null) return noForm({ stage: 'exchange', why: { reason: 'no-meeting', no } });
    if (meeting.held !== null) return noForm({ stage: 'exchange', why: { reason: 'held-already', no } });
    const nameOf = await departmentNames(deps.db);
    const today = dayOf(deps.now());
    return {
      form: {
        id: 'meeting-held',
        about,
        title: { zh: '登记会议记录', en: 'Minutes' },
        submit: { zh: '登记', en: 'Record' },
        intro: [{ kind: 'text', words: { zh: meeting.title, en: meeting.title } }],
        fields: [
          {
            kind: 'date',
            id: 'on',
            label: { zh: '召开日期', en: 'HeldMeeting on' },
            initial: meeting.on <= today ? meeting.on : today,
          },
          {
            kind: 'some-of',
            id: 'absent',
            label: { zh: '未到会单位', en: 'Who did not come' },
            options: meeting.invited
              .slice(0, 100)
              .map((value) => ({ value, label: { zh: nameOf(value), en: nameOf(value) } })),
            initial: meeting.invited.slice(0, 100).filter((code) => meeting.answers.get(code)?.coming === false),
            optional: true,
          },
          {
            kind: 'text',
            id: 'words',
            label: { zh: '议定事项', en: 'What was decided' },
            hint: {
              zh: '每行一项，写作“事项；承办单位；期限”，如：更新人员名录库；县司法局；2025-09-30。期限可以不写。',
              en: 'One a line: “what; who; by when”, such as: renew the roster; county justice bureau; 2025-09-30.',
            },
            lines: 'many',
            optional: true,
            atMost: 3000,
          },
        ],
      },
    };
  },
  submit: async ({ deps, actor }, about, values) => {
    const decisions = decisionsIn(one(values, 'words'));
    if (!decisions.ok) return atField('words', decisions.error);
    const held = await holdMeeting(deps, actor, {
      meeting: readNumber(about).no,
      on: one(values, 'on'),
      absent: some(values, 'absent'),
      decisions: decisions.value,
    });
    return filled(held, (refusal) => (fieldOf(refusal) === 'on' ? 'on' : 'words'), recorded);
  },
};

const recorded = ({ present, problems }: HeldMeeting) => ({
  zh: `会议记录已登记，到会 ${present.length} 个单位；议定事项 ${problems.length} 项，已交承办单位并列入提醒。`,
  en: `The minutes are on record: ${present.length} departments came; ${problems.length} matters are with their owners.`,
});
