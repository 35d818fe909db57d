/**
 * A finding is a case: every standing outcome that is a problem, open from the moment it is entered. What was done about it makes its state;
 * whatever is still to be done is somebody's (三明 四(十) 谁监管、谁负责). Nothing ends it but a disposal that is fit for it, or the record that
 * it was no problem after all.
 */
import type { CivilDate } from '../calendar.ts';
import { kindOf, type OutcomeCode } from '../outcome/code.ts';
import type { Degree } from '../outcome/degree.ts';
import type { CaseAct, ClosedAs, CrimeAnswer, Leniency, Measure, RepairStep, TransferResult } from './act.ts';
import type { Demands } from './demand.ts';
import { type Tracks, tracksOf } from './track.ts';

/** The outcome as it stands, seen as something to be dealt with. */
export interface Finding {
  /** `source/visit/department/item` */
  readonly id: string;
  readonly department: string;
  readonly code: OutcomeCode;
  /** The fact that entered the standing version. */
  readonly outcome: number;
  /** The day on which a problem was entered here first. */
  readonly opened: CivilDate;
  /** The day of the check; nothing about it was decided before. */
  readonly checkedOn: CivilDate;
  /** Some version of it was a problem that remained to be dealt with: then entering it anew as corrected ends nothing. */
  readonly wasOpen: boolean;
  /** Who answers for it in the department: whoever entered the standing version. */
  readonly person: string;
  /** 整改期限, where the record of the check itself orders the correction. */
  readonly correctBy: CivilDate | null;
  /** 违法程度, as the outcome says it; in a case, as the last decision does. */
  readonly degree: Degree | null;
  /** The visit stands no more: draw annulled or corrected, subject replaced. */
  readonly isVoid: boolean;
}

export type CaseState =
  /** Nothing fit for it was done yet, and nothing is under way. */
  | 'open'
  | 'under-way'
  /** Disposed of; only the closing is left. */
  | 'disposed'
  | 'closed';

export const disposalKinds = [
  'corrected-at-once',
  'corrected',
  'penalty',
  'coercion',
  'leniency',
  'transferred',
  'crime',
  'listed',
  'joint-punishment',
] as const;
export type DisposalKind = (typeof disposalKinds)[number];

export interface Disposal {
  readonly kind: DisposalKind;
  readonly seq: number;
  readonly day: CivilDate;
}

export const stepKinds = [
  'dispose', // 处置
  'check-correction', // 整改复查
  'next', // 整改不到位，采取下一步措施
  'guidance', // 整改辅导单
  'letter', // 一书一函
  'receive', // 签收移交
  'result', // 反馈移交办理结果
  'refer', // 移送涉嫌犯罪
  'crime-answer', // 登记涉嫌犯罪移送结果
  'list', // 提醒期满，复核后决定是否列异
  'close', // 办结
  'explain', // 检查结果已改为无问题，说明理由后结束
  'repair', // 信用修复办理
] as const;
export type StepKind = (typeof stepKinds)[number];

/** What is owed next, and by whom. */
export interface Step {
  readonly kind: StepKind;
  /** Department code. */
  readonly by: string;
  readonly since: CivilDate;
  readonly due: CivilDate | null;
  readonly transfer: number | null;
}

export interface Transfer {
  readonly seq: number;
  readonly day: CivilDate;
  readonly to: string;
  readonly unit: string;
  readonly giver: string;
  readonly received: { readonly seq: number; readonly day: CivilDate } | null;
  readonly result: {
    readonly seq: number;
    readonly day: CivilDate;
    readonly result: TransferResult;
    readonly number: string;
  } | null;
}

export interface Decision {
  readonly seq: number;
  readonly day: CivilDate;
  readonly number: string;
  readonly measure: Measure;
  readonly repairFrom: CivilDate | null;
  /** Notice and repair letter were served together. */
  readonly served: CivilDate | null;
}

