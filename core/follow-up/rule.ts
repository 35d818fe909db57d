/**
 * What may be done about a case as it stands, asked of every act before it is recorded. A suspected crime is never closed by a penalty
 * (福安 二(二)3 严禁以罚代刑); a listing comes after its reminder and the time that it gave (石狮 四(三)); nothing is closed without a disposal.
 */
import type { CivilDate } from '../calendar.ts';
import type { OutcomeCode } from '../outcome/code.ts';
import { never } from '../result.ts';
import type { ActBodies, ActKind, Covers, RepairStep } from './act.ts';
import { type Case, isProblem, isSuspected, runningTransfer, type Step } from './case.ts';
import type { Demands } from './demand.ts';

/** An act that is about to be recorded; which cases it covers is said beside it. */
export type NewAct = { [K in ActKind]: { readonly kind: K } & Omit<ActBodies[K], keyof Covers> }[ActKind];

export type CaseRefusal =
  | { readonly reason: 'case-closed'; readonly on: CivilDate }
  /** The outcome was changed into none: what remains is to say why. */
  | { readonly reason: 'no-problem-left' }
  | { readonly reason: 'still-a-problem'; readonly code: OutcomeCode }
  | { readonly reason: 'visit-stands' }
  | { readonly reason: 'lacking'; readonly steps: readonly Step[] }
  | { readonly reason: 'crime-suspected' }
  | { readonly reason: 'in-future'; readonly day: CivilDate; readonly today: CivilDate }
  | { readonly reason: 'too-early'; readonly day: CivilDate; readonly least: CivilDate }
  | { readonly reason: 'nothing-ordered' }
  | { readonly reason: 'transfer-runs'; readonly to: string }
  | { readonly reason: 'no-transfer'; readonly transfer: number }
  | { readonly reason: 'received-already' }
  | { readonly reason: 'not-received' }
  | { readonly reason: 'returned-already' }
  /** Whoever hands over cannot sign for it. */
  | { readonly reason: 'giver-receives'; readonly person: string }
  | { readonly reason: 'referred-already' }
  | { readonly reason: 'not-referred' }
  | { readonly reason: 'not-listable'; readonly code: OutcomeCode }
  | { readonly reason: 'listed-already' }
  | { readonly reason: 'reminded-already'; readonly until: CivilDate }
  | { readonly reason: 'not-reminded' }
  | { readonly reason: 'reminder-runs'; readonly until: CivilDate }
  | { readonly reason: 'mended-in-time' }
  | { readonly reason: 'no-decision'; readonly number: string; readonly numbers: readonly string[] }
  | { readonly reason: 'served-already'; readonly number: string }
  | { readonly reason: 'degree-missing' }
  | { readonly reason: 'repair-day-missing' }
  | { readonly reason: 'nothing-to-repair' }
  | { readonly reason: 'repair-early'; readonly from: CivilDate }
  | { readonly reason: 'repair-order'; readonly before: RepairStep | 'none'; readonly step: RepairStep }
  | { readonly reason: 'caution-missing' }
  | { readonly reason: 'field-unknown'; readonly field: string; readonly fields: readonly string[] };

export interface Asking {
  readonly today: CivilDate;
  readonly demands: Demands;
  /** Number of the person who acts. */
  readonly person: string;
}

/** 列入经营异常名录 is for these alone (经营异常名录管理办法): not published, published what is false, cannot be reached. */
export const listable: readonly OutcomeCode[] = ['not-published', 'false-published', 'unreachable'];

/** Why it cannot be, or null. */
export function refusedBy(held: Case, act: NewAct, asking: Asking): CaseRefusal | null {
  return standsAgainst(held, act) ?? daysOf(held, act, asking.today) ?? ruleOf(held, act, asking);
}

/** What runs on whether or not the case is closed: an application for repair, consequences elsewhere, letters. */
const goesOn: ReadonlySet<ActKind> = new Set(['repair-letter-sent', 'credit-repaired', 'joint-punishment-recorded']);
/** What was handed over is signed for and answered whatever became of the outcome since. */
const handedOver: ReadonlySet<ActKind> = new Set([
  'transfer-received',
  'transfer-returned',
  'crime-referred',
  'crime-answered',
]);

