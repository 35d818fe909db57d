/**
 * 三锁一开 as a life cycle: what a ceremony is at each moment, what may happen next, and what each act leaves on record. Pure: the
 * caller brings the time. Sealing and opening close by themselves when everybody has acted or when their deadline is past, so
 * that no late act slips in before somebody notices. Whatever has taken effect answers the same when it is repeated, and leaves
 * no second fact. Nothing here ever leads from an opened draw back to an undrawn one.
 */
import type { Json } from '../canonical.ts';
import type { Digest } from '../digest.ts';
import type { FactKind } from '../ledger/fact.ts';
import { err, never, ok, type Result } from '../result.ts';
import { digitsOf, type Manifest, type Participant } from './manifest.ts';
import type { Time } from './protocol.ts';
import { type NumberRefusal, parsePublicNumber } from './public-number.ts';
import { commitmentOf, parseSecret, type SecretRefusal } from './seal.ts';

export type Stage = 'sealing' | 'opening' | 'number' | 'ready' | 'opened' | 'aborted' | 'annulled';

/** A person who types the public number; `person` tells two of the same name apart. */
export type Typist = { readonly person: string; readonly name: string; readonly department: string };
export type Reading = { readonly place: number; readonly number: string; readonly typist: Typist };

export type Ceremony = {
  readonly no: number;
  readonly stage: Stage;
  /** M; the manifest itself lies beside. */
  readonly manifest: Digest;
  readonly cosigned: readonly { readonly id: string; readonly digits: string }[];
  readonly sealed: readonly { readonly id: string; readonly commitment: Digest; readonly at: Time }[];
  readonly sealingClosed: Time | null;
  readonly opened: readonly {
    readonly id: string;
    readonly nonce: string;
    readonly typed: string;
    readonly at: Time;
  }[];
  readonly absent: readonly string[];
  readonly openingClosed: Time | null;
  /** Public numbers that did not come, in order of preference, with the reason. */
  readonly passedOver: readonly string[];
  /** Typed by one person, waiting for a second. */
  readonly readings: readonly Reading[];
  readonly public: {
    readonly place: number;
    readonly number: string;
    readonly at: Time;
    readonly typists: readonly Typist[];
  } | null;
  readonly misreadings: readonly { readonly number: string; readonly at: Time; readonly reason: string }[];
  /** What opening came to; a later edition only after a corrected public number. */
  readonly draws: readonly { readonly root: Digest; readonly record: Digest; readonly at: Time }[];
  readonly ended: { readonly at: Time; readonly reason: string; readonly by: readonly string[] } | null;
};

export type CeremonyAct =
  | { readonly kind: 'cosign'; readonly id: string; readonly digits: string }
  | { readonly kind: 'seal'; readonly id: string; readonly commitment: Digest }
  | { readonly kind: 'close-sealing' }
  | { readonly kind: 'open'; readonly id: string; readonly nonce: string; readonly typed: string }
  | { readonly kind: 'close-opening' }
  | { readonly kind: 'pass-over'; readonly place: number; readonly reason: string }
  | { readonly kind: 'type'; readonly typist: Typist; readonly place: number; readonly text: string }
  | {
      readonly kind: 'draw';
      readonly nonce: string;
      readonly typed: string;
      readonly at: Time;
      readonly root: Digest;
      readonly record: Digest;
    }
  | {
      readonly kind: 'correct';
      readonly text: string;
      readonly typists: readonly [Typist, Typist];
      readonly reason: string;
    }
  | { readonly kind: 'abort'; readonly reason: string; readonly by: string }
  | { readonly kind: 'annul'; readonly order: string; readonly by: readonly [string, string] };

