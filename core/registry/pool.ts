/**
 * Local pools (万年 三(一)1: joint, general, key) as a life cycle over facts. A subject of which no fact speaks is in the pool of
 * the rest, so that each is in exactly one pool on any day and a new registration needs nobody's act. A move is asked for on
 * stated grounds and takes place when the one who settles the pool says yes; the policy's values are the rules.
 */
import type { CivilDate } from '../calendar.ts';
import type { Degree } from '../outcome/degree.ts';
import { err, ok, type Result } from '../result.ts';

/** What a policy says of its pools. Labels are the policy's own: its A is nobody else's A. */
export interface PoolRules {
  readonly labels: readonly string[];
  /** The pool of all that no list names. */
  readonly rest: string;
  readonly grounds: readonly { readonly label: string; readonly grounds: readonly string[] }[];
  /** Labels whose list members propose; the list of every other one is drawn up by who settles it. */
  readonly proposedByMembers: readonly string[];
  readonly moves: readonly {
    readonly from: string;
    readonly to: string;
    readonly on: { readonly kind: 'violation'; readonly degree: Degree } | { readonly kind: 'clean' };
  }[];
  /** Rounds of adjustment a year that need no reason; null is as many as wanted. */
  readonly roundsPerYear: number | null;
}

/** A department's code, the office, or the firm itself. */
export type Asking =
  | { readonly kind: 'office' }
  | { readonly kind: 'member'; readonly department: string }
  | { readonly kind: 'subject' };

export type Basis =
  /** One of the grounds on which a pool is entered, in a round of adjustment. */
  | { readonly kind: 'ground'; readonly ground: string; readonly round: string }
  /** Neither of the lists' grounds holds any more: back to the rest, in a round. */
  | { readonly kind: 'ended'; readonly reason: string; readonly round: string }
  | { readonly kind: 'violation'; readonly degree: Degree; readonly outcome: string }
  /** Checked clean, and asked for by the firm or recommended by a member. */
  | { readonly kind: 'clean'; readonly outcome: string };

export interface Proposal {
  readonly no: string;
  /** `keyText` of the subject. */
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly by: Asking;
  readonly basis: Basis;
  readonly on: CivilDate;
}

export type PoolFact =
  | { readonly kind: 'round-opened'; readonly no: string; readonly on: CivilDate; readonly reason: string }
  | ({ readonly kind: 'move-proposed' } & Proposal)
  /** `by`: the person of the office who looked into it. */
  | { readonly kind: 'move-confirmed'; readonly no: string; readonly by: string; readonly on: CivilDate }
  | {
      readonly kind: 'move-refused';
      readonly no: string;
      readonly by: string;
      readonly on: CivilDate;
      readonly reason: string;
    };

export type PoolRefusal =
  | { readonly kind: 'unknown-pool'; readonly label: string }
  | { readonly kind: 'in-another-pool'; readonly subject: string; readonly pool: string }
  | { readonly kind: 'already-there'; readonly subject: string; readonly pool: string }
  | {
      readonly kind: 'no-such-ground';
      readonly pool: string;
      readonly ground: string;
      readonly grounds: readonly string[];
    }
  | { readonly kind: 'not-yours-to-propose'; readonly pool: string }
  | { readonly kind: 'no-round'; readonly round: string }
  | { readonly kind: 'round-needs-reason'; readonly year: string; readonly made: number; readonly allowed: number }
  /** Where the policy sends such a case, or null where it sends it nowhere. */
  | { readonly kind: 'no-such-move'; readonly from: string; readonly to: string; readonly instead: string | null }
  | { readonly kind: 'never-checked'; readonly subject: string }
  | { readonly kind: 'finding-stands'; readonly subject: string; readonly outcome: string }
  | { readonly kind: 'already-proposed'; readonly subject: string; readonly proposal: string }
  | { readonly kind: 'unknown-proposal'; readonly no: string }
  | { readonly kind: 'already-settled'; readonly no: string }
  | { readonly kind: 'reason-missing'; readonly no: string };

/** The last check of a subject, as its outcomes say. */
export interface LastCheck {
  readonly outcome: string;
  readonly clean: boolean;
}

interface Standing {
  readonly pool: ReadonlyMap<string, { readonly label: string; readonly since: CivilDate; readonly move: string }>;
  readonly open: ReadonlyMap<string, Proposal>;
  /** Subject → number of its open proposal. */
  readonly waiting: ReadonlyMap<string, string>;
  readonly settled: ReadonlySet<string>;
  readonly rounds: readonly { readonly no: string; readonly on: CivilDate }[];
}

/** Everything that the facts up to and including a day say. */
export function poolsOn(facts: Iterable<PoolFact>, on: CivilDate): Standing {
  const pool = new Map<string, { label: string; since: CivilDate; move: string }>();
  const open = new Map<string, Proposal>();
  const waiting = new Map<string, string>();
  const settled = new Set<string>();
  const rounds: { no: string; on: CivilDate }[] = [];
  for (const fact of facts) {
    if (fact.on > on) continue;
    if (fact.kind === 'round-opened') rounds.push({ no: fact.no, on: fact.on });
    else if (fact.kind === 'move-proposed') {
      open.set(fact.no, fact);
      waiting.set(fact.subject, fact.no);
    } else {
      const proposal = open.get(fact.no);
      if (proposal === undefined) continue;
      open.delete(fact.no);
      waiting.delete(proposal.subject);
      settled.add(fact.no);
      if (fact.kind === 'move-confirmed')
        pool.set(proposal.subject, { label: proposal.to, since: fact.on, move: fact.no });
    }
  }
  return { pool, open, waiting, settled, rounds };
}

