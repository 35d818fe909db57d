/**
 * Sealing and opening close by themselves, when everybody has acted or when their deadline is past (README §3), so that no late act
 * slips in before somebody notices.
 */
import { err, type Result } from '../../result.ts';
import type { Manifest } from '../manifest.ts';
import type { Time } from '../protocol.ts';
import {
  type Ceremony,
  type CeremonyRefusal,
  factOf,
  hasSealed,
  quorumMissed,
  type Step,
  sealedWitnesses,
  unchanged,
  wrongStage,
} from './state.ts';

/** What has closed by itself until now: everybody has acted, or the deadline is past (README §3). */
export function elapse(manifest: Manifest, state: Ceremony, now: Time): Step {
  const sealing = closeSealing(manifest, state, now);
  const opening = closeOpening(manifest, sealing.state, now);
  return { state: opening.state, facts: [...sealing.facts, ...opening.facts] };
}

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

/** The one that acted last, by time. */
function lastOf<T extends { readonly at: Time }>(list: readonly T[]): T {
  const [first, ...rest] = list;
  if (first === undefined) throw new Error('ceremony: closed without anybody');
  return rest.reduce((last, each) => (each.at > last.at ? each : last), first);
}

// The clock has already closed what it could; somebody who asks is told why it is not closed yet.
export function askToClose(
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
  return quorumMissed(manifest, state);
}
