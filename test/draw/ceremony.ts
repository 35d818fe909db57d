/** One ceremony of four participants as acts and times: the road to each stage, and what a test does otherwise. */
import {
  type Act,
  begin,
  type Ceremony,
  type CeremonyAct,
  type CeremonyFact,
  type Stage,
} from '../../core/draw/ceremony/state.ts';
import { step } from '../../core/draw/ceremony/step.ts';
import { manifestDigest } from '../../core/draw/manifest.ts';
import { commitmentOf } from '../../core/draw/seal.ts';
import { make, rowsOf, secretOf } from './make.ts';

export const { manifest } = make(rowsOf(12));
export const M = manifestDigest(manifest);
export const no = manifest.ceremony;
export const right = '01 03 05 07 09 11 13 15 17 19 21 23 25 27 29 31 33 35 37 39';
export const wrong = '02 03 05 07 09 11 13 15 17 19 21 23 25 27 29 31 33 35 37 39';

export const at = {
  sealing: '2025-05-01T08:00:00.000Z',
  seal: manifest.deadlines.seal,
  opening: '2025-05-01T09:30:00.000Z',
  reveal: manifest.deadlines.reveal,
  number: '2025-05-01T13:30:00.000Z',
  later: '2025-05-01T14:00:00.000Z',
} as const;

export const typists = {
  office: { person: 'o1', name: '录入甲', department: '联席办' },
  office2: { person: 'o2', name: '录入丙', department: '联席办' },
  discipline: { person: 'j1', name: '录入乙', department: '市纪委监委' },
} as const;

export const seals = (id: string): CeremonyAct => ({
  kind: 'seal',
  id,
  commitment: commitmentOf(no, M, id, secretOf(id)),
});
export const opens = (id: string): CeremonyAct => ({ kind: 'open', id, ...secretOf(id) });
export const types = (who: keyof typeof typists, text = right, place = 0): CeremonyAct => ({
  kind: 'type',
  typist: typists[who],
  place,
  text,
});
export const draws = (when: string = at.number, record = 'a'.repeat(64)): CeremonyAct => ({
  kind: 'draw',
  ...secretOf('0'),
  at: when,
  root: 'b'.repeat(64),
  record,
});
export const corrects = (text = wrong, reason = '公告为02'): CeremonyAct => ({
  kind: 'correct',
  text,
  typists: [typists.office, typists.discipline],
  reason,
});
export const annuls: Act<'annul'> = { kind: 'annul', order: '市联席办〔2025〕3号', by: ['h1', 'h2'] };
export const aborts: Act<'abort'> = { kind: 'abort', reason: '名单有误', by: 'o1' };
export const cosigns = (id: string, digits = M.slice(0, 8)): CeremonyAct => ({ kind: 'cosign', id, digits });
export const everybody = ['0', '1', '2', '3'];

export type Timed = readonly [CeremonyAct, string];

/** The acts of a ceremony that goes well, up to a stage. */
export function road(until: Stage): readonly Timed[] {
  const sealed = everybody.map((id): Timed => [seals(id), at.sealing]);
  const opened = ['1', '2', '3'].map((id): Timed => [opens(id), at.opening]);
  const typed: Timed[] = [
    [types('office'), at.number],
    [types('discipline'), at.number],
  ];
  const whole: Record<Stage, readonly Timed[]> = {
    sealing: [],
    opening: sealed,
    number: [...sealed, ...opened],
    ready: [...sealed, ...opened, ...typed],
    opened: [...sealed, ...opened, ...typed, [draws(), at.number]],
    aborted: [[aborts, at.sealing]],
    annulled: [...sealed, ...opened, ...typed, [draws(), at.number], [annuls, at.later]],
  };
  return whole[until];
}

export function walk(
  acts: readonly Timed[],
  from: Ceremony = begin(no, M),
): { state: Ceremony; facts: CeremonyFact[] } {
  const facts: CeremonyFact[] = [];
  let state = from;
  for (const [act, now] of acts) {
    const taken = step(manifest, state, act, now);
    if (!taken.ok) throw new Error(`${act.kind}: ${JSON.stringify(taken.error)}`);
    state = taken.value.state;
    facts.push(...taken.value.facts);
  }
  return { state, facts };
}

export const stateAt = (stage: Stage): Ceremony => walk(road(stage)).state;

/** Somebody whom the manifest does not know. */
export const stranger = '9';
