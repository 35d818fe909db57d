/**
 * A column whose header somebody has renamed: it is asked about once, and the answer is kept with the worksheet. Which column it was shows in its
 * place, between the columns that are still known.
 */
import type { Grid } from '../../../core/sheet/grid.ts';
import { folded } from '../../../core/sheet/normalise.ts';
import { recognise } from '../../../core/sheet/recognise.ts';
import type { RenamedColumns } from '../filling.ts';
import type { KeptSheet } from '../kept/binding.ts';
import type { AnySheet, Table } from './table.ts';

type Renamed = KeptSheet['renamed'];

/** The sheet as this worksheet calls its fields. */
export const calledBy = (sheet: AnySheet, renamed: Renamed): AnySheet =>
  Object.keys(renamed).length === 0
    ? sheet
    : {
        ...sheet,
        fields: sheet.fields.map((field) => {
          const header = renamed[field.name];
          return header === undefined ? field : { ...field, aliases: [...field.aliases, header] };
        }),
      };

/** The cells as rules know them: renamed columns under their own headers. */
export function ownHeaders({ grid, headerRow, columns }: Table, sheet: AnySheet, renamed: Renamed): Grid {
  const titles = new Map<number, string>();
  for (const { name, header } of sheet.fields) {
    const column = columns.get(name);
    if (column !== undefined && renamed[name] !== undefined) titles.set(column, header);
  }
  if (titles.size === 0) return grid;
  const width = Math.max(...titles.keys()) + 1;
  const headers = grid.rows[headerRow] ?? [];
  const row = Array.from({ length: Math.max(width, headers.length) }, (_, at) => titles.get(at) ?? headers[at] ?? '');
  return { ...grid, rows: grid.rows.map((cells, at) => (at === headerRow ? row : cells)) };
}

/** @returns null where no column is left that it could be */
export function renamedIn(
  grid: Grid,
  sheet: AnySheet,
  { worksheet, fields }: Pick<KeptSheet, 'worksheet' | 'fields'>,
  missing: readonly string[],
): RenamedColumns | null {
  const every = sheet.fields.map(({ name }) => name);
  const found = recognise(grid, sheet, every);
  if (!found.ok) return null;
  const known = new Set(found.value.columns.map(({ header }) => folded(header)));
  const free = found.value.unmapped.filter(({ header }) => !known.has(folded(header)));
  if (free.length === 0) return null;
  const columnOf = (name: string) =>
    found.value.columns.find(({ field }) => sheet.fields[field]?.name === name)?.column;
  const lost = sheet.fields.filter(({ header }) => missing.includes(header));
  return {
    worksheet,
    columns: free.map(({ header }) => header),
    missing: lost.map(({ name, header }) => {
      const before = fields
        .slice(0, Math.max(0, fields.indexOf(name)))
        .findLast((each) => columnOf(each) !== undefined);
      const place = before === undefined ? 0 : (columnOf(before) ?? -1) + 1;
      const next = free.find(({ column }) => column === place);
      const only = free.length === 1 && lost.length === 1 ? free[0] : undefined;
      return { field: name, header, likely: (next ?? only)?.header ?? null };
    }),
  };
}
