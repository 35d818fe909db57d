/** What is said beside a cell that no list, plan or review says elsewhere. */
import { type CivilDate, dateInChinese } from '../../calendar.ts';
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

export const wordsOfNotOwn = (own: string): Words => ({
  zh: `应为“${own}”；只能填报本单位的数据，其他单位的由该单位或联席办填报`,
  en: `must be “${own}”: rows of others are theirs or the office's`,
});

export const wordsOfOfficeOnly: Words = {
  zh: '检查对象名录库由联席办维护，本单位只能查看；有需要更正的，请告知联席办',
  en: 'the directory of subjects is kept by the office; tell it what is to be put right',
};

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

/** @param taken and @param left letters of the columns */
export const wordsOfHeaderTwice = (header: string, taken: string, left: string): Words => ({
  zh: `列名“${header}”出现两次：以 ${taken} 列为准，${left} 列不读取。请改去其中一个列名，以免内容被清空。`,
  en: `Two columns are headed “${header}”: ${taken} is read, ${left} is not. Rename one of them.`,
});
