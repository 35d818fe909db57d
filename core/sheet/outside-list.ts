/**
 * 外部平台抽取名单: whom another platform drew, one subject a row, and whom it sends where it says so. Names of inspectors are left
 * out: their work numbers say who is meant.
 */
import { keyText, type SubjectKey } from '../registry/subject.ts';
import { numberHeading } from './classifications.ts';
import { code, list, optional, words } from './field.ts';
import { subjectNumber } from './registry-field.ts';
import { built, defineSheet } from './sheet.ts';

export interface OutsideRow extends SubjectKey {
  /** As the platform writes it; shown where our lists do not know the subject. */
  readonly name: string;
  /** Number of the task there, '' where the file does not say. */
  readonly task: string;
  /** Work numbers. */
  readonly officers: readonly string[];
}

export const outsideList = defineSheet({
  name: 'outside-list',
  title: { zh: '外部平台抽取名单', en: 'List drawn elsewhere' },
  fields: {
    number: subjectNumber(numberHeading.header, ...numberHeading.aliases),
    name: optional(words('检查对象名称', '企业名称', '市场主体名称', '主体名称', '单位名称', '被检查单位', '名称'), ''),
    task: optional(code('抽查任务编号', '任务编号', '抽查计划编号', '计划编号', '任务号'), ''),
    officers: optional(
      list('检查人员工号', '执法检查人员工号', '执法人员工号', '人员工号', '单位工号', '工号', '检查人员编号'),
      [],
    ),
  },
  keyOf: (value: OutsideRow) => `${value.task} ${keyText(value)}`,
  build: ({ number, name, task, officers }) => built({ ...number, name, task, officers }),
  lay: ({ kind, number, ...rest }: OutsideRow) => ({ number: { kind, number }, ...rest }),
});
