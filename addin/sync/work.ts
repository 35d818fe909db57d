/** What every part of filling works with: the workbook, the desk, a small store, chance and the clock, each given once. */
import type { BookLine, BookRef } from '../../core/sheet/book.ts';
import type { Reference } from '../../core/sheet/check.ts';
import type { HeldRow } from '../../core/sheet/row.ts';
import type { Api } from './api-port.ts';
import type { Done, OnStep } from './filling.ts';
import { type Binding, type KeptSheet, readBinding } from './kept/binding.ts';
import { type KeptBook, readBook } from './kept/book-log.ts';
import type { ActHost } from './kept/kept-once.ts';
import type { Session } from './session.ts';
import type { Store } from './store-port.ts';
import { done, ofApi, refused } from './trouble.ts';
import { laterFormat, notBound } from './words.ts';
import { calledBy } from './worksheet/renamed.ts';
import { type AnySheet, sheetOf } from './worksheet/table.ts';

export interface Work {
  readonly host: ActHost;
  readonly api: Api;
  readonly store: Store;
  /** A name that nobody else has: for rows and batches. */
  readonly makeId: () => string;
  readonly now: () => Date;
  readonly session: Session;
  /** Those fetched since the pane was opened, by book. */
  readonly references: Map<string, { readonly at: number; readonly reference: Reference }>;
}

/** A worksheet with what the workbook knows about it. */
export interface Bench {
  readonly binding: Binding;
  readonly kept: KeptSheet;
  readonly sheet: AnySheet;
}

/** Lets whatever waits have its turn, so that a pane stays alive over twenty thousand rows. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
export const rowsPerBreath = 1000;

export async function bindingOf({ host }: Work): Promise<Done<Binding | null>> {
  const read = readBinding(await host.readKept('binding'));
  return read.ok ? done(read.value) : refused(laterFormat);
}

export async function benchOf(work: Work, worksheet: string): Promise<Done<Bench>> {
  const binding = await bindingOf(work);
  if (!binding.ok) return binding;
  const kept = binding.value?.sheets.find((each) => each.worksheet === worksheet);
  if (binding.value === null || kept === undefined) return refused(notBound(worksheet));
  return done({ binding: binding.value, kept, sheet: calledBy(sheetOf(kept.ref.sheet), kept.renamed) });
}

export const bookOf = async ({ host }: Work, ref: BookRef): Promise<KeptBook> =>
  readBook(await host.readKept('rows'), ref);

/** All rows of a book that the desk gives, page by page. */
export async function heldRows(
  { api }: Work,
  ref: BookRef,
  step: OnStep,
): Promise<Done<{ readonly line: BookLine; readonly fields: readonly string[]; readonly rows: readonly HeldRow[] }>> {
  const rows: HeldRow[] = [];
  const seen = new Set<string>();
  let after = '';
  for (;;) {
    const page = await api.rows(after === '' ? ref : { ...ref, after });
    if (!page.ok) return { ok: false, trouble: ofApi(page.trouble) };
    const { line, fields, next } = page.value;
    for (const row of page.value.rows) {
      if (!seen.has(row.id)) rows.push(row);
      seen.add(row.id);
    }
    step('reading', rows.length, Math.max(line.rows, rows.length));
    // A page that begins where an earlier one began would never end.
    if (next === null || seen.has(`after ${next}`)) return done({ line, fields, rows });
    seen.add(`after ${next}`);
    after = next;
  }
}
