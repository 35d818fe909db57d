/**
 * 计划表: what departments send for the year and what superiors' plans list, one task a row, as real tables write it. A row is
 * a proposal in words; drafting makes a task of it, with codes, frame and window.
 */
import type { CivilDate } from '../calendar.ts';
import type { Ratio } from '../plan/ratio.ts';
import type { Item, Method } from '../registry/item.ts';
import { err, ok } from '../result.ts';
import { code, lines, type Option, option, optional, options, orNull, passage, words } from './field.ts';
import { categoryOptions, methodOptions } from './items.ts';
import { countOrWords, frequency, ratio, window } from './plan-field.ts';
import { department, departments } from './registry-field.ts';
import { defineSheet } from './sheet.ts';

export interface PlanRow {
  readonly no: string;
  readonly name: string;
  /** Item names as written, one an entry. */
  readonly items: readonly string[];
  readonly field: string;
  readonly category: Item['category'] | null;
  /** 抽查对象, in words. */
  readonly subjects: string;
  readonly lead: string;
  readonly partners: readonly string[];
  readonly partnerItems: string;
  readonly ratio: Ratio;
  readonly ratioText: string;
  /** 抽查户数 beside the ratio, to be compared with it; null where none is stated or it cannot be read. */
  readonly count: Ratio | null;
  readonly countText: string;
  readonly riskRule: string;
  /** 0 where the table does not say. */
  readonly drawsPerYear: number;
  readonly directed: boolean | null;
  readonly methods: readonly Method[];
  readonly window: { readonly from: CivilDate | null; readonly to: CivilDate | null } | null;
  readonly windowText: string;
  readonly basis: string;
  readonly section: string;
  /** 责任人: the one, or the role, that answers for the task (石狮 三(一)). */
  readonly responsible: string;
  readonly level: string;
  readonly remark: string;
}

const directedOptions: readonly Option<boolean>[] = [
  { value: true, zh: '定向', also: ['定向抽查', '定向抽取'] },
  { value: false, zh: '不定向', also: ['不定向抽查', '不定向抽取', '非定向'] },
];

export const planTasks = defineSheet({
  name: 'plan-tasks',
  title: { zh: '年度抽查计划表', en: 'Annual plan' },
  fields: {
    no: optional(code('抽查任务编号', '任务编号', '抽查计划编号', '计划编号', '资源计划编号'), ''),
    name: words('抽查任务名称', '任务名称', '联合抽查任务名称', '年度计划名称', '抽查计划名称', '计划名称'),
    field: optional(words('抽查领域', '行业', '领域'), ''),
    items: optional(
      lines(
        '抽查事项',
        '抽查事项名称',
        '抽查事项(内容)',
        '检查事项(内容)',
        '检查事项',
        '《联合事项清单》事项名称',
        '牵头发起部门抽查事项',
        '抽查项目',
        '检查内容',
        '抽查内容',
      ),
      [],
    ),
    category: orNull(option(categoryOptions)('事项类别', '抽查事项类别', '抽查类别', '抽查类别(重点/一般检查事项)')),
    subjects: optional(words('抽查对象', '检查对象', '抽查对象范围', '检查对象范围', '抽查主体', '联查对象'), ''),
    lead: department(
      '牵头部门',
      '发起部门',
      '牵头发起部门',
      '牵头单位',
      '检查主体',
      '实施主体',
      '实施单位',
      '我市负责单位',
      '抽查单位',
      '发起方式(牵头指导科室)',
    ),
    partners: optional(
      departments('配合部门', '参与部门', '联合抽查部门', '联查部门', '配合单位', '配合单位(抽查层级)', '参与股室'),
      [],
    ),
    partnerItems: optional(passage('参与部门检查内容', '参与部门的检查内容(检查事项)', '联合抽查部门抽查事项'), ''),
    ratio: orNull(
      ratio(
        '抽查比例',
        '抽查比例(数量)',
        '抽查比例(或户数)',
        '抽查比例及频次',
        '抽查比例和频次',
        '抽查基数和比例',
        '抽取比例',
      ),
    ),
    count: orNull(
      countOrWords(
        '抽查户数',
        '抽查数量',
        '抽取对象数(户)',
        '拟抽查对象数(户)',
        '大约抽取的检查对象数量',
        '预估抽查对象数',
        '抽查目标数',
      ),
    ),
    riskRule: optional(
      passage(
        '信用风险分类抽查比例',
        '智慧监管(信用风险分类)要求',
        '信用风险分类监管要求',
        '信用风险等级(低、一般、较高、高)',
      ),
      '',
    ),
    frequency: optional(frequency('抽查频次', '抽查次数'), 0),
    directed: orNull(option(directedOptions)('抽查类型', '抽取类型')),
    methods: optional(options(methodOptions)('检查方式', '抽查方式', '核查方式'), []),
    window: orNull(
      window(
        '抽查时间',
        '起止时间',
        '抽查检查起止时间',
        '抽查时间段',
        '检查时间',
        '计划开展时间',
        '拟实施时间',
        '实施时间',
        '时间安排',
        '抽取日期',
        '完成时限',
      ),
    ),
    basis: optional(passage('检查依据', '抽查依据'), ''),
    section: optional(words('责任股室', '承办处室(单位)', '业务指导科室', '牵头股室', '股室', '联络股室(单位)'), ''),
    responsible: optional(words('责任人', '任务责任人', '具体责任人', '责任人员', '责任岗位'), ''),
    level: optional(
      words('实施层级', '实施层级及说明', '组织层级', '抽查层级', '抽查检查模式', '检查对象抽取层级'),
      '',
    ),
    remark: optional(passage('备注', '说明'), ''),
  },
  keyOf: (value: PlanRow) => `${value.no} ${value.name} ${value.lead} ${value.items.join(' ')} ${value.subjects}`,
  build: (cells) => {
    const { ratio: share, count, frequency: stated, window: when, ...rest } = cells;
    if (rest.partners.includes(rest.lead))
      return err({ field: 'partners', fault: { kind: 'same-body', other: '牵头部门' } });
    const chosen = share ?? (count?.ratio ? { ratio: count.ratio, text: count.text } : null);
    if (chosen === null) return err({ field: 'ratio', fault: { kind: 'missing' } });
    const drawsPerYear = stated === 0 ? (chosen.ratio.drawsPerYear ?? 0) : stated;
    // More than one a day is a slip of the pen, and a review that counted them would not come to an end.
    if (drawsPerYear > 366) return err({ field: 'frequency', fault: { kind: 'whole-number', min: 1, max: 366 } });
    const value: PlanRow = {
      ...rest,
      ratio: chosen.ratio,
      ratioText: share?.text ?? '',
      count: count?.ratio ?? null,
      countText: count?.text ?? '',
      drawsPerYear,
      window: when?.window ?? null,
      windowText: when?.text ?? '',
    };
    return ok({ value, deduced: [], doubts: [] });
  },
  lay: ({ ratio: share, ratioText, count, countText, drawsPerYear, window: when, windowText, ...rest }: PlanRow) => ({
    ...rest,
    ratio: ratioText === '' ? null : { ratio: share, text: ratioText },
    count: countText === '' ? null : { ratio: count, text: countText },
    frequency: drawsPerYear,
    window: windowText === '' ? null : { window: when, text: windowText },
  }),
});
