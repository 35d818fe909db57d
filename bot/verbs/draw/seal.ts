/**
 * Lock 2. A witness with a page of its own sends only the commitment. One that has only chat types its digits here; the desk adds
 * the nonce, keeps both encrypted until they are opened, and the record says whose custody it was.
 */
import { type Digest, hexOf } from '../../../core/digest.ts';
import type { Ceremony } from '../../../core/draw/ceremony/state.ts';
import { commitmentOf, parseSecret, type Secret } from '../../../core/draw/seal.ts';
import { ok, type Result } from '../../../core/result.ts';
import { sealedOf, sealedRow, secretPurpose } from '../../../db/draws.ts';
import { seal as encrypt, unseal } from '../../../db/secret.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { perform } from './perform.ts';

export type SealInput = { readonly ceremony: number } & ({ readonly commitment: Digest } | { readonly typed: string });

export const seal = (deps: Deps, actor: Actor, input: SealInput): Promise<Result<Ceremony, Refusal>> =>
  perform(
    deps,
    actor,
    'seal',
    input.ceremony,
    () => ({ person: actor.person }),
    async ({ manifest, state }, at) => {
      const id = actor.person;
      const participant = manifest.participants.find((each) => each.id === id);
      if (participant === undefined)
        return refuse('draw', { reason: 'not-participant', ceremony: state.no, person: id });
      const brought = 'commitment' in input ? 'own-page' : 'desk';
      if (participant.custody !== brought) {
        return refuse('draw', { reason: 'custody', ceremony: state.no, participant: id, custody: participant.custody });
      }
      if ('commitment' in input) return ok({ act: { kind: 'seal', id, commitment: input.commitment } });
      const held = await secretHeld(deps, state.no, id);
      if (held !== null)
        return ok({ act: { kind: 'seal', id, commitment: commitmentOf(state.no, state.manifest, id, held) } });
      const secret = parseSecret(hexOf(deps.randomBytes(32)), input.typed);
      if (!secret.ok) return refuse('ceremony', { reason: 'secret', id, why: secret.error });
      return ok({
        act: { kind: 'seal', id, commitment: commitmentOf(state.no, state.manifest, id, secret.value) },
        rows: [sealedRow(state.no, id, await encrypted(deps, state.no, id, secret.value), at)],
      });
    },
  );

/** A secret in the desk's custody as it is stored: under the key, for this ceremony and participant only. */
export const encrypted = async (deps: Deps, no: number, id: string, secret: Secret) =>
  encrypt(await deps.sealKey(), secretPurpose(no, id), JSON.stringify(secret), fresh(deps, 12));

/** A secret in the desk's custody, or null where there is none. @throws where the key is not the one it was sealed with */
export async function secretHeld(deps: Deps, no: number, id: string): Promise<Secret | null> {
  const sealed = await sealedOf(deps.db, no, id);
  if (sealed === null) return null;
  const opened = await unseal(await deps.sealKey(), secretPurpose(no, id), sealed);
  if (!opened.ok) throw new Error(`the seal key does not open what ${id} sealed in ceremony ${no}`);
  const secret: Secret = JSON.parse(opened.value);
  return secret;
}

const fresh = (deps: Deps, count: number): Uint8Array<ArrayBuffer> => Uint8Array.from(deps.randomBytes(count));
