/** 经验做法 (三明 2025 五(十四)) as they stand: read anew by every verb, post and list. */
import { type Practice, practiceOf } from '../../../core/exchange/practice.ts';
import type { Db } from '../../../db/database.ts';
import { dossierOf, dossiersOf } from '../../../db/dossier.ts';

export const practiceHeld = async (db: Db, no: number): Promise<Practice | null> =>
  practiceOf(await dossierOf(db, { matter: 'practice', id: String(no) }));

/** Oldest first. */
export const practicesHeld = async (db: Db): Promise<readonly Practice[]> =>
  [...(await dossiersOf(db, 'practice')).values()]
    .flatMap((entries) => practiceOf(entries) ?? [])
    .sort((a, b) => a.no - b.no);
