/**
 * The order of every verb: authorise, then load and decide at one head of the ledger, then write rows, facts and outgoing
 * messages in one batch. A door only parses, calls one verb and frames its answer.
 */
import type { Fact } from '../../core/ledger/fact.ts';
import { ok, type Result } from '../../core/result.ts';
import { type At, commit, type Decision } from '../../db/commit.ts';
import { dossierRows } from '../../db/dossier.ts';
import { movedFrom, refusedAsMoved } from '../../db/moved.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { postsAfter } from '../post/after.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { may, type Owner, rights, type Verb } from '../rights.ts';

/**
 * Carries out one act whose owner is known before anything is loaded.
 * @param owner what the matter belongs to, for rights that reach only one's own
 * @param decide checks, loads and decides; may run several times (see `commit`)
 */
export async function act<T>(
  deps: Deps,
  actor: Actor,
  verb: Verb,
  owner: Owner,
  decide: (at: At) => Promise<Result<Decision<T>, Refusal>>,
): Promise<Result<T, Refusal>> {
  const allowed = authorise(actor, verb, owner);
  return allowed.ok ? enact(deps, decide) : allowed;
}

/** Whether the table of rights lets the actor do this, as a verb refuses it. */
export function authorise(actor: Actor, verb: Verb, owner: Owner = {}): Result<true, Refusal> {
  const allowed = may(actor, verb, owner);
  return allowed.ok ? allowed : refuse('rights', allowed.error);
}

/** The rest of an act: for those whose owner is known only once the matter is loaded, and which then authorise in `decide`. */
export async function enact<T, E = Refusal>(
  deps: Deps,
  decide: (at: At) => Promise<Result<Decision<T>, E>>,
): Promise<Result<T, E | Refusal>> {
  try {
    const done = await commit(deps.db, deps, async (at) => {
      const decided = await decide(at);
      return decided.ok ? ok(withRows(withPosts(decided.value, at), at)) : decided;
    });
    return done.ok ? ok(done.value.value) : done;
  } catch (thrown) {
    // The database itself keeps closed what the office has left; only then is it asked where the office is.
    const moved = refusedAsMoved(thrown) ? await movedFrom(deps.db) : null;
    if (moved === null) throw thrown;
    return refuse('ledger', { reason: 'moved', moved });
  }
}

/** What threads show follows from the facts, whichever door they came in by. */
function withPosts<T>(decision: Decision<T>, at: At): Decision<T> {
  const posts = postsAfter(decision.facts, at.seq);
  return posts.length === 0 ? decision : { ...decision, outbox: [...(decision.outbox ?? []), ...posts] };
}

/** Where a fact belongs follows from the fact too, so that no verb can forget to file it. */
function withRows<T>(decision: Decision<T>, at: At): Decision<T> {
  const rows = dossierRows(decision.facts, at.seq);
  return rows.length === 0 ? decision : { ...decision, rows: [...(decision.rows ?? []), ...rows] };
}

/** How the ledger names a person. */
export const signed = (actor: Actor): string => `person:${actor.person}`;

/** Number of the person whom the ledger names. */
export const personOf = (signature: string): string => signature.replace(/^person:/, '');

/** The fact that the table of rights gives to the verb, signed by the actor. */
export const factOf = (actor: Actor, verb: Verb, body: Fact['body']): Fact => ({
  kind: rights[verb].fact,
  actor: signed(actor),
  body,
});

/** The answer to an act that has already taken effect: nothing is written, nothing is doubled. */
export const already = <T>(value: T): Result<Decision<T>, never> => ok({ facts: [], value });
