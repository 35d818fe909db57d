/** 发起征询: year, letter, deadline and whom to ask. */
import { letterOf } from '../../../core/consult/letter.ts';
import { deadlineOf } from '../../../core/consult/tally.ts';
import { wordsOfDeadline } from '../../../core/consult/words.ts';
import { requires } from '../../../core/policy/ask.ts';
import type { Department } from '../../../core/registry/department.ts';
import type { Words } from '../../../core/words.ts';
import { type Field, type Form, one, some } from '../../message/form.ts';
import { type Part, same } from '../../message/message.ts';
import { dayOf } from '../../today.ts';
import { authorise } from '../../verbs/act.ts';
import { askable, heldConsultation } from '../../verbs/consult/held.ts';
import { openConsultation } from '../../verbs/consult/open.ts';
import { calendarInForce } from '../../verbs/registry/calendar-in-force.ts';
import { departmentsAsHeld } from '../../verbs/registry/departments.ts';
import { policyInForce } from '../../verbs/registry/policy-in-force.ts';
import { noForm, tell } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';
import { atItsField, deadlineFields, deadlineIn } from './fields.ts';

export const openForm: FormDoor = {
  open: async (asked, about) => {
    const allowed = authorise(asked.actor, 'open-consultation', { department: asked.actor.department });
    if (allowed.ok) return { form: await formOf(asked, about) };
    const { message } = noForm(allowed.error);
    // Whoever types the bare command and is no office most likely wants to answer.
    return { message: { ...message, parts: [...message.parts, { kind: 'note', words: howToAnswer }] } };
  },
  submit: async (asked, _about, values) => {
    const deadline = deadlineIn(values);
    if (!deadline.ok) return { kind: 'errors', errors: deadline.error };
    const opened = await openConsultation(asked.deps, asked.actor, {
      key: asked.key,
      year: Number(one(values, 'year')),
      letter: one(values, 'letter'),
      matters: one(values, 'matters'),
      deadline: deadline.value,
      asked: some(values, 'departments'),
      contact: { person: one(values, 'person'), phone: one(values, 'phone'), email: one(values, 'email') },
    });
    return opened.ok ? said(asked, opened.value.consultation) : atItsField(opened.error);
  },
};

const howToAnswer: Words = {
  zh: '反馈征询意见，请到本单位频道的征询函下点按钮、直接回复或者上传计划表；其他用法见“/consult 帮助”。',
  en: 'To answer, use the letter in your department’s channel: buttons, words or a sheet. See “/consult help”.',
};

async function formOf({ deps }: Asked, about: string): Promise<Form> {
  const today = dayOf(deps.now());
  const year = /^20\d\d$/.test(about) ? Number(about) : yearToPlan(today);
  const policy = await policyInForce(deps.db, `${year}-12-31`);
  const title = policy?.head.title.value ?? '';
  // A plan's own document is no ground for the letter that led to it.
  const isBasis = policy !== null && policy.from <= today;
  const head = isBasis ? { title, number: policy.head.number?.value ?? null } : null;
  const departments = askable(await departmentsAsHeld(deps.db), today);
  const asksContact = policy !== null && requires(policy, 'contact-given', `${year}-12-31`) !== null;
  return {
    id: 'consult-open',
    about: '',
    title: { zh: '发起征询', en: 'Open a consultation' },
    submit: { zh: '发出', en: 'Send' },
    intro: introOf(departments),
    fields: [
      { kind: 'number', id: 'year', label: { zh: '年度', en: 'Year' }, initial: year, least: 2000, most: 2099 },
      ...deadlineFields({ zh: '反馈期限（工作日数）', en: 'Deadline in working days' }),
      ...whomField(departments),
      {
        kind: 'text',
        id: 'letter',
        label: { zh: '征询函正文', en: 'Letter' },
        lines: 'many',
        initial: letterOf({ year, policy: head, office: deps.office }),
        atMost: 3000,
      },
      {
        kind: 'text',
        id: 'matters',
        label: { zh: '征询事项（每行一项）', en: 'Matters, one a line' },
        lines: 'many',
        optional: true,
        atMost: 3000,
      },
      ...contactFields(!asksContact),
    ],
  };
}

/** From October on an office plans the next year. */
const yearToPlan = (today: string): number => Number(today.slice(0, 4)) + (today.slice(5, 7) >= '10' ? 1 : 0);

/** Members without a liaison or lead section are named before the letter goes out. */
function introOf(departments: readonly Department[]): readonly Part[] {
  const without = departments.filter(({ liaison, leadSection }) => liaison === '' || leadSection === '');
  if (departments.length === 0)
    return [
      { kind: 'text', words: { zh: '还没有成员单位名单，请先导入。', en: 'There is no list of departments yet.' } },
    ];
  if (without.length === 0) return [];
  const names = without.map(({ name }) => name);
  return [
    {
      kind: 'text',
      words: {
        zh: `以下单位还没有登记联络员或者牵头股室：${names.join('、')}。`,
        en: `No liaison or lead section is named for: ${names.join(', ')}.`,
      },
    },
  ];
}

const whomField = (departments: readonly Department[]): readonly Field[] =>
  departments.length === 0
    ? []
    : [
        {
          kind: 'some-of',
          id: 'departments',
          label: { zh: '征询单位', en: 'Departments asked' },
          options: departments.map(({ code, name }) => ({ value: code, label: same(name) })),
          initial: departments.filter(({ kind }) => kind === 'member').map(({ code }) => code),
        },
      ];

const contactFields = (optional: boolean): readonly Field[] => [
  { kind: 'text', id: 'person', label: { zh: '联系人', en: 'Contact person' }, optional, atMost: 40 },
  { kind: 'text', id: 'phone', label: { zh: '电话', en: 'Telephone' }, optional, atMost: 40 },
  { kind: 'text', id: 'email', label: { zh: '邮箱', en: 'E-mail' }, optional, atMost: 100 },
];

async function said({ deps }: Asked, consultation: string): Promise<Answer> {
  const state = await heldConsultation(deps.db, consultation);
  if (state === null) return tell({ zh: `征询 ${consultation} 已发起。`, en: `Consultation ${consultation} is open.` });
  const due = wordsOfDeadline(deadlineOf(state, await calendarInForce(deps.db)));
  return tell({
    zh: `征询 ${consultation} 已发起，发往 ${state.asked.length} 个单位，反馈期限${due.zh}。`,
    en: `Consultation ${consultation} goes to ${state.asked.length} departments; due ${due.en}.`,
  });
}
