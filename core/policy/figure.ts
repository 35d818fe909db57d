/**
 * 指标: the figures that policies set targets for, each with what it counts. A figure is printed with this definition under
 * it; where what it counts arises elsewhere and was not entered, it reads 无数据, never 100 %.
 */
import type { Words } from '../words.ts';

export interface FigureDefinition {
  readonly name: Words;
  readonly numerator: Words;
  /** null for a plain count. */
  readonly denominator: Words | null;
  /** `elsewhere`: counted from numbers that departments state, with their source. */
  readonly arises: 'here' | 'elsewhere';
}

const figure = (
  name: readonly [string, string],
  numerator: readonly [string, string],
  denominator: readonly [string, string] | null,
  arises: 'here' | 'elsewhere' = 'here',
): FigureDefinition => ({
  name: { zh: name[0], en: name[1] },
  numerator: { zh: numerator[0], en: numerator[1] },
  denominator: denominator === null ? null : { zh: denominator[0], en: denominator[1] },
  arises,
});

export const figures = {
  'on-time': figure(
    ['抽查任务按时完成率', 'tasks finished on time'],
    ['已到期且按时完成（已公示）的任务', 'tasks due that were finished, and published, in time'],
    ['已到期的任务', 'tasks whose date has come'],
  ),
  published: figure(
    ['抽查结果公示率', 'outcomes published'],
    ['已公示的检查结果', 'outcomes published'],
    [
      '应公示的检查结果（已检查或已逾期；说明理由未检查的、依法不予公开的除外）',
      'outcomes that should be public: inspected, or past their time; neither those stated with a reason as not inspected nor those kept back by decision',
    ],
  ),
  'followed-up': figure(
    ['发现问题后续处置率', 'findings followed up'],
    ['已处置的问题（含已办结的）', 'findings disposed of, whether or not closed yet'],
    ['发现的问题（经复核并非问题的除外）', 'findings, those left out that turned out to be none'],
  ),
  differentiated: figure(
    ['差异化抽查户数占比', 'subjects drawn by differentiated ratios'],
    ['在各类比例不同的任务中抽取的户数', 'subjects drawn in tasks whose classes have different ratios'],
    [
      '抽取的全部户次（一户被几项任务抽中计几次，未减合并上门的）',
      'all subjects drawn, once for each task, before visits are merged',
    ],
  ),
  'classes-applied': figure(
    ['信用风险分类结果应用率', 'use of the risk classes'],
    ['按信用风险分类抽取的任务', 'tasks drawn by risk class'],
    ['全部抽取任务', 'all tasks drawn'],
  ),
  'mobile-entry': figure(
    ['掌上执法率', 'checks entered in the palm'],
    ['由移动端录入的检查结果', 'outcomes entered through a mobile door'],
    ['全部检查结果', 'all outcomes'],
  ),
  'finding-rate': figure(
    ['问题发现率', 'rate of problems found'],
    ['发现问题的检查（按户次计，一户多项算一次）', 'visits with a finding, however many items'],
    ['全部事项已公示的检查（户次）', 'visits of which every item is public'],
  ),
  'plan-finished': figure(
    ['计划完成率', 'planned tasks finished'],
    ['已完成（已公示）及说明理由撤销的任务', 'tasks finished and published, or withdrawn with a reason'],
    [
      '计划的任务（牵头、配合部门都完成的才算；按单位的只看该单位承担的部分）',
      'tasks planned: done when all who take part are; of one department its own part counts',
    ],
  ),
  'items-planned': figure(
    ['监管事项计划覆盖率', 'items with a plan'],
    ['列入计划的事项', 'items with a task in the plan'],
    ['清单内事项', 'items on the list'],
  ),
  'items-finished': figure(
    ['监管事项检查覆盖率', 'items inspected'],
    ['本年度至少完成一次检查的事项', 'items with at least one finished check in the year'],
    ['清单内事项', 'items on the list'],
  ),
  'departments-drawing': figure(
    ['部门抽查覆盖率', 'departments with a draw'],
    ['本年度已开展抽查的部门', 'departments with a draw in the year'],
    ['有抽查事项的部门', 'departments that hold items'],
  ),
  'visits-merged': figure(
    ['合并检查减少户次', 'visits saved by merging'],
    ['合并减少的入户次数', 'doors not entered twice thanks to merging'],
    [
      '不合并时的入户次数（一户每项任务计一次；减去前数即为合并后的入户次数）',
      'doors without merging: one for each task of a subject; less the saved ones it is the doors entered',
    ],
  ),
  claimed: figure(
    ['目录清单认领率', 'catalogue entries claimed'],
    ['已认领的目录', 'entries claimed'],
    ['本层级目录', 'entries for this level'],
  ),
  implemented: figure(
    ['检查实施清单制定率', 'implementation lists made'],
    ['已制定检查实施清单的事项', 'items with an implementation list'],
    ['已认领的事项', 'items claimed'],
  ),
  compliant: figure(
    ['检查实施清单合规率', 'implementation lists that comply'],
    ['依据、主体、方式、内容齐全的实施清单', 'lists with basis, body, method and content'],
    ['已制定的实施清单', 'lists made'],
  ),
  'broken-down': figure(
    ['监管事项分解率', 'items broken down to a section'],
    ['已分解到内设机构的事项', 'items with a responsible section'],
    ['已认领的事项', 'items claimed'],
  ),
  'officers-entered': figure(
    ['执法人员录入率', 'officers on the roll'],
    ['名录库内的执法人员', 'officers on the roll'],
    ['部门名册上的执法人员', "officers on the department's own list"],
    'elsewhere',
  ),
  'officers-active': figure(
    ['执法人员使用率', 'officers who use the system'],
    ['本期有操作的执法人员', 'officers with an act in the period'],
    ['名录库内的执法人员', 'officers on the roll'],
  ),
  'records-entered': figure(
    [
      '行政许可、检查、处罚、强制、严重违法信息录入率',
      'permits, checks, penalties, coercion, serious violations entered',
    ],
    ['已录入的信息，分五类', 'records entered, by the five kinds'],
    ['部门申报产生的信息', 'records that the department states to have produced'],
    'elsewhere',
  ),
  'records-published': figure(
    ['行政许可、检查、处罚、强制、严重违法信息公示率', 'the five kinds of records published'],
    ['已公示的信息，分五类', 'records published, by the five kinds'],
    ['已录入的信息', 'records entered'],
    'elsewhere',
  ),
  'other-records': figure(
    ['荣誉表彰、信用惩戒、小微企业扶持信息归集公示率', 'honours, credit punishments, support for small firms'],
    ['已归集并公示的信息，分三类', 'records collected and published, by the three kinds'],
    ['部门申报产生的信息', 'records that the department states to have produced'],
    'elsewhere',
  ),
  'outcomes-collected': figure(
    ['检查信息归集公示率', 'inspection information collected'],
    ['平台已接收的检查信息', 'inspection records that the platform took in'],
    ['应归集的检查信息', 'inspection records that belong there'],
  ),
  'penalties-collected': figure(
    ['行政处罚信息归集率', 'penalty information collected'],
    [
      '已归集的处罚决定（登记已在规定渠道公布的，或者部门申报的）',
      'penalty decisions taken in: on record as made public where the policy asks, or stated by the department',
    ],
    ['与抽查任务关联的处罚决定', 'penalty decisions linked to a task'],
    'elsewhere',
  ),
  news: figure(['监管动态信息', 'supervision news'], ['发布的监管动态条数', 'items of news'], null, 'elsewhere'),
  exposures: figure(
    ['曝光台信息', 'exposure notices'],
    ['发布的曝光台信息条数', 'exposure notices'],
    null,
    'elsewhere',
  ),
} as const satisfies Record<string, FigureDefinition>;

export type Figure = keyof typeof figures;
