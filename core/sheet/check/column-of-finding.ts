/**
 * Where a finding of the review stands in a department's sheet, and to whom it is said there. The table is complete by type: a rule added
 * to the review must be given its place here.
 */
import type { FindingKind } from '../../plan/review/finding.ts';
import type { PlanRow } from '../plan-tasks.ts';

/**
 * `row`: the row says it, so that it can be mended there; weighs as the review says.
 * `beside`: rests on lists and people; it is said, and the row can be sent.
 * `own`: about the year as a whole; the department that it names is told as a notice, since its sheet is not the year.
 * `office`: about the year, or steps that the office takes; said to the office only.
 * `plan`: steps that follow once the plan is compiled; said to the office of the plan, and of no consultation.
 * `elsewhere`: rests on what no worksheet holds (approvals, publications, days that the plan sets), or asks for nothing.
 */
export type Said = 'row' | 'beside' | 'own' | 'office' | 'plan' | 'elsewhere';

/** `party`: 牵头部门 or 配合部门, whichever the department is. `words`: the cell in which the words stand. '' : the row. */
export type FindingColumn = keyof PlanRow | 'frequency' | 'party' | 'words' | '';

export const columnOfFinding: { readonly [K in FindingKind]: readonly [FindingColumn, Said] } = {
  // 抽查比例
  'not-spared': ['ratio', 'row'],
  'not-below-usual': ['ratio', 'row'],
  'not-above-usual': ['ratio', 'row'],
  'order-broken': ['ratio', 'row'],
  'one-ratio-for-all': ['ratio', 'row'],
  'no-classes': ['ratio', 'row'],
  'unknown-scheme': ['ratio', 'row'],
  'unknown-class': ['ratio', 'row'],
  'key-field-usual': ['ratio', 'row'],
  'ratio-off-list': ['ratio', 'row'],
  'not-settled': ['ratio', 'row'],
  'nobody-drawn': ['ratio', 'row'],
  // 抽查频次
  'over-cap': ['frequency', 'row'],
  'over-statutory-cap': ['frequency', 'row'],
  'too-few-draws': ['', 'own'],
  'frequency-not-lower': ['', 'office'],
  'no-need-stated': ['field', 'row'],
  'no-statutory-cap': ['items', 'beside'],
  'statutory-cap-applies': ['frequency', 'elsewhere'],
  'exception-applied': ['frequency', 'elsewhere'],
  'no-published-cap': ['items', 'office'],
  // 覆盖面
  'ceiling-passed': ['ratio', 'row'],
  'floor-missed': ['', 'office'],
  'coverage-expected': ['', 'office'],
  'groups-for-floor': ['', 'office'],
  'class-not-covered': ['', 'office'],
  'target-missed': ['', 'office'],
  'item-unplanned': ['', 'own'],
  'nobody-in-frame': ['subjects', 'row'],
  'not-drawable': ['subjects', 'row'],
  // 抽查事项
  'off-list': ['items', 'row'],
  'not-on-joint-list': ['items', 'row'],
  repealed: ['items', 'row'],
  'not-its-item': ['items', 'row'],
  'body-without-items': ['items', 'row'],
  duplicate: ['items', 'row'],
  'no-form': ['items', 'beside'],
  'no-basis': ['items', 'beside'],
  'no-power-number': ['items', 'beside'],
  'not-claimed': ['items', 'beside'],
  'not-implemented': ['items', 'beside'],
  'method-not-allowed': ['methods', 'row'],
  'method-not-in-policy': ['methods', 'row'],
  // 联合
  'lead-not-one': ['lead', 'row'],
  'lead-not-of-matter': ['lead', 'row'],
  'lead-not-competent': ['lead', 'row'],
  'partners-not-of-matter': ['partners', 'row'],
  alone: ['partners', 'row'],
  'only-jointly': ['partners', 'row'],
  'joint-alone': ['partners', 'row'],
  'department-with-others': ['partners', 'row'],
  'door-crowded': ['partners', 'row'],
  'partner-silent': ['partners', 'plan'],
  'partner-refused': ['partners', 'plan'],
  'campaign-over-plan': ['name', 'row'],
  'overlaps-superior': ['name', 'row'],
  'could-be-joined': ['name', 'row'],
  // 抽查时间
  'window-reversed': ['window', 'row'],
  'window-outside-year': ['window', 'row'],
  'window-after-due': ['window', 'row'],
  'due-too-late': ['window', 'row'],
  'due-after-superior': ['window', 'row'],
  'no-time-to-publish': ['window', 'row'],
  'quiet-month': ['window', 'row'],
  'ground-not-allowed': ['window', 'beside'],
  'filing-incomplete': ['window', 'beside'],
  'quiet-with-filing': ['window', 'beside'],
  'provisional-date': ['window', 'office'],
  'publishes-too-late': ['', 'elsewhere'],
  'publication-by-plan': ['', 'elsewhere'],
  unregistered: ['no', 'plan'],
  'registered-late': ['no', 'plan'],
  'not-in-force': ['', 'office'],
  'no-policy-year': ['', 'office'],
  // 人员
  'office-inspects': ['party', 'row'],
  'unknown-department': ['party', 'row'],
  'no-power': ['party', 'row'],
  'too-few-officers': ['party', 'beside'],
  'inspectors-short': ['party', 'beside'],
  'no-holder': ['party', 'beside'],
  'capacity-short': ['', 'own'],
  'experts-short': ['', 'beside'],
  // 审查与公布
  'drafter-reviews': ['', 'elsewhere'],
  'wrong-reviewer': ['', 'elsewhere'],
  'review-missing': ['', 'elsewhere'],
  'published-after-draw': ['', 'elsewhere'],
  unpublished: ['', 'elsewhere'],
  'wrong-channel': ['', 'elsewhere'],
  // 纪律与职责
  'sets-indicator': ['words', 'row'],
  'no-section': ['section', 'row'],
  'no-responsible': ['responsible', 'row'],
  'no-ground': ['field', 'row'],
  'no-own-plan': ['', 'office'],
  'no-item-list': ['', 'own'],
  'no-lead-section': ['', 'office'],
  'no-liaison': ['', 'office'],
  'no-head': ['', 'office'],
};