/** The one pool of a subject. */
export const poolOf = (standing: Standing, rules: PoolRules, subject: string): string =>
  standing.pool.get(subject)?.label ?? rules.rest;

/** Members of each pool; they add up to the register, since each subject is counted once. @param held the one pool of each subject */
export function poolSizes({ labels }: Pick<PoolRules, 'labels'>, held: Iterable<string>): ReadonlyMap<string, number> {
  const sizes = new Map(labels.map((label) => [label, 0]));
  for (const label of held) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return sizes;
}

/** Opens a round of adjustment. The policy's number a year needs no reason, a further one does (万年 三(一)1: 每年…进行1次调整). */
export function openRound(
  rules: PoolRules,
  standing: Standing,
  round: { readonly no: string; readonly on: CivilDate; readonly reason: string },
): Result<PoolFact, PoolRefusal> {
  const year = round.on.slice(0, 4);
  const made = standing.rounds.filter((each) => each.on.startsWith(year)).length;
  const allowed = rules.roundsPerYear;
  if (allowed !== null && made >= allowed && round.reason.trim() === '')
    return err({ kind: 'round-needs-reason', year, made, allowed });
  return ok({ kind: 'round-opened', ...round });
}

/**
 * Asks for a move.
 * @param lastCheck of the subject, null where it was never checked; only a clean one carries B to A.
 */
export function proposeMove(
  rules: PoolRules,
  standing: Standing,
  proposal: Proposal,
  lastCheck: LastCheck | null,
): Result<PoolFact, PoolRefusal> {
  const { subject, from, to } = proposal;
  for (const label of [from, to]) if (!rules.labels.includes(label)) return err({ kind: 'unknown-pool', label });
  const pool = poolOf(standing, rules, subject);
  if (pool === to) return err({ kind: 'already-there', subject, pool });
  if (pool !== from) return err({ kind: 'in-another-pool', subject, pool });
  const waiting = standing.waiting.get(subject);
  if (waiting !== undefined) return err({ kind: 'already-proposed', subject, proposal: waiting });
  const wrong = wrongBasis(rules, standing, proposal, lastCheck);
  return wrong === null ? ok({ kind: 'move-proposed', ...proposal }) : err(wrong);
}

function wrongBasis(
  rules: PoolRules,
  standing: Standing,
  { subject, from, to, by, basis }: Proposal,
  lastCheck: LastCheck | null,
): PoolRefusal | null {
  switch (basis.kind) {
    case 'ground':
    case 'ended': {
      if (!standing.rounds.some((each) => each.no === basis.round)) return { kind: 'no-round', round: basis.round };
      const list = basis.kind === 'ground' ? to : from;
      const members = rules.proposedByMembers.includes(list);
      if (by.kind === 'subject' || (by.kind === 'member' && !members))
        return { kind: 'not-yours-to-propose', pool: list };
      if (basis.kind === 'ended')
        return to === rules.rest ? null : { kind: 'no-such-move', from, to, instead: rules.rest };
      const grounds = rules.grounds.find((each) => each.label === to)?.grounds ?? [];
      return grounds.includes(basis.ground)
        ? null
        : { kind: 'no-such-ground', pool: to, ground: basis.ground, grounds };
    }
    case 'violation': {
      const meant = rules.moves.find(
        (each) => each.from === from && each.on.kind === 'violation' && each.on.degree === basis.degree,
      );
      return meant?.to === to ? null : { kind: 'no-such-move', from, to, instead: meant?.to ?? null };
    }
    case 'clean': {
      if (!rules.moves.some((each) => each.from === from && each.to === to && each.on.kind === 'clean'))
        return { kind: 'no-such-move', from, to, instead: null };
      if (lastCheck === null) return { kind: 'never-checked', subject };
      return lastCheck.clean ? null : { kind: 'finding-stands', subject, outcome: lastCheck.outcome };
    }
  }
}

/** The office's yes, after it has looked into the case (核实确认); who may give it is a matter of rights. */
export function confirmMove(standing: Standing, no: string, by: string, on: CivilDate): Result<PoolFact, PoolRefusal> {
  const wrong = notOpen(standing, no);
  return wrong === null ? ok({ kind: 'move-confirmed', no, by, on }) : err(wrong);
}

/** The office's no, with its reason, which goes back to whoever asked. */
export function refuseMove(
  standing: Standing,
  no: string,
  by: string,
  on: CivilDate,
  reason: string,
): Result<PoolFact, PoolRefusal> {
  const wrong = notOpen(standing, no);
  if (wrong !== null) return err(wrong);
  return reason.trim() === '' ? err({ kind: 'reason-missing', no }) : ok({ kind: 'move-refused', no, by, on, reason });
}

function notOpen(standing: Standing, no: string): PoolRefusal | null {
  if (standing.open.has(no)) return null;
  return standing.settled.has(no) ? { kind: 'already-settled', no } : { kind: 'unknown-proposal', no };
}
