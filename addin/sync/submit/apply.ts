/**
 * The desk's answers into the workbook, row by row by name. First the worksheet, then what the workbook keeps, then 校验结果: whoever is
 * interrupted between two of them does the same again and changes nothing twice.
 */
import type { RowAnswer, Submitted } from '../../../core/api/shapes.ts';
import { contextOf } from '../../../core/sheet/context.ts';
import type { HeldRow, RowChange } from '../../../core/sheet/row.ts';
import { markOfAnswer, withOthers } from '../check/marks.ts';
import { referenceOf } from '../check/reference.ts';
import { labelOf } from '../check/scan.ts';
import type { OnStep } from '../filling.ts';
import {
  type Batch,
  conflictLine,
  goneLine,
  type KeptBook,
  type KeptConflict,
  rowLine,
  solvedLine,
} from '../kept/kept.ts';
import { noAnswer, standsTwice } from '../words.ts';
import { type Bench, bookOf, type Work } from '../work.ts';
import { contextFor, deskForm } from '../worksheet/desk-form.ts';
import { areaOf, placesOf } from '../worksheet/table.ts';
import { type CellEdit, type RowEdit, readTable, writeCells } from '../worksheet/write-cells.ts';
import { type Tally, tallied } from './tally.ts';

export interface Answered {
  readonly batch: Batch;
  readonly answer: Submitted;
}
interface Pair {
  readonly change: RowChange;
  readonly typed: Readonly<Record<string, string>>;
  readonly answer: RowAnswer;
}

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
  const known = await referenceOf(work, ref);
  const context = known.ok ? contextFor(known.value.reference) : contextOf({});
  const sent = answered.flatMap(pairsOf);
  const renamed = sent.some(({ answer, change }) => answer.row !== null && answer.row.id !== change.id);
  const before = renamed ? placesOf(await readTable(work, bench, step)) : new Map<string, number>();
  const pairs = sent.map((pair) => (standsElsewhere(pair, before) ? repeating(pair) : pair));
  const form = (field: string, text: string) => deskForm(bench.sheet, field, text, context);
  const edits = pairs.map((pair) => editOf(pair, kept, form));
  const { left } = await writeCells(work, bench, edits, step);
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
    bench.sheet,
  );
}

/** Every row that was sent has an answer; one that the desk left out says so. */
function pairsOf({ batch, answer }: Answered): readonly Pair[] {
  const byId = new Map(answer.answers.map((each) => [each.id, each]));
  return batch.request.rows.map((change) => ({
    change,
    typed: batch.typed[change.id] ?? {},
    answer: byId.get(change.id) ?? {
      id: change.id,
      outcome: 'refused',
      row: null,
      conflicts: [],
      remarks: [{ field: '', words: noAnswer }],
    },
  }));
}

/** The desk knows the row under a name that another row of this worksheet bears: one thing stands in it twice. */
function standsElsewhere({ change, answer }: Pair, places: ReadonlyMap<string, number>): boolean {
  if (answer.row === null || answer.row.id === change.id) return false;
  const own = places.get(change.id);
  const other = places.get(answer.row.id);
  return own !== undefined && other !== undefined && own !== other;
}

const repeating = (pair: Pair): Pair => ({
  ...pair,
  answer: { ...pair.answer, outcome: 'refused', conflicts: [], remarks: [{ field: '', words: standsTwice }] },
});

const cellsOf = (change: RowChange, kept: KeptBook) => ({
  ...kept.rows.get(change.id)?.cells,
  ...Object.fromEntries(Object.entries(change.set).map(([field, { now }]) => [field, now])),
});

const namesOf = ({ change, answer }: Pair): readonly string[] =>
  answer.row === null || answer.row.id === change.id ? [change.id] : [change.id, answer.row.id];

function placeOf(pair: Pair, places: ReadonlyMap<string, number>): number | null {
  for (const id of namesOf(pair).toReversed()) {
    const row = places.get(id);
    if (row !== undefined) return row;
  }
  return null;
}

/** What is written into the worksheet: the desk's own name, and fields in which the desk now holds something else than was sent. */
function editOf(pair: Pair, kept: KeptBook, form: (field: string, text: string) => string): RowEdit {
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

/** @param typedOver fields that somebody else changed and into which something was typed here since the row was sent */
function linesOf(
  { change, answer }: Pair,
  kept: KeptBook,
  { kept: { ref } }: Bench,
  typedOver: readonly { readonly field: string; readonly mine: string }[],
): readonly (readonly string[])[] {
  const solved = kept.conflicts.has(change.id) ? [solvedLine(ref, change.id)] : [];
  switch (answer.outcome) {
    case 'created':
    case 'updated':
    case 'merged':
    case 'unchanged': {
      if (answer.row === null) return solved;
      const renamed = answer.row.id !== change.id && kept.rows.has(change.id) ? [goneLine(ref, change.id)] : [];
      const base = kept.rows.get(change.id) ?? null;
      const { cells } = answer.row;
      const conflicts = typedOver
        .filter(({ field }) => change.set[field] === undefined)
        .map(({ field, mine }) => ({ field, was: base?.cells[field] ?? '', mine, theirs: cells[field] ?? '' }))
        .filter(({ mine, theirs }) => mine !== theirs);
      if (conflicts.length === 0) return [...solved, ...renamed, rowLine(ref, answer.row)];
      const conflict: KeptConflict = { theirs: answer.row, conflicts, withdrawn: false };
      return [
        ...renamed,
        rowLine(ref, baseInConflict(base, conflict, { set: {} })),
        conflictLine(ref, answer.row.id, conflict),
      ];
    }
    case 'withdrawn':
      return [goneLine(ref, change.id)];
    case 'conflict': {
      if (answer.row === null) return [];
      const base = kept.rows.get(change.id) ?? null;
      const conflict: KeptConflict = {
        theirs: answer.row,
        conflicts: answer.conflicts,
        withdrawn: change.withdrawn,
      };
      const rows = change.withdrawn ? [] : [rowLine(ref, baseInConflict(base, conflict, change))];
      return [...rows, conflictLine(ref, change.withdrawn ? change.id : answer.row.id, conflict)];
    }
    case 'refused':
      return [];
    default:
      return [];
  }
}

/** Until it is solved, fields in question keep their old base, so that nothing of the other one's is overwritten unseen. */
export function baseInConflict(
  base: HeldRow | null,
  { theirs, conflicts }: Pick<KeptConflict, 'theirs' | 'conflicts'>,
  change: Pick<RowChange, 'set'>,
): HeldRow {
  const cells: Record<string, string> = { ...theirs.cells };
  const own = new Set([...conflicts.map(({ field }) => field), ...Object.keys(change.set)]);
  for (const field of own) {
    const was = base?.cells[field];
    if (was === undefined) delete cells[field];
    else cells[field] = was;
  }
  return { ...theirs, version: base?.version ?? theirs.version, cells };
}
