/**
 * Which worksheets of the workbook belong to books. A worksheet that somebody has renamed is known by the ids of its rows; one that was deleted is
 * passed over, one that was hidden is not.
 */

import { textOf } from '../../../core/sheet/grid.ts';
import { idHeader } from '../../../core/sheet/layout.ts';
import type { BoundSheet, Done } from '../filling.ts';
import { type Binding, type KeptSheet, layBinding } from '../kept/binding.ts';
import { readBook } from '../kept/book-log.ts';
import { newestLine } from '../kept/renew.ts';
import { owner } from '../submit/may-write.ts';
import { done } from '../trouble.ts';
import { bindingOf, type Work } from '../work.ts';
import { placesOf, sheetOf, tableOf } from '../worksheet/table.ts';

export async function boundSheets(work: Work): Promise<Done<readonly BoundSheet[]>> {
  const binding = await bindingOf(work);
  if (!binding.ok) return binding;
  if (binding.value === null) return done([]);
  const now = await withRenamed(work, binding.value);
  // Another department's workbook is looked at and checked, and never offered for submission.
  const may = owner(work, now);
  const foreign = may.ok || may.trouble.kind !== 'refused' ? null : may.trouble.words;
  const there = new Set((await work.host.worksheets()).map(({ name }) => name));
  return done(
    now.sheets
      .filter(({ worksheet }) => there.has(worksheet))
      .map((kept) => {
        const line = newestLine(work, now, kept);
        const shown = line === null || foreign === null ? line : { ...line, readOnly: foreign };
        return { worksheet: kept.worksheet, ref: kept.ref, line: shown };
      }),
  );
}

async function withRenamed(work: Work, binding: Binding): Promise<Binding> {
  const names = (await work.host.worksheets()).map(({ name }) => name);
  const lost = binding.sheets.filter(({ worksheet }) => !names.includes(worksheet));
  const free = names.filter((name) => !binding.sheets.some(({ worksheet }) => worksheet === name));
  if (lost.length === 0 || free.length === 0) return binding;
  const found = new Map<KeptSheet, string>();
  for (const name of free) {
    const kept = await whose(work, name, lost);
    if (kept !== null && !found.has(kept)) found.set(kept, name);
  }
  if (found.size === 0) return binding;
  const sheets = binding.sheets.map((each) => ({ ...each, worksheet: found.get(each) ?? each.worksheet }));
  await work.host.writeKept('binding', layBinding({ ...binding, sheets }));
  return { ...binding, sheets };
}

async function whose(work: Work, name: string, lost: readonly KeptSheet[]): Promise<KeptSheet | null> {
  const grid = await work.host.read(name);
  if (!grid.rows.some((row) => row.some((cell) => textOf(cell) === idHeader))) return null;
  const lines = await work.host.readKept('rows');
  for (const kept of lost) {
    const table = tableOf(grid, sheetOf(kept.ref.sheet));
    const { rows } = readBook(lines, kept.ref);
    if (table !== null && table.id >= 0 && [...placesOf(table).keys()].some((id) => rows.has(id))) return kept;
  }
  return null;
}
