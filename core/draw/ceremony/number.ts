/** Lock 3 as acts: two persons of two departments type the public number; one that did not come is passed over; a slip is put right. */
import { err, ok, type Result } from '../../result.ts';
import type { Manifest } from '../manifest.ts';
import type { Time } from '../protocol.ts';
import { parsePublicNumber } from '../public-number.ts';
import {
  type Act,
  type Ceremony,
  type CeremonyRefusal,
  changed,
  type Reading,
  type Step,
  sealedWitnesses,
  type Typist,
  unchanged,
  wrongStage,
} from './state.ts';

export function passOver(
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
  // By now the desk could work out where each number leads: what somebody has read on record has come, liked or not.
  const [read] = state.readings;
  if (read !== undefined) return err({ reason: 'number-typed', number: read.number });
  const passed: Ceremony = { ...state, passedOver: [...state.passedOver, reason], readings: [] };
  return changed(passed, 'public-number-passed-over', { place, reason });
}

export function typeNumber(
  manifest: Manifest,
  state: Ceremony,
  act: Act<'type'>,
  now: Time,
): Result<Step, CeremonyRefusal> {
  const parsed = readNumber(manifest, state, act.place, act.text);
  if (!parsed.ok) return parsed;
  const number = parsed.value;
  if (state.public !== null && state.public.number === number) return unchanged(state);
  if (state.stage !== 'number') return wrongStage('type', state);
  const source = manifest.public[act.place];
  if (source !== undefined && now < source.after) return err({ reason: 'too-early', act: 'type', until: source.after });
  const others = state.readings.filter((each) => each.typist.person !== act.typist.person);
  const alike = others.filter((each) => each.number === number);
  const agreeing = alike.find((each) => twoDepartments(each.typist, act.typist).ok);
  if (agreeing !== undefined) return enter(state, act, number, [agreeing.typist, act.typist], now);
  const [same] = alike;
  if (same !== undefined) {
    const apart = twoDepartments(same.typist, act.typist);
    if (!apart.ok) return apart;
  }
  const isMine = state.readings.some((each) => each.typist.person === act.typist.person && each.number === number);
  if (isMine) return err({ reason: 'same-person-twice', person: act.typist.person });
  // Every reading stays until two agree, so that one who mistyped and has left cannot hold the draw up.
  const reading: Reading = { place: act.place, number, typist: act.typist };
  return changed({ ...state, readings: [...others, reading] }, 'public-number-typed', {
    place: act.place,
    number,
    department: act.typist.department,
  });
}

/** Two persons of two departments have read the same. */
function enter(
  state: Ceremony,
  { place }: Act<'type'>,
  number: string,
  typists: readonly Typist[],
  now: Time,
): Result<Step, CeremonyRefusal> {
  const entered = { place, number, at: now, typists };
  return changed({ ...state, stage: 'ready', readings: [], public: entered }, 'public-number-entered', {
    place,
    number,
    typists: typists.map(({ name, department }) => ({ name, department })),
  });
}

/** A provably mistyped number is put right on record; the true number alone determines the result. */
export function correct(
  manifest: Manifest,
  state: Ceremony,
  act: Act<'correct'>,
  now: Time,
): Result<Step, CeremonyRefusal> {
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