export interface Case extends Finding {
  readonly state: CaseState;
  /** Disposals that are fit for it, in their order. */
  readonly disposals: readonly Disposal[];
  readonly owed: readonly Step[];
  readonly order: { readonly seq: number; readonly day: CivilDate; readonly by: CivilDate } | null;
  readonly decisions: readonly Decision[];
  readonly guidance: readonly number[];
  readonly leniencies: readonly { readonly seq: number; readonly day: CivilDate; readonly list: Leniency }[];
  readonly transfers: readonly Transfer[];
  readonly crime: Crime | null;
  readonly reminder: {
    readonly seq: number;
    readonly day: CivilDate;
    readonly until: CivilDate;
    /** Mended within the time. */
    readonly mended: boolean;
  } | null;
  readonly listed: number | null;
  readonly repair: { readonly seq: number; readonly step: RepairStep; readonly day: CivilDate } | null;
  readonly closed: { readonly seq: number; readonly day: CivilDate; readonly as: ClosedAs } | null;
  readonly acts: readonly CaseAct[];
}

/** A suspicion stands from the moment that somebody says so until the judicial organ has answered (福安 二(二)3). */
export interface Crime {
  readonly since: CivilDate;
  readonly referred: number | null;
  readonly answer: CrimeAnswer | null;
}

export const isProblem = ({ code, isVoid }: Pick<Finding, 'code' | 'isVoid'>): boolean =>
  !isVoid && kindOf(code).problem;

export const isSuspected = ({ crime }: Pick<Case, 'crime'>): boolean => crime !== null && crime.answer === null;

export const runningTransfer = ({ transfers }: Pick<Case, 'transfers'>): Transfer | null =>
  transfers.find(({ result }) => result === null) ?? null;

/** What the acts, oldest first, have made of a finding. */
export function foldCase(finding: Finding, acts: readonly CaseAct[], demands: Demands): Case {
  const held = tracksOf(finding, acts);
  const disposals = disposalsOf(finding, held);
  const closed = closingOf(finding, held);
  const lacking = closed === null ? lackingOf(finding, held, disposals, demands) : [];
  const owed = [...lacking, ...repairOwed(finding, held)];
  return { ...finding, ...held, disposals, closed, owed, state: stateOf(closed, lacking) };
}

const done: ReadonlySet<TransferResult> = new Set(['penalised', 'corrected', 'not-penalised']);
/** 减轻 and 从轻 say how a penalty is measured: without one they dispose of nothing. */
const aloneEnough: ReadonlySet<Leniency> = new Set(['no-penalty', 'no-coercion']);

function disposalsOf(finding: Finding, held: Tracks): readonly Disposal[] {
  const { checked, order, decisions, leniencies, transfers, crime, listed, punished, acts } = held;
  const found: Disposal[] = [];
  if (finding.code === 'corrected' && !finding.wasOpen)
    found.push({ kind: 'corrected-at-once', seq: finding.outcome, day: finding.opened });
  if (checked?.done && order === null) found.push({ kind: 'corrected', seq: checked.seq, day: checked.day });
  for (const { measure, seq, day } of decisions) found.push({ kind: measure, seq, day });
  for (const { list, seq, day } of leniencies)
    if (aloneEnough.has(list) || decisions.length > 0) found.push({ kind: 'leniency', seq, day });
  for (const { result } of transfers)
    if (result !== null && done.has(result.result))
      found.push({ kind: 'transferred', seq: result.seq, day: result.day });
  if (crime?.answer === 'accepted') {
    const answer = acts.findLast(({ kind }) => kind === 'crime-answered');
    if (answer !== undefined) found.push({ kind: 'crime', seq: answer.seq, day: answer.day });
  }
  const listing = acts.find(({ seq }) => seq === listed);
  if (listing !== undefined) found.push({ kind: 'listed', seq: listing.seq, day: listing.day });
  if (punished !== null) found.push({ kind: 'joint-punishment', ...punished });
  return found.sort((a, b) => a.seq - b.seq);
}

