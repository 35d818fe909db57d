/**
 * 填报码: signing in to the pane of a workbook. A code from the chat is typed there once and a token takes its place, which the pane sends
 * with every request. Both are kept as digests. The token is bound to the department and the roles of its holder; what he may is
 * still read anew at every request.
 */
import { canonical } from '../../../core/canonical.ts';
import { hexOf } from '../../../core/digest.ts';
import { ok, type Result } from '../../../core/result.ts';
import { heldCode, keepCode, mayTry, spendCode } from '../../../db/code.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { actorOf } from '../people/roll.ts';
import { codeMinutes, codeOf, minutesAfter, readCode } from './code.ts';

type ExcelDeps = Pick<Deps, 'db' | 'now' | 'randomBytes'>;

/** A working day: a pane stays open over it, and a computer that several people share is nobody's by the next morning. */
export const tokenHours = 8;

/**
 * Tries of one address within an hour. A code has 80 bits: this is against noise more than against guessing, so that it leaves room for a
 * whole building. All together are not counted: then anybody with enough addresses could keep a county from signing in.
 */
const triesMost = 60;

export interface PaneCode {
  /** The bare code; `shownCode` has it as people copy it. */
  readonly code: string;
  readonly until: string;
}

/** A single-use code for the actor's pane; one that he got before and did not use is void. */
export async function paneCode(deps: ExcelDeps, actor: Actor): Promise<PaneCode> {
  const code = codeOf(deps.randomBytes(16));
  const now = deps.now();
  const until = minutesAfter(now, codeMinutes);
  await keepCode(deps.db, 'excel', code, { person: actor.person, until, now });
  return { code, until };
}

export interface PaneSession {
  readonly actor: Actor;
  /** For the pane's memory; kept nowhere else, and never in a workbook. */
  readonly token: string;
  readonly until: string;
}

/**
 * Spends the code and begins a session; the answer to a wrong one never says what is wrong with it.
 * @param address where it comes from, as far as it is known
 */
export async function beginPane(
  deps: ExcelDeps,
  address: string,
  typed: string,
): Promise<Result<PaneSession, Refusal>> {
  const now = deps.now();
  if (!(await mayTry(deps.db, `pane ${address}`, { since: minutesAfter(now, -60), now, most: triesMost })))
    return refuse('chat', { reason: 'too-many-codes', most: triesMost });
  const code = readCode(typed);
  const held = code === null ? null : await heldCode(deps.db, 'excel', code);
  const actor = held === null ? null : await actorOf(deps, held.person);
  // Spending decides: of two that come at once, one has it.
  if (code === null || actor === null || !(await spendCode(deps.db, 'excel', code, now))) {
    return refuse('chat', { reason: 'no-such-pane-code' });
  }
  const token = hexOf(deps.randomBytes(32));
  const until = minutesAfter(now, tokenHours * 60);
  await keepCode(deps.db, 'excel-session', token, { person: actor.person, until, now, bound: boundTo(actor) });
  return ok({ actor, token, until });
}

/** Whose token it is, with the rights that he has now. */
export async function actorOfToken(deps: Pick<Deps, 'db' | 'now'>, token: string): Promise<Result<Actor, Refusal>> {
  const held = /^[0-9a-f]{64}$/.test(token) ? await heldCode(deps.db, 'excel-session', token) : null;
  if (held === null || held.used !== null || held.until <= deps.now())
    return refuse('chat', { reason: 'no-such-token' });
  const actor = await actorOf(deps, held.person);
  if (actor === null) return refuse('chat', { reason: 'no-such-token' });
  if (held.bound === boundTo(actor)) return ok(actor);
  // For good: it would otherwise come alive again with the old rights.
  await endPane(deps, token);
  return refuse('chat', { reason: 'rights-changed' });
}

/** Ends a session wherever its token may lie. */
export async function endPane(deps: Pick<Deps, 'db' | 'now'>, token: string): Promise<void> {
  await spendCode(deps.db, 'excel-session', token, deps.now());
}

const boundTo = ({ department, roles }: Actor): string => canonical({ department, roles: [...roles].sort() });
