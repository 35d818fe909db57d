/**
 * 外部平台编号: what the platform of record says of a task, a visit or an outcome. What nobody registered is unregistered, and said so. Every place
 * that shows, counts or reminds of it asks here.
 */
import { writtenAs } from '../ledger/dossier.ts';
import type { VisitEntry } from './entry.ts';
import type { OutsideNumber, OutsideState } from './fact.ts';

export interface Outside {
  readonly number: string;
  readonly state: OutsideState;
  readonly words: string;
}

export const unregistered: Outside = { number: '', state: 'unregistered', words: '' };

/** @param entries of one matter, oldest first */
export function outsideOf(entries: readonly VisitEntry[]): Outside {
  const last = entries.findLast(({ kind, body }) => kind === 'outside-number-recorded' && body !== null)?.body ?? null;
  if (last === null) return unregistered;
  const { number, state, words } = writtenAs<OutsideNumber>(last);
  return { number, state, words };
}

export interface OutsideHeld extends Outside {
  /** The fact that said so. */
  readonly seq: number;
}

export type OutsideMatterKind = 'task' | 'visit' | 'case';
export const outsideKey = (matter: OutsideMatterKind, id: string): string => `${matter} ${id}`;

/** The last word on every matter. @param all oldest first */
export function lastOutside(
  all: readonly { readonly seq: number; readonly body: OutsideNumber }[],
): ReadonlyMap<string, OutsideHeld> {
  return new Map(
    all.flatMap(({ seq, body: { task, visit, case: one, cases = [], number, state, words } }) => {
      const held: OutsideHeld = { seq, number, state, words };
      const keys = [
        ...(task === undefined ? [] : [outsideKey('task', task)]),
        ...(visit === undefined ? [] : [outsideKey('visit', visit)]),
        ...[...(one === undefined ? [] : [one]), ...cases].map((id) => outsideKey('case', id)),
      ];
      return keys.map((key) => [key, held] as const);
    }),
  );
}
