/**
 * Signing in to the pages by a private link from the chat: the link's code is spent once, and a session takes its place in the browser.
 * Both are kept as digests. A session says who somebody is and nothing of what he may: that is read anew at every request.
 */
import { hexOf } from '../../../core/digest.ts';
import { ok, type Result } from '../../../core/result.ts';
import { heldCode, keepCode, spendCode } from '../../../db/code.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { actorOf } from '../people/roll.ts';
import { codeMinutes, codeOf, minutesAfter, readCode } from './code.ts';

type SignInDeps = Pick<Deps, 'db' | 'now' | 'randomBytes'>;

/** How long a browser stays signed in: a day's work. */
export const sessionHours = 8;

/** A single-use code that signs the actor in; for a link that only he is shown. */
export async function signInCode(deps: SignInDeps, actor: Actor): Promise<string> {
  const code = codeOf(deps.randomBytes(16));
  const now = deps.now();
  await keepCode(deps.db, 'web', code, { person: actor.person, until: minutesAfter(now, codeMinutes), now });
  return code;
}

/** Whose link it is while it is good; looking spends nothing, since chats look at links before people do. */
export async function signInOf(deps: SignInDeps, code: string): Promise<Result<Actor, Refusal>> {
  const bare = readCode(code);
  const held = bare === null ? null : await heldCode(deps.db, 'web', bare);
  if (held === null || held.used !== null || held.until <= deps.now())
    return refuse('chat', { reason: 'no-such-link' });
  const actor = await actorOf(deps, held.person);
  return actor === null ? refuse('chat', { reason: 'no-such-link' }) : ok(actor);
}

export interface Session {
  readonly actor: Actor;
  /** For the browser's cookie; kept nowhere else. */
  readonly session: string;
}

/** Spends the code and begins a session. */
export async function signIn(deps: SignInDeps, code: string): Promise<Result<Session, Refusal>> {
  const whose = await signInOf(deps, code);
  if (!whose.ok) return whose;
  const bare = readCode(code) ?? '';
  const now = deps.now();
  if (!(await spendCode(deps.db, 'web', bare, now))) return refuse('chat', { reason: 'no-such-link' });
  const session = hexOf(deps.randomBytes(32));
  const until = minutesAfter(now, sessionHours * 60);
  await keepCode(deps.db, 'session', session, { person: whose.value.person, until, now });
  return ok({ actor: whose.value, session });
}

/** Whose session it is, with the rights that he has now; null where there is none, or no longer. */
export async function actorOfSession(deps: Pick<Deps, 'db' | 'now'>, session: string): Promise<Actor | null> {
  if (!/^[0-9a-f]{64}$/.test(session)) return null;
  const held = await heldCode(deps.db, 'session', session);
  if (held === null || held.used !== null || held.until <= deps.now()) return null;
  return actorOf(deps, held.person);
}

/** Ends a session wherever its cookie may lie. */
export async function signOut(deps: Pick<Deps, 'db' | 'now'>, session: string): Promise<void> {
  await spendCode(deps.db, 'session', session, deps.now());
}
