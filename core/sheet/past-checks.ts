/** 既往检查: checks that count toward a year's allowance, also those made before this system began or by other doors. */
import { keyText, type Occasion, type PastCheck } from '../registry/subject.ts';
import { numberHeading } from './classifications.ts';
import { date, list, type Option, option, optional, words } from './field.ts';
import { methodOptions } from './items.ts';
import { department, subjectNumber } from './registry-field.ts';
import { built, defineSheet } from './sheet.ts';

const occasionOptions: readonly Option<Occasion>[] = [
  {
    value: 'drawn',
    zh: '双随机抽查',
    also: ['抽查', '随机抽查', '双随机', '联合抽查', '日常检查', '计划检查', '专项检查'],
  },
  {
    value: 'triggered',
    zh: '触发式检查',
    also: ['投诉举报', '举报投诉', '上级交办', '转办', '外地移送', '案件线索', '触发', '应急检查'],
  },
  { value: 'recheck', zh: '复查', also: ['整改复查', '回访', '再检查', '整改回访'] },
];

export const pastChecks = defineSheet({
  name: 'past-checks',
  title: { zh: '既往检查', en: 'Past checks' },
  fields: {
    number: subjectNumber(numberHeading.header, ...numberHeading.aliases),
    date: date('检查日期', '检查时间', '上次检查日期', '检查完成日期', '实施日期'),
    department: department('检查机关', '检查部门', '检查单位', '检查主体', '实施部门', '抽查机关', '实施单位'),
    items: optional(list('检查事项编码', '抽查事项编码', '事项编码'), []),
    method: option(methodOptions)('检查方式', '抽查方式', '核查方式'),
    occasion: option(occasionOptions)('检查类型', '检查来源', '检查缘由', '任务来源', '抽查类型'),
    name: optional(words('检查对象名称', '企业名称', '市场主体名称', '主体名称', '单位名称', '被检查单位'), ''),
  },
  keyOf: (value: PastCheck) => `${keyText(value)} ${value.date} ${value.department} ${value.occasion}`,
  build: ({ number, name: _shown, ...cells }) => built({ ...number, ...cells }),
  lay: ({ kind, number, ...rest }: PastCheck) => ({ ...rest, number: { kind, number }, name: '' }),
});
