/** 分类结果: what a scheme says of subjects at a date. The importer may state scheme, source and date for the whole file. */
import { sourceRead, writtenSource } from '../registry/pool-source.ts';
import { type Classification, keyText } from '../registry/subject.ts';
import { code, date, optional, words } from './field.ts';
import { subjectNumber } from './registry-field.ts';
import { built, defineSheet } from './sheet.ts';
import { subjects } from './subjects.ts';

const heading = (field: string) => subjects.fields.find((each) => each.name === field) ?? { header: '', aliases: [] };
/** The headers under which the directory of subjects knows its number; other sheets refer to subjects by the same. */
export const numberHeading = heading('number');

export const classifications = defineSheet({
  name: 'classifications',
  title: { zh: '分类结果', en: 'Classifications' },
  fields: {
    number: subjectNumber(numberHeading.header, ...numberHeading.aliases),
    scheme: code('分类方案', '分类体系', '分类标准', '分类类型', '分类名称', '方案', '评价体系'),
    class: code(
      '类别',
      '信用风险等级',
      '信用风险分类',
      '信用风险类别',
      '风险等级',
      '风险类别',
      '分类等级',
      '分类结果',
      '信用等级',
      '等级',
      '所属库',
      '库别',
      '企业信用风险分类',
    ),
    source: words('来源', '数据来源', '评价单位', '认定单位', '分类单位', '提供单位'),
    date: date('分类日期', '评价日期', '认定日期', '生成日期', '分类时间', '评价时间', '更新日期', '更新时间'),
    name: optional(words('检查对象名称', '企业名称', '市场主体名称', '主体名称', '单位名称'), ''),
    // Of a pool alone (万年 2022 三(一)1); kept with the source.
    ground: optional(words('列入情形', '入库情形', '入库理由', '列入理由'), ''),
    proposer: optional(words('提出单位', '提请单位'), ''),
  },
  keyOf: (value: Classification) => `${value.scheme} ${keyText(value)} ${value.date}`,
  build: ({ number, scheme, class: label, source, date: on, ground, proposer }) =>
    built({ ...number, scheme, class: label, source: writtenSource({ source, ground, proposer }), date: on }),
  lay: ({ kind, number, source, ...rest }: Classification) => ({
    ...{ number: { kind, number }, ...rest, name: '' },
    ...sourceRead(source),
  }),
});
