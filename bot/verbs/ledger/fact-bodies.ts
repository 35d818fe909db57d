/** What the ledger's facts of one kind say, for verbs that read what was recorded before. */
import type { FactKind } from '../../../core/ledger/fact.ts';
import type { Db } from '../../../db/database.ts';
import { factsOf } from '../../../db/ledger.ts';

export interface FactBody<T> {
  /** Number of the fact's row. */
  readonly seq: number;
  readonly body: T;
}

/**
 * Bodies of all facts of a kind, oldest first; those erased on record are left out.
 * Safe because a kind of fact has one verb that writes it (`rights.ts`): `T` is what that verb gives to `factOf`.
 */
export async function factBodies<T>(db: Db, kind: FactKind): Promise<readonly FactBody<T>[]> {
  return (await factsOf(db, kind)).flatMap(({ row, body }) => {
    if (body === null || body.text === null) return [];
    const told: T = JSON.parse(body.text);
    return [{ seq: row.seq, body: told }];
  });
}
