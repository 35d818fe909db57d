/** Asks that sealing or opening be closed. The clock closes them by itself; asking says why they are still open. */
import type { Ceremony } from '../../../core/draw/ceremony/state.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { holderOf, perform } from './perform.ts';

export const closeSealing = (deps: Deps, actor: Actor, ceremony: number): Promise<Result<Ceremony, Refusal>> =>
  perform(deps, actor, 'close-sealing', ceremony, holderOf, async () => ok({ act: { kind: 'close-sealing' } }));

export const closeOpening = (deps: Deps, actor: Actor, ceremony: number): Promise<Result<Ceremony, Refusal>> =>
  perform(deps, actor, 'close-opening', ceremony, holderOf, async () => ok({ act: { kind: 'close-opening' } }));
