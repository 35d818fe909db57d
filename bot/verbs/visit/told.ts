/** Everybody who was told of a draw's visits before is told when the draw itself changes: annulled, or its number corrected. */
import type { Fact, FactKind } from '../../../core/ledger/fact.ts';
import type { Db } from '../../../db/database.ts';
import { type Outgoing, toldAt } from '../../../db/outbox.ts';

const changing: readonly FactKind[] = ['ceremony-annulled', 'public-number-corrected'];

/** Posts to renew after these facts; none where nothing was handed out yet. */
export async function toldAgain(
  db: Db,
  ceremony: number,
  facts: readonly Pick<Fact, 'kind'>[],
): Promise<readonly Outgoing[]> {
  return facts.some(({ kind }) => changing.includes(kind)) ? visitsTold(db, ceremony) : [];
}

export async function visitsTold(db: Db, ceremony: number): Promise<readonly Outgoing[]> {
  const found = await Promise.all(
    ['visits', 'department-visits', 'visits-office'].map((kind) => toldAt(db, `${kind}/${ceremony}`)),
  );
  // Ceremony 1 is not ceremony 12.
  return found.flat().filter(({ destination }) => destination.split('/')[1] === String(ceremony));
}
