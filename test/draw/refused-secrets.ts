/** Acts of lock 2 that a ceremony refuses, each with the state that it meets and what is told. */
import type { Ceremony, CeremonyAct, CeremonyRefusal, Stage } from '../../core/draw/ceremony/state.ts';
import type { Manifest } from '../../core/draw/manifest.ts';
import {
  annuls,
  at,
  corrects,
  cosigns,
  draws,
  opens,
  seals,
  stranger,
  type Timed,
  types,
  walk,
  wrong,
} from './ceremony.ts';
import { secretOf } from './make.ts';

export interface Refused {
  readonly why: string;
  readonly from: Stage | Ceremony;
  readonly by?: Manifest;
  readonly act: CeremonyAct;
  readonly now: string;
  readonly told: CeremonyRefusal;
}

const late = '2025-05-01T10:00:00.001Z';

/** What is refused of whoever co-signs, seals or opens. */
export const refusedSecrets: Readonly<
  Record<
    | 'wrong-stage'
    | 'unknown-participant'
    | 'digits-differ'
    | 'not-a-commitment'
    | 'sealed-already'
    | 'not-sealed'
    | 'secret'
    | 'does-not-open'
    | 'desk-opens-last',
    readonly Refused[]
  >
> = {
  'wrong-stage': [
    {
      why: 'sealing late, after sealing has closed by its deadline',
      from: walk(['0', '1', '2'].map((id): Timed => [seals(id), at.sealing])).state,
      act: seals('3'),
      now: at.seal,
      told: { reason: 'wrong-stage', act: 'seal', stage: 'opening' },
    },
    {
      why: 'opening late, after the deadline',
      from: 'opening',
      act: opens('1'),
      now: late,
      told: { reason: 'wrong-stage', act: 'open', stage: 'number' },
    },
    {
      why: 'opening before sealing has closed',
      from: walk([[seals('1'), at.sealing]]).state,
      act: opens('1'),
      now: at.sealing,
      told: { reason: 'wrong-stage', act: 'open', stage: 'sealing' },
    },
    {
      why: 'typing the public number while secrets are still being opened',
      from: 'opening',
      act: types('office'),
      now: at.opening,
      told: { reason: 'wrong-stage', act: 'type', stage: 'opening' },
    },
    {
      why: 'opening the draw before the public number is there',
      from: 'number',
      act: draws(),
      now: at.number,
      told: { reason: 'wrong-stage', act: 'draw', stage: 'number' },
    },
    {
      why: 'opening a second draw of an opened ceremony',
      from: 'opened',
      act: draws(at.later, 'c'.repeat(64)),
      now: at.later,
      told: { reason: 'wrong-stage', act: 'draw', stage: 'opened' },
    },
    {
      why: 'typing another number after the draw was opened',
      from: 'opened',
      act: types('discipline', wrong),
      now: at.later,
      told: { reason: 'wrong-stage', act: 'type', stage: 'opened' },
    },
    {
      why: 'passing over the number that has been entered',
      from: 'ready',
      act: { kind: 'pass-over', place: 0, reason: '换一个' },
      now: at.number,
      told: { reason: 'wrong-stage', act: 'pass-over', stage: 'ready' },
    },
    {
      why: 'correcting a number that nobody has entered',
      from: 'number',
      act: corrects(),
      now: at.number,
      told: { reason: 'wrong-stage', act: 'correct', stage: 'number' },
    },
    {
      why: 'correcting the number of an annulled draw',
      from: 'annulled',
      act: corrects(),
      now: at.later,
      told: { reason: 'wrong-stage', act: 'correct', stage: 'annulled' },
    },
    {
      why: 'opening an annulled draw again',
      from: 'annulled',
      act: draws(at.later),
      now: at.later,
      told: { reason: 'wrong-stage', act: 'draw', stage: 'annulled' },
    },
    {
      why: 'annulling what has not begun: it can still be aborted',
      from: 'sealing',
      act: annuls,
      now: at.sealing,
      told: { reason: 'wrong-stage', act: 'annul', stage: 'sealing' },
    },
    {
      why: 'co-signing an aborted ceremony',
      from: 'aborted',
      act: cosigns('1'),
      now: at.sealing,
      told: { reason: 'wrong-stage', act: 'cosign', stage: 'aborted' },
    },
    {
      why: 'asking that an aborted ceremony be closed',
      from: 'aborted',
      act: { kind: 'close-sealing' },
      now: at.later,
      told: { reason: 'wrong-stage', act: 'close-sealing', stage: 'aborted' },
    },
    {
      why: 'asking that opening be closed before it has begun',
      from: 'sealing',
      act: { kind: 'close-opening' },
      now: at.sealing,
      told: { reason: 'wrong-stage', act: 'close-opening', stage: 'sealing' },
    },
  ],
  'unknown-participant': [
    {
      why: 'a seal of somebody who was not frozen as a witness',
      from: 'sealing',
      act: seals(stranger),
      now: at.sealing,
      told: { reason: 'unknown-participant', id: stranger },
    },
    {
      why: 'an opening by somebody who was not frozen as a witness',
      from: 'opening',
      act: opens(stranger),
      now: at.opening,
      told: { reason: 'unknown-participant', id: stranger },
    },
    {
      why: 'S2-38: the desk co-signing as if it were a witness',
      from: 'sealing',
      act: cosigns('0'),
      now: at.sealing,
      told: { reason: 'unknown-participant', id: '0' },
    },
  ],
  'digits-differ': [
    {
      why: 'co-signing another list than the frozen one',
      from: 'sealing',
      act: cosigns('1', '00000000'),
      now: at.sealing,
      told: { reason: 'digits-differ', id: '1', typed: '00000000' },
    },
    {
      why: 'co-signing another list after having co-signed the frozen one',
      from: walk([[cosigns('1'), at.sealing]]).state,
      act: cosigns('1', '00000000'),
      now: at.sealing,
      told: { reason: 'digits-differ', id: '1', typed: '00000000' },
    },
  ],
  'not-a-commitment': [
    {
      why: 'a seal that is no commitment',
      from: 'sealing',
      act: { kind: 'seal', id: '1', commitment: '12345678' },
      now: at.sealing,
      told: { reason: 'not-a-commitment', id: '1' },
    },
  ],
  'sealed-already': [
    {
      why: 'exchanging a seal',
      from: walk([[seals('1'), at.sealing]]).state,
      act: { kind: 'seal', id: '1', commitment: 'd'.repeat(64) },
      now: at.sealing,
      told: { reason: 'sealed-already', id: '1' },
    },
  ],
  'not-sealed': [
    {
      why: 'opening what was never sealed',
      from: walk([...['0', '1', '2'].map((id): Timed => [seals(id), at.sealing]), [{ kind: 'close-sealing' }, at.seal]])
        .state,
      act: opens('3'),
      now: at.opening,
      told: { reason: 'not-sealed', id: '3' },
    },
  ],
  secret: [
    {
      why: 'a nonce that has not its shape',
      from: 'opening',
      act: { kind: 'open', id: '1', nonce: 'abc', typed: '123456' },
      now: at.opening,
      told: { reason: 'secret', id: '1', why: { kind: 'nonce-shape' } },
    },
    {
      why: 'letters among the digits',
      from: 'opening',
      act: { kind: 'open', id: '1', nonce: secretOf('1').nonce, typed: '12345六' },
      now: at.opening,
      told: { reason: 'secret', id: '1', why: { kind: 'typed-not-digits' } },
    },
    {
      why: 'fewer than six digits',
      from: 'opening',
      act: { kind: 'open', id: '1', nonce: secretOf('1').nonce, typed: '12345' },
      now: at.opening,
      told: { reason: 'secret', id: '1', why: { kind: 'typed-too-short', digits: 5, fewest: 6 } },
    },
    {
      why: 'a desk secret that has not its shape',
      from: 'ready',
      act: { ...secretOf('0'), kind: 'draw', typed: '', at: at.number, root: '', record: '' },
      now: at.number,
      told: { reason: 'secret', id: '0', why: { kind: 'typed-too-short', digits: 0, fewest: 6 } },
    },
  ],
  'does-not-open': [
    {
      why: 'opening another secret than the sealed one',
      from: 'opening',
      act: { kind: 'open', id: '1', ...secretOf('1', 'other') },
      now: at.opening,
      told: { reason: 'does-not-open', id: '1' },
    },
    {
      why: "opening with another witness's secret",
      from: 'opening',
      act: { kind: 'open', id: '1', ...secretOf('2') },
      now: at.opening,
      told: { reason: 'does-not-open', id: '1' },
    },
    {
      why: 'a draw with another desk secret than the sealed one',
      from: 'ready',
      act: { kind: 'draw', ...secretOf('0', 'other'), at: at.number, root: '', record: '' },
      now: at.number,
      told: { reason: 'does-not-open', id: '0' },
    },
  ],
  'desk-opens-last': [
    {
      why: 'the desk opening before the public number',
      from: 'opening',
      act: opens('0'),
      now: at.opening,
      told: { reason: 'desk-opens-last' },
    },
  ],
};
