/**
 * 抽查事项清单: the nine elements of 福安 2018 二(一)1 and what the other documents ask of an item. Always required are those
 * without which a row is about nothing (name, basis, body, subjects); a policy demands the rest by `Context.demand`.
 */
import { digest } from '../digest.ts';
import type { Item, Method } from '../registry/item.ts';
import { ok } from '../result.ts';
import {
  code,
  endDate,
  lines,
  type Option,
  option,
  optional,
  options,
  orNull,
  passage,
  wholeNumber,
  words,
  yesNo,
} from './field.ts';
import { frequency, ratioOrWords } from './plan-field.ts';
import { department } from './registry-field.ts';
import { defineSheet } from './sheet.ts';

export const methodOptions: readonly Option<Method>[] = [
  {
    value: 'on-site',
    zh: '实地检查',
    also: ['现场检查', '实地核查', '现场核查', '实地', '现场', '现场抽查', '实地抽查', '上门检查', '现场安全监督检查'],
  },
  {
    value: 'desk',
    zh: '书面检查',
    also: [
      ...['书面', '书面核查', '书面审查', '材料审查', '资料核查', '查阅资料', '材料核查', '资料审查'],
      ...['文件查阅', '查阅文件'],
    ],
  },
  {
    value: 'online',
    zh: '网络监测',
    also: ['网络', '网络检查', '网上检查', '线上检查', '网络巡查', '非现场检查', '在线监测', '非现场监管'],
  },
];

export const categoryOptions: readonly Option<Item['category']>[] = [
  { value: 'general', zh: '一般检查事项', also: ['一般事项', '一般', '一般抽查事项', '一般领域'] },
  { value: 'key', zh: '重点检查事项', also: ['重点事项', '重点', '重点抽查事项', '重点领域'] },
];

const listOptions: readonly Option<Item['list']>[] = [
  { value: 'department', zh: '部门抽查事项', also: ['部门', '本部门', '部门内', '单部门'] },
  { value: 'joint', zh: '部门联合抽查事项', also: ['联合', '部门联合', '跨部门', '联合抽查事项'] },
];

/** 福安 二(四) */
const safetyOptions: readonly Option<Exclude<Item['safety'], null>>[] = [
  { value: 'public', zh: '公共安全', also: ['公共'] },
  { value: 'economic', zh: '经济安全', also: ['经济'] },
  { value: 'ecological', zh: '生态安全', also: ['生态'] },
  { value: 'production', zh: '生产安全', also: ['安全生产', '生产'] },
  { value: 'ideological', zh: '意识形态安全', also: ['意识形态'] },
];

