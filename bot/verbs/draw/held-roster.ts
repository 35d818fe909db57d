/**
 * A frozen roster as a draw needs it, page after page out of the database: first the table of small numbers, then who the few rows are
 * that were drawn. All pages of a million rows would be most of what an isolate at the edge may hold (128 MB).
 */
import type { Difference } from '../../../core/draw/difference.ts';
import type { Manifest } from '../../../core/draw/manifest.ts';
import { type Roster, type RosterTable, rosterOf, rosterReader } from '../../../core/draw/roster.ts';
import type { Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { readPages } from '../../../db/pages.ts';

/** @throws where the frozen pages do not make the roster: they were checked when they were frozen, so the database is damaged */
export async function heldTable(db: Db, manifest: Manifest): Promise<RosterTable> {
  const reader = rosterReader(manifest);
  for await (const text of pagesOf(db, manifest)) whole(manifest, reader.take(text));
  return whole(manifest, reader.table());
}

/** The roster that knows these rows. */
export async function heldRows(
  db: Db,
  manifest: Manifest,
  table: RosterTable,
  rows: ReadonlySet<number>,
): Promise<Roster> {
  const reader = rosterOf(manifest, table, rows);
  if (rows.size === 0) return reader.roster;
  for await (const text of pagesOf(db, manifest)) reader.take(text);
  return reader.roster;
}

const pagesOf = (db: Db, { roster }: Manifest): AsyncGenerator<string> =>
  readPages(
    db,
    roster.pages.map(({ digest }) => digest),
  );

function whole<T>(manifest: Manifest, read: Result<T, Difference>): T {
  if (!read.ok) throw new Error(`the roster of ceremony ${manifest.ceremony} is damaged: ${read.error.at}`);
  return read.value;
}
