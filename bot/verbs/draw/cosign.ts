/** A witness types the first eight digits of the manifest's digest: this is what I saw frozen (lock 1). */
import type { Ceremony } from '../../../core/draw/ceremony/state.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { perform } from './perform.ts';

export const cosign = (
  deps: Deps,
  actor: Actor,
  input: { readonly ceremony: number; readonly digits: string },
): Promise<Result<Ceremony, Refusal>> =>
  perform(
    deps,
    actor,
    'cosign',
    input.ceremony,
    () => ({ person: actor.person }),
    async () => ok({ act: { kind: 'cosign', id: actor.person, digits: input.digits } }),
  );
