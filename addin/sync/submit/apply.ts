/**
 * The desk's answers into the workbook, row by row by name. First the worksheet, then what the workbook keeps, then 校验结果: whoever is
 * interrupted between two of them does the same again and changes nothing twice.
 */
import type { RowChange } from '../../../core/sheet/row.ts';
import { type Form, formOf } from '../check/desk-form.ts';
import { markOfAnswer, withOthers } from '../check/marks.ts';
import { labelOf } from '../check/scan.ts';
import type { OnStep } from '../filling.ts';
import type { KeptBook } from '../kept/book-log.ts';
import { type Bench, bookOf, type Work } from '../work.ts';
import { areaOf, placesOf } from '../worksheet/table.ts';
import { type CellEdit, type RowEdit, readTable, writeCells } from '../worksheet/write-cells.ts';
import { linesOf } from './answer-lines.ts';
import { type Answered, namesOf, type Pair, pairsOf, placeOf, repeating, standsElsewhere } from './pairs.ts';
import { type Tally, tallied } from './tally.ts';

/** @param marked id → fields that an earlier check has coloured, so that they stay so */
export async function applyAnswers(
  work: Work,
  bench: Bench,
  answered: readonly Answered[],
  marked: ReadonlyMap<string, readonly string[]>,
  step: OnStep,
): Promise<Tally> {
  const { ref } = bench.kept;
  const kept = await bookOf(work, ref);
  const form = await formOf(work, bench);
  const sent = answered.flatMap(pairsOf);
  const found = await readTable(work, bench, step);
  const before = placesOf(found);
  const pairs = sent.map((pair) => (standsElsewhere(pair, before) ? repeating(pair) : pair));
  const edits = pairs.map((pair) => editOf(pair, kept, form));
  const { left } = await writeCells(work, bench, found, edits, step);
  const typedOver = new Map<string, { readonly field: string; readonly here: string }[]>();
  for (const { id, field, here } of left) typedOver.set(id, [...(typedOver.get(id) ?? []), { field, here }]);
  const lines = pairs.flatMap((pair) => {
    const own = (typedOver.get(pair.change.id) ?? []).map(({ field, here }) => ({ field, mine: form(field, here) }));
    return linesOf(pair, kept, bench, own);
  });
  if (lines.length > 0) await work.host.appendKept('rows', lines);
  const table = await readTable(work, bench, step);
  const places = placesOf(table);
  const placed = pairs.map((pair) => ({ pair, row: placeOf(pair, places) }));
  if (table.verdict >= 0) {
    const marks = placed.flatMap(({ pair, row }) =>
      row === null ? [] : [markOfAnswer(pair.answer, row, table, bench.sheet)],
    );
    await work.host.mark(bench.kept.worksheet, areaOf(table), withOthers(marks, table, marked), (count, all) =>
      step('marking', count, all),
    );
  }
  return tallied(
    placed.map(({ pair: { answer, change }, row }) => ({
      answer,
      change,
      base: kept.rows.get(change.id) ?? null,
      row: row ?? -1,
      label: labelOf(answer.row?.cells ?? cellsOf(change, kept), row ?? -1) || change.id,
    })),
    bench,
  );
}

/** What is written into the worksheet: the desk's own name, and fields in which the desk now holds something else than was sent. */
function editOf(pair: Pair, kept: KeptBook, form: Form): RowEdit {
  const { change, typed, answer } = pair;
  const ids = namesOf(pair);
  if (answer.row === null || answer.outcome === 'refused' || change.withdrawn) return { ids, cells: [], newId: null };
  const base = kept.rows.get(change.id)?.cells ?? {};
  const disputed = new Set(answer.conflicts.map(({ field }) => field));
  const cells: CellEdit[] = [];
  for (const field of new Set([...Object.keys(base), ...Object.keys(answer.row.cells), ...Object.keys(change.set)])) {
    const mine = change.set[field]?.now ?? base[field] ?? '';
    const theirs = answer.row.cells[field] ?? '';
    if (theirs === mine || disputed.has(field)) continue;
    // In a row that was not taken the fields that were sent are still the person's own.
    if (answer.outcome === 'conflict' && change.set[field] !== undefined) continue;
    const stands = (text: string) => text === mine || text === typed[field] || form(field, text) === mine;
    cells.push({ field, text: theirs, stands });
  }
  return { ids, cells, newId: answer.row.id === change.id ? null : answer.row.id };
}

const cellsOf = (change: RowChange, kept: KeptBook) => ({
  ...kept.rows.get(change.id)?.cells,
  ...Object.fromEntries(Object.entries(change.set).map(([field, { now }]) => [field, now])),
});
