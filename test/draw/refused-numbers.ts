/** Acts against the clock, of lock 3 and of the end that a ceremony refuses, each with the state that it meets and what is told. */
import { begin, type Ceremony, type CeremonyAct } from '../../core/draw/ceremony/state.ts';
import { step } from '../../core/draw/ceremony/step.ts';
import { manifestDigest } from '../../core/draw/manifest.ts';
import { commitmentOf } from '../../core/draw/seal.ts';
import {
  aborts,
  annuls,
  at,
  corrects,
  draws,
  manifest,
  no,
  opens,
  right,
  seals,
  stateAt,
  type Timed,
  types,
  typists,
  walk,
  wrong,
} from './ceremony.ts';
import { make, rowsOf, secretOf } from './make.ts';
import type { Refused } from './refused-secrets.ts';

/** Sealed by the desk and by the one witness whose secret the desk keeps. */
const lone = make(rowsOf(12), { quorum: 1 }).manifest;
const loneDigest = manifestDigest(lone);
const loneSeal = (id: string): CeremonyAct => ({
  kind: 'seal',
  id,
  commitment: commitmentOf(no, loneDigest, id, secretOf(id)),
});
function loneAtDice(): Ceremony {
  let state = begin(no, loneDigest);
  const acts: readonly Timed[] = [
    [loneSeal('0'), at.sealing],
    [loneSeal('3'), at.sealing],
    [{ kind: 'pass-over', place: 0, reason: '当期停售' }, at.number],
  ];
  for (const [act, now] of acts) {
    const taken = step(lone, state, act, now);
    if (!taken.ok) throw new Error(taken.error.reason);
    state = taken.value.state;
  }
  return state;
}

const twiceByOne: Ceremony = walk([[types('office'), at.number]], stateAt('number')).state;

/** What is refused of deadlines, of the public number, and of how a ceremony ends. */
export const refusedNumbers: Readonly<
  Record<
    | 'too-early'
    | 'quorum-missed'
    | 'not-next-number'
    | 'no-further-number'
    | 'number-typed'
    | 'public-number'
    | 'same-person-twice'
    | 'same-department-twice'
    | 'dice-without-own-page'
    | 'same-number'
    | 'sealing-closed'
    | 'no-reason-given'
    | 'time-out-of-order',
    readonly Refused[]
  >
