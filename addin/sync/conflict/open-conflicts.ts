/** Conflicts that nobody has solved: kept in the workbook, so that they are still there on another day and another computer. */
import type { Conflict } from '../../../core/sheet/row.ts';
import { formOf } from '../check/desk-form.ts';
import { headerOf, labelOf } from '../check/scan.ts';
import { type Done, type OpenConflict, quiet } from '../filling.ts';
import type { KeptConflict } from '../kept/book-log.ts';
import { done } from '../trouble.ts';
import { type Bench, benchOf, bookOf, type Work } from '../work.ts';
import { placesOf, textAt } from '../worksheet/table.ts';
import { readTable } from '../worksheet/write-cells.ts';

export const openConflict = (
  { sheet, kept }: Bench,
  { id, row, label }: { readonly id: string; readonly row: number; readonly label: string },
  { theirs, conflicts }: Pick<KeptConflict, 'theirs' | 'conflicts'>,
): OpenConflict => ({
  worksheet: kept.worksheet,
  id,
  row,
  label,
  by: theirs.by,
  at: theirs.at,
  fields: conflicts.map((each) => ({ ...each, header: headerOf(sheet, each.field) })),
});

/** What stands in the worksheet by now is mine; where that has become the same as theirs there is nothing left to ask. */
export async function conflictsOf(work: Work, worksheet: string): Promise<Done<readonly OpenConflict[]>> {
  const found = await benchOf(work, worksheet);
  if (!found.ok) return found;
  const { conflicts } = await bookOf(work, found.value.kept.ref);
  if (conflicts.size === 0) return done([]);
  const table = await readTable(work, found.value, quiet);
  const places = placesOf(table);
  const form = await formOf(work, found.value);
  return done(
    [...conflicts].flatMap(([id, conflict]) => {
      const row = places.get(id) ?? -1;
      const now = conflict.conflicts.map((each): Conflict => {
        const column = table.columns.get(each.field);
        return row < 0 || column === undefined ? each : { ...each, mine: form(each.field, textAt(table, row, column)) };
      });
      const open = now.filter(({ mine, theirs }) => mine !== theirs);
      const label = labelOf(conflict.theirs.cells, row) || id;
      return open.length === 0 ? [] : [openConflict(found.value, { id, row, label }, { ...conflict, conflicts: open })];
    }),
  );
}
