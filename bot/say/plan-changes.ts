/** What differs between two versions of a plan, task by task and field by field, in the words of the plan sheet. */
import { dateInChinese } from '../../core/calendar.ts';
import { methodWords, typeWords } from '../../core/plan/review/terms.ts';
import type { Plan, Task } from '../../core/plan/task.ts';
import type { Names } from '../../core/plan/words.ts';
import type { Words } from '../../core/words.ts';
import { same } from '../message/message.ts';
import { quotaWords } from './plan-page.ts';

type Sayer = (task: Task, names: Names) => Words;

const list = (texts: readonly string[]): Words =>
  texts.length === 0 ? { zh: '无', en: 'none' } : { zh: texts.join('、'), en: texts.join(', ') };

export const frameWords = ({ frame: { tags, types, places } }: Task): Words => {
  const kinds = types.map((type) => typeWords[type]);
  const zh = [...tags, ...kinds.map((each) => each.zh), ...places];
  const en = [...tags, ...kinds.map((each) => each.en), ...places];
  return zh.length === 0
    ? { zh: '全部在册对象', en: 'everybody on the roll' }
    : { zh: zh.join('、'), en: en.join(', ') };
};

/** 市场监管局 2 人（餐饮）；卫生健康局 2 人. */
const officersWords: Sayer = ({ bodies }, { department }) => ({
  zh: bodies
    .map((each) => `${department(each.department)} ${each.officers} 人${needs(each.needs, '（', '）')}`)
    .join('；'),
  en: bodies
    .map((each) => `${department(each.department)}: ${each.officers}${needs(each.needs, ' (', ')')}`)
    .join('; '),
});

const needs = (fields: readonly string[], open: string, close: string): string =>
  fields.length === 0 ? '' : `${open}${fields.join('、')}${close}`;

const fields: readonly (readonly [name: Words, say: Sayer])[] = [
  [{ zh: '任务名称', en: 'name' }, ({ name }) => same(name)],
  [{ zh: '牵头部门', en: 'lead' }, ({ lead }, { department }) => same(department(lead))],
  [{ zh: '配合部门', en: 'partners' }, ({ partners }, { department }) => list(partners.map(department))],
  [{ zh: '抽查事项', en: 'items' }, ({ bodies }, { item }) => list(bodies.flatMap(({ items }) => items.map(item)))],
  [{ zh: '抽查对象', en: 'subjects' }, frameWords],
  [{ zh: '抽查比例', en: 'ratio' }, quotaWords],
  [
    { zh: '抽查频次', en: 'frequency' },
    ({ drawsPerYear }) => ({ zh: `每年 ${drawsPerYear} 次`, en: `${drawsPerYear} a year` }),
  ],
  [
    { zh: '检查实施期', en: 'window' },
    ({ window }) => ({
      zh: `${dateInChinese(window.from)}至${dateInChinese(window.to)}`,
      en: `${window.from} to ${window.to}`,
    }),
  ],
  [{ zh: '完成期限', en: 'due' }, ({ due }) => ({ zh: dateInChinese(due), en: due })],
  [{ zh: '检查方式', en: 'method' }, ({ method }) => methodWords[method]],
  [{ zh: '执法人员', en: 'officers' }, officersWords],
];

/** One line a change: 任务 X“名称”：抽查比例 由 A类1% 改为 A类2%. @param concerns only tasks that it is true of, before or after */
export function changeWords(
  before: Plan,
  after: Plan,
  names: Names,
  concerns: (task: Task) => boolean = () => true,
): readonly Words[] {
  const title = ({ no, name }: Task) => `${no}“${name}”`;
  const dropped = before.tasks
    .filter((task) => concerns(task) && !after.tasks.some(({ no }) => no === task.no))
    .map((task) => ({ zh: `取消任务 ${title(task)}`, en: `task ${title(task)} is dropped` }));
  const rest = after.tasks.flatMap((task): readonly Words[] => {
    const stood = before.tasks.find(({ no }) => no === task.no);
    if (stood === undefined)
      return concerns(task) ? [{ zh: `新增任务 ${title(task)}`, en: `task ${title(task)} is new` }] : [];
    if (!concerns(task) && !concerns(stood)) return [];
    return fields.flatMap(([name, say]) => {
      const [from, to] = [say(stood, names), say(task, names)];
      return from.zh === to.zh
        ? []
        : [
            {
              zh: `任务 ${title(task)}：${name.zh}由“${from.zh}”改为“${to.zh}”`,
              en: `task ${title(task)}: ${name.en} “${from.en}” → “${to.en}”`,
            },
          ];
    });
  });
  return [...dropped, ...rest];
}
