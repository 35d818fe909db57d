/**
 * What the ledger binds of versions and receipts: pages of rows under their digest, which the fact names. A fact of publication is public at once,
 * its rows only from their day; so each page begins with chance, or else short rows could be guessed from the digest.
 */
import { canonical } from '../../../core/canonical.ts';
import { type Digest, digestText, hexOf } from '../../../core/digest.ts';
import type { Notice, Receipt } from '../../../core/notice/notice.ts';
import type { Db } from '../../../db/database.ts';
import { cut, heldPage, stagePages } from '../../../db/pages.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';

export const noticePageTag = 'mingchou/page/notice/1';

export interface BoundRows {
  readonly salt: string;
  readonly notices: readonly string[];
  readonly receipts: readonly string[];
}

export function stageBound(
  { db, randomBytes }: Pick<Deps, 'db' | 'randomBytes'>,
  notices: readonly Notice[],
  receipts: readonly Receipt[],
): Promise<readonly Digest[]> {
  const salt = hexOf(randomBytes(16));
  const text = canonical({ salt, notices: textsOf(notices), receipts: textsOf(receipts) });
  return stagePages(db, noticePageTag, cut(text));
}

/** Each row as one text, sorted, so that the order in which a table gives them does not matter. */
export const textsOf = (rows: readonly (Notice | Receipt)[]): readonly string[] =>
  // The number of its fact is not known in every try of an act, and stands in the ledger anyway.
  rows.map(({ seq: _, ...row }) => canonical(asJson(row))).sort();

/** Null where a page is gone or another one. */
export async function boundRows(db: Db, pages: readonly string[]): Promise<BoundRows | null> {
  const texts: string[] = [];
  for (const digest of pages) {
    const text = await heldPage(db, noticePageTag, digest);
    if (text === null || digestText(noticePageTag, text) !== digest) return null;
    texts.push(text);
  }
  const bound: BoundRows = JSON.parse(texts.join(''));
  return bound;
}
