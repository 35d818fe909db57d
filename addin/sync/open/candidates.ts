/** Worksheets that people made themselves, and how they would be understood: which sheet, which column is what, and what is missing. */
import { type BookSheet, bookSheets } from '../../../core/sheet/book.ts';
import { type Grid, textOf } from '../../../core/sheet/grid.ts';
import { type Recognised, recognise } from '../../../core/sheet/recognise.ts';
import type { Candidate, Done } from '../filling.ts';
import { done } from '../trouble.ts';
import { missingColumns, unlikeAll } from '../words.ts';
import { breathe, type Work } from '../work.ts';
import { type AnySheet, sheetOf } from '../worksheet/table.ts';
import { boundSheets } from './bound.ts';

export async function candidatesOf(work: Work): Promise<Done<readonly Candidate[]>> {
  const bound = await boundSheets(work);
  if (!bound.ok) return bound;
  const taken = new Set(bound.value.map(({ worksheet }) => worksheet));
  const candidates: Candidate[] = [];
  for (const { name, hidden, rows } of await work.host.worksheets()) {
    if (hidden || taken.has(name) || rows === 0) continue;
    const grid = await work.host.read(name);
    if (grid.rows.every((row) => row.every((cell) => textOf(cell).trim() === ''))) continue;
    candidates.push(candidateOf(name, grid));
    await breathe();
  }
  return done(candidates);
}

function candidateOf(worksheet: string, grid: Grid): Candidate {
  const best = likest(grid);
  if (best === null)
    return { worksheet, sheet: null, columns: [], rows: 0, headerRow: -1, free: [], why: unlikeAll(worksheet) };
  const { name, sheet, found } = best;
  const strict = recognise(grid, sheet);
  const missing = !strict.ok && strict.error.kind === 'missing-columns' ? strict.error.missing : [];
  return {
    worksheet,
    sheet: name,
    columns: found.headers.flatMap((header, column) => {
      // Row numbers and what a program wrote are no data, so that nothing is asked about them.
      if (header === '' || found.own.some((each) => each.column === column)) return [];
      const known = found.columns.find((each) => each.column === column);
      return [{ header, field: known === undefined ? null : (sheet.fields[known.field]?.header ?? null) }];
    }),
    rows: grid.rows.slice(found.firstRow).filter((row) => row.some((cell) => textOf(cell).trim() !== '')).length,
    headerRow: found.headerRow,
    free: sheet.fields.flatMap(({ name: field, header }, place) =>
      found.columns.some((each) => each.field === place) ? [] : [{ field, header, required: missing.includes(header) }],
    ),
    why: missing.length === 0 ? null : missingColumns(worksheet, missing),
  };
}

/** The sheet that takes most columns, before it is asked whether any required one is missing; complete ones come first. */
function likest(grid: Grid): { readonly name: BookSheet; readonly sheet: AnySheet; readonly found: Recognised } | null {
  let best: { name: BookSheet; sheet: AnySheet; found: Recognised; score: number } | null = null;
  for (const name of bookSheets) {
    const sheet = sheetOf(name);
    const found = recognise(
      grid,
      sheet,
      sheet.fields.map((field) => field.name),
    );
    if (!found.ok) continue;
    const whole = recognise(grid, sheet).ok;
    const score = found.value.columns.length + (whole ? 100 : 0);
    if (score > (best?.score ?? 0)) best = { name, sheet, found: found.value, score };
  }
  return best;
}
