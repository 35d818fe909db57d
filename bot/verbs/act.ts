/**
 * The order of every verb: authorise, then load and decide at one head of the ledger, then write rows, facts and outgoing
 * messages in one batch. A door only parses, calls one verb and frames its answer.
 */
import type { Fact } from '../../core/ledger/fact.ts';
import { ok, type Result } from '../../core/result.ts';
import { type At, type Committed, commit, type Decision } from '../../db/commit.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { may, type Owner, type RightsRefusal, rights, type Verb } from '../rights.ts';

/** How the ledger names a person. */
export const signed = (actor: Actor): string => `person:${actor.person}`;

/** The fact that the table of rights gives to the verb, signed by the actor. */
export const factOf = (actor: Actor, verb: Verb, body: Fact['body']): Fact => ({
  kind: rights[verb].fact,
  actor: signed(actor),
  body,
});

/**
 * Carries out one verb.
 * @param owner what the matter belongs to, for rights that reach only one's own
 * @param decide loads and decides; may run several times (see `commit`)
 */
export async function act<T, E>(
  deps: Deps,
  actor: Actor,
  verb: Verb,
  owner: Owner,
  decide: (at: At) => Promise<Result<Decision<T>, E>>,
): Promise<Result<Committed<T>, RightsRefusal | E>> {
  const allowed = may(actor, verb, owner);
  if (!allowed.ok) return allowed;
  return commit(deps.db, deps, decide);
}

/** The answer to an act that has already taken effect: nothing is written, nothing is doubled. */
export const already = <T>(value: T): Result<Decision<T>, never> => ok({ facts: [], value });
