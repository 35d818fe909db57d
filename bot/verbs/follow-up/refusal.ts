/** What is refused when findings are dealt with. */
import type { CaseRefusal } from '../../../core/follow-up/rule.ts';
import type { TooLong } from '../too-long.ts';

/** What a person gives with an act; a door shows the refusal at the field of that name. */
export const givenFields = [
  'by',
  'on',
  'until',
  'from',
  'to',
  'number',
  'words',
  'reason',
  'basis',
  'field',
  'way',
  'receipt',
  'considered',
  'evidence',
  'entry',
  'subject',
  'task',
  'unit',
  'told',
  'repairFrom',
] as const;
export type GivenField = (typeof givenFields)[number];

/** Why one case stands in the way. */
export interface CaseInWay {
  /** 检查编号 and the code of the item. */
  readonly no: string;
  readonly item: string;
  readonly why: CaseRefusal;
}

export type FollowUpRefusal =
  | { readonly reason: 'no-cases' }
  | { readonly reason: 'too-many-cases'; readonly most: number }
  | { readonly reason: 'no-case'; readonly case: string }
  | { readonly reason: 'several-departments'; readonly departments: readonly string[] }
  | { readonly reason: 'several-subjects'; readonly subjects: number }
  /** No check of the plan stands behind it any more, so that nobody can be dealt with on its ground. */
  | { readonly reason: 'visit-gone'; readonly no: string }
  | { readonly reason: 'cases'; readonly cases: readonly CaseInWay[] }
  | { readonly reason: 'text-missing'; readonly field: GivenField }
  | { readonly reason: 'not-a-date'; readonly field: GivenField; readonly text: string }
  | { readonly reason: 'not-evidence'; readonly line: number }
  | { readonly reason: 'no-evidence' }
  | TooLong
  /** 精准关联: a decision is about this subject and this task, or it is about something else. */
  | { readonly reason: 'other-subject'; readonly given: string; readonly is: string }
  | { readonly reason: 'other-task'; readonly given: string; readonly tasks: readonly string[] }
  | { readonly reason: 'number-taken'; readonly number: string }
  | { readonly reason: 'no-leniency-list'; readonly department: string }
  | { readonly reason: 'not-an-entry'; readonly entry: string; readonly entries: readonly string[] }
  | { readonly reason: 'no-receiver'; readonly to: string }
  | { readonly reason: 'unit-missing' }
  | { readonly reason: 'no-such-transfer'; readonly transfer: number }
  | { readonly reason: 'no-such-visit'; readonly no: string }
  | { readonly reason: 'door-needs-reason' };
