/**
 * Whether what is public, and what destinations said of it, is what the ledger binds: the tables are what pages and figures are made of, the
 * pages that a fact names are what was published. Also whether each fact lies in the dossiers of the matters that its body names, and nothing
 * else does. Whoever opens the database file itself can alter the one and not the other.
 */
import type { Json } from '../../../core/canonical.ts';
import { mattersOf } from '../../../core/ledger/dossier.ts';
import { isFactKind } from '../../../core/ledger/fact.ts';
import type { Db } from '../../../db/database.ts';
import { dossierBetween, strayDossier } from '../../../db/dossier.ts';
import { ledgerPages } from '../../../db/ledger.ts';
import { noticesOfFacts, receiptsOfFacts, strayNotice } from '../../../db/notices.ts';
import { boundRows, textsOf } from './pages.ts';

const makesNotices = ['outcomes-published', 'outcome-withheld', 'notice-ended'] as const;
const makesReceipts = ['notice-acknowledged', 'records-reconciled'] as const;
const binds: ReadonlySet<string> = new Set([...makesNotices, ...makesReceipts]);

export interface Altered {
  readonly seq: number;
  readonly what: 'notice' | 'dossier';
}

/** @returns the first fact whose rows are not as they were recorded, or null */
export async function alteredNotice(db: Db): Promise<Altered | null> {
  for await (const page of ledgerPages(db)) {
    const [first, last] = [page[0]?.row.seq ?? 0, page.at(-1)?.row.seq ?? 0];
    const filed = Map.groupBy(await dossierBetween(db, first, last), ({ seq }) => seq);
    for (const { row, body } of page) {
      const held = (filed.get(row.seq) ?? []).map(({ matter, id }) => `${matter}\t${id}`).sort();
      const told: Json | null = body === null || body.text === null ? null : JSON.parse(body.text);
      // What was erased on record stays filed where it was: the index says nothing but numbers.
      if (told !== null && isFactKind(row.kind)) {
        const named = mattersOf(row.kind, told, row.seq).map(({ matter, id }) => `${matter}\t${id}`);
        if ([...new Set(named)].sort().join('\n') !== held.join('\n')) return { seq: row.seq, what: 'dossier' };
      }
      if (told !== null && binds.has(row.kind) && !(await isBound(db, row.seq, told)))
        return { seq: row.seq, what: 'notice' };
    }
  }
  const unborn = await strayDossier(db);
  if (unborn !== null) return { seq: unborn, what: 'dossier' };
  const stray = await strayNotice(db, { notice: makesNotices, receipt: makesReceipts });
  return stray === null ? null : { seq: stray, what: 'notice' };
}

async function isBound(db: Db, seq: number, body: Json): Promise<boolean> {
  const pages = pagesIn(body);
  const bound = pages === null ? null : await boundRows(db, pages);
  if (bound === null) return false;
  const notices = textsOf(await noticesOfFacts(db, seq, seq));
  const receipts = textsOf(await receiptsOfFacts(db, seq, seq));
  return same(bound.notices, notices) && same(bound.receipts, receipts);
}

function pagesIn(body: Json): readonly string[] | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  const { pages } = body as { readonly pages?: Json };
  return Array.isArray(pages) && pages.every((each) => typeof each === 'string') ? pages : null;
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each, i) => each === b[i]);
