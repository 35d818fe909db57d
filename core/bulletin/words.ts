/** Why a row behind a figure does not count, and what a row is, in words. */
import type { Words } from '../words.ts';
import type { BulletinKind } from './bulletin.ts';
import type { Lacking, RowKind } from './figure.ts';

export const lackingWords: Readonly<Record<Lacking, Words>> = {
  late: { zh: '逾期完成', en: 'done late' },
  'not-finished': { zh: '未完成', en: 'not finished' },
  'not-published': { zh: '未公示', en: 'not published' },
  'not-inspected': { zh: '未检查', en: 'not inspected' },
  'no-disposal': { zh: '未处置', en: 'without a disposal' },
  'not-by-class': { zh: '未按分类实施', en: 'not by class' },
  'not-mobile': { zh: '非移动端录入', en: 'not entered on a phone' },
  'no-finding': { zh: '未发现问题', en: 'nothing found' },
  'not-planned': { zh: '未列入计划', en: 'in no plan' },
  'not-drawn': { zh: '未开展抽查', en: 'no draw' },
  'not-collected': { zh: '未归集', en: 'not taken in' },
  'not-on-roll': { zh: '未录入名录库', en: 'not on the roll' },
  'no-act': { zh: '本期无操作', en: 'no act in the period' },
  'not-done': { zh: '未完成', en: 'not done' },
};

export const rowKindWords: Readonly<Record<RowKind, Words>> = {
  task: { zh: '任务', en: 'task' },
  outcome: { zh: '检查结果', en: 'outcome' },
  visit: { zh: '检查', en: 'visit' },
  case: { zh: '问题', en: 'finding' },
  item: { zh: '事项', en: 'item' },
  department: { zh: '单位', en: 'department' },
  inspector: { zh: '执法人员', en: 'inspector' },
  draw: { zh: '抽取', en: 'draw' },
  statement: { zh: '申报数据', en: 'statement' },
};

export const bulletinKindWords: Readonly<Record<BulletinKind, Words>> = {
  quarter: { zh: '季度通报', en: 'quarterly bulletin' },
  regular: { zh: '计划执行情况通报', en: 'bulletin of progress' },
  'half-year': { zh: '上半年工作小结', en: 'half-year summary' },
  year: { zh: '全年工作总结', en: "year's summary" },
};
