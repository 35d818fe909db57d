/**
 * Immutable pages under their digest. What is big (rosters, records, reports, rejected rows) is staged here first, at
 * leisure; a small batch that names the digests makes it true. A page that no batch came to name is harmless.
 */
import type { Row } from '@libsql/client/web';
import { type Digest, digestText } from '../core/digest.ts';
import { type Db, pause } from './database.ts';

/** D1 and Turso take rows up to about 1–2 MB; pages are cut well below. Counted in UTF-16 units, at most 3 bytes each. */
export const pageUnitsMax = 300_000;

/** Cuts a text into pages at any place that does not split a character. */
export const cut = (text: string): string[] => [...cutPieces([text])];

/** The same pages of a text that comes in pieces. */
export function* cutPieces(pieces: Iterable<string>): Generator<string> {
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    while (waiting.length > pageUnitsMax) {
      const whole = waiting.slice(0, pageUnitsMax).isWellFormed();
      const page = waiting.slice(0, whole ? pageUnitsMax : pageUnitsMax - 1);
      yield page;
      waiting = waiting.slice(page.length);
    }
  }
  if (waiting !== '') yield waiting;
}

/**
 * Keeps pages. Giving the same page again changes nothing.
 * @param tag of the digest, which says what the pages are for
 * @returns their digests in order
 */
export async function stagePages(db: Db, tag: string, texts: Iterable<string>): Promise<readonly Digest[]> {
  const digests: Digest[] = [];
  for (const text of texts) {
    const digest = digestText(tag, text);
    await stagePage(db, tag, { digest, text });
    digests.push(digest);
  }
  return digests;
}

/** The same for one page whose digest the caller has just worked out; reading it back checks it all the same. */
export async function stagePage(
  db: Db,
  tag: string,
  { digest, text }: { readonly digest: Digest; readonly text: string },
): Promise<void> {
  await db.write([
    {
      sql: 'insert into page (digest, tag, text) values (?, ?, ?) on conflict do nothing',
      args: [digest, tag, text],
    },
  ]);
  await pause();
}

/**
 * Reads pages back, one after the other, each checked against its digest.
 * @throws Error where a page is absent or was altered: then the database is damaged
 */
export async function* readPages(db: Db, digests: readonly Digest[]): AsyncGenerator<string> {
  const asked: Promise<readonly Row[]>[] = [];
  for (const [i, digest] of digests.entries()) {
    while (asked.length < Math.min(i + 1 + readAhead, digests.length)) asked.push(ask(db, digests[asked.length] ?? ''));
    const [row] = await (asked[i] ?? []);
    delete asked[i];
    if (row === undefined) throw new Error(`page ${digest} is absent`);
    const text = String(row.text);
    if (digestText(String(row.tag), text) !== digest) throw new Error(`page ${digest} was altered`);
    yield text;
  }
}

/** Pages asked for while one is worked on: over a network the way there and back costs more than the reading. */
const readAhead = 3;

function ask(db: Db, digest: Digest): Promise<readonly Row[]> {
  const rows = db.read({ sql: 'select tag, text from page where digest = ?', args: [digest] });
  // Whoever reads it meets the trouble; where nobody comes to read it, it is nobody's.
  rows.catch(() => {});
  return rows;
}

/** One page under a digest that came from outside and may name nothing. */
export async function heldPage(db: Db, tag: string, digest: Digest): Promise<string | null> {
  const [row] = await db.read({ sql: 'select text from page where digest = ? and tag = ?', args: [digest, tag] });
  return row === undefined ? null : String(row.text);
}

/** A text that was cut into pages, whole again. */
export async function readText(db: Db, digests: readonly Digest[]): Promise<string> {
  const parts: string[] = [];
  for await (const text of readPages(db, digests)) parts.push(text);
  return parts.join('');
}
