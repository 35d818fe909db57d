/**
 * 移库 (万年 2022 三(一)1): a round of adjustment, a move asked for on stated grounds, and the office's yes or no. A confirmed move
 * is a new class of the subject from that day; who asked and why stays on record.
 */
import {
  type Asking,
  type Basis,
  confirmMove,
  type LastCheck,
  openRound,
  type PoolFact,
  proposeMove,
  refuseMove,
} from '../../../core/registry/pool.ts';
import { keyText } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { At, Decision } from '../../../db/commit.ts';
import { changeNow } from '../../../db/imports.ts';
import { insertRows } from '../../../db/load.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { Verb } from '../../rights.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf, signed } from '../act.ts';
import { moveSource, poolsAsHeld, subjectCalled, withHeldClass } from './pools.ts';

export interface RoundRequest {
  readonly scheme: string;
  readonly no: string;
  /** Needed only beyond the policy's number of rounds a year. */
  readonly reason: string;
}

export function openPoolRound(deps: Deps, actor: Actor, request: RoundRequest): Promise<Result<PoolFact, Refusal>> {
  const { scheme, no, reason } = request;
  return acting(deps, actor, 'open-pool-round', async (_, on) => {
    const pools = await poolsAsHeld(deps.db, scheme, on);
    if (!pools.ok) return pools;
    const { rules, standing } = pools.value;
    const open = standing.rounds.find((each) => each.no === no);
    if (open !== undefined) return already<PoolFact>({ kind: 'round-opened', no, on: open.on, reason });
    return decided(actor, 'open-pool-round', scheme, openRound(rules, standing, { no, on, reason }));
  });
}

export interface MoveRequest {
  readonly scheme: string;
  readonly no: string;
  /** Registration number as typed. */
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly basis: Basis;
  /** Whether the firm itself asked, through the office. */
  readonly bySubject?: boolean;
  /** The subject's last check, with its outcome's number; null where it was never checked. */
  readonly lastCheck: LastCheck | null;
}

export function proposePoolMove(deps: Deps, actor: Actor, request: MoveRequest): Promise<Result<PoolFact, Refusal>> {
  const { scheme, no, from, to, basis, lastCheck } = request;
  return acting(deps, actor, 'propose-move', async (_, on) => {
    const pools = await poolsAsHeld(deps.db, scheme, on);
    if (!pools.ok) return pools;
    const key = await subjectCalled(deps.db, request.subject);
    if (!key.ok) return key;
    const proposal = { no, subject: keyText(key.value), from, to, by: askingOf(actor, request), basis, on };
    const { rules } = pools.value;
    const waiting = pools.value.standing.open.get(no);
    if (waiting?.subject === proposal.subject && waiting.to === to)
      return already<PoolFact>({ kind: 'move-proposed', ...waiting });
    const standing = await withHeldClass(deps.db, pools.value.standing, scheme, key.value, on);
    return decided(actor, 'propose-move', scheme, proposeMove(rules, standing, proposal, lastCheck));
  });
}

const askingOf = (actor: Actor, { bySubject }: MoveRequest): Asking => {
  if (bySubject === true) return { kind: 'subject' };
  return actor.roles.includes('office') ? { kind: 'office' } : { kind: 'member', department: actor.department };
};

export interface SettleRequest {
  readonly scheme: string;
  /** Number of the proposal. */
  readonly no: string;
  /** Why not; left out to confirm. */
  readonly refusedBecause?: string;
}

/** The office looks into the case and says yes or no (核实确认). */
export function settlePoolMove(deps: Deps, actor: Actor, request: SettleRequest): Promise<Result<PoolFact, Refusal>> {
  const { scheme, no, refusedBecause } = request;
  const verb = refusedBecause === undefined ? 'confirm-move' : 'refuse-move';
  return acting(deps, actor, verb, async (at, on) => {
    const pools = await poolsAsHeld(deps.db, scheme, on);
    if (!pools.ok) return pools;
    const { standing } = pools.value;
    const by = signed(actor);
    if (refusedBecause !== undefined)
      return decided(actor, verb, scheme, refuseMove(standing, no, by, on, refusedBecause));
    const done = [...standing.pool.values()].find(({ move }) => move === no);
    if (done !== undefined) return already<PoolFact>({ kind: 'move-confirmed', no, by, on: done.since });
    const proposal = standing.open.get(no);
    const confirmed = decided(actor, verb, scheme, confirmMove(standing, no, by, on));
    if (!confirmed.ok || proposal === undefined) return confirmed;
    const [kind = '', number = ''] = proposal.subject.split(':');
    const row = [scheme, kind, number, on, proposal.to, moveSource(no)];
    const target = { table: 'classification', columns: ['scheme', 'kind', 'number', 'date', 'class', 'source'] };
    const insert = (importSql: string) => insertRows(target, [row], { import: importSql });
    return ok({ ...confirmed.value, rows: changeNow('classification', at, 1, insert) });
  });
}

type PoolVerb = Extract<Verb, 'open-pool-round' | 'propose-move' | 'confirm-move' | 'refuse-move'>;

function acting(
  deps: Deps,
  actor: Actor,
  verb: PoolVerb,
  decide: (at: At, on: string) => Promise<Result<Decision<PoolFact>, Refusal>>,
): Promise<Result<PoolFact, Refusal>> {
  return act<PoolFact>(deps, actor, verb, { department: actor.department }, (at) => decide(at, dayOf(at.now)));
}

/** What the life cycle answers, as a decision with its fact. */
function decided(
  actor: Actor,
  verb: PoolVerb,
  scheme: string,
  answer: ReturnType<typeof proposeMove>,
): Result<Decision<PoolFact>, Refusal> {
  if (!answer.ok) return refuse('registry', { reason: 'pool', why: answer.error });
  return ok({ facts: [factOf(actor, verb, { scheme, fact: asJson(answer.value) })], value: answer.value });
}
