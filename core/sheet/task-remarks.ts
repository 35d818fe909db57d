/**
 * What is said of a row of a plan when a task is to be made of it, at the field where it is mended: why none can be made, and what is left
 * to drafting. The same beside the cell and in the desk's answer.
 */
import type { RowDoubts, RowRefusal } from '../plan/task-of-row.ts';
import { never } from '../result.ts';
import type { Words } from '../words.ts';
import type { PlanRow } from './plan-tasks.ts';
import type { FieldRemark } from './row-value.ts';
import { oneLine } from './words.ts';

export function remarkOfRowRefusal(why: RowRefusal): FieldRemark {
  switch (why.kind) {
    case 'no-window': {
      const shown = oneLine(why.text);
      return {
        field: 'window',
        words: {
          zh: `${shown === '' ? '没有填写检查的起止时间' : `“${shown}”没有写明检查的起止日期`}；可写成 5月6日至6月30日、5—10月 或 2026-05-06至2026-06-30`,
          en: `${shown === '' ? 'no window is given' : `“${shown}” names no first and last day`}; write it like 5月6日至6月30日, 5—10月 or 2026-05-06至2026-06-30`,
        },
      };
    }
    case 'level-not-chosen':
      return {
        field: 'ratio',
        words: {
          zh: `比例按层级分别规定（${why.levels.join('、')}），请只留下本级的比例`,
          en: `its ratio differs by level (${why.levels.join(', ')}); keep that of your own level`,
        },
      };
    case 'no-such-scheme':
      return {
        field: 'ratio',
        words: {
          zh: `没有一种分类方案同时有 ${why.labels.join('、')} 各类，请按本地文件规定的分类填写`,
          en: `no scheme has the classes ${why.labels.join(', ')}; use the classes that the document names`,
        },
      };
    default:
      return never(why);
  }
}

export const remarksOfRowDoubts = (
  { unlistedItems, unknownSubjects }: RowDoubts,
  row: PlanRow,
): readonly FieldRemark[] => [
  ...unlistedItems.map((item) => ({ field: 'items', words: wordsOfUnlisted(item) })),
  ...(unknownSubjects === null ? [] : [remarkOfUnknownSubjects(unknownSubjects, row)]),
];

/** @param text the words of 抽查对象, or of 抽查领域 where those are blank */
export const remarkOfUnknownSubjects = (text: string, { subjects }: Pick<PlanRow, 'subjects'>): FieldRemark => ({
  field: subjects === '' ? 'field' : 'subjects',
  words: {
    zh: `“${oneLine(text)}”在名录库中没有对应的监管标签，抽查范围待编制任务时确定；如有对应标签，请按标签名称填写`,
    en: `no tag of the register occurs in “${oneLine(text)}”; the frame is settled when the task is drafted, or use the name of a tag`,
  },
});

const wordsOfUnlisted = (item: string): Words => ({
  zh: `抽查事项清单中没有“${oneLine(item)}”，请核对名称`,
  en: `the item list has no “${oneLine(item)}”; look at its name`,
});

/** 征询 三: a department proposes what it leads or joins. */
export const wordsOfNotParty: Words = {
  zh: '本行的牵头部门、配合部门都不是本单位；只能填报本单位牵头或者配合的任务，其他单位的任务由该单位或联席办填报',
  en: 'your department neither leads nor joins this task; fill in only tasks that it leads or joins, the others are theirs or the office’s',
};
