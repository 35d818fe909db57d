/** What is said beside a cell that no list, plan or review says elsewhere. */
import { type CivilDate, dateInChinese } from '../../calendar.ts';
import type { RowRefusal } from '../../plan/task-of-row.ts';
import { never } from '../../result.ts';
import type { Words } from '../../words.ts';
import type { Doubt } from '../fault.ts';
import type { Change } from '../normalise.ts';
import { oneLine, wordsOfChange } from '../words.ts';

/** What was done to a cell, where the person who typed it should look; null where everybody would have done the same. */
export function wordsOfLook(changes: readonly Change[], to: string): Words | null {
  const looked = changes.filter((change) => isForPeople[change]).map(wordsOfChange);
  if (looked.length === 0) return null;
  return {
    zh: `将按“${oneLine(to)}”提交（${looked.map(({ zh }) => zh).join('；')}），请核对`,
    en: `will be sent as “${oneLine(to)}” (${looked.map(({ en }) => en).join('; ')}); please check`,
  };
}

const isForPeople: Readonly<Record<Change, boolean>> = {
  'private-use': true,
  'long-term': true,
  'department-name': true,
  capitals: true,
  composed: false,
  control: false,
  'half-width': false,
  brackets: false,
  spaces: false,
  'date-form': false,
  'option-word': false,
};

/** The same doubt, quoting no more than fits beside a cell. */
export const shortDoubt = (doubt: Doubt): Doubt => ('text' in doubt ? { ...doubt, text: oneLine(doubt.text) } : doubt);

export const wordsOfSameRow = (firstRow: number): Words => ({
  zh: `与第 ${firstRow} 行内容相同，请删去多余的一行`,
  en: `says the same as row ${firstRow}; remove one of them`,
});

export const wordsOfNumberTwice = (firstRow: number): Words => ({
  zh: `任务编号与第 ${firstRow} 行重复，每项任务应有自己的编号；可留空，由系统编号`,
  en: `the task number stands in row ${firstRow} already; each task has its own, or leave it blank to be numbered`,
});

/** 征询 三: a department proposes what it leads or joins. */
export const wordsOfNotParty = (own: string): Words => ({
  zh: `本行的牵头部门、配合部门都不是“${own}”；只能填报本单位牵头或者配合的任务，其他单位的任务由该单位或联席办填报`,
  en: `“${own}” neither leads nor joins this task; fill in only tasks that it leads or joins, the others are theirs or the office's`,
});

export const wordsOfNotOwn = (own: string): Words => ({
  zh: `应为“${own}”；只能填报本单位的数据，其他单位的由该单位或联席办填报`,
  en: `must be “${own}”: rows of others are theirs or the office's`,
});

export const wordsOfOfficeOnly: Words = {
  zh: '检查对象名录库由联席办维护，本单位只能查看；有需要更正的，请告知联席办',
  en: 'the directory of subjects is kept by the office; tell it what is to be put right',
};

/** Why no task can be made of a row. */
export function wordsOfRowRefusal(why: RowRefusal): Words {
  switch (why.kind) {
    case 'no-window': {
      const shown = oneLine(why.text);
      return {
        zh: `${shown === '' ? '没有填写检查的起止时间' : `“${shown}”没有写明检查的起止日期`}；可写成 5月6日至6月30日、5—10月 或 2026-05-06至2026-06-30`,
        en: `${shown === '' ? 'no window is given' : `“${shown}” names no first and last day`}; write it like 5月6日至6月30日, 5—10月 or 2026-05-06至2026-06-30`,
      };
    }
    case 'level-not-chosen':
      return {
        zh: `比例按层级分别规定（${why.levels.join('、')}），请只留下本级的比例`,
        en: `its ratio differs by level (${why.levels.join(', ')}); keep that of your own level`,
      };
    case 'no-such-scheme':
      return {
        zh: `没有一种分类方案同时有 ${why.labels.join('、')} 各类，请按本地文件规定的分类填写`,
        en: `no scheme has the classes ${why.labels.join(', ')}; use the classes that the document names`,
      };
    default:
      return never(why);
  }
}

export const wordsOfUnknownSubjects = (text: string): Words => ({
  zh: `“${oneLine(text)}”在名录库中没有对应的监管标签，抽查范围待编制任务时确定；如有对应标签，请按标签名称填写`,
  en: `no tag of the register occurs in “${oneLine(text)}”; the frame is settled when the task is drafted, or use the name of a tag`,
});

export const wordsOfMoreAlike = (more: number): Words => ({
  zh: `另有 ${more} 处同类情况`,
  en: `${more} more of the same kind`,
});

/** 抽查户数 beside a ratio. */
export interface CountFacts {
  readonly stated: string;
  readonly drawn: number;
  readonly frame: number;
  readonly draws: number;
  readonly on: CivilDate;
}

export function wordsOfCountOff({ stated, drawn, frame, draws, on }: CountFacts): Words {
  const year =
    draws > 1 ? { zh: `（全年${draws}次共${draws * drawn}户）`, en: ` (${draws * drawn} in ${draws} draws)` } : none;
  return {
    zh: `所填“${stated}”与抽查比例不符：${dateInChinese(on)}名录库中符合条件的有${frame}户，按比例每次应抽${drawn}户${year.zh}`,
    en: `“${stated}” does not go with the ratio: of ${frame} on the register on ${on} it draws ${drawn}${year.en}`,
  };
}
const none: Words = { zh: '', en: '' };

export const wordsOfCountBeyond = ({ stated, frame, on }: Pick<CountFacts, 'stated' | 'frame' | 'on'>): Words => ({
  zh: `所填“${stated}”多于${dateInChinese(on)}名录库中符合条件的${frame}户，请核对户数或者抽查对象`,
  en: `“${stated}” is more than the ${frame} on the register on ${on}; look at the number or the subjects`,
});

export const wordsOfTooManyRows = (most: number): Words => ({
  zh: `本表超过 ${most} 行，比例、时间、事项等只逐格校验，提交后由系统复核；一个单位的计划请分表填写`,
  en: `more than ${most} rows: only cells are checked here, the rest when the rows are sent; split the plan`,
});
