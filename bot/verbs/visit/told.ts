/** Everybody who was told of a draw's visits before is told when the draw itself changes: annulled, or its number corrected. */
import type { Fact, FactKind } from '../../../core/ledger/fact.ts';
import type { Db } from '../../../db/database.ts';
import { type Outgoing, toldAt } from '../../../db/outbox.ts';
import { postsOfChange } from '../../post/after/visit.ts';

const changing: readonly FactKind[] = ['ceremony-annulled', 'public-number-corrected'];

/** Posts to renew after these facts, and a word under each; none where nothing was handed out yet. */
export async function toldAgain(
  db: Db,
  ceremony: number,
  facts: readonly Pick<Fact, 'kind'>[],
  seq: number,
): Promise<readonly Outgoing[]> {
  if (!facts.some(({ kind }) => changing.includes(kind))) return [];
  const told = await visitsTold(db, ceremony);
  return [...told, ...postsOfChange(ceremony, seq, told.map(placeOf))];
}

/** Every post of the draw's visits that was made so far. */
export async function visitsTold(db: Db, ceremony: number): Promise<readonly Outgoing[]> {
  const found = await Promise.all(
    ['visits', 'department-visits', 'visits-office'].map((kind) => toldAt(db, `${kind}/${ceremony}`)),
  );
  // Ceremony 1 is not ceremony 12.
  return found.flat().filter(({ destination }) => destination.split('/')[1] === String(ceremony));
}

/** Where such a post stands: `visits/1/i1` with a person. */
export function placeOf({ destination }: Pick<Outgoing, 'destination'>): string {
  const [kind, , id = ''] = destination.split('/');
  return kind === 'visits' ? `person:${id}` : kind === 'department-visits' ? `department:${id}` : 'office';
}
