/** 外部平台编号: what the platform of record says of a task, a visit or an outcome. What nobody registered is unregistered, and said so. */
import type { OutsideNumber, OutsideState } from './fact.ts';
import type { VisitEntry } from './state.ts';

export interface Outside {
  readonly number: string;
  readonly state: OutsideState;
  readonly words: string;
}

export const unregistered: Outside = { number: '', state: 'unregistered', words: '' };

/** @param entries of one matter, oldest first */
export function outsideOf(entries: readonly VisitEntry[]): Outside {
  const last = entries.findLast(({ kind, body }) => kind === 'outside-number-recorded' && body !== null);
  if (last === undefined) return unregistered;
  // Safe because one verb writes this kind of fact.
  const { number, state, words } = last.body as unknown as OutsideNumber;
  return { number, state, words };
}
