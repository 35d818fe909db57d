/**
 * The tracks that acts lay at a finding: orders and what was seen of them, decisions with their slips and letters, transfers, a suspicion, a reminder, a
 * repair. What they amount to is said in `case.ts`.
 */
import type { CivilDate } from '../calendar.ts';
import { never } from '../result.ts';
import type { CaseAct } from './act.ts';
import type { Case, Finding, Transfer } from './case.ts';

/** What the acts say, track by track, before it is asked what of it is enough. */
export type Tracks = Omit<Case, Exclude<keyof Finding, 'degree'> | 'state' | 'disposals' | 'owed' | 'closed'> & {
  readonly checked: { readonly seq: number; readonly day: CivilDate; readonly done: boolean } | null;
  /** The last act that is a next step after a correction that was not made. */
  readonly stepped: number;
  readonly punished: { readonly seq: number; readonly day: CivilDate } | null;
  readonly closing: Case['closed'];
};

export function tracksOf(finding: Finding, acts: readonly CaseAct[]): Tracks {
  const ordersItself = finding.correctBy !== null && !acts.some(({ kind }) => orders.has(kind));
  let held: Tracks = {
    order: ordersItself ? { seq: finding.outcome, day: finding.opened, by: finding.correctBy ?? '' } : null,
    checked: null,
    stepped: 0,
    decisions: [],
    guidance: [],
    leniencies: [],
    transfers: [],
    crime: null,
    reminder: null,
    listed: null,
    punished: null,
    repair: null,
    degree: finding.degree,
    closing: null,
    acts,
  };
  for (const act of acts) {
    held = { ...held, ...changeBy(act, held) };
    if (nextSteps.has(act.kind)) held = { ...held, stepped: act.seq };
  }
  return held;
}

/** The order that stands in the record of the check counts until somebody orders or checks anew. */
const orders: ReadonlySet<CaseAct['kind']> = new Set(['correction-ordered', 'correction-checked']);
const nextSteps: ReadonlySet<CaseAct['kind']> = new Set([
  'correction-ordered',
  'penalty-decided',
  'leniency-applied',
  'case-transferred',
  'crime-referred',
  'listing-reminded',
  'abnormal-listed',
  'joint-punishment-recorded',
]);

function changeBy(act: CaseAct, held: Tracks): Partial<Tracks> {
  const { seq, day } = act;
  switch (act.kind) {
    case 'correction-ordered':
      return { order: { seq, day, by: act.body.by } };
    case 'correction-checked': {
      const done = act.body.result === 'corrected';
      const { reminder } = held;
      return {
        order: null,
        checked: { seq, day, done },
        ...(reminder === null || !done ? {} : { reminder: { ...reminder, mended: true } }),
      };
    }
    case 'penalty-decided': {
      const { number, measure, repairFrom, degree } = act.body;
      const decision = { seq, day, number, measure, repairFrom, served: null };
      return { decisions: [...held.decisions, decision], degree: degree ?? held.degree };
    }
    case 'guidance-given':
      return { guidance: [...held.guidance, seq] };
    case 'leniency-applied': {
      const { list, degree } = act.body;
      return { leniencies: [...held.leniencies, { seq, day, list }], degree: degree ?? held.degree };
    }
    case 'case-transferred': {
      const { to, unit, giver } = act.body;
      return { transfers: [...held.transfers, { seq, day, to, unit, giver, received: null, result: null }] };
    }
    case 'transfer-received':
      return { transfers: ofTransfer(held, act.body.transfer, { received: { seq, day } }) };
    case 'transfer-returned': {
      const { transfer, result, number } = act.body;
      const suspects = result === 'suspected-crime' && (held.crime === null || held.crime.answer !== null);
      return {
        transfers: ofTransfer(held, transfer, { result: { seq, day, result, number } }),
        ...(suspects ? { crime: { since: day, referred: null, answer: null } } : {}),
      };
    }
    case 'crime-referred':
      return { crime: { since: held.crime?.since ?? day, referred: seq, answer: null } };
    case 'crime-answered':
      return held.crime === null ? {} : { crime: { ...held.crime, answer: act.body.answer } };
    case 'listing-reminded':
      return { reminder: { seq, day, until: act.body.until, mended: false } };
    case 'abnormal-listed':
      return { listed: seq };
    case 'repair-letter-sent': {
      const { number, on } = act.body;
      return {
        decisions: held.decisions.map((each) => (each.number === number ? { ...each, served: on } : each)),
      };
    }
    case 'credit-repaired':
      return { repair: { seq, step: act.body.step, day } };
    case 'joint-punishment-recorded':
      return { punished: { seq, day } };
    case 'case-closed':
      return { closing: { seq, day, as: act.body.as } };
    case 'erased':
      // What it said is gone; that the case was ended stands.
      return act.was === 'case-closed' ? { closing: { seq, day, as: 'disposed' } } : {};
    default:
      return never(act);
  }
}

const ofTransfer = (
  { transfers }: Pick<Tracks, 'transfers'>,
  seq: number,
  change: Partial<Transfer>,
): readonly Transfer[] => transfers.map((each) => (each.seq === seq ? { ...each, ...change } : each));
