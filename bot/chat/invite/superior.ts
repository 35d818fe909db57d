/** 上级计划: received with its sheet, signed or returned by those named in it, entered in our plan by the office. */
import { yearOf } from '../../../core/calendar.ts';
import { superiorLevels } from '../../../core/consult/superior.ts';
import type { Words } from '../../../core/words.ts';
import { plans } from '../../../db/plans.ts';
import { type Form, one, some } from '../../message/form.ts';
import { firstOf, type Message, same, withLines } from '../../message/message.ts';
import { readNumber } from '../../post/say/invite/about.ts';
import { levelWords } from '../../say/invite.ts';
import { sayPlanSheet } from '../../say/plan-page.ts';
import { dayOf } from '../../today.ts';
import { authorise } from '../../verbs/act.ts';
import { usualDoor } from '../../verbs/consult/compile.ts';
import { answerSuperiorPlan } from '../../verbs/invite/answer-superior-plan.ts';
import { enterSuperiorPlan } from '../../verbs/invite/enter-superior-plan.ts';
import { type Received, receiveSuperiorPlan } from '../../verbs/invite/receive-superior-plan.ts';
import { superiorPlansIn } from '../../verbs/invite/recorded.ts';
import { departmentsAsHeld } from '../../verbs/registry/departments.ts';
import { atField, filled, noForm, told } from '../answer.ts';
import type { Answer, Asked, FormDoor, Knock, TalkFile } from '../door.ts';
import { fieldOf } from './fields.ts';
import { reasonForm } from './reason-form.ts';

const sheetTypes = ['xlsx', 'csv'] as const;

export const receiveForm: FormDoor = {
  open: async ({ deps, actor }) => {
    const allowed = authorise(actor, 'receive-superior-plan');
    if (!allowed.ok) return noForm(allowed.error);
    const members = (await departmentsAsHeld(deps.db)).filter(
      ({ kind, ended }) => ended === null && (kind === 'member' || kind === 'section'),
    );
    const form: Form = {
      id: 'superior-plan',
      about: '',
      title: { zh: '接收上级计划', en: 'A plan from above' },
      submit: { zh: '接收', en: 'Receive' },
      intro: [],
      fields: [
        { kind: 'text', id: 'number', label: { zh: '文号或者编号', en: 'Its number' }, atMost: 60 },
        {
          kind: 'one-of',
          id: 'level',
          label: { zh: '层级', en: 'Level' },
          options: superiorLevels.map((level) => ({ value: level, label: levelWords[level] })),
          initial: 'province',
        },
        { kind: 'text', id: 'from', label: { zh: '下达单位', en: 'Issued by' }, atMost: 100 },
        {
          kind: 'text',
          id: 'lead',
          label: { zh: '上级牵头单位', en: 'Lead above' },
          hint: { zh: '与下达单位相同的不填。', en: 'Left empty where it is who issued it.' },
          optional: true,
          atMost: 100,
        },
        {
          kind: 'number',
          id: 'year',
          label: { zh: '年度', en: 'Year' },
          initial: yearOf(dayOf(deps.now())),
          least: 2000,
          most: 2100,
        },
        {
          kind: 'some-of',
          id: 'sign',
          label: { zh: '应签收单位', en: 'Who must sign' },
          hint: { zh: '不选的，按计划表中写到的单位。', en: 'Left empty, those named in the sheet.' },
          optional: true,
          options: members.map(({ code, name }) => ({ value: code, label: same(name) })),
        },
        { kind: 'file', id: 'file', label: { zh: '计划表', en: 'The sheet' }, types: sheetTypes },
      ],
    };
    return { form };
  },
  submit: async (asked, _, values) => {
    const { deps, actor } = asked;
    const file = await fileIn(asked, some(values, 'file')[0] ?? '');
    if (file === null) return atField('file', noFile);
    const year = Number(one(values, 'year'));
    const sign = some(values, 'sign');
    const received = await receiveSuperiorPlan(deps, actor, {
      bytes: await file.bytes(),
      file: file.name,
      number: one(values, 'number'),
      level: one(values, 'level'),
      from: one(values, 'from'),
      lead: one(values, 'lead'),
      ...(Number.isInteger(year) && year > 0 ? { year } : {}),
      ...(sign.length === 0 ? {} : { sign }),
    });
    return filled(received, fieldOf, (value) => receivedMessage(value, file.name));
  },
};

