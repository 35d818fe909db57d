/** 回避名单: who never visits whom. A reason in an input is left out; it stays with the person's own department. */
import type { Recusal } from '../registry/inspector.ts';
import { keyText } from '../registry/subject.ts';
import { numberHeading } from './classifications.ts';
import { code, optional, words } from './field.ts';
import { subjectNumber } from './registry-field.ts';
import { built, defineSheet } from './sheet.ts';

export const recusals = defineSheet({
  name: 'recusals',
  title: { zh: '回避名单', en: 'Recusals' },
  fields: {
    inspector: code('单位工号', '工号', '检查人员工号', '人员编号', '回避人员工号'),
    number: subjectNumber(numberHeading.header, ...numberHeading.aliases),
    inspectorName: optional(words('姓名', '检查人员', '检查人员姓名'), ''),
    subjectName: optional(words('检查对象名称', '企业名称', '回避对象', '单位名称'), ''),
  },
  keyOf: (value: Recusal) => `${value.inspector} ${keyText(value)}`,
  build: ({ inspector, number }) => built({ inspector, ...number }),
  lay: ({ inspector, kind, number }: Recusal) => ({
    inspector,
    number: { kind, number },
    inspectorName: '',
    subjectName: '',
  }),
});