> = {
  'too-early': [
    {
      why: 'asking that sealing be closed before its deadline while seals are missing',
      from: 'sealing',
      act: { kind: 'close-sealing' },
      now: at.sealing,
      told: { reason: 'too-early', act: 'close-sealing', until: at.seal },
    },
    {
      why: 'asking that opening be closed before its deadline while somebody has not opened',
      from: 'opening',
      act: { kind: 'close-opening' },
      now: at.opening,
      told: { reason: 'too-early', act: 'close-opening', until: at.reveal },
    },
    {
      why: 'a lottery number typed before it was drawn',
      from: 'number',
      act: types('office'),
      now: '2025-05-01T12:59:59.999Z',
      told: { reason: 'too-early', act: 'type', until: manifest.public[0]?.after ?? '' },
    },
  ],
  'quorum-missed': [
    {
      why: 'asking that sealing be closed when too few have sealed',
      from: walk([
        [seals('0'), at.sealing],
        [seals('1'), at.sealing],
      ]).state,
      act: { kind: 'close-sealing' },
      now: at.seal,
      told: { reason: 'quorum-missed', sealed: 1, quorum: 2 },
    },
    {
      why: 'sealing after the deadline when too few had sealed by then',
      from: walk([
        [seals('0'), at.sealing],
        [seals('1'), at.sealing],
      ]).state,
      act: seals('2'),
      now: at.opening,
      told: { reason: 'quorum-missed', sealed: 1, quorum: 2 },
    },
  ],
  'not-next-number': [
    {
      why: 'typing the second number while the first may still come',
      from: 'number',
      act: types('office', '3 1 4 1 5 9', 1),
      now: at.number,
      told: { reason: 'not-next-number', place: 1, next: 0 },
    },
    {
      why: 'passing over the second number before the first',
      from: 'number',
      act: { kind: 'pass-over', place: 1, reason: '停售' },
      now: at.number,
      told: { reason: 'not-next-number', place: 1, next: 0 },
    },
  ],
  'no-further-number': [
    {
      why: 'passing over the last number of the manifest',
      from: walk([[{ kind: 'pass-over', place: 0, reason: '当期停售' }, at.number]], stateAt('number')).state,
      act: { kind: 'pass-over', place: 1, reason: '没有骰子' },
      now: at.number,
      told: { reason: 'no-further-number' },
    },
  ],
  'number-typed': [
    {
      why: 'passing a number over that somebody has read already',
      from: walk([[types('office'), at.number]], stateAt('number')).state,
      act: { kind: 'pass-over', place: 0, reason: '没有开奖' },
      now: at.number,
      told: { reason: 'number-typed', number: right },
    },
  ],
  'public-number': [
    {
      why: 'nineteen numbers where twenty are drawn',
      from: 'number',
      act: types('office', right.slice(0, -3)),
      now: at.number,
      told: { reason: 'public-number', why: { kind: 'number-count', expected: 20, found: 19 } },
    },
    {
      why: 'a number that the lottery has not',
      from: 'number',
      act: types('office', right.replace('39', '81')),
      now: at.number,
      told: { reason: 'public-number', why: { kind: 'number-outside', number: '81', from: 1, to: 80 } },
    },
    {
      why: 'a number twice',
      from: 'number',
      act: types('office', right.replace('39', '37')),
      now: at.number,
      told: { reason: 'public-number', why: { kind: 'number-twice', number: '37' } },
    },
    {
      why: 'a word among the numbers',
      from: 'number',
      act: types('office', right.replace('39', '三九')),
      now: at.number,
      told: { reason: 'public-number', why: { kind: 'number-unreadable', text: '三九' } },
    },
  ],
  'same-person-twice': [
    {
      why: 'one person typing the public number twice',
      from: twiceByOne,
      act: types('office'),
      now: at.number,
      told: { reason: 'same-person-twice', person: 'o1' },
    },
    {
      why: 'one name under two accounts',
      from: twiceByOne,
      act: { kind: 'type', typist: { ...typists.discipline, name: '录入甲' }, place: 0, text: right },
      now: at.number,
      told: { reason: 'same-person-twice', person: 'j1' },
    },
    {
      why: 'one person correcting the number alone',
      from: 'opened',
      act: { kind: 'correct', text: wrong, typists: [typists.office, typists.office], reason: '公告为02' },
      now: at.later,
      told: { reason: 'same-person-twice', person: 'o1' },
    },
    {
      why: 'one person annulling alone',
      from: 'opened',
      act: { ...annuls, by: ['h1', 'h1'] },
      now: at.later,
      told: { reason: 'same-person-twice', person: 'h1' },
    },
  ],
  'same-department-twice': [
    {
      why: 'two typists of one department',
      from: twiceByOne,
      act: types('office2'),
      now: at.number,
      told: { reason: 'same-department-twice', department: '联席办' },
    },
    {
      why: 'two persons of one department correcting the number',
      from: 'ready',
      act: { kind: 'correct', text: wrong, typists: [typists.office, typists.office2], reason: '公告为02' },
      now: at.number,
      told: { reason: 'same-department-twice', department: '联席办' },
    },
  ],
  'dice-without-own-page': [
    {
      why: 'dice where no witness sealed on a page of its own',
      from: loneAtDice(),
      by: lone,
      act: types('office', '3 1 4 1 5 9', 1),
      now: at.number,
      told: { reason: 'dice-without-own-page' },
    },
  ],
  'same-number': [
    {
      why: 'a correction that corrects nothing',
      from: 'opened',
      act: corrects(right),
      now: at.later,
      told: { reason: 'same-number', number: right },
    },
  ],
  'sealing-closed': (['opening', 'number', 'ready', 'opened', 'annulled'] as const).map((from) => ({
    why: `aborting when the ceremony is “${from}”`,
    from,
    act: aborts,
    now: at.later,
    told: { reason: 'sealing-closed' },
  })),
  'no-reason-given': [
    {
      why: 'aborting without a reason',
      from: 'sealing',
      act: { ...aborts, reason: ' ' },
      now: at.sealing,
      told: { reason: 'no-reason-given' },
    },
    {
      why: 'annulling without an order of a higher body',
      from: 'opened',
      act: { ...annuls, order: '' },
      now: at.later,
      told: { reason: 'no-reason-given' },
    },
    {
      why: 'correcting without the evidence in words',
      from: 'opened',
      act: corrects(wrong, ' '),
      now: at.later,
      told: { reason: 'no-reason-given' },
    },
    {
      why: 'passing a number over without a reason',
      from: 'number',
      act: { kind: 'pass-over', place: 0, reason: '' },
      now: at.number,
      told: { reason: 'no-reason-given' },
    },
  ],
  'time-out-of-order': [
    {
      why: 'a secret opened by a clock that was set back before the sealing',
      from: 'opening',
      act: opens('1'),
      now: manifest.frozenAt,
      told: { reason: 'time-out-of-order', at: manifest.frozenAt },
    },
    {
      why: 'a seal set before the roster was frozen',
      from: 'sealing',
      act: seals('1'),
      now: '2000-01-01T00:00:00.000Z',
      told: { reason: 'time-out-of-order', at: '2000-01-01T00:00:00.000Z' },
    },
    {
      why: 'a draw opened before its public number was there',
      from: 'ready',
      act: draws(at.opening),
      now: at.later,
      told: { reason: 'time-out-of-order', at: at.opening },
    },
    {
      why: 'a draw opened in the future',
      from: 'ready',
      act: draws(at.later),
      now: at.number,
      told: { reason: 'time-out-of-order', at: at.later },
    },
    {
      why: 'a second edition dated before the correction',
      from: walk([[corrects(), at.later]], stateAt('opened')).state,
      act: draws(at.number),
      now: at.later,
      told: { reason: 'time-out-of-order', at: at.number },
    },
  ],
};
