/** How a ceremony ends: opened, aborted before anybody knows anything, or annulled by a cited order. */
import { err, type Result } from '../../result.ts';
import type { Manifest } from '../manifest.ts';
import type { Time } from '../protocol.ts';
import { commitmentOf, parseSecret } from '../seal.ts';
import { type Act, type Ceremony, type CeremonyRefusal, changed, type Step, unchanged, wrongStage } from './state.ts';

export function draw(state: Ceremony, act: Act<'draw'>, now: Time): Result<Step, CeremonyRefusal> {
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

/** Harmless only while nobody knows anything: before sealing has closed, or when the quorum was missed. */
export function abort(
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
export function annul(state: Ceremony, { order, by }: Act<'annul'>, now: Time): Result<Step, CeremonyRefusal> {
  if (state.stage === 'annulled') return unchanged(state);
  if (state.stage === 'sealing' || state.stage === 'aborted') return wrongStage('annul', state);
  if (order.trim() === '') return err({ reason: 'no-reason-given' });
  if (by[0] === by[1]) return err({ reason: 'same-person-twice', person: by[1] });
  return changed({ ...state, stage: 'annulled', ended: { at: now, reason: order, by } }, 'ceremony-annulled', {
    order,
    by,
  });
}