export type CeremonyRefusal =
  | { readonly reason: 'wrong-stage'; readonly act: CeremonyAct['kind']; readonly stage: Stage }
  | { readonly reason: 'unknown-participant'; readonly id: string }
  | { readonly reason: 'digits-differ'; readonly id: string; readonly typed: string }
  | { readonly reason: 'not-a-commitment'; readonly id: string }
  | { readonly reason: 'sealed-already'; readonly id: string }
  | { readonly reason: 'not-sealed'; readonly id: string }
  | { readonly reason: 'secret'; readonly id: string; readonly why: SecretRefusal }
  | { readonly reason: 'does-not-open'; readonly id: string }
  | { readonly reason: 'desk-opens-last' }
  | { readonly reason: 'too-early'; readonly act: CeremonyAct['kind']; readonly until: Time }
  | { readonly reason: 'quorum-missed'; readonly sealed: number; readonly quorum: number }
  | { readonly reason: 'not-next-number'; readonly place: number; readonly next: number }
  | { readonly reason: 'no-further-number' }
  | { readonly reason: 'public-number'; readonly why: NumberRefusal }
  | { readonly reason: 'readings-differ'; readonly first: string; readonly second: string }
  | { readonly reason: 'same-person-twice'; readonly person: string }
  | { readonly reason: 'same-department-twice'; readonly department: string }
  | { readonly reason: 'dice-without-own-page' }
  | { readonly reason: 'same-number'; readonly number: string }
  | { readonly reason: 'sealing-closed' }
  | { readonly reason: 'no-reason-given' }
  | { readonly reason: 'time-out-of-order'; readonly at: Time };

export interface CeremonyFact {
  readonly kind: FactKind;
  readonly body: Json;
}

export interface Step {
  readonly state: Ceremony;
  readonly facts: readonly CeremonyFact[];
}

/** A ceremony whose roster and manifest have just been frozen (lock 1). */
export const begin = (no: number, manifest: Digest): Ceremony => ({
  no,
  stage: 'sealing',
  manifest,
  cosigned: [],
  sealed: [],
  sealingClosed: null,
  opened: [],
  absent: [],
  openingClosed: null,
  passedOver: [],
  readings: [],
  public: null,
  misreadings: [],
  draws: [],
  ended: null,
});

/** Carries out one act at a time, after whatever the clock has closed by then. */
export function step(manifest: Manifest, before: Ceremony, act: CeremonyAct, now: Time): Result<Step, CeremonyRefusal> {
  const closed = elapse(manifest, before, now);
  const done = perform(manifest, closed.state, act, now);
  if (!done.ok) return done;
  const after = elapse(manifest, done.value.state, now);
  return ok({ state: after.state, facts: [...closed.facts, ...done.value.facts, ...after.facts] });
}

/** What has closed by itself until now: everybody has acted, or the deadline is past (README §3). */
export function elapse(manifest: Manifest, state: Ceremony, now: Time): Step {
  const sealing = closeSealing(manifest, state, now);
  const opening = closeOpening(manifest, sealing.state, now);
  return { state: opening.state, facts: [...sealing.facts, ...opening.facts] };
}

function perform(manifest: Manifest, state: Ceremony, act: CeremonyAct, now: Time): Result<Step, CeremonyRefusal> {
  switch (act.kind) {
    case 'cosign':
      return cosign(manifest, state, act);
    case 'seal':
      return seal(manifest, state, act, now);
    case 'close-sealing':
      return askToClose(manifest, state, act.kind, now, manifest.deadlines.seal);
    case 'open':
      return openSecret(manifest, state, act, now);
    case 'close-opening':
      return askToClose(manifest, state, act.kind, now, manifest.deadlines.reveal);
    case 'pass-over':
      return passOver(manifest, state, act);
    case 'type':
      return type(manifest, state, act, now);
    case 'draw':
      return draw(state, act, now);
    case 'correct':
      return correct(manifest, state, act, now);
    case 'abort':
      return abort(manifest, state, act, now);
    case 'annul':
      return annul(state, act, now);
    default:
      return never(act);
  }
}

type Act<K extends CeremonyAct['kind']> = Extract<CeremonyAct, { readonly kind: K }>;

const unchanged = (state: Ceremony): Result<Step, never> => ok({ state, facts: [] });
const changed = (state: Ceremony, kind: FactKind, body: { readonly [key: string]: Json }): Result<Step, never> =>
  ok({ state, facts: [{ kind, body: { ceremony: state.no, ...body } }] });
const wrongStage = (act: CeremonyAct['kind'], { stage }: Ceremony): Result<never, CeremonyRefusal> =>
  err({ reason: 'wrong-stage', act, stage });
const participant = (manifest: Manifest, id: string): Participant | undefined =>
  manifest.participants.find((each) => each.id === id);
const witnessesIn = (manifest: Manifest): readonly Participant[] =>
  manifest.participants.filter((each) => each.kind === 'witness');
