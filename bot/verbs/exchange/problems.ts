/** 督办事项 as they stand: read anew by every verb, post and list. */
import { type Problem, problemOf } from '../../../core/exchange/problem.ts';
import type { Db } from '../../../db/database.ts';
import { dossierOf, dossiersOf } from '../../../db/dossier.ts';

export const problemHeld = async (db: Db, no: number): Promise<Problem | null> =>
  problemOf(await dossierOf(db, { matter: 'problem', id: String(no) }));

/** Oldest first. */
export const problemsHeld = async (db: Db): Promise<readonly Problem[]> =>
  [...(await dossiersOf(db, 'problem')).values()]
    .flatMap((entries) => problemOf(entries) ?? [])
    .sort((a, b) => a.no - b.no);
