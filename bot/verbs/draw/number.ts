/** Lock 3: two persons of two departments type the public number; one that did not come is passed over with the reason. */
import type { Ceremony, Typist } from '../../../core/draw/ceremony/state.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { lineMost, tooLong } from '../too-long.ts';
import { holderOf, perform } from './perform.ts';

/** An outside witness stands for the body that sent it, not for a department: its own name keeps it apart. */
export const typistOf = (actor: Actor): Typist => ({
  person: actor.person,
  name: actor.name,
  department: actor.department === '' ? `${actor.witness}:${actor.person}` : actor.department,
});

export const typeNumber = (
  deps: Deps,
  actor: Actor,
  input: { readonly ceremony: number; readonly place: number; readonly text: string },
): Promise<Result<Ceremony, Refusal>> =>
  perform(deps, actor, 'type-number', input.ceremony, holderOf, async () => {
    const long = tooLong(input.text, lineMost);
    const { place, text } = input;
    return long === null ? ok({ act: { kind: 'type', typist: typistOf(actor), place, text } }) : refuse('draw', long);
  });

export const passOver = (
  deps: Deps,
  actor: Actor,
  input: { readonly ceremony: number; readonly place: number; readonly reason: string },
): Promise<Result<Ceremony, Refusal>> =>
  perform(deps, actor, 'open', input.ceremony, holderOf, async () => {
    const long = tooLong(input.reason);
    return long === null
      ? ok({ act: { kind: 'pass-over', place: input.place, reason: input.reason } })
      : refuse('draw', long);
  });