const hasSealed = (state: Ceremony, id: string): boolean => state.sealed.some((each) => each.id === id);
const sealedWitnesses = (manifest: Manifest, state: Ceremony): readonly Participant[] =>
  witnessesIn(manifest).filter(({ id }) => hasSealed(state, id));

function cosign(manifest: Manifest, state: Ceremony, { id, digits }: Act<'cosign'>): Result<Step, CeremonyRefusal> {
  if (participant(manifest, id)?.kind !== 'witness') return err({ reason: 'unknown-participant', id });
  if (state.cosigned.some((each) => each.id === id)) return unchanged(state);
  if (state.stage === 'aborted') return wrongStage('cosign', state);
  const typed = digits.normalize('NFKC').trim().toLowerCase();
  if (typed !== digitsOf(state.manifest)) return err({ reason: 'digits-differ', id, typed: typed.slice(0, 16) });
  const cosigned = inOrder(manifest, [...state.cosigned, { id, digits: typed }]);
  return changed({ ...state, cosigned }, 'ceremony-cosigned', { participant: id, digits: typed });
}

function seal(
  manifest: Manifest,
  state: Ceremony,
  { id, commitment }: Act<'seal'>,
  now: Time,
): Result<Step, CeremonyRefusal> {
  if (participant(manifest, id) === undefined) return err({ reason: 'unknown-participant', id });
  if (!/^[0-9a-f]{64}$/.test(commitment)) return err({ reason: 'not-a-commitment', id });
  const standing = state.sealed.find((each) => each.id === id);
  if (standing?.commitment === commitment) return unchanged(state);
  if (standing !== undefined) return err({ reason: 'sealed-already', id });
  if (state.stage !== 'sealing' || now > manifest.deadlines.seal) return wrongStage('seal', state);
  const sealed = inOrder(manifest, [...state.sealed, { id, commitment, at: now }]);
  return changed({ ...state, sealed }, 'secret-sealed', { participant: id, commitment });
}

/** The record lists people in the manifest's order, whoever was first at the door. */
const inOrder = <T extends { readonly id: string }>(manifest: Manifest, list: readonly T[]): readonly T[] =>
  manifest.participants.flatMap(({ id }) => list.filter((each) => each.id === id));

const quorumHolds = (manifest: Manifest, state: Ceremony): boolean =>
  sealedWitnesses(manifest, state).length >= manifest.quorum && hasSealed(state, '0');

function closeSealing(manifest: Manifest, state: Ceremony, now: Time): Step {
  if (state.stage !== 'sealing') return { state, facts: [] };
  const all = state.sealed.length === manifest.participants.length;
  const late = now >= manifest.deadlines.seal && quorumHolds(manifest, state);
  if (!all && !late) return { state, facts: [] };
  const at = all ? lastOf(state.sealed).at : manifest.deadlines.seal;
  const closed: Ceremony = { ...state, stage: 'opening', sealingClosed: at };
  return factOf(closed, 'sealing-closed', { at, sealed: state.sealed.map(({ id }) => id) });
}

function closeOpening(manifest: Manifest, state: Ceremony, now: Time): Step {
  if (state.stage !== 'opening') return { state, facts: [] };
  const silent = sealedWitnesses(manifest, state).filter(({ id }) => !state.opened.some((each) => each.id === id));
  if (silent.length > 0 && now < manifest.deadlines.reveal) return { state, facts: [] };
  const at = silent.length > 0 ? manifest.deadlines.reveal : lastOf(state.opened).at;
  const absent = silent.map(({ id }) => id);
  return factOf({ ...state, stage: 'number', openingClosed: at, absent }, 'opening-closed', { at, absent });
}

const factOf = (state: Ceremony, kind: FactKind, body: { readonly [key: string]: Json }): Step => ({
  state,
  facts: [{ kind, body: { ceremony: state.no, ...body } }],
});

/** The one that acted last, by time. */
function lastOf<T extends { readonly at: Time }>(list: readonly T[]): T {
  const [first, ...rest] = list;
  if (first === undefined) throw new Error('ceremony: closed without anybody');
  return rest.reduce((last, each) => (each.at > last.at ? each : last), first);
}

