/** A witness opens what it sealed: from its own page with nonce and digits, or by asking the desk to open what it keeps. */
import type { Ceremony } from '../../../core/draw/ceremony/state.ts';
import type { Secret } from '../../../core/draw/seal.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { perform } from './perform.ts';
import { secretHeld } from './seal.ts';

export const reveal = (
  deps: Deps,
  actor: Actor,
  input: { readonly ceremony: number; readonly secret: Secret | null },
): Promise<Result<Ceremony, Refusal>> =>
  perform(
    deps,
    actor,
    'reveal',
    input.ceremony,
    () => ({ person: actor.person }),
    async ({ state }) => {
      const id = actor.person;
      const secret = input.secret ?? (await secretHeld(deps, state.no, id));
      if (secret === null) return refuse('draw', { reason: 'no-secret', ceremony: state.no, participant: id });
      return ok({ act: { kind: 'open', id, nonce: secret.nonce, typed: secret.typed } });
    },
  );
