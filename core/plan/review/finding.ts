/**
 * What review can find: one arm per rule, each with the facts that its words need. Review returns all of them at once, so
 * that a plan is mended in one round.
 */
import type { CivilDate } from '../../calendar.ts';
import type { Source } from '../../policy/cited.ts';
import type { Figure } from '../../policy/figure.ts';
import type { Coverage, Ground, Party, ReviewPoint } from '../../policy/shape.ts';
import type { Method } from '../../registry/item.ts';

/** `refused`: must be mended. `in-principle` (原则上): a stated reason overrides. `notice`: to be known, binds nobody. */
export type Weight = 'refused' | 'in-principle' | 'notice';

/** A rate is a share of a tier in basis points, rounded for the eye where the plan gives a number instead. */
type Rate = { readonly scheme: string; readonly label: string; readonly bp: number };

/** 抽查比例, 抽查频次, 覆盖面. */
export type ShareFault =
  // 抽查比例
  | ({ readonly kind: 'not-spared' } & Rate)
  | ({ readonly kind: 'not-below-usual' | 'not-above-usual'; readonly usualBp: number } & Rate)
  | {
      readonly kind: 'order-broken';
      readonly lower: Rate;
      readonly higher: Rate;
      readonly order: readonly string[];
    }
  | { readonly kind: 'one-ratio-for-all'; readonly labels: readonly string[]; readonly missing: readonly string[] }
  | { readonly kind: 'no-classes' }
  | { readonly kind: 'unknown-scheme'; readonly scheme: string; readonly known: readonly string[] }
  | {
      readonly kind: 'unknown-class';
      readonly scheme: string;
      readonly label: string;
      readonly known: readonly string[];
    }
  | { readonly kind: 'key-field-usual'; readonly field: string; readonly bp: number; readonly usualBp: number }
  | { readonly kind: 'ratio-off-list'; readonly bp: number; readonly usualBp: number }
  | { readonly kind: 'not-settled'; readonly label: string }
  // 抽查频次
  | { readonly kind: 'too-few-draws'; readonly department: string; readonly draws: number; readonly atLeast: number }
  | {
      readonly kind: 'frequency-not-lower';
      readonly scheme: string;
      readonly lower: string;
      readonly lowerDraws: number;
      readonly higher: string;
      readonly higherDraws: number;
    }
  | {
      readonly kind: 'over-cap';
      readonly scheme: string;
      readonly label: string;
      readonly visits: number;
      readonly cap: number;
    }
  | { readonly kind: 'no-need-stated'; readonly scheme: string; readonly label: string }
  | { readonly kind: 'no-statutory-cap'; readonly item: string }
  | { readonly kind: 'over-statutory-cap'; readonly item: string; readonly draws: number; readonly cap: number }
  | { readonly kind: 'statutory-cap-applies'; readonly item: string; readonly cap: number | null }
  | { readonly kind: 'exception-applied'; readonly item: string; readonly instead: Source }
  | { readonly kind: 'no-published-cap'; readonly item: string }
  // 覆盖面
  | {
      readonly kind: 'floor-missed' | 'ceiling-passed' | 'coverage-expected';
      readonly of: Coverage['of'];
      readonly bound: Coverage['bound'];
      readonly department: string | null;
      readonly expected: number;
      readonly limit: number;
      readonly roll: number;
      readonly bp: number;
      readonly rollDate: CivilDate;
      readonly groups: number;
    }
  | { readonly kind: 'groups-for-floor'; readonly groups: number; readonly without: number }
  | {
      readonly kind: 'class-not-covered';
      readonly scheme: string;
      readonly label: string;
      readonly expected: number;
      readonly all: number;
      readonly atLeast: number;
    }
  | { readonly kind: 'item-unplanned'; readonly item: string; readonly department: string }
  | { readonly kind: 'target-missed'; readonly figure: Figure; readonly bp: number; readonly goalBp: number }
  | { readonly kind: 'nobody-in-frame' | 'nobody-drawn' }
  | { readonly kind: 'not-drawable'; readonly unclassed: number; readonly otherClass: number; readonly frame: number };

/** 抽查事项, 联合. */
export type TaskFault =
  | { readonly kind: 'off-list'; readonly item: string; readonly list: string }
  | { readonly kind: 'not-on-joint-list'; readonly item: string; readonly list: string }
  | { readonly kind: 'repealed'; readonly item: string; readonly from: CivilDate; readonly replacedBy: string }
  | {
      readonly kind: 'no-form' | 'no-basis' | 'no-power-number' | 'not-claimed' | 'not-implemented';
      readonly item: string;
    }
  | {
      readonly kind: 'method-not-allowed';
      readonly item: string;
      readonly method: Method;
      readonly allowed: readonly Method[];
    }
  | { readonly kind: 'method-not-in-policy'; readonly method: Method; readonly allowed: readonly Method[] }
  | { readonly kind: 'not-its-item'; readonly item: string; readonly department: string; readonly holder: string }
  | { readonly kind: 'body-without-items'; readonly department: string }
  | { readonly kind: 'duplicate'; readonly other: string; readonly items: readonly string[]; readonly common: number }
  // 联合
  | { readonly kind: 'alone'; readonly others: readonly { readonly department: string; readonly item: string }[] }
  | { readonly kind: 'only-jointly'; readonly scheme: string; readonly label: string }
  | { readonly kind: 'joint-alone' | 'department-with-others'; readonly departments: readonly string[] }
  | { readonly kind: 'lead-not-one'; readonly lead: string }
  | { readonly kind: 'lead-not-of-matter'; readonly lead: string; readonly expected: string; readonly matter: string }
  | {
      readonly kind: 'partners-not-of-matter';
      readonly partners: readonly string[];
      readonly expected: readonly string[];
      readonly matter: string;
    }
  | { readonly kind: 'lead-not-competent'; readonly lead: string; readonly competent: readonly string[] }
  | { readonly kind: 'partner-silent' | 'partner-refused'; readonly partner: string }
  | { readonly kind: 'campaign-over-plan'; readonly planned: string; readonly common: number }
  | {
      readonly kind: 'overlaps-superior' | 'could-be-joined';
      readonly other: string;
      readonly shareBp: number;
      readonly common: number;
    }
  | {
      readonly kind: 'door-crowded';
      readonly departments: number;
      readonly officers: number;
      readonly limit: { readonly departments: number; readonly officers: number };
    };