function standsAgainst(held: Case, act: NewAct): CaseRefusal | null {
  const { closed, outcome } = held;
  // An outcome that was corrected on the spot is closed by itself; more may still be done about it.
  if (closed !== null && closed.seq !== outcome && !goesOn.has(act.kind))
    return { reason: 'case-closed', on: closed.day };
  if (isProblem(held) || handedOver.has(act.kind) || goesOn.has(act.kind)) return null;
  return act.kind === 'case-closed' ? null : { reason: 'no-problem-left' };
}

function daysOf(held: Case, act: NewAct, today: CivilDate): CaseRefusal | null {
  const future = (day: CivilDate): CaseRefusal | null => (day > today ? { reason: 'in-future', day, today } : null);
  const least = (day: CivilDate, from: CivilDate): CaseRefusal | null =>
    day < from ? { reason: 'too-early', day, least: from } : null;
  switch (act.kind) {
    case 'correction-ordered':
      return least(act.by, today);
    case 'correction-checked':
    case 'penalty-decided':
    case 'guidance-given':
    case 'crime-referred':
    case 'abnormal-listed':
    case 'repair-letter-sent':
    case 'credit-repaired':
      // An outcome is entered after the check: a decision may be older than the entry, and no older than the check.
      return future(act.on) ?? least(act.on, held.checkedOn);
    case 'transfer-returned':
      return future(act.on) ?? least(act.on, held.transfers.find(({ seq }) => seq === act.transfer)?.day ?? act.on);
    case 'crime-answered':
      return future(act.on) ?? least(act.on, held.crime?.since ?? act.on);
    case 'listing-reminded':
      return act.until <= today ? { reason: 'too-early', day: act.until, least: today } : null;
    case 'joint-punishment-recorded':
      return least(act.to, act.from);
    case 'leniency-applied':
    case 'case-transferred':
    case 'transfer-received':
    case 'case-closed':
      return null;
    default:
      return never(act);
  }
}

function ruleOf(held: Case, act: NewAct, { today, demands, person }: Asking): CaseRefusal | null {
  switch (act.kind) {
    case 'correction-ordered':
    case 'guidance-given':
      return null;
    case 'correction-checked':
      // Entered anew as corrected, it is looked at once more, whatever was ordered.
      return held.order === null && held.reminder === null && held.code !== 'corrected'
        ? { reason: 'nothing-ordered' }
        : null;
    case 'penalty-decided':
      if (demands.degree && act.degree === null && held.degree === null) return { reason: 'degree-missing' };
      return demands.repairDay && act.measure === 'penalty' && act.repairFrom === null
        ? { reason: 'repair-day-missing' }
        : null;
    case 'leniency-applied':
      if (isSuspected(held)) return { reason: 'crime-suspected' };
      return demands.degree && act.degree === null && held.degree === null ? { reason: 'degree-missing' } : null;
    case 'case-transferred': {
      const running = runningTransfer(held);
      return running === null ? null : { reason: 'transfer-runs', to: running.to };
    }
    case 'transfer-received':
    case 'transfer-returned':
      return ofTransfer(held, act, person);
    case 'crime-referred':
      // Only a suspicion that was told by a receiver is still carried on once the outcome is none any more.
      if (!isProblem(held) && !isSuspected(held)) return { reason: 'no-problem-left' };
      return held.crime !== null && held.crime.referred !== null && held.crime.answer !== 'declined'
        ? { reason: 'referred-already' }
        : null;
    case 'crime-answered':
      return held.crime === null || held.crime.referred === null || held.crime.answer !== null
        ? { reason: 'not-referred' }
        : null;
    case 'listing-reminded':
      if (!listable.includes(held.code)) return { reason: 'not-listable', code: held.code };
      if (held.listed !== null) return { reason: 'listed-already' };
      return held.reminder !== null && held.reminder.until >= today
        ? { reason: 'reminded-already', until: held.reminder.until }
        : null;
    case 'abnormal-listed':
      return ofListing(held, act, today, demands);
    case 'repair-letter-sent': {
      const decision = held.decisions.find(({ number }) => number === act.number);
      if (decision === undefined) {
        const numbers = held.decisions.map(({ number }) => number);
        return { reason: 'no-decision', number: act.number, numbers };
      }
      return decision.served === null ? null : { reason: 'served-already', number: act.number };
    }
    case 'credit-repaired':
      return ofRepair(held, act);
    case 'joint-punishment-recorded': {
      const { fields } = demands;
      return fields !== null && !fields.includes(act.field)
        ? { reason: 'field-unknown', field: act.field, fields }
        : null;
    }
    case 'case-closed':
      return ofClosing(held, act);
    default:
      return never(act);
  }
}

