/**
 * 风险预警线索 (甘州 2023 二(三)3), 分类调整建议 (三明 2025 四(九)) and 定向抽查、专项检查建议 (甘州 2023 二(二)5): what comes of looking at risk, each a matter
 * that somebody answers. A class is changed by the one whose classification it is, never by the program.
 */
import type { CivilDate } from '../calendar.ts';
import { type Filed, writtenAs } from '../ledger/dossier.ts';
import type { Debtor } from '../owed/owed.ts';

/** Body of `risk-recorded`. */
export interface RiskRecorded {
  /** The system that warned, with its number. */
  readonly from: string;
  readonly words: string;
  /** `kind:number` of the enterprise it is about, or ''. */
  readonly about: string;
  /** Who is to verify and handle it. */
  readonly department: string;
  readonly due: CivilDate;
  readonly on: CivilDate;
}

/** What verification came to. */
export const verdicts = ['true', 'partly', 'untrue'] as const;
export type Verdict = (typeof verdicts)[number];

/** Body of `risk-handled`. */
export interface RiskHandled {
  readonly risk: number;
  readonly department: string;
  readonly verdict: Verdict;
  readonly words: string;
  readonly on: CivilDate;
}

export interface Risk extends RiskRecorded {
  readonly no: number;
  readonly handled: Omit<RiskHandled, 'risk'> | null;
}

export function riskOf(entries: readonly Filed[]): Risk | null {
  const recorded = entries.find(({ kind }) => kind === 'risk-recorded');
  if (recorded === undefined || recorded.body === null) return null;
  const handled = entries.findLast(({ kind, body }) => kind === 'risk-handled' && body !== null)?.body ?? null;
  return {
    ...writtenAs<RiskRecorded>(recorded.body),
    no: recorded.seq,
    handled: handled === null ? null : writtenAs<RiskHandled>(handled),
  };
}

/** Body of `class-change-suggested`. */
export interface ClassChangeSuggested {
  /** `kind:number` */
  readonly subject: string;
  readonly scheme: string;
  readonly to: string;
  /** Outcomes that it rests on. */
  readonly outcomes: readonly string[];
  readonly words: string;
  readonly department: string;
  /** Whose classification it is, and who answers. */
  readonly keeper: Debtor;
  readonly on: CivilDate;
}

/** Body of `class-change-answered`. */
export interface ClassChangeAnswered {
  readonly suggestion: number;
  readonly keeper: Debtor;
  readonly accepted: boolean;
  readonly words: string;
  readonly on: CivilDate;
}

export interface Suggestion extends ClassChangeSuggested {
  readonly no: number;
  readonly answer: Pick<ClassChangeAnswered, 'accepted' | 'words' | 'on'> | null;
}

export function suggestionOf(entries: readonly Filed[]): Suggestion | null {
  const made = entries.find(({ kind }) => kind === 'class-change-suggested');
  if (made === undefined || made.body === null) return null;
  const answer = entries.find(({ kind, body }) => kind === 'class-change-answered' && body !== null)?.body ?? null;
  return {
    ...writtenAs<ClassChangeSuggested>(made.body),
    no: made.seq,
    answer: answer === null ? null : writtenAs<ClassChangeAnswered>(answer),
  };
}

export const targetedKinds = ['targeted-draw', 'special-check'] as const;
export type TargetedKind = (typeof targetedKinds)[number];

/** Body of `targeted-check-proposed`; read when the next plan is consulted on. */
export interface TargetedCheckProposed {
  readonly kind: TargetedKind;
  /** An area, a trade or an item, as the signals name it. */
  readonly about: string;
  readonly outcomes: readonly string[];
  readonly words: string;
  /** The plan year that it is for. */
  readonly year: number;
  readonly department: string;
  readonly on: CivilDate;
}

/** Body of `sign-answered`. */
export interface SignAnswered {
  readonly sign: string;
  readonly department: string;
  readonly words: string;
  readonly on: CivilDate;
}
