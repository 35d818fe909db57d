/**
 * 再检查 (三明 2025 四(十二)): a sample of published outcomes, drawn by the same ceremony as every draw, looked at again by people who were not
 * there; and 回访 (石狮 2024 四(五)), the same sample asked how it went. What is found fault with goes back to the department, which answers.
 */
import type { CivilDate } from '../calendar.ts';
import { type Filed, writtenAs } from '../ledger/dossier.ts';
import type { Debtor } from '../owed/owed.ts';

export const recheckPurposes = ['recheck', 'revisit'] as const;
export type RecheckPurpose = (typeof recheckPurposes)[number];

/** 合规性、完整性、精准性 (三明 2025 四(十二)). */
export const recheckCriteria = ['compliance', 'completeness', 'precision'] as const;
export type RecheckCriterion = (typeof recheckCriteria)[number];

export const grades = ['met', 'fault'] as const;
export type Grade = (typeof grades)[number];

/** Over the file or by telephone; at the door only under a filing of its own, whose rules count caps and quiet months. */
export const recheckWays = ['file', 'telephone', 'door'] as const;
export type RecheckWay = (typeof recheckWays)[number];

/** Body of `recheck-drawn`; the roster's outcomes lie in its pages. */
export interface RecheckDrawn {
  readonly ceremony: number;
  readonly purpose: RecheckPurpose;
  readonly plan: string;
  /** Whose outcomes; '' for those of all departments, which the office looks at. */
  readonly department: string;
  readonly window: { readonly from: CivilDate; readonly to: CivilDate };
  readonly pages: readonly string[];
  readonly on: CivilDate;
}

/** Body of `recheck-recorded`. */
export interface RecheckRecorded {
  readonly recheck: number;
  readonly ceremony: number;
  /** The outcome's name: `source/visit/department/item`. */
  readonly outcome: string;
  /** Whose outcome it is. */
  readonly department: string;
  readonly grades: Readonly<Record<RecheckCriterion, Grade>>;
  /** 存在问题未发现 */
  readonly missed: boolean;
  readonly words: string;
  readonly way: RecheckWay;
  /** The filing under which somebody went to the door. */
  readonly underFiling: number | null;
  readonly on: CivilDate;
}

/** Body of `recheck-answered`. */
export interface RecheckAnswered {
  readonly recheck: number;
  readonly ceremony: number;
  readonly outcome: string;
  readonly department: string;
  readonly words: string;
  readonly on: CivilDate;
}

export interface Recheck extends RecheckDrawn {
  readonly no: number;
  /** By the outcome's name; a later record takes the place of an earlier one. */
  readonly records: ReadonlyMap<string, RecheckRecorded>;
  readonly answers: ReadonlyMap<string, RecheckAnswered>;
}

/** Something is to be answered by the department. */
export const hasFault = ({ grades: given, missed }: Pick<RecheckRecorded, 'grades' | 'missed'>): boolean =>
  missed || Object.values(given).includes('fault');

export const holderOfRecheck = ({ department }: Pick<RecheckDrawn, 'department'>): Debtor =>
  department === '' ? 'office' : `department:${department}`;

/** Null where the drawing itself was erased on record. */
export function recheckOf(entries: readonly Filed[]): Recheck | null {
  const drawn = entries.find(({ kind }) => kind === 'recheck-drawn');
  if (drawn === undefined || drawn.body === null) return null;
  const records = new Map<string, RecheckRecorded>();
  const answers = new Map<string, RecheckAnswered>();
  for (const { kind, body } of entries) {
    if (body === null) continue;
    if (kind === 'recheck-recorded') {
      const record = writtenAs<RecheckRecorded>(body);
      records.set(record.outcome, record);
      // What was found anew is answered anew.
      answers.delete(record.outcome);
    } else if (kind === 'recheck-answered') {
      const answer = writtenAs<RecheckAnswered>(body);
      answers.set(answer.outcome, answer);
    }
  }
  return { ...writtenAs<RecheckDrawn>(drawn.body), no: drawn.seq, records, answers };
}

/** Records with a fault that nobody has answered yet. */
export const unanswered = ({ records, answers }: Recheck): readonly RecheckRecorded[] =>
  [...records.values()].filter((record) => hasFault(record) && !answers.has(record.outcome));