// The clock has already closed what it could; somebody who asks is told why it is not closed yet.
function askToClose(
  manifest: Manifest,
  state: Ceremony,
  act: 'close-sealing' | 'close-opening',
  now: Time,
  deadline: Time,
): Result<Step, CeremonyRefusal> {
  const open = act === 'close-sealing' ? 'sealing' : 'opening';
  if (state.stage === 'aborted' || (act === 'close-opening' && state.stage === 'sealing'))
    return wrongStage(act, state);
  if (state.stage !== open) return unchanged(state);
  if (now < deadline) return err({ reason: 'too-early', act, until: deadline });
  return err({ reason: 'quorum-missed', sealed: sealedWitnesses(manifest, state).length, quorum: manifest.quorum });
}

function openSecret(manifest: Manifest, state: Ceremony, act: Act<'open'>, now: Time): Result<Step, CeremonyRefusal> {
  const { id } = act;
  if (participant(manifest, id) === undefined) return err({ reason: 'unknown-participant', id });
  if (id === '0') return err({ reason: 'desk-opens-last' });
  const sealed = state.sealed.find((each) => each.id === id);
  if (sealed === undefined) return err({ reason: 'not-sealed', id });
  const secret = parseSecret(act.nonce, act.typed);
  if (!secret.ok) return err({ reason: 'secret', id, why: secret.error });
  if (commitmentOf(state.no, state.manifest, id, secret.value) !== sealed.commitment) {
    return err({ reason: 'does-not-open', id });
  }
  if (state.opened.some((each) => each.id === id)) return unchanged(state);
  if (state.stage !== 'opening') return wrongStage('open', state);
  const opened = inOrder(manifest, [...state.opened, { id, ...secret.value, at: now }]);
  // The fact names the person and never the secret: with the public number, all of them would be the seed.
  return changed({ ...state, opened }, 'secret-opened', { participant: id });
}

function passOver(
  manifest: Manifest,
  state: Ceremony,
  { place, reason }: Act<'pass-over'>,
): Result<Step, CeremonyRefusal> {
  if (place < state.passedOver.length) return unchanged(state);
  if (state.stage !== 'number') return wrongStage('pass-over', state);
  if (place !== state.passedOver.length)
    return err({ reason: 'not-next-number', place, next: state.passedOver.length });
  if (place + 1 >= manifest.public.length) return err({ reason: 'no-further-number' });
  if (reason.trim() === '') return err({ reason: 'no-reason-given' });
  const passed: Ceremony = { ...state, passedOver: [...state.passedOver, reason], readings: [] };
  return changed(passed, 'public-number-passed-over', { place, reason });
}

function type(manifest: Manifest, state: Ceremony, act: Act<'type'>, now: Time): Result<Step, CeremonyRefusal> {
  const parsed = readNumber(manifest, state, act.place, act.text);
  if (!parsed.ok) return parsed;
  const number = parsed.value;
  if (state.public !== null && state.public.number === number) return unchanged(state);
  if (state.stage !== 'number') return wrongStage('type', state);
  const source = manifest.public[act.place];
  if (source !== undefined && now < source.after) return err({ reason: 'too-early', act: 'type', until: source.after });
  const reading: Reading = { place: act.place, number, typist: act.typist };
  const others = state.readings.filter((each) => each.typist.person !== act.typist.person);
  const [first] = others;
  if (first === undefined) {
    const mine = state.readings.find((each) => each.typist.person === act.typist.person);
    if (mine?.number === number) return err({ reason: 'same-person-twice', person: act.typist.person });
    return changed({ ...state, readings: [reading] }, 'public-number-typed', {
      place: act.place,
      number,
      department: act.typist.department,
    });
  }
  const apart = twoDepartments(first.typist, act.typist);
  if (!apart.ok) return apart;
  if (first.number !== number) return err({ reason: 'readings-differ', first: first.number, second: number });
  const typists = [first.typist, act.typist];
  const entered = { place: act.place, number, at: now, typists };
  return changed({ ...state, stage: 'ready', readings: [], public: entered }, 'public-number-entered', {
    place: act.place,
    number,
    typists: typists.map(({ name, department }) => ({ name, department })),
  });
}

function readNumber(manifest: Manifest, state: Ceremony, place: number, text: string): Result<string, CeremonyRefusal> {
  const next = state.public?.place ?? state.passedOver.length;
  const source = manifest.public[place];
  if (source === undefined || place !== next) return err({ reason: 'not-next-number', place, next });
  const hasOwnPage = sealedWitnesses(manifest, state).some(({ custody }) => custody === 'own-page');
  if (source.source === 'dice' && !hasOwnPage) return err({ reason: 'dice-without-own-page' });
  const number = parsePublicNumber(source, text);
  return number.ok ? number : err({ reason: 'public-number', why: number.error });
}