function ofTransfer(
  held: Case,
  act: Extract<NewAct, { kind: 'transfer-received' | 'transfer-returned' }>,
  person: string,
): CaseRefusal | null {
  const transfer = held.transfers.find(({ seq }) => seq === act.transfer);
  if (transfer === undefined) return { reason: 'no-transfer', transfer: act.transfer };
  if (act.kind === 'transfer-received') {
    if (transfer.received !== null) return { reason: 'received-already' };
    return transfer.giver === person ? { reason: 'giver-receives', person } : null;
  }
  if (transfer.received === null) return { reason: 'not-received' };
  return transfer.result === null ? null : { reason: 'returned-already' };
}

function ofListing(
  { code, listed, reminder }: Case,
  act: Extract<NewAct, { kind: 'abnormal-listed' }>,
  today: CivilDate,
  demands: Demands,
): CaseRefusal | null {
  if (!listable.includes(code)) return { reason: 'not-listable', code };
  if (listed !== null) return { reason: 'listed-already' };
  if (demands.reminder && reminder === null) return { reason: 'not-reminded' };
  // A reminder that was given is kept to, whether or not it had to be.
  if (reminder?.mended) return { reason: 'mended-in-time' };
  if (reminder !== null && (today <= reminder.until || act.on <= reminder.until))
    return { reason: 'reminder-runs', until: reminder.until };
  return demands.caution && act.considered.trim() === '' ? { reason: 'caution-missing' } : null;
}

/** Applied for, then granted or denied, then carried out; a denied one may be applied for again. */
function ofRepair(held: Case, act: Extract<NewAct, { kind: 'credit-repaired' }>): CaseRefusal | null {
  const { decisions, listed, repair, disposals } = held;
  const punished = disposals.some(({ kind }) => kind === 'joint-punishment' || kind === 'transferred');
  if (decisions.length === 0 && listed === null && !punished) return { reason: 'nothing-to-repair' };
  const before = repair?.step ?? 'none';
  if (!repairAfter[act.step].includes(before)) return { reason: 'repair-order', before, step: act.step };
  const from = decisions
    .flatMap(({ repairFrom }) => repairFrom ?? [])
    .sort()
    .at(-1);
  return act.step === 'applied' && from !== undefined && act.on < from ? { reason: 'repair-early', from } : null;
}

const repairAfter: Readonly<Record<RepairStep, readonly (RepairStep | 'none')[]>> = {
  applied: ['none', 'denied'],
  granted: ['applied'],
  denied: ['applied'],
  'carried-out': ['granted'],
};

function ofClosing(held: Case, act: Extract<NewAct, { kind: 'case-closed' }>): CaseRefusal | null {
  if (isSuspected(held)) return { reason: 'crime-suspected' };
  const running = runningTransfer(held);
  if (running !== null) return { reason: 'transfer-runs', to: running.to };
  if (act.as === 'void') return held.isVoid ? null : { reason: 'visit-stands' };
  if (act.as === 'no-problem') {
    if (held.isVoid || isProblem(held)) return { reason: 'still-a-problem', code: held.code };
    return null;
  }
  if (!isProblem(held)) return { reason: 'no-problem-left' };
  const steps = held.owed.filter(({ kind }) => kind !== 'close' && kind !== 'repair');
  return steps.length === 0 ? null : { reason: 'lacking', steps };
}
