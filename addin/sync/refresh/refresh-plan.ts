/** What a refresh will do: every row of the desk beside the worksheet and beside what the desk gave before. Nothing is written here. */
import type { BookRef } from '../../../core/sheet/book.ts';
import type { Conflict, HeldRow } from '../../../core/sheet/row.ts';
import type { Examined } from '../check/examine.ts';
import type { ScannedRow } from '../check/scan.ts';
import { baseInConflict } from '../conflict/base-in-conflict.ts';
import { conflictLine, goneLine, type KeptConflict, rowLine, solvedLine } from '../kept/book-log.ts';
import { breathe, rowsPerBreath } from '../work.ts';
import { textAt } from '../worksheet/table.ts';
import type { CellEdit, RowEdit } from '../worksheet/write-cells.ts';

type Line = readonly string[];

export interface RefreshPlan {
  readonly edits: RowEdit[];
  /** What is kept of each row once its cells are written. */
  readonly lines: Map<string, readonly Line[]>;
  readonly conflicts: { readonly id: string; readonly label: string; readonly conflict: KeptConflict }[];
  readonly fresh: HeldRow[];
  /** Withdrawn there and untouched here. */
  readonly remove: ScannedRow[];
  /** Withdrawn there and touched here → the name under which the row goes on as a new one. */
  readonly orphaned: Map<string, string>;
  updated: number;
  /** Cells that were changed here only. */
  kept: number;
}

export async function planRefresh(
  ref: BookRef,
  { scan, kept, table }: Examined,
  held: readonly HeldRow[],
  fields: readonly string[],
  makeId: () => string,
): Promise<RefreshPlan> {
  const plan: RefreshPlan = {
    edits: [],
    lines: new Map(),
    conflicts: [],
    fresh: [],
    remove: [],
    orphaned: new Map(),
    updated: 0,
    kept: 0,
  };
  const here = new Map(scan.rows.map((row) => [row.id, row]));
  const there = new Set(held.map(({ id }) => id));
  const compared = fields.filter((field) => table.columns.has(field));
  for (const [place, theirs] of held.entries()) {
    if (place % rowsPerBreath === rowsPerBreath - 1) await breathe();
    const row = here.get(theirs.id);
    if (row !== undefined) {
      const { cells, disputes, untouched } = compare(row, theirs, compared, (field) =>
        textAt(table, row.row, table.columns.get(field) ?? -1),
      );
      plan.kept += untouched;
      if (cells.length > 0) {
        plan.updated++;
        plan.edits.push({ ids: [row.id], cells, newId: null });
      }
      const known = kept.conflicts.has(row.id);
      plan.lines.set(row.id, linesFor(ref, row, theirs, disputes, known));
      if (disputes.length > 0)
        plan.conflicts.push({
          id: row.id,
          label: row.label,
          conflict: { theirs, conflicts: disputes, withdrawn: false },
        });
      continue;
    }
    // A row that somebody took out of the worksheet stays out; it is offered for withdrawing.
    if (kept.rows.has(theirs.id)) continue;
    plan.fresh.push(theirs);
    plan.lines.set(theirs.id, [rowLine(ref, theirs)]);
  }
  for (const base of kept.rows.values()) {
    const row = here.get(base.id);
    if (there.has(base.id)) continue;
    if (row === undefined) plan.lines.set(base.id, [goneLine(ref, base.id)]);
    else if (row.what === 'unchanged') plan.remove.push(row);
    else {
      const newId = makeId();
      plan.orphaned.set(base.id, newId);
      plan.edits.push({ ids: [base.id], cells: [], newId });
    }
  }
  return plan;
}

function compare(row: ScannedRow, theirs: HeldRow, fields: readonly string[], textIn: (field: string) => string) {
  const cells: CellEdit[] = [];
  const disputes: Conflict[] = [];
  let untouched = 0;
  for (const field of fields) {
    const was = row.base?.cells[field] ?? '';
    const mine = row.cells[field] ?? '';
    const other = theirs.cells[field] ?? '';
    if (other === mine) continue;
    if (other === was) untouched++;
    else if (mine !== was) disputes.push({ field, was, mine, theirs: other });
    else {
      const seen = textIn(field);
      cells.push({ field, text: other, stands: (text) => text === seen });
    }
  }
  return { cells, disputes, untouched };
}

function linesFor(
  ref: BookRef,
  row: ScannedRow,
  theirs: HeldRow,
  conflicts: readonly Conflict[],
  known: boolean,
): readonly Line[] {
  if (conflicts.length > 0) {
    const conflict: KeptConflict = { theirs, conflicts, withdrawn: false };
    return [rowLine(ref, baseInConflict(row.base, conflict, { set: {} })), conflictLine(ref, row.id, conflict)];
  }
  const solved = known ? [solvedLine(ref, row.id)] : [];
  const same = row.base !== null && JSON.stringify(rowLine(ref, row.base)) === JSON.stringify(rowLine(ref, theirs));
  return same ? solved : [...solved, rowLine(ref, theirs)];
}