function twoDepartments(a: Typist, b: Typist): Result<true, CeremonyRefusal> {
  if (a.person === b.person || a.name === b.name) return err({ reason: 'same-person-twice', person: b.person });
  if (a.department === b.department) return err({ reason: 'same-department-twice', department: b.department });
  return ok(true);
}

function draw(state: Ceremony, act: Act<'draw'>, now: Time): Result<Step, CeremonyRefusal> {
  const last = state.draws.at(-1);
  if (state.stage === 'opened' && last?.record === act.record) return unchanged(state);
  if (state.stage !== 'ready' || state.public === null) return wrongStage('draw', state);
  if (act.at < state.public.at || act.at > now || state.misreadings.some((each) => act.at < each.at)) {
    return err({ reason: 'time-out-of-order', at: act.at });
  }
  const secret = parseSecret(act.nonce, act.typed);
  if (!secret.ok) return err({ reason: 'secret', id: '0', why: secret.error });
  const sealed = state.sealed.find((each) => each.id === '0');
  if (sealed?.commitment !== commitmentOf(state.no, state.manifest, '0', secret.value)) {
    return err({ reason: 'does-not-open', id: '0' });
  }
  const isOpen = state.opened.some((each) => each.id === '0');
  const opened = isOpen ? state.opened : [{ id: '0', ...secret.value, at: act.at }, ...state.opened];
  const draws = [...state.draws, { root: act.root, record: act.record, at: act.at }];
  // Not the seed: the root is salted by it and the record's digest covers it, so neither gives it away.
  return changed({ ...state, stage: 'opened', opened, draws }, 'ceremony-opened', {
    root: act.root,
    record: act.record,
  });
}

/** A provably mistyped number is put right on record; the true number alone determines the result. */
function correct(manifest: Manifest, state: Ceremony, act: Act<'correct'>, now: Time): Result<Step, CeremonyRefusal> {
  if (state.public === null || (state.stage !== 'ready' && state.stage !== 'opened'))
    return wrongStage('correct', state);
  if (act.reason.trim() === '') return err({ reason: 'no-reason-given' });
  const apart = twoDepartments(...act.typists);
  if (!apart.ok) return apart;
  const number = readNumber(manifest, state, state.public.place, act.text);
  if (!number.ok) return number;
  if (number.value === state.public.number) return err({ reason: 'same-number', number: number.value });
  const wrong = { number: state.public.number, at: now, reason: act.reason };
  const corrected: Ceremony = {
    ...state,
    stage: 'ready',
    public: { ...state.public, number: number.value, typists: act.typists },
    misreadings: [...state.misreadings, wrong],
  };
  return changed(corrected, 'public-number-corrected', {
    was: wrong.number,
    is: number.value,
    reason: act.reason,
    typists: act.typists.map(({ name, department }) => ({ name, department })),
  });
}

/** Harmless only while nobody knows anything: before sealing has closed, or when the quorum was missed. */
function abort(
  manifest: Manifest,
  state: Ceremony,
  { reason, by }: Act<'abort'>,
  now: Time,
): Result<Step, CeremonyRefusal> {
  if (state.stage === 'aborted') return unchanged(state);
  if (state.stage !== 'sealing') return err({ reason: 'sealing-closed' });
  if (reason.trim() === '') return err({ reason: 'no-reason-given' });
  const ended = { at: now, reason, by: [by] };
  const missed = now >= manifest.deadlines.seal;
  return changed({ ...state, stage: 'aborted', ended }, 'ceremony-aborted', { reason, quorumMissed: missed });
}

/** A cited order of a higher body and two persons; the annulled draw stays on the public page beside its successor. */
function annul(state: Ceremony, { order, by }: Act<'annul'>, now: Time): Result<Step, CeremonyRefusal> {
  if (state.stage === 'annulled') return unchanged(state);
  if (state.stage === 'sealing' || state.stage === 'aborted') return wrongStage('annul', state);
  if (order.trim() === '') return err({ reason: 'no-reason-given' });
  if (by[0] === by[1]) return err({ reason: 'same-person-twice', person: by[1] });
  return changed({ ...state, stage: 'annulled', ended: { at: now, reason: order, by } }, 'ceremony-annulled', {
    order,
    by,
  });
}