/** Rows told to the one who sent the sheet; all of them are in the file that he has. */
const toldMost = 10;

function receivedMessage({ superior, sheet, doubled }: Received, file: string): Message {
  const [, ...problems] = sayPlanSheet(file, sheet);
  const all: readonly Words[] = [
    ...doubled.map((no) => ({
      zh: `任务编号 ${no} 重复，以第一行为准`,
      en: `${no} stands in more than one row; the first counts`,
    })),
    ...problems,
  ];
  const left = sheet.rejected.length + sheet.unusable.length;
  const summary: Words = {
    zh: `上级计划第 ${superior.no} 号已接收：任务 ${superior.lines.length} 项，已通知 ${superior.sign.length} 个单位签收${left === 0 ? '' : `；另有 ${left} 行未能读取，请核对后另行补报`}。`,
    en: `Plan ${superior.no} from above: ${superior.lines.length} tasks, ${superior.sign.length} departments are asked to sign${left === 0 ? '' : `; ${left} rows could not be read`}.`,
  };
  return withLines(summary, firstOf(all, toldMost, '条'));
}

export const noFile = {
  zh: '没有收到文件，请重新选择 .xlsx 或 .csv 文件。',
  en: 'No file came; choose an .xlsx or .csv again.',
} as const;

export const fileIn = async ({ fileOf }: Pick<Knock, 'fileOf'>, reference: string): Promise<TalkFile | null> =>
  reference === '' || fileOf === undefined ? null : fileOf(reference);

export const sign = async ({ deps, actor }: Asked, about: string): Promise<Answer> =>
  told(await answerSuperiorPlan(deps, actor, { no: readNumber(about).no, answer: 'signed' }), () => ({
    zh: '已签收。',
    en: 'Signed.',
  }));

export const returnForm: FormDoor = {
  open: async ({ actor }, about) => {
    const allowed = authorise(actor, 'answer-superior-plan', { department: actor.department });
    return allowed.ok
      ? { form: reasonForm('superior-return', about, '退回上级计划', 'Return it') }
      : noForm(allowed.error);
  },
  submit: async ({ deps, actor }, about, values) =>
    filled(
      await answerSuperiorPlan(deps, actor, {
        no: readNumber(about).no,
        answer: 'returned',
        reason: one(values, 'reason'),
      }),
      fieldOf,
      () => ({ zh: '已退回，理由已告知联席办。', en: 'Returned; the office has the reason.' }),
    ),
};

export const enterForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const { no } = readNumber(about);
    const allowed = authorise(actor, 'draft-plan', { department: '' });
    if (!allowed.ok) return noForm(allowed.error);
    const superior = (await superiorPlansIn(deps.db)).find((each) => each.no === no);
    if (superior === undefined) return noForm({ stage: 'invite', why: { reason: 'no-superior-plan', no } });
    const held = (await plans(deps.db)).at(-1);
    const form: Form = {
      id: 'superior-enter',
      about,
      title: { zh: '列入本地计划', en: 'Enter in our plan' },
      submit: { zh: '列入', en: 'Enter' },
      intro: [
        {
          kind: 'text',
          words: {
            zh: `“${superior.number}”共 ${superior.lines.length} 项任务，保留上级编号、时间和牵头单位；被退回的不列入。已有计划的，形成新版本草案。`,
            en: `The ${superior.lines.length} tasks of “${superior.number}” keep their numbers, dates and lead; returned ones wait. A plan that stands gets a new draft version.`,
          },
        },
      ],
      fields: [
        {
          kind: 'text',
          id: 'plan',
          label: { zh: '本地计划编号', en: 'Number of our plan' },
          atMost: 40,
          ...(held === undefined ? {} : { initial: held.no }),
        },
      ],
    };
    return { form };
  },
  submit: async ({ deps, actor }, about, values) =>
    filled(
      await enterSuperiorPlan(deps, actor, {
        no: readNumber(about).no,
        plan: one(values, 'plan'),
        doorLimit: usualDoor,
      }),
      fieldOf,
      ({ plan, entered, waiting }) => ({
        zh: `已列入计划 ${plan.no} 第 ${plan.version} 版：${entered.length} 项${waiting.length === 0 ? '' : `；${waiting.length} 项因被退回暂未列入`}。`,
        en: `${entered.length} tasks are in plan ${plan.no}, version ${plan.version}${waiting.length === 0 ? '' : `; ${waiting.length} wait, being returned`}.`,
      }),
    ),
};
