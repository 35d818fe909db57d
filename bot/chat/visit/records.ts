/** 实施方案, 专家意见, 外部平台编号 and 抽取影像资料, in forms. */
import { readEvidence } from '../../../core/outcome/evidence.ts';
import { outsideStates } from '../../../core/visit/fact.ts';
import type { Media } from '../../../core/visit/media.ts';
import { readWhich } from '../../../core/visit/which.ts';
import { heldPlan, plans } from '../../../db/plans.ts';
import { type Field, one, optionsMost } from '../../message/form.ts';
import { sentence } from '../../message/message.ts';
import { numberIn } from '../../post/say/visit/choices.ts';
import { outsideWords } from '../../say/visit-work.ts';
import { departmentsAsHeld } from '../../verbs/registry/departments.ts';
import { bodyOf } from '../../verbs/registry/lists.ts';
import { giveOpinion } from '../../verbs/visit/give-opinion.ts';
import { keepMedia } from '../../verbs/visit/keep-media.ts';
import { keepScheme } from '../../verbs/visit/keep-scheme.ts';
import { outsideMatterIn } from '../../verbs/visit/outside-matter.ts';
import { isOutsideState, recordOutsideNumber } from '../../verbs/visit/record-outside-number.ts';
import { atField, filled } from '../answer.ts';
import type { Asked, FormDoor } from '../door.ts';
import { acted, dayField, dayIn, fieldOf, noDay, textField } from './fields.ts';

/** Tasks that the asker's department leads, as `plan task`. */
async function ledTasks({ deps, actor }: Asked) {
  const department = bodyOf(actor.department, await departmentsAsHeld(deps.db));
  const held = await Promise.all((await plans(deps.db)).map(({ no }) => heldPlan(deps.db, no)));
  return held.flatMap((each) =>
    (each?.plan.tasks ?? [])
      .filter(({ lead }) => lead === department)
      .map((task) => ({
        value: `${each?.plan.no ?? ''}\n${task.no}`,
        label: { zh: `${task.no} ${task.name}`, en: `${task.no} ${task.name}` },
      })),
  );
}

export const schemeForm: FormDoor = {
  open: async (asked) => {
    const tasks = await ledTasks(asked);
    if (tasks.length === 0)
      return { message: sentence({ zh: '没有由本单位牵头的任务。', en: 'Your department leads no task.' }) };
    const label = { zh: '任务', en: 'Task' };
    const task: Field =
      tasks.length > optionsMost
        ? textField('matter', label, { hint: { zh: '计划编号/任务编号', en: 'plan/task' } })
        : { kind: 'one-of', id: 'matter', label, options: tasks };
    return {
      form: {
        id: 'visit-scheme',
        about: '',
        title: { zh: '联合检查实施方案', en: 'Scheme of joint visits' },
        submit: { zh: '保存', en: 'Keep' },
        intro: [],
        fields: [
          task,
          textField('title', { zh: '标题', en: 'Title' }),
          textField('groups', { zh: '检查分组', en: 'Groups' }, { many: true }),
          textField('schedule', { zh: '时间安排', en: 'Schedule' }, { many: true }),
          textField('points', { zh: '检查内容和要点', en: 'Points' }, { many: true }),
          textField('safeguards', { zh: '保障和要求', en: 'Safeguards' }, { many: true, optional: true }),
        ],
      },
    };
  },
  submit: async ({ deps, actor }, _, values) => {
    const chosen = one(values, 'matter');
    const at = chosen.includes('\n') ? chosen.indexOf('\n') : chosen.lastIndexOf('/');
    const [plan, task] = [chosen.slice(0, at), chosen.slice(at + 1)];
    const done = await keepScheme(deps, actor, {
      plan,
      task,
      title: one(values, 'title'),
      groups: one(values, 'groups'),
      schedule: one(values, 'schedule'),
      points: one(values, 'points'),
      safeguards: one(values, 'safeguards'),
      document: null,
    });
    return filled(done, fieldOf, (kept) => ({
      zh: `任务 ${kept.task} 的实施方案已保存。`,
      en: `The scheme of task ${kept.task} is kept.`,
    }));
  },
};