/** The closing that stands. */
function closingOf(finding: Finding, { closing, acts }: Tracks): Case['closed'] {
  if (closing !== null) return standsClosed(finding, closing) ? closing : null;
  // 发现问题经责令已改正: nothing remains to be done, unless somebody goes on to do more.
  const endsItself = isProblem(finding) && !kindOf(finding.code).followUp && !finding.wasOpen && acts.length === 0;
  return endsItself ? { seq: finding.outcome, day: finding.opened, as: 'disposed' } : null;
}

/**
 * What was closed for no problem, or for a visit that was none, is open again as soon as there is one. What was disposed of is looked at
 * again where a problem that remains to be dealt with is entered after the closing: a small finding closed is no door for a grave one.
 */
function standsClosed(finding: Finding, closing: NonNullable<Tracks['closing']>): boolean {
  if (!isProblem(finding)) return true;
  if (closing.as !== 'disposed') return false;
  return finding.outcome < closing.seq || !kindOf(finding.code).followUp;
}

function lackingOf(finding: Finding, held: Tracks, disposals: readonly Disposal[], demands: Demands): readonly Step[] {
  const own = (kind: StepKind, since: CivilDate, due: CivilDate | null = null): Step => ({
    kind,
    by: finding.department,
    since,
    due,
    transfer: null,
  });
  const last = held.acts.at(-1)?.day ?? finding.opened;
  const handed = handedOver(finding, held);
  if (!isProblem(finding)) return handed.length > 0 ? handed : [own('explain', last)];
  const steps: Step[] = [...handed];
  const { order, checked, stepped, decisions, guidance, reminder, listed } = held;
  if (order !== null) steps.push(own('check-correction', order.day, order.by));
  if (checked !== null && !checked.done && stepped < checked.seq) steps.push(own('next', checked.day));
  const [penalty] = decisions.filter(({ measure }) => measure === 'penalty');
  if (demands.twoSlips && penalty !== undefined && guidance.length === 0) steps.push(own('guidance', penalty.day));
  if (demands.letter)
    for (const { measure, served, day } of decisions)
      if (measure === 'penalty' && served === null) steps.push(own('letter', day, day));
  if (reminder !== null && listed === null && !reminder.mended && !disposals.some(({ seq }) => seq > reminder.seq))
    steps.push(own('list', reminder.day, reminder.until));
  if (steps.length > 0) return steps;
  return [own(disposals.length === 0 ? 'dispose' : 'close', last)];
}

/** What lies with somebody else, or must go to the judicial organs: it is waited for whatever else was done. */
function handedOver({ department }: Finding, held: Tracks): readonly Step[] {
  const steps: Step[] = [];
  const running = runningTransfer(held);
  if (running !== null) {
    const { to, seq, received, day } = running;
    const kind = received === null ? 'receive' : 'result';
    steps.push({ kind, by: to, since: received?.day ?? day, due: null, transfer: seq });
  }
  const { crime } = held;
  if (crime !== null && crime.answer === null) {
    const kind = crime.referred === null ? 'refer' : 'crime-answer';
    steps.push({ kind, by: department, since: crime.since, due: null, transfer: null });
  }
  return steps;
}

/** 尽快修复信用: an application waits for whoever decides it, whether or not the case is closed. */
function repairOwed({ department }: Finding, { repair }: Tracks): readonly Step[] {
  const waits = repair !== null && (repair.step === 'applied' || repair.step === 'granted');
  return waits ? [{ kind: 'repair', by: department, since: repair.day, due: null, transfer: null }] : [];
}

function stateOf(closed: Case['closed'], lacking: readonly Step[]): CaseState {
  if (closed !== null) return 'closed';
  if (lacking.every(({ kind }) => kind === 'close')) return 'disposed';
  return lacking.every(({ kind }) => kind === 'dispose') ? 'open' : 'under-way';
}
