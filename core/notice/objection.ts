/**
 * 异议: who is inspected says that what is published is wrong; the department's head decides: keep it, have it corrected, or withdraw it.
 * Whatever is decided, the version that was read stays on record.
 */
import type { CivilDate } from '../calendar.ts';
import { type Filed, writtenAs } from '../ledger/dossier.ts';

export const objectionDecisions = ['keep', 'correct', 'withdraw'] as const;
export type ObjectionDecision = (typeof objectionDecisions)[number];

/** Body of `objection-received`. */
export interface ObjectionReceived {
  /** The outcome's name. */
  readonly case: string;
  readonly department: string;
  /** The version that it is about. */
  readonly notice: number;
  readonly receivedOn: CivilDate;
  readonly words: string;
}

/** Body of `objection-decided`. */
export interface ObjectionDecided {
  readonly objection: number;
  readonly case: string;
  readonly department: string;
  readonly decision: ObjectionDecision;
  readonly words: string;
}

export interface Objection extends ObjectionReceived {
  /** Number of the fact that received it. */
  readonly objection: number;
  readonly decided:
    | (Pick<ObjectionDecided, 'decision' | 'words'> & { readonly by: string; readonly at: string })
    | null;
}

interface Entry extends Filed {
  readonly at: string;
  readonly actor: string;
}

/** Null where what was received was erased on record. @param entries the objection's dossier */
export function objectionOf(entries: readonly Entry[]): Objection | null {
  const [first, ...rest] = entries;
  if (first === undefined || first.kind !== 'objection-received' || first.body === null) return null;
  const received = writtenAs<ObjectionReceived>(first.body);
  const last = rest.findLast(({ kind, body }) => kind === 'objection-decided' && body !== null);
  if (last === undefined || last.body === null) return { ...received, objection: first.seq, decided: null };
  const { decision, words } = writtenAs<ObjectionDecided>(last.body);
  return { ...received, objection: first.seq, decided: { decision, words, by: last.actor, at: last.at } };
}