export const opinionForm: FormDoor = {
  open: async (asked, about) => ({
    form: {
      id: 'visit-opinion',
      about,
      title: { zh: '登记专家意见', en: 'An expert opinion' },
      submit: { zh: '登记', en: 'Record' },
      intro: [],
      fields: [
        textField(
          'visits',
          { zh: '检查编号', en: 'Visit' },
          { initial: about, hint: { zh: '如 3-0004', en: 'such as 3-0004' } },
        ),
        textField(
          'expert',
          { zh: '专家编号', en: 'Expert' },
          { hint: { zh: '专家名录库中的编号', en: 'Number on the roll of experts' } },
        ),
        dayField('on', '日期', 'Day', asked),
        textField('words', { zh: '意见', en: 'Opinion' }, { many: true }),
      ],
    },
  }),
  submit: async (asked, _, values) => {
    const typed = one(values, 'visits').normalize('NFKC');
    const book = typed.slice(0, Math.max(0, typed.lastIndexOf('-')));
    const which = readWhich(typed, book);
    const visit = which.ok && which.value !== 'all' ? which.value[0] : undefined;
    if (visit === undefined || book === '')
      return atField('visits', { zh: '请填写一个检查编号，如 3-0004。', en: 'One visit, such as 3-0004.' });
    const on = dayIn(values, 'on');
    if (on === null) return noDay('on');
    const done = await giveOpinion(asked.deps, asked.actor, {
      book,
      department: '',
      visit,
      expert: one(values, 'expert'),
      on,
      words: one(values, 'words'),
    });
    return acted(asked, done, { zh: '已登记专家意见', en: 'Recorded' });
  },
};

export const outsideForm: FormDoor = {
  open: async () => ({
    form: {
      id: 'visit-outside',
      about: '',
      title: { zh: '登记外部平台编号', en: 'An outside number' },
      submit: { zh: '登记', en: 'Record' },
      intro: [],
      fields: [
        textField(
          'matter',
          { zh: '哪一项', en: 'Of what' },
          {
            hint: {
              zh: '任务：计划编号/任务编号；检查：3-0004；结果：3-0004/单位代码/事项编号',
              en: 'plan/task; 3-0004; 3-0004/department/item',
            },
          },
        ),
        textField('number', { zh: '外部平台编号', en: 'Number' }, { optional: true }),
        {
          kind: 'one-of',
          id: 'state',
          label: { zh: '状态', en: 'State' },
          options: outsideStates.map((value) => ({ value, label: outsideWords[value] })),
          initial: 'sent',
        },
        textField('words', { zh: '说明（不一致的写明差异）', en: 'Words' }, { many: true, optional: true }),
      ],
    },
  }),
  submit: async ({ deps, actor }, _, values) => {
    const about = outsideMatterIn(one(values, 'matter'));
    if (about === null)
      return atField('matter', {
        zh: '请按提示写明任务、检查或结果。',
        en: 'Name a task, a visit or an outcome as shown.',
      });
    const state = one(values, 'state');
    if (!isOutsideState(state)) return atField('state', { zh: '请选择状态。', en: 'Choose a state.' });
    const done = await recordOutsideNumber(deps, actor, {
      about,
      number: one(values, 'number'),
      state,
      words: one(values, 'words'),
    });
    return filled(done, fieldOf, (recorded) => ({
      zh: `已登记：${recorded.number}（${outsideWords[recorded.state].zh}）。`,
      en: `Recorded: ${recorded.number} (${outsideWords[recorded.state].en}).`,
    }));
  },
};

export const mediaForm: FormDoor = {
  open: async (_, about) => ({
    form: {
      id: 'draw-media',
      about,
      title: { zh: '登记抽取影像资料', en: 'Pictures of a draw' },
      submit: { zh: '登记', en: 'Record' },
      intro: [],
      fields: [
        {
          kind: 'one-of',
          id: 'kind',
          label: { zh: '种类', en: 'Kind' },
          options: [
            { value: 'photo', label: { zh: '照片', en: 'photo' } },
            { value: 'film', label: { zh: '录像', en: 'film' } },
            { value: 'paper', label: { zh: '纸质材料', en: 'paper' } },
          ],
          initial: 'photo',
        },
        textField(
          'media',
          { zh: '资料', en: 'Pictures' },
          {
            many: true,
            hint: { zh: '每行一件：名称；存放位置；SHA-256（可不填）', en: 'One a line: name; place; SHA-256' },
          },
        ),
      ],
    },
  }),
  submit: async ({ deps, actor }, about, values) => {
    const chosen = one(values, 'kind');
    const kind: Media['kind'] = chosen === 'film' || chosen === 'paper' ? chosen : 'photo';
    const read = readEvidence(one(values, 'media'));
    if (!read.ok)
      return atField('media', {
        zh: `第 ${read.error.line} 行应为：名称；存放位置；SHA-256。`,
        en: `Line ${read.error.line}: name; place; SHA-256.`,
      });
    const media = read.value.map(({ name, place, digest }) => ({ kind, name, place, digest }));
    return filled(await keepMedia(deps, actor, { ceremony: numberIn(about), media }), fieldOf, ({ kept }) => ({
      zh: `已登记影像资料 ${kept} 件。`,
      en: `${kept} recorded.`,
    }));
  },
};
