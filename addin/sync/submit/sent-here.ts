/**
 * What waits in an outbox, and whether it may go out unseen. A workbook travels by mail, and what lies on its hidden worksheets could have been
 * written by anybody: what this browser has sent itself is sent again word for word; anything else only where the worksheet says the same, row by
 * row, since that is what a person sees. What is left out is lost nowhere: it stands in the worksheet and in the next preview.
 */
import { type BookRef, sameBook } from '../../../core/sheet/book.ts';
import { cellOf, type RowCells } from '../../../core/sheet/row.ts';
import { examine } from '../check/examine.ts';
import type { Done, OnStep } from '../filling.ts';
import { isTexts, parsed } from '../kept/lines.ts';
import type { Batch } from '../kept/outbox-log.ts';
import type { Store } from '../store-port.ts';
import { done } from '../trouble.ts';
import { benchOf, bindingOf, type Work } from '../work.ts';
import { owner } from './may-write.ts';
import { pending, takeOut } from './outbox.ts';

const key = 'sent';
/** Beyond them a workbook was lost with what it had sent. */
const remembered = 500;

async function sentHere(store: Store): Promise<readonly string[]> {
  const held = parsed((await store.read(key)) ?? '');
  return isTexts(held) ? held : [];
}

export async function noteSent(store: Store, batches: readonly Batch[]): Promise<void> {
  const all = [...(await sentHere(store)), ...batches.map(({ request }) => request.batch)];
  await store.write(key, JSON.stringify(all.slice(-remembered)));
}

export interface Waiting {
  readonly batches: readonly Batch[];
  /** Rows that were left out, since the worksheet says something else. */
  readonly left: number;
}

/** What is to be sent again; anything else is taken out of the outbox. Refused where the workbook is somebody else's. */
export async function waiting(work: Work, step: OnStep): Promise<Done<Waiting>> {
  const all = await pending(work);
  if (all.length === 0) return done({ batches: [], left: 0 });
  const binding = await bindingOf(work);
  if (!binding.ok) return binding;
  if (binding.value !== null) {
    const may = owner(work, binding.value);
    if (!may.ok) return may;
  }
  const own = new Set(await sentHere(work.store));
  const shown = shownIn(work, step);
  const batches: Batch[] = [];
  const others: Batch[] = [];
  for (const batch of all) {
    const goes = own.has(batch.request.batch) ? done(true) : await shown(batch);
    if (!goes.ok) return goes;
    (goes.value ? batches : others).push(batch);
  }
  if (others.length > 0) await takeOut(work, others, batches.length > 0);
  return done({ batches, left: rowsIn(others) });
}

export const rowsIn = (batches: readonly Batch[]): number =>
  batches.reduce((sum, { request }) => sum + request.rows.length, 0);

/** Whether a worksheet holds every row of a batch as it would be sent. What is withdrawn is not to be seen there. */
function shownIn(work: Work, step: OnStep): (batch: Batch) => Promise<Done<boolean>> {
  const known = new Map<string, Promise<Done<ReadonlyMap<string, RowCells>>>>();
  return async ({ request: { sheet, book, rows } }) => {
    const name = `${sheet} ${book}`;
    const cells = known.get(name) ?? cellsOf(work, { sheet, book }, step);
    known.set(name, cells);
    const here = await cells;
    if (!here.ok) return here;
    return done(
      rows.every(({ id, set, withdrawn }) => {
        const own = here.value.get(id);
        if (withdrawn || own === undefined) return false;
        return Object.entries(set).every(([field, { now }]) => cellOf(own, field).toWellFormed() === now);
      }),
    );
  };
}

/** Rows of the book's worksheet by id; none where it is not there any more. */
async function cellsOf(work: Work, ref: BookRef, step: OnStep): Promise<Done<ReadonlyMap<string, RowCells>>> {
  const binding = await bindingOf(work);
  const kept = binding.ok ? binding.value?.sheets.find((each) => sameBook(each.ref, ref)) : undefined;
  const there = kept !== undefined && (await work.host.worksheets()).some(({ name }) => name === kept.worksheet);
  if (kept === undefined || !there) return done(new Map());
  const bench = await benchOf(work, kept.worksheet);
  if (!bench.ok) return bench;
  const examined = await examine(work, bench.value, step, { name: false });
  if (!examined.ok) return examined;
  return done(new Map(examined.value.scan.rows.map((row) => [row.id, row.cells])));
}
