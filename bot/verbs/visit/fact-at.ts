/** One fact by its number, where it is of the kind that is asked for. */
import type { FactKind } from '../../../core/ledger/fact.ts';
import type { Db } from '../../../db/database.ts';
import { entryAt } from '../../../db/ledger.ts';

export interface FactAt<T> {
  readonly seq: number;
  readonly at: string;
  /** `person:…` */
  readonly actor: string;
  readonly body: T;
}

/** Null where the number is of no such fact, or was erased on record. Safe as `factBodies` is: one verb writes each kind. */
export async function factAt<T>(db: Db, seq: number, kind: FactKind): Promise<FactAt<T> | null> {
  if (!Number.isSafeInteger(seq) || seq < 1) return null;
  const entry = await entryAt(db, seq);
  const text = entry?.body?.text ?? null;
  if (entry === null || entry.row.kind !== kind || text === null) return null;
  const body: T = JSON.parse(text);
  return { seq, at: entry.row.at, actor: entry.row.actor, body };
}
