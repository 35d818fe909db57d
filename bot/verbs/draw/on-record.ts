/**
 * Whether a ceremony, as its row in the database says it went, went so by the ledger too. Whoever has the file could put another
 * commitment or another number into the row once he knows where it leads, and the record made from it would hold in itself; the
 * ledger, which is chained and whose checkpoints others keep, tells what was sealed, by whom and when.
 */
import type { Ceremony } from '../../../core/draw/ceremony/state.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { factBodies } from '../ledger/fact-bodies.ts';

/** Parts of a ceremony that the ledger tells of. */
export type RecordedPart = 'manifest' | 'commitments' | 'absent' | 'public-number';

interface OfCeremony {
  readonly ceremony: number;
}

/** Refused with the first part that differs; a body erased meanwhile differs too. */
export async function checkOnRecord(db: Db, state: Ceremony): Promise<Result<true, Refusal>> {
  const bodies = async <T extends object>(kind: Parameters<typeof factBodies>[1]): Promise<readonly T[]> =>
    (await factBodies<T & OfCeremony>(db, kind))
      .map(({ body }) => body)
      .filter(({ ceremony }) => ceremony === state.no);

  const frozen = await bodies<{ manifest: string }>('ceremony-frozen');
  const sealed = await bodies<{ participant: string; commitment: string }>('secret-sealed');
  const closed = await bodies<{ absent: readonly string[] }>('opening-closed');
  const entered = await bodies<{ place: number; number: string }>('public-number-entered');
  const corrected = await bodies<{ is: string }>('public-number-corrected');

  const number = corrected.at(-1)?.is ?? entered.at(-1)?.number;
  const differing: Readonly<Record<RecordedPart, boolean>> = {
    manifest: frozen.length !== 1 || frozen[0]?.manifest !== state.manifest,
    commitments: !same(
      sealed.map((each) => `${each.participant}:${each.commitment}`),
      state.sealed.map((each) => `${each.id}:${each.commitment}`),
    ),
    absent: !same(closed.at(-1)?.absent ?? [], state.absent),
    'public-number': state.public?.number !== number || state.public?.place !== entered.at(-1)?.place,
  };
  for (const part of ['manifest', 'commitments', 'absent', 'public-number'] as const) {
    if (differing[part]) return refuse('draw', { reason: 'not-as-recorded', ceremony: state.no, part });
  }
  return ok(true);
}

/** The same texts, in whatever order. */
const same = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
