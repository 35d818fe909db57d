/** Checks outside the draw, as they stand. */
import { type Filing, filingOf } from '../../../core/visit/filing.ts';
import type { Db } from '../../../db/database.ts';
import { dossierOf, dossiersOf } from '../../../db/dossier.ts';

export async function heldFiling(db: Db, no: number): Promise<Filing | null> {
  return filingOf(await dossierOf(db, { matter: 'filing', id: String(no) }));
}

/** All of them, oldest first; those erased on record are left out. */
export async function filingsOf(db: Db): Promise<readonly Filing[]> {
  return [...(await dossiersOf(db, 'filing')).values()]
    .flatMap((entries) => filingOf(entries) ?? [])
    .sort((a, b) => a.seq - b.seq);
}
