/** How a ceremony ends without a draw that stands: aborted before anybody knows anything, or annulled by a cited order. */
import type { Ceremony } from '../../../core/draw/ceremony/state.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { actorOf } from '../people/roll.ts';
import { holderOf, perform } from './perform.ts';

export const abort = (
  deps: Deps,
  actor: Actor,
  input: { readonly ceremony: number; readonly reason: string },
): Promise<Result<Ceremony, Refusal>> =>
  perform(deps, actor, 'abort', input.ceremony, holderOf, async () =>
    ok({ act: { kind: 'abort', reason: input.reason, by: actor.person } }),
  );

/** @param input.order the order of the higher body, cited by its number; `second`: the other head who answers for it */
export const annul = (
  deps: Deps,
  actor: Actor,
  input: { readonly ceremony: number; readonly order: string; readonly second: string },
): Promise<Result<Ceremony, Refusal>> =>
  perform(deps, actor, 'annul', input.ceremony, holderOf, async () => {
    const second = await actorOf(deps, input.second);
    if (second === null) return refuse('people', { reason: 'no-such-person', person: input.second });
    if (!second.roles.includes('head')) {
      return refuse('rights', { reason: 'no-role', verb: 'annul', person: second.person, needs: ['head'] });
    }
    return ok({ act: { kind: 'annul', order: input.order, by: [actor.person, second.person] } });
  });