export const items = defineSheet({
  name: 'items',
  title: { zh: '抽查事项清单', en: 'Item list' },
  fields: {
    code: optional(code('事项编码', '抽查事项编码', '事项编号', '抽查事项编号', '编号', '事项号', '清单编号'), ''),
    name: words(
      '抽查事项名称',
      '抽查事项',
      '检查事项',
      '检查事项名称',
      '监管事项',
      '监管事项名称',
      '抽查事项(内容)',
      '检查事项(内容)',
      '事项名称',
      '《联合事项清单》事项名称',
      '抽查项目',
    ),
    part: optional(words('抽查子项', '子项', '子项名称', '检查子项'), ''),
    basis: passage('抽查依据', '检查依据', '法律依据', '依据', '设定依据', '检查依据(法律法规规章)'),
    body: department(
      '抽查主体',
      '检查主体',
      '实施主体',
      '发起部门',
      '牵头部门',
      '实施部门',
      '责任部门',
      '牵头发起部门',
      '牵头单位',
      '检查机关',
      '实施单位',
    ),
    subjects: words('抽查对象', '检查对象', '抽查对象范围', '检查对象范围', '被检查对象', '联查对象', '监管对象'),
    content: optional(passage('抽查内容', '检查内容', '内容'), ''),
    points: optional(
      lines('抽查标准和要点', '检查标准和要点', '检查要点', '抽查要点', '检查标准', '抽查标准', '标准和要点'),
      [],
    ),
    methods: optional(options(methodOptions)('抽查方式', '检查方式', '核查方式', '检查方法'), []),
    ratio: orNull(ratioOrWords('抽查比例', '抽取比例', '抽查比例及频次', '抽查比例和频次', '抽查比例(数量)', '比例')),
    frequency: optional(frequency('抽查频次', '检查频次', '抽查次数', '频次'), 0),
    category: orNull(
      option(categoryOptions)('事项类别', '抽查事项类别', '抽查类别', '抽查类别(重点/一般检查事项)', '检查事项类别'),
    ),
    field: optional(words('抽查领域', '领域', '行业', '所属行业', '检查领域'), ''),
    competent: optional(department('行业主管部门', '主管部门', '业务主管部门'), ''),
    approving: optional(department('审批部门', '许可部门', '审批单位'), ''),
    powerNumber: optional(
      code('权责清单编号', '权力编码', '行政权力编码', '权力清单编号', '权责事项编码', '权力事项编码', '职权编码'),
      '',
    ),
    statutoryCap: orNull(wholeNumber(1, 366)('法定检查次数上限', '年度检查频次上限', '检查次数上限', '频次上限')),
    safety: orNull(option(safetyOptions)('安全类别', '五大安全', '安全领域')),
    section: optional(
      words(
        '责任股室',
        '责任科室',
        '承办科室',
        '承办处室',
        '股室',
        '牵头股室',
        '责任机构',
        '联络股室(单位)',
        '承办机构',
      ),
      '',
    ),
    claimed: optional(yesNo('是否认领', '认领情况', '已认领', '目录清单认领'), false),
    implemented: optional(yesNo('检查实施清单', '是否制定检查实施清单', '实施清单', '检查实施清单制定'), false),
    list: orNull(option(listOptions)('清单类别', '清单类型', '抽查范围', '是否跨部门')),
    repealedFrom: orNull(endDate('依据废止日期', '废止日期', '失效日期')),
    replacedBy: optional(code('替代事项编码', '替代事项', '被替代为'), ''),
  },
  keyOf: (value: Item) => value.code,
  build: (cells) => {
    const { ratio, frequency: stated, category, list, part, ...rest } = cells;
    const whole = part === '' || part === cells.name ? cells.name : `${cells.name}（${part}）`;
    const deduced = [
      ...(category === null ? [{ field: 'category', word: '一般检查事项' }] : []),
      ...(list === null ? [{ field: 'list', word: '部门抽查事项' }] : []),
    ];
    const value: Item = {
      ...rest,
      code: codeOf(cells.code, cells.body, cells.name, whole),
      name: whole,
      ratio: ratio?.ratio ?? null,
      ratioText: ratio?.text ?? '',
      drawsPerYear: stated === 0 ? (ratio?.ratio?.drawsPerYear ?? 0) : stated,
      category: category ?? 'general',
      list: list ?? 'department',
    };
    return ok({ value, deduced, doubts: [] });
  },
  lay: ({ ratio, ratioText, drawsPerYear, ...rest }: Item) => ({
    ...rest,
    part: '',
    ratio: ratioText === '' ? null : { ratio, text: ratioText },
    frequency: drawsPerYear,
  }),
});

/**
 * Many lists number their rows and not their items, and print one number over several parts. An item then gets a code made of
 * its body and name, the same at every import; the same code written for two parts gets a letter of the part's own.
 */
function codeOf(stated: string, body: string, itemName: string, whole: string): string {
  const own = (of: string) => digest('mingchou/item-code/1', body, of).slice(0, 8);
  if (stated === '') return `${body}-${own(whole)}`;
  return whole === itemName ? stated : `${stated}-${own(whole)}`;
}
