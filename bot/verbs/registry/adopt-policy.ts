/**
 * Puts a jurisdiction's document in force from its date. The whole of it is kept, so that a later version of the program reads
 * what was meant; higher rules entered for it before are entered again over it.
 */
import { canonical } from '../../../core/canonical.ts';
import { type Digest, digest } from '../../../core/digest.ts';
import { type Override, withOverride } from '../../../core/policy/override.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { policyRow } from '../../../db/registry.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, factOf } from '../act.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { policyInForce } from './policy-in-force.ts';

export interface Adopted {
  readonly policy: string;
  readonly from: string;
  /** Digest of the document's values as the program brings them. */
  readonly digest: Digest;
}

export function adoptPolicy(deps: Deps, actor: Actor, id: string): Promise<Result<Adopted, Refusal>> {
  return act<Adopted>(deps, actor, 'adopt-policy', {}, async (at) => {
    const shipped = deps.policies.find((each) => each.id === id);
    if (shipped === undefined) {
      const known = deps.policies.map((each) => each.id);
      return refuse('registry', { reason: 'unknown-policy', policy: id, known });
    }
    const adopted = { policy: id, from: shipped.from, digest: digest('mingchou/policy/1', canonical(asJson(shipped))) };
    const standing = await policyInForce(deps.db, endOfTime);
    const last = (await factBodies<Adopted>(deps.db, 'policy-in-force')).at(-1)?.body;
    if (standing?.id === id && last?.policy === id && last.digest === adopted.digest) return already(adopted);
    const body = asJson(withAll(shipped, await overridesOf(deps.db, id)));
    return ok({
      facts: [factOf(actor, 'adopt-policy', { ...adopted, document: shipped.head.title.value })],
      rows: [policyRow({ id, from: shipped.from, body }, at)],
      value: adopted,
    });
  });
}

/** Later than any policy's date: asks for the one adopted last, whether it binds already or not. */
export const endOfTime = '9999-12-31';

/** The higher rules entered for a policy, oldest first. */
export async function overridesOf(db: Db, policy: string): Promise<readonly Override[]> {
  const entered = await factBodies<{ policy: string; override: Override }>(db, 'policy-overridden');
  return entered.filter(({ body }) => body.policy === policy).map(({ body }) => body.override);
}

/** A document of a newer program may have nothing to replace any more; such a rule then says nothing. */
const withAll = (policy: Policy, overrides: readonly Override[]): Policy =>
  overrides.reduce((held, each) => {
    const replaced = withOverride(held, each);
    return replaced.ok ? replaced.value : held;
  }, policy);