/** 时间, 人员, 审查与公布, 纪律与职责. */
export type RunningFault =
  | {
      readonly kind: 'not-in-force';
      readonly state: 'before-effect' | 'lapsed' | 'abolished';
      readonly from: CivilDate;
    }
  | { readonly kind: 'no-policy-year'; readonly year: number }
  | { readonly kind: 'window-reversed'; readonly from: CivilDate; readonly to: CivilDate }
  | {
      readonly kind: 'window-outside-year';
      readonly from: CivilDate;
      readonly to: CivilDate;
      readonly year: { readonly from: CivilDate; readonly to: CivilDate };
    }
  | { readonly kind: 'window-after-due'; readonly to: CivilDate; readonly due: CivilDate }
  | { readonly kind: 'due-too-late' | 'due-after-superior'; readonly due: CivilDate; readonly limit: CivilDate }
  | {
      readonly kind: 'no-time-to-publish';
      readonly to: CivilDate;
      readonly publishedBy: CivilDate;
      readonly limit: CivilDate;
      readonly workingDays: number;
    }
  | { readonly kind: 'publishes-too-late'; readonly days: number; readonly allowed: number }
  | { readonly kind: 'publication-by-plan'; readonly days: number }
  | { readonly kind: 'provisional-date'; readonly date: CivilDate; readonly missing: readonly number[] }
  | {
      readonly kind: 'quiet-month';
      readonly scheme: string;
      readonly label: string;
      readonly months: readonly number[];
      readonly open: readonly number[];
    }
  | { readonly kind: 'ground-not-allowed'; readonly ground: Ground; readonly allowed: readonly Ground[] }
  | { readonly kind: 'filing-incomplete'; readonly missing: readonly Party[] }
  | { readonly kind: 'quiet-with-filing'; readonly ground: Ground; readonly receivers: readonly Party[] }
  | { readonly kind: 'unregistered'; readonly platform: string; readonly state: 'unregistered' | 'sent' | 'differing' }
  | { readonly kind: 'registered-late'; readonly due: CivilDate; readonly state: 'unregistered' | 'sent' | 'differing' }
  // 人员
  | { readonly kind: 'office-inspects' | 'unknown-department' | 'no-power'; readonly department: string }
  | {
      readonly kind: 'too-few-officers';
      readonly department: string;
      readonly officers: number;
      readonly atLeast: number;
    }
  | {
      readonly kind: 'inspectors-short';
      readonly department: string;
      readonly have: number;
      readonly need: number;
      readonly pool: string;
    }
  | { readonly kind: 'no-holder'; readonly department: string; readonly field: string }
  | { readonly kind: 'capacity-short'; readonly department: string; readonly posts: number; readonly capacity: number }
  | { readonly kind: 'experts-short'; readonly field: string; readonly have: number; readonly need: number }
  // 审查与公布
  | { readonly kind: 'drafter-reviews'; readonly by: string; readonly point: string }
  | { readonly kind: 'wrong-reviewer'; readonly reviewer: string; readonly point: ReviewPoint; readonly right: Party }
  | { readonly kind: 'review-missing'; readonly point: ReviewPoint; readonly by: Party }
  | { readonly kind: 'published-after-draw'; readonly on: CivilDate | null; readonly firstDraw: CivilDate }
  | { readonly kind: 'unpublished'; readonly channels: readonly string[] }
  | { readonly kind: 'wrong-channel'; readonly missing: readonly string[]; readonly each: 'any' | 'all' }
  // 纪律与职责
  | { readonly kind: 'sets-indicator'; readonly words: string }
  | { readonly kind: 'no-section' | 'no-responsible' | 'no-ground' }
  | {
      readonly kind: 'no-own-plan' | 'no-item-list' | 'no-lead-section' | 'no-liaison' | 'no-head';
      readonly department: string;
    };

export type Fault = ShareFault | TaskFault | RunningFault;

/** Where a fault lies, how it binds, and what was said to it. */
export interface Place {
  /** Task number, or null for the plan as a whole. */
  readonly task: string | null;
  readonly weight: Weight;
  /** Document and clause; null where the rule is the product's own (a window that ends before it begins). */
  readonly source: Source | null;
  /** The reason that the office gave, where the rule takes one. */
  readonly reason: string | null;
}

export type Finding = Fault & Place;
export type FindingKind = Fault['kind'];

/** Must be mended before the plan can be approved: everything refused, and what binds in principle without a reason. */
export const stands = ({ weight, reason }: Finding): boolean =>
  weight === 'refused' || (weight === 'in-principle' && reason === null);

/** It says that a rule is met, and by how much: nothing to be mended, and nothing to be warned of. */
export const isMet = ({ kind }: Pick<Finding, 'kind'>): boolean => kind === 'coverage-expected';
