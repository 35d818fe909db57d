/**
 * What the desk holds by now, into the worksheet. Cells that nobody touched here are brought up to date; what was changed here stays; what was
 * changed on both sides is a conflict. A row that was withdrawn there goes only if it was not touched here.
 */

import type { BookLine } from '../../../core/sheet/book.ts';
import { textOf } from '../../../core/sheet/grid.ts';
import type { HeldRow } from '../../../core/sheet/row.ts';
import type { Mark } from '../../host/sheet-host.ts';
import { examine } from '../check/examine.ts';
import { conflictText, withOthers } from '../check/marks.ts';
import type { ScannedRow } from '../check/scan.ts';
import { openConflict } from '../conflict/open-conflicts.ts';
import type { Done, OnStep, OpenConflict, Refreshed } from '../filling.ts';
import { layBinding } from '../kept/binding.ts';
import { goneLine } from '../kept/book-log.ts';
import { offered } from '../submit/may-write.ts';
import { settleOutbox, tidy } from '../submit/send.ts';
import { done } from '../trouble.ts';
import { verdict } from '../words.ts';
import { type Bench, benchOf, heldRows, type Work } from '../work.ts';
import { appendRows } from '../worksheet/append-rows.ts';
import { areaOf, placesOf, type Table } from '../worksheet/table.ts';
import { readTable, writeCells } from '../worksheet/write-cells.ts';
import { planRefresh, type RefreshPlan } from './refresh-plan.ts';

export async function refresh(work: Work, worksheet: string, step: OnStep): Promise<Done<Refreshed>> {
  const found = await benchOf(work, worksheet);
  if (!found.ok) return found;
  const may = await offered(work, found.value);
  if (!may.ok) return may;
  const earlier = await settleOutbox(work, step);
  if (earlier !== null && !earlier.ok) return earlier;
  const held = await heldRows(work, found.value.kept.ref, step);
  if (!held.ok) return held;
  const bench = await rebound(work, found.value, held.value);
  const examined = await examine(work, bench, step, { name: true });
  if (!examined.ok) return examined;
  const { ref, fields } = bench.kept;
  const plan = await planRefresh(ref, examined.value, held.value.rows, fields, work.makeId);
  const { left } = await writeCells(work, bench, await readTable(work, bench, step), plan.edits, step);
  await appendRows(work, bench, plan.fresh, step);
  const removed = await removeUntouched(work, bench, examined.value.table, plan.remove, step);
  // Rows into which somebody typed just now are looked at again the next time.
  for (const { id } of left) plan.lines.delete(id);
  const gone = [...removed, ...plan.orphaned.keys()].map((id) => goneLine(ref, id));
  const lines = [...[...plan.lines.values()].flat(), ...gone];
  if (lines.length > 0) await work.host.appendKept('rows', lines);
  const conflicts = await mark(work, bench, plan, step);
  await tidy(work);
  return done({
    created: plan.fresh.length,
    updated: plan.updated,
    kept: plan.kept,
    conflicts,
    withdrawn: removed.length + plan.orphaned.size,
  });
}

/** The book's line and fields as they are now. */
async function rebound(
  work: Work,
  bench: Bench,
  { line, fields }: { readonly line: BookLine; readonly fields: readonly string[]; readonly rows: readonly HeldRow[] },
): Promise<Bench> {
  const kept = { ...bench.kept, line, fields };
  if (JSON.stringify(kept) === JSON.stringify(bench.kept)) return bench;
  const sheets = bench.binding.sheets.map((each) => (each.worksheet === kept.worksheet ? kept : each));
  const binding = { ...bench.binding, sheets };
  await work.host.writeKept('binding', layBinding(binding));
  return { ...bench, kept, binding };
}

/** Takes out rows that still stand as they stood when they were compared. @returns their ids */
async function removeUntouched(
  work: Work,
  bench: Bench,
  before: Table,
  rows: readonly ScannedRow[],
  step: OnStep,
): Promise<readonly string[]> {
  if (rows.length === 0) return [];
  const table = await readTable(work, bench, step);
  const places = placesOf(table);
  const texts = ({ grid, verdict: own }: Table, row: number): string =>
    JSON.stringify((grid.rows[row] ?? []).map((cell, column) => (column === own ? '' : textOf(cell))));
  const still = rows.flatMap(({ id, row }) => {
    const place = places.get(id);
    return place !== undefined && texts(table, place) === texts(before, row) ? [{ id, place }] : [];
  });
  if (still.length > 0)
    await work.host.removeRows(
      bench.kept.worksheet,
      still.map(({ place }) => place),
    );
  return still.map(({ id }) => id);
}

async function mark(work: Work, bench: Bench, plan: RefreshPlan, step: OnStep): Promise<readonly OpenConflict[]> {
  const table = await readTable(work, bench, step);
  const places = placesOf(table);
  const marks: Mark[] = [];
  for (const { id, conflict } of plan.conflicts) {
    const row = places.get(id);
    const columns = conflict.conflicts.flatMap(({ field }) => table.columns.get(field) ?? []);
    if (row !== undefined) marks.push({ row, text: conflictText(conflict, bench.sheet), columns });
  }
  for (const id of plan.orphaned.values()) {
    const row = places.get(id);
    if (row !== undefined) marks.push({ row, text: verdict.withdrawnHere, columns: [] });
  }
  if (table.verdict >= 0 && marks.length > 0)
    await work.host.mark(bench.kept.worksheet, areaOf(table), withOthers(marks, table, new Map()), (count, all) =>
      step('marking', count, all),
    );
  return plan.conflicts.map(({ id, label, conflict }) =>
    openConflict(bench, { id, row: places.get(id) ?? -1, label }, conflict),
  );
}
