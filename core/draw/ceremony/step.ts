/**
 * 三锁一开 as a life cycle: what a ceremony is at each moment, what may happen next, and what each act leaves on record. Pure: the
 * caller brings the time. Sealing and opening close by themselves when everybody has acted or when their deadline is past, so
 * that no late act slips in before somebody notices. Whatever has taken effect answers the same when it is repeated, and leaves
 * no second fact. Time only moves on. Nothing here ever leads from an opened draw back to an undrawn one.
 */
import { err, never, ok, type Result } from '../../result.ts';
import type { Manifest } from '../manifest.ts';
import type { Time } from '../protocol.ts';
import { askToClose, elapse } from './close.ts';
import { abort, annul, draw } from './end.ts';
import { correct, passOver, typeNumber } from './number.ts';
import { cosign, openSecret, seal } from './secrets.ts';
import type { Ceremony, CeremonyAct, CeremonyRefusal, Step } from './state.ts';

/** Carries out one act at a time, after whatever the clock has closed by then. */
export function step(manifest: Manifest, before: Ceremony, act: CeremonyAct, now: Time): Result<Step, CeremonyRefusal> {
  const closed = elapse(manifest, before, now);
  const done = perform(manifest, closed.state, act, now);
  if (!done.ok) return done;
  const since = lastMoment(manifest, closed.state);
  // A clock that was set back would leave a record whose times nobody can verify, so nothing is recorded until it is right.
  if (done.value.facts.length > 0 && now < since) return err({ reason: 'time-out-of-order', at: now });
  const after = elapse(manifest, done.value.state, now);
  return ok({ state: after.state, facts: [...closed.facts, ...done.value.facts, ...after.facts] });
}

/** The last moment that the ceremony has on record. */
const lastMoment = (manifest: Manifest, { sealed, sealingClosed, opened, openingClosed, ...rest }: Ceremony): Time =>
  [sealingClosed, openingClosed, rest.public?.at, ...[...sealed, ...opened, ...rest.misreadings].map(({ at }) => at)]
    .filter((at) => at !== undefined && at !== null)
    .reduce((last, at) => (at > last ? at : last), manifest.frozenAt);

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
      return typeNumber(manifest, state, act, now);
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
