/**
 * What two persons must do: a mistyped public number is put right, a draw is annulled. The first asks and names the second; nothing
 * changes until the second, named or not by anybody else, has acted too. Both acts are on record.
 */
import { canonical } from '../../../core/canonical.ts';
import type { Ceremony, CeremonyAct } from '../../../core/draw/ceremony/state.ts';
import { step } from '../../../core/draw/ceremony/step.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { Verb } from '../../rights.ts';
import { authorise, enact, factOf } from '../act.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { actorOf } from '../people/roll.ts';
import { lineMost, tooLong, wordsMost } from '../too-long.ts';
import { ceremonyHeld, type Held } from './held.ts';
import { typistOf } from './number.ts';
import { holderOf, perform } from './perform.ts';

/** What the first person asked for, as its fact tells it. */
export interface Asked {
  readonly ceremony: number;
  readonly first: string;
  readonly second: string;
  /** As the roll had them then: a number that was given to somebody else since is not the person who was meant. */
  readonly firstName: string;
  readonly secondName: string;
}
export interface CorrectionAsked extends Asked {
  readonly text: string;
  readonly reason: string;
}
export interface AnnulmentAsked extends Asked {
  readonly order: string;
}

export interface CorrectionInput {
  readonly ceremony: number;
  readonly text: string;
  readonly reason: string;
  /** Number of the second person, of another department. */
  readonly second: string;
}

/** Asks for a correction: refused at once where two persons could not carry it out. */
export const correctNumber = (deps: Deps, actor: Actor, input: CorrectionInput): Promise<Result<Ceremony, Refusal>> =>
  ask(deps, actor, 'correct-number', input, (second) => correction(input, actor, second), {
    text: input.text,
    reason: input.reason,
  });

/** The second person puts the number right; the draw is opened again from the true one. */
export const confirmCorrection = (deps: Deps, actor: Actor, no: number): Promise<Result<Ceremony, Refusal>> =>
  perform(deps, actor, 'confirm-correction', no, holderOf, async (held) => {
    const asked = await standingAsked<CorrectionAsked>(deps, actor, 'correct-number', held);
    return asked.ok ? ok({ act: correction(asked.value.asked, asked.value.first, actor) }) : asked;
  });

export interface AnnulmentInput {
  readonly ceremony: number;
  /** The order of the higher body, cited by its number. */
  readonly order: string;
  /** Number of the other head who answers for it. */
  readonly second: string;
}

/** Asks for an annulment; the draw stands until the other head has confirmed it. */
export const annul = (deps: Deps, actor: Actor, input: AnnulmentInput): Promise<Result<Ceremony, Refusal>> =>
  ask(deps, actor, 'annul', input, (second) => annulment(input, actor, second), { order: input.order });

export const confirmAnnulment = (deps: Deps, actor: Actor, no: number): Promise<Result<Ceremony, Refusal>> =>
  perform(deps, actor, 'confirm-annulment', no, holderOf, async (held) => {
    const asked = await standingAsked<AnnulmentAsked>(deps, actor, 'annul', held);
    return asked.ok ? ok({ act: annulment(asked.value.asked, asked.value.first, actor) }) : asked;
  });

const correction = (
  { text, reason }: Pick<CorrectionInput, 'text' | 'reason'>,
  first: Actor,
  second: Actor,
): CeremonyAct => ({
  kind: 'correct',
  text,
  typists: [typistOf(first), typistOf(second)],
  reason,
});

const annulment = ({ order }: Pick<AnnulmentInput, 'order'>, first: Actor, second: Actor): CeremonyAct => ({
  kind: 'annul',
  order,
  by: [first.person, second.person],
});

/** What the actor was asked to confirm, by somebody who is still on the roll and still may. */
async function standingAsked<T extends Asked>(
  deps: Deps,
  actor: Actor,
  verb: keyof typeof askedBy,
  held: Held,
): Promise<Result<{ readonly asked: T; readonly first: Actor }, Refusal>> {
  const { no } = held.state;
  const asked = await lastAsked<T>(deps.db, askedBy[verb], no);
  const first = asked === null ? null : await actorOf(deps, asked.first);
  const isMeant = asked !== null && asked.second === actor.person && asked.secondName === actor.name;
  if (!isMeant || first === null || first.name !== asked.firstName)
    return refuse('draw', { reason: 'nothing-to-confirm', ceremony: no, person: actor.person });
  const allowed = authorise(first, verb, holderOf(held));
  return allowed.ok ? ok({ asked, first }) : allowed;
}

/** Records what is asked for, once, if both persons together could carry it out now. */
function ask(
  deps: Deps,
  actor: Actor,
  verb: 'correct-number' | 'annul',
  input: { readonly ceremony: number; readonly second: string },
  actWith: (second: Actor) => CeremonyAct,
  told: { readonly [key: string]: string },
): Promise<Result<Ceremony, Refusal>> {
  const { ceremony: no, second: named } = input;
  return enact<Ceremony>(deps, async (at) => {
    const held = await ceremonyHeld(deps.db, no);
    if (!held.ok) return held;
    const { state, manifest } = held.value;
    const allowed = authorise(actor, verb, holderOf(held.value));
    if (!allowed.ok) return allowed;
    const long = Object.entries(told)
      .map(([field, text]) => tooLong(text, field === 'text' ? lineMost : wordsMost))
      .find((each) => each !== null);
    if (long !== undefined) return refuse('draw', long);
    const second = await actorOf(deps, named);
    if (second === null) return refuse('people', { reason: 'no-such-person', person: named });
    const entitled = authorise(second, confirming[verb], holderOf(held.value));
    if (!entitled.ok) return entitled;
    const possible = step(manifest, state, actWith(second), at.now);
    if (!possible.ok) return refuse('ceremony', possible.error);
    const names = { firstName: actor.name, secondName: second.name };
    const body = { ceremony: no, first: actor.person, second: named, ...names, ...told };
    const before = await lastAsked<Asked>(deps.db, askedBy[verb], no);
    const isSame = before !== null && canonical(asJson(before)) === canonical(body);
    const isDone = possible.value.facts.length === 0;
    return ok({ facts: isSame || isDone ? [] : [factOf(actor, verb, body)], value: state });
  });
}

const confirming = { 'correct-number': 'confirm-correction', annul: 'confirm-annulment' } as const satisfies Partial<
  Record<Verb, Verb>
>;
const askedBy = { 'correct-number': 'public-number-correction-asked', annul: 'annulment-asked' } as const;

/** What was asked for last, or null. */
export async function lastAsked<T extends Asked>(
  db: Db,
  kind: (typeof askedBy)[keyof typeof askedBy],
  ceremony: number,
): Promise<T | null> {
  const asked = (await factBodies<T>(db, kind)).filter(({ body }) => body.ceremony === ceremony);
  return asked.at(-1)?.body ?? null;
}
