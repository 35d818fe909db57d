/** 汇总计划: the plan from the replies, with what the office states for all rows. */
import { isWithoutLetter } from '../../../core/consult/fact.ts';
import { tallyOf } from '../../../core/consult/tally.ts';
import type { RowDefaults } from '../../../core/plan/task-of-row.ts';
import type { Words } from '../../../core/words.ts';
import { one, type Values } from '../../message/form.ts';
import { authorise } from '../../verbs/act.ts';
import { planNumberOf } from '../../verbs/consult/sheet.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { noForm } from '../answer.ts';
import type { FormDoor } from '../door.ts';
import { compiled } from './compiled.ts';
import { namedOne } from './which.ts';

export const compileForm: FormDoor = {
  open: async (asked, about) => {
    const allowed = authorise(asked.actor, 'close-consultation', { department: asked.actor.department });
    if (!allowed.ok) return noForm(allowed.error);
    const found = await namedOne(asked.deps.db, about);
    if (!found.ok) return noForm(found.error);
    const state = found.value;
    const { silent } = tallyOf(state);
    const name = await departmentNames(asked.deps.db);
    return {
      form: {
        id: 'consult-compile',
        about: state.no,
        title: { zh: '汇总计划', en: 'Compile the plan' },
        submit: { zh: '汇总', en: 'Compile' },
        intro: [
          ...(silent.length === 0 || isWithoutLetter(state.no)
            ? []
            : [
                {
                  kind: 'text',
                  words: {
                    zh: `还有 ${silent.length} 个单位未反馈：${silent.map(name).join('、')}。`,
                    en: `${silent.length} have not answered: ${silent.map(name).join(', ')}.`,
                  },
                } as const,
              ]),
        ],
        fields: [
          {
            kind: 'text',
            id: 'plan',
            label: { zh: '计划编号', en: 'Number of the plan' },
            initial: planNumberOf(state.year),
            atMost: 40,
          },
          {
            kind: 'date',
            id: 'from',
            label: { zh: '未写时间的任务：开始日期', en: 'Rows without a window: from' },
            optional: true,
          },
          {
            kind: 'date',
            id: 'to',
            label: { zh: '未写时间的任务：结束日期', en: 'Rows without a window: to' },
            optional: true,
          },
          {
            kind: 'number',
            id: 'publish',
            label: { zh: '任务结束后几个工作日内公示', en: 'Working days to publication' },
            initial: 20,
            least: 1,
            most: 366,
          },
          {
            kind: 'text',
            id: 'reason',
            label: { zh: '调整理由（本年度已有计划的须写明）', en: 'Reason, where a plan stands' },
            lines: 'many',
            optional: true,
            atMost: 1000,
          },
        ],
      },
    };
  },
  submit: async (asked, consultation, values) => {
    const stated = defaultsIn(values);
    if ('errors' in stated) return { kind: 'errors', errors: stated.errors };
    const reason = one(values, 'reason');
    return compiled(asked, {
      consultation,
      plan: one(values, 'plan'),
      defaults: stated.defaults,
      ...(reason === '' ? {} : { reason }),
    });
  },
};

function defaultsIn(
  values: Values,
): { readonly defaults: Partial<RowDefaults> } | { readonly errors: Readonly<Record<string, Words>> } {
  const [from, to, publish] = [one(values, 'from'), one(values, 'to'), one(values, 'publish')];
  if ((from === '') !== (to === ''))
    return { errors: { [from === '' ? 'from' : 'to']: { zh: '起止日期请一并填写', en: 'Give both days or none' } } };
  if (from > to) return { errors: { to: { zh: '结束日期早于开始日期', en: 'It ends before it begins' } } };
  if (publish !== '' && !/^[1-9]\d{0,2}$/.test(publish))
    return { errors: { publish: { zh: '应为 1 至 366 的整数', en: 'A whole number of 1 to 366' } } };
  return {
    defaults: {
      ...(from === '' ? {} : { window: { from, to } }),
      ...(publish === '' ? {} : { publishWithin: Number(publish) }),
    },
  };
}
