/** Why a row behind a figure does not count, in words. */
import type { Words } from '../words.ts';
import type { Lacking } from './figure.ts';

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
