/**
 * 后续处置: what can be done about a finding. Each act is a fact in the dossier of every case that it covers; the state of a case is what
 * these make of it in their order (`case.ts`), and nothing else about it is stored.
 */
import type { CivilDate } from '../calendar.ts';
import type { Degree } from '../outcome/degree.ts';
import type { Evidence } from '../outcome/outcome.ts';

/** What every act names: findings of one subject, and of one department that answers for them (三明 四(十) 谁监管、谁负责). */
export interface Covers {
  readonly cases: readonly string[];
  /** Code of the department whose findings they are. */
  readonly department: string;
  /** `kind:number` */
  readonly subject: string;
  /** `plan/number of the task`, those in which the findings were made (三明 四(十) 抽查任务单号). */
  readonly tasks: readonly string[];
  /** `source/number` */
  readonly visits: readonly string[];
}

/** 已整改、部分整改、未整改 */
export const correctionResults = ['corrected', 'partly', 'not'] as const;
export type CorrectionResult = (typeof correctionResults)[number];

/** 行政处罚, 行政强制 (甘州 二(二)5 names four measures; the other two are acts of their own). */
export const measures = ['penalty', 'coercion'] as const;
export type Measure = (typeof measures)[number];

/** 四张清单 (三明 三(六)): 不予处罚, 减轻处罚, 从轻处罚, 免予行政强制. */
export const leniencies = ['no-penalty', 'mitigated', 'lighter', 'no-coercion'] as const;
export type Leniency = (typeof leniencies)[number];

/** What became of a transfer; `not-accepted`: it is not the receiver's to deal with and comes back. */
export const transferResults = ['penalised', 'corrected', 'not-penalised', 'suspected-crime', 'not-accepted'] as const;
export type TransferResult = (typeof transferResults)[number];

export const crimeAnswers = ['accepted', 'declined'] as const;
export type CrimeAnswer = (typeof crimeAnswers)[number];

/** 信用修复: applied for, decided, carried out (三明 四(十一)). */
export const repairSteps = ['applied', 'granted', 'denied', 'carried-out'] as const;
export type RepairStep = (typeof repairSteps)[number];

/** `void`: the draw was annulled or corrected, or the subject replaced, so that no check of the plan stands behind it. */
export const closings = ['disposed', 'no-problem', 'void'] as const;
export type ClosedAs = (typeof closings)[number];

export const revisitWays = ['telephone', 'file', 'door'] as const;
export type RevisitWay = (typeof revisitWays)[number];

export interface ActBodies {
  'correction-ordered': Covers & { readonly by: CivilDate; readonly words: string };
  'correction-checked': Covers & {
    readonly on: CivilDate;
    readonly result: CorrectionResult;
    readonly words: string;
    readonly evidence: readonly Evidence[];
  };
  'penalty-decided': Covers & {
    readonly measure: Measure;
    /** Number of the decision; one decision is one subject's. */
    readonly number: string;
    readonly on: CivilDate;
    readonly words: string;
    readonly degree: Degree | null;
    /** 最早可以申请信用修复的日期; the record of the repair opens with the decision (三明 四(十一) 双同步). */
    readonly repairFrom: CivilDate | null;
  };
  'guidance-given': Covers & { readonly on: CivilDate; readonly words: string };
  'leniency-applied': Covers & {
    readonly list: Leniency;
    /** As the department's stored list has it, and where. */
    readonly entry: string;
    readonly document: { readonly title: string; readonly version: number };
    /** 自由裁量 (福安 二(三)2): why the entry fits what was found. */
    readonly words: string;
    readonly degree: Degree | null;
  };
  'case-transferred': Covers & {
    /** Department code; the giver's own where the case goes to its enforcement body (三明 四(十)). */
    readonly to: string;
    /** The unit there that handles cases, or ''. */
    readonly unit: string;
    readonly reason: string;
    readonly evidence: readonly Evidence[];
    readonly giver: string;
  };
  'transfer-received': Covers & { readonly transfer: number; readonly to: string; readonly receiver: string };
  'transfer-returned': Covers & {
    readonly transfer: number;
    readonly to: string;
    readonly result: TransferResult;
    /** Number of the decision made there, or ''. */
    readonly number: string;
    readonly on: CivilDate;
    readonly words: string;
  };
  'crime-referred': Covers & {
    /** 公安机关等, in words: it is on no list of ours. */
    readonly to: string;
    readonly on: CivilDate;
    readonly words: string;
    readonly evidence: readonly Evidence[];
  };
  'crime-answered': Covers & {
    readonly answer: CrimeAnswer;
    readonly number: string;
    readonly on: CivilDate;
    readonly words: string;
  };
  'listing-reminded': Covers & { readonly until: CivilDate; readonly way: string; readonly words: string };
  'abnormal-listed': Covers & {
    readonly number: string;
    readonly on: CivilDate;
    /** Which of the measures of caution were considered (石狮 四(三)). */
    readonly considered: string;
    readonly words: string;
  };
  'repair-letter-sent': Covers & {
    /** Number of the decision that it goes with: 一书一函同达, so that number, day and receipt are the pair's. */
    readonly number: string;
    readonly on: CivilDate;
    readonly receipt: string;
  };
  'credit-repaired': Covers & {
    readonly step: RepairStep;
    readonly number: string;
    readonly on: CivilDate;
    readonly online: boolean;
    /** Departments that handle it together. */
    readonly told: readonly string[];
    readonly words: string;
  };
  'joint-punishment-recorded': Covers & {
    readonly basis: string;
    readonly field: string;
    readonly from: CivilDate;
    readonly to: CivilDate;
    readonly told: readonly string[];
  };
  'case-closed': Covers & { readonly as: ClosedAs; readonly words: string };
}
export type ActKind = keyof ActBodies;

/** One act as it stands in the ledger; of one whose body was erased on record only the kind and the day are left. */
export type CaseAct = ActAs<ActKind> | (ActAt & { readonly kind: 'erased'; readonly was: ActKind });

interface ActAt {
  readonly seq: number;
  readonly day: CivilDate;
  readonly actor: string;
}
type ActAs<K extends ActKind> = K extends ActKind ? ActAt & { readonly kind: K; readonly body: ActBodies[K] } : never;

export const actKinds = [
  'correction-ordered',
  'correction-checked',
  'penalty-decided',
  'guidance-given',
  'leniency-applied',
  'case-transferred',
  'transfer-received',
  'transfer-returned',
  'crime-referred',
  'crime-answered',
  'listing-reminded',
  'abnormal-listed',
  'repair-letter-sent',
  'credit-repaired',
  'joint-punishment-recorded',
  'case-closed',
] as const satisfies readonly ActKind[];
