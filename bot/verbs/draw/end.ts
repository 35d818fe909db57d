/** Aborts a ceremony before anybody knows anything; the number stays used. */
import type { Ceremony } from '../../../core/draw/ceremony/state.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { tooLong } from '../too-long.ts';
import { holderOf, perform } from './perform.ts';

export const abort = (
  deps: Deps,
  actor: Actor,
  input: { readonly ceremony: number; readonly reason: string },
): Promise<Result<Ceremony, Refusal>> =>
  perform(deps, actor, 'abort', input.ceremony, holderOf, async () => {
    const long = tooLong(input.reason);
    return long === null
      ? ok({ act: { kind: 'abort', reason: input.reason, by: actor.person } })
      : refuse('draw', long);
  });
