/** 申报数据表: numbers that arise elsewhere, one a row, with the span of days and the source of each. */
import { type NumberKey, numberKeys, numberWords } from '../bulletin/number.ts';
import type { CivilDate } from '../calendar.ts';
import { date, option, wholeNumber, words } from './field.ts';
import { department } from './registry-field.ts';
import { built, defineSheet } from './sheet.ts';

export interface StatedRow {
  readonly department: string;
  readonly key: NumberKey;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly n: number;
  readonly source: string;
}

const keyOptions = numberKeys.map((key) => ({ value: key, zh: numberWords(key).zh, also: [key, numberWords(key).en] }));

export const statedNumbers = defineSheet({
  name: 'stated-numbers' as string,
  title: { zh: '申报数据表', en: 'Stated numbers' },
  fields: {
    department: department('单位', '部门', '成员单位', '申报单位', '填报单位'),
    key: option(keyOptions)('数据项', '指标', '项目', '统计项目'),
    from: date('起始日期', '开始日期', '统计起', '起'),
    to: date('截止日期', '结束日期', '统计止', '止'),
    n: wholeNumber(0, 999_999_999)('数值', '数量', '件数', '条数'),
    source: words('数据来源', '来源', '出处'),
  },
  keyOf: ({ department: code, key, from, to }: StatedRow) => `${code} ${key} ${from} ${to}`,
  build: (cells) => built(cells),
  lay: (row: StatedRow) => row,
});
