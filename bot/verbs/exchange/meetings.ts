/** Meetings as they stand. */
import { type Meeting, meetingOf } from '../../../core/exchange/meeting.ts';
import type { Db } from '../../../db/database.ts';
import { dossierOf, dossiersOf } from '../../../db/dossier.ts';

export const meetingOnRecord = async (db: Db, no: number): Promise<Meeting | null> =>
  meetingOf(await dossierOf(db, { matter: 'meeting', id: String(no) }));

/** Oldest first. */
export const meetingsOnRecord = async (db: Db): Promise<readonly Meeting[]> =>
  [...(await dossiersOf(db, 'meeting')).values()]
    .flatMap((entries) => meetingOf(entries) ?? [])
    .sort((a, b) => a.no - b.no);
