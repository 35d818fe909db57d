/** Lock 2 as acts: a witness co-signs what was frozen, every participant seals, every witness opens what it sealed. */
import { err, type Result } from '../../result.ts';
import { digitsOf, type Manifest } from '../manifest.ts';
import type { Time } from '../protocol.ts';
import { commitmentOf, parseSecret } from '../seal.ts';
import {
  type Act,
  type Ceremony,
  type CeremonyRefusal,
  changed,
  inOrder,
  participant,
  quorumMissed,
  type Step,
  unchanged,
  wrongStage,
} from './state.ts';

export function cosign(
  manifest: Manifest,
  state: Ceremony,
  { id, digits }: Act<'cosign'>,
): Result<Step, CeremonyRefusal> {
  if (participant(manifest, id)?.kind !== 'witness') return err({ reason: 'unknown-participant', id });
  const typed = digits.normalize('NFKC').trim().toLowerCase();
  if (typed !== digitsOf(state.manifest)) return err({ reason: 'digits-differ', id, typed: typed.slice(0, 16) });
  if (state.cosigned.some((each) => each.id === id)) return unchanged(state);
  if (state.stage === 'aborted') return wrongStage('cosign', state);
  const cosigned = inOrder(manifest, [...state.cosigned, { id, digits: typed }]);
  return changed({ ...state, cosigned }, 'ceremony-cosigned', { participant: id, digits: typed });
}

export function seal(
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
  if (state.stage !== 'sealing') return wrongStage('seal', state);
  if (now > manifest.deadlines.seal) return quorumMissed(manifest, state);
  const sealed = inOrder(manifest, [...state.sealed, { id, commitment, at: now }]);
  return changed({ ...state, sealed }, 'secret-sealed', { participant: id, commitment });
}

export function openSecret(
  manifest: Manifest,
  state: Ceremony,
  act: Act<'open'>,
  now: Time,
): Result<Step, CeremonyRefusal> {
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
