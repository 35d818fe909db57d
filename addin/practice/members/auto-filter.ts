/** Excel.AutoFilter of a worksheet or table, and the filter of a table's column: by values only. */
import type { Area } from '../model/address.ts';
import type { Sheet, Table } from '../model/book.ts';
import { applyFilters } from '../model/moves.ts';
import { invalid, notFound } from '../model/trouble.ts';
import { asNumber, asRecord, type Class, lacking, nothing, type Thing } from '../thing.ts';
import { areaOf, newRange, placeOf } from './range.ts';

export interface Filtering {
  readonly sheet: Sheet;
  readonly table: Table | null;
}

const covered = ({ sheet, table }: Filtering): Area | null => (table ? table.area : (sheet.autoFilter ?? null));

const place = (self: Filtering): Thing | typeof nothing => {
  const area = covered(self);
  return area ? newRange(self.sheet, area) : nothing;
};

/** Values that a criterion leaves. */
export function valuesOf(criteria: unknown): readonly string[] {
  const { filterOn, values } = asRecord(criteria, '筛选条件');
  if (filterOn !== 'Values' || !Array.isArray(values)) throw lacking(`Filter.apply({ filterOn: ${String(filterOn)} })`);
  return values.map(String);
}

export const autoFilterClass: Class<Filtering> = {
  name: 'AutoFilter',
  properties: {
    Enabled: { get: (self) => covered(self) !== null },
    IsDataFiltered: { get: ({ table }) => table?.columns.some(({ filter }) => filter !== null) ?? false },
  },
  methods: {
    Apply: (self, [range, columnIndex, criteria], session) => {
      if (!self.table) {
        const where = typeof range === 'string' ? null : placeOf(range);
        if (!where) throw invalid('筛选区域无效。');
        self.sheet.autoFilter = areaOf(where, session);
        if (criteria !== undefined && criteria !== null)
          throw lacking('Worksheet.autoFilter.apply(range, column, criteria)');
        session.workbook.tell({ kind: 'look' });
        return;
      }
      const column = self.table.columns[asNumber(columnIndex, '列')];
      if (!column) throw invalid('筛选的列不在表格内。');
      column.filter = valuesOf(criteria);
      applyFilters(session.workbook, self.sheet, self.table);
    },
    Remove: (self, _args, session) => {
      self.sheet.autoFilter = null;
      session.workbook.tell({ kind: 'look' });
    },
    ClearCriteria: ({ sheet, table }, _args, session) => {
      if (!table) return;
      for (const column of table.columns) column.filter = null;
      applyFilters(session.workbook, sheet, table);
    },
    Reapply: ({ sheet, table }, _args, session) => {
      if (table) applyFilters(session.workbook, sheet, table);
    },
    GetRange: (self) => {
      const found = place(self);
      if (found === nothing) throw notFound('筛选区域');
      return found;
    },
    GetRangeOrNullObject: place,
  },
};
