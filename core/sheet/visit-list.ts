/**
 * 待检名单: the visits of one department, to be read. Workbooks get mailed, so it holds what a visit needs and no more: no telephone, no
 * legal person, nobody of another department. Nothing in it is typed.
 */
import type { Method } from '../registry/item.ts';
import type { Words } from '../words.ts';
import { numberHeading } from './classifications.ts';
import { code, date, lines, list, option, optional, orNull, words } from './field.ts';
import { methodOptions } from './items.ts';
import { built, defineSheet } from './sheet.ts';

export interface VisitLine {
  /** 检查编号 */
  readonly no: string;
  readonly name: string;
  readonly number: string;
  readonly place: string;
  readonly tasks: readonly string[];
  /** Names of the department's own items. */
  readonly items: readonly string[];
  readonly inspectors: readonly string[];
  readonly planned: Method | null;
  readonly from: string | null;
  readonly to: string | null;
  /** What lists said of the subject when it was drawn, each with its source and day; and of what type the items are. */
  readonly classes: readonly string[];
}

/** Stands on every copy. */
export const visitListMark: Words = {
  zh: '内部资料，仅限本单位检查使用，不得转发、公开或事先告知被检查单位',
  en: 'Internal: for the checks of this department only; not to be passed on, published or told to those inspected',
};

export const visitList = defineSheet({
  name: 'visit-list',
  title: { zh: '待检名单', en: 'Visits to make' },
  given: new Set([
    'no',
    'name',
    'number',
    'place',
    'tasks',
    'items',
    'inspectors',
    'planned',
    'from',
    'to',
    'classes',
  ] as const),
  fields: {
    no: code('检查编号'),
    name: optional(words('检查对象名称', '对象名称', '企业名称'), ''),
    number: optional(code(numberHeading.header, ...numberHeading.aliases), ''),
    place: optional(words('所在辖区', '辖区', '属地'), ''),
    tasks: optional(lines('抽查任务'), []),
    items: optional(lines('本单位抽查事项', '抽查事项'), []),
    inspectors: optional(list('本单位检查人员', '检查人员'), []),
    planned: orNull(option(methodOptions)('检查方式', '计划检查方式')),
    from: orNull(date('检查实施期自', '检查实施期起', '检查期限自', '检查期限起')),
    to: orNull(date('检查实施期至', '检查实施期止', '检查期限至', '检查期限止')),
    // 石狮 2024 三(一), 万年 2022 三(一)1: item type, pool, credit grade, risk index, each with the day that counted.
    classes: optional(lines('分类情况及日期', '分类情况'), []),
  },
  keyOf: (value: VisitLine) => value.no,
  build: (cells) => built(cells),
  lay: (value: VisitLine) => value,
});
