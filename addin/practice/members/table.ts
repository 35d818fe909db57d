/** Excel.Table with its columns and rows, and the collections of tables. */
import { intersection, lastRow } from '../model/address.ts';
import type { Sheet, Table, TableColumn } from '../model/book.ts';
import { cellAt, grid, valueAt, writeCells } from '../model/cells.ts';
import { applyFilters, deleteCells, insertCells, sortRows } from '../model/moves.ts';
import { refuseProtected } from '../model/protection.ts';
import { addTable, bodyArea, dropTable, headerArea, renameTable, resizeTable, totalArea } from '../model/tables.ts';
import { invalid, notFound } from '../model/trouble.ts';
import type { Workbook } from '../model/workbook.ts';
import { eventTypes, ofWorkbook, type Session } from '../session.ts';
import { asFlag, asNumber, asText, type Class, isThing, nothing, type Thing, thing } from '../thing.ts';
import { autoFilterClass, valuesOf } from './auto-filter.ts';
import { addressed, areaOf, fieldsOf, newRange, placeOf } from './range.ts';
import { worksheetClass } from './worksheet.ts';

/** A table and the worksheet that it lies on. */
export interface Laid {
  readonly sheet: Sheet;
  readonly table: Table;
}

/** Tables of a workbook, or of one worksheet. */
export interface TablesOf {
  readonly workbook: Workbook;
  readonly sheet: Sheet | null;
}

const those = ({ workbook, sheet }: TablesOf): readonly Laid[] =>
  workbook.tables.filter((each) => sheet === null || each.sheet === sheet);
const find = (self: TablesOf, key: unknown): Laid | undefined =>
  those(self).find(({ table }) => table.id === key || table.name.toLowerCase() === String(key).toLowerCase());
const target = ({ sheet }: TablesOf): string => sheet?.id ?? ofWorkbook;

export const tablesClass: Class<TablesOf> = {
  name: 'TableCollection',
  properties: { Count: { get: (self) => those(self).length } },
  items: (self) => those(self).map((each) => thing(tableClass, each)),
  at: (self, key) => {
    const found = find(self, key);
    if (!found) throw notFound(`表格“${String(key)}”`);
    return thing(tableClass, found);
  },
  methods: {
    Add: (self, [address, hasHeaders], session) => {
      const home = self.sheet ?? self.workbook.sheet(self.workbook.book.active);
      const place = placeOf(isThing(address) ? address : addressed(home, asText(address, '地址'), session));
      const table = addTable(self.workbook, place.sheet, areaOf(place, session), asFlag(hasHeaders, 'hasHeaders'));
      return thing(tableClass, { sheet: place.sheet, table });
    },
    GetCount: (self) => those(self).length,
    GetItemAt: (self, [index]) => {
      const found = those(self)[Number(index)];
      if (!found) throw notFound('表格');
      return thing(tableClass, found);
    },
    GetItemOrNullObject: (self, [key]) => {
      const found = find(self, key);
      return found ? thing(tableClass, found) : nothing;
    },
    _RegisterDataChangedEvent: (self, _args, session) => session.register(eventTypes.tableChanged, target(self)),
    _UnregisterDataChangedEvent: (self, _args, session) => session.unregister(eventTypes.tableChanged, target(self)),
    _RegisterAddedEvent: (self, _args, session) => session.register(eventTypes.tableAdded, target(self)),
    _UnregisterAddedEvent: (self, _args, session) => session.unregister(eventTypes.tableAdded, target(self)),
    _RegisterDeletedEvent: (self, _args, session) => session.register(eventTypes.tableDeleted, target(self)),
    _UnregisterDeletedEvent: (self, _args, session) => session.unregister(eventTypes.tableDeleted, target(self)),
  },
};

/** A switch of the table that only changes how it looks. */
const look = (key: 'filterButton' | 'banded') => ({
  get: ({ table }: Laid) => table[key],
  set: ({ table }: Laid, value: unknown, session: Session) => {
    table[key] = asFlag(value, key);
    session.workbook.tell({ kind: 'look' });
  },
});

const tableClass: Class<Laid> = {
  name: 'Table',
  identity: ({ table }) => ({ Id: table.id }),
  properties: {
    Id: { get: ({ table }) => table.id },
    Name: {
      get: ({ table }) => table.name,
      set: ({ table }, value, { workbook }) => renameTable(workbook, table, asText(value, '名称')),
    },
    Style: {
      get: ({ table }) => table.style,
      set: ({ table }, value, session) => {
        table.style = asText(value, '样式');
        session.workbook.tell({ kind: 'look' });
      },
    },
    ShowFilterButton: look('filterButton'),
    ShowBandedRows: look('banded'),
    ShowHeaders: { get: ({ table }) => table.headers },
    ShowTotals: {
      get: ({ table }) => table.totals,
      set: ({ sheet, table }, value, session) => showTotals(sheet, table, asFlag(value, 'showTotals'), session),
    },
    Columns: { get: (laid) => thing(columnsClass, laid) },
    Rows: { get: (laid) => thing(rowsClass, laid) },
    Worksheet: { get: ({ sheet }) => thing(worksheetClass, sheet) },
    AutoFilter: { get: ({ sheet, table }) => thing(autoFilterClass, { sheet, table }) },
    Sort: { get: (laid) => thing(sortClass, laid) },
  },
  methods: {
    GetRange: ({ sheet, table }) => newRange(sheet, table.area),
    GetHeaderRowRange: ({ sheet, table }) => newRange(sheet, headerArea(table)),
    GetDataBodyRange: ({ sheet, table }) => newRange(sheet, bodyArea(table)),
    GetTotalRowRange: ({ sheet, table }) => newRange(sheet, totalArea(table)),
    Resize: ({ sheet, table }, [range], session) => {
      const place = placeOf(isThing(range) ? range : addressed(sheet, asText(range, '地址'), session));
      if (place.sheet !== sheet) throw invalid('新的区域须在同一张工作表上。');
      resizeTable(session.workbook, sheet, table, areaOf(place, session));
    },
    ConvertToRange: ({ sheet, table }, _args, session) => {
      refuseProtected(sheet);
      dropTable(session.workbook, sheet, table);
      return newRange(sheet, table.area);
    },
    Delete: ({ sheet, table }, _args, session) => {
      refuseProtected(sheet);
      dropTable(session.workbook, sheet, table);
      deleteCells(session.workbook, sheet, table.area, 'row');
    },
    ClearFilters: ({ sheet, table }, _args, session) => {
      for (const column of table.columns) column.filter = null;
      applyFilters(session.workbook, sheet, table);
    },
    ReapplyFilters: ({ sheet, table }, _args, session) => applyFilters(session.workbook, sheet, table),
    _RegisterDataChangedEvent: ({ table }, _args, session) => session.register(eventTypes.tableChanged, table.id),
    _UnregisterDataChangedEvent: ({ table }, _args, session) => session.unregister(eventTypes.tableChanged, table.id),
    _RegisterSelectionChangedEvent: ({ table }, _args, session) =>
      session.register(eventTypes.tableSelectionChanged, table.id),
    _UnregisterSelectionChangedEvent: ({ table }, _args, session) =>
      session.unregister(eventTypes.tableSelectionChanged, table.id),
  },
};

function showTotals(sheet: Sheet, table: Table, wanted: boolean, session: Session): void {
  if (wanted === table.totals) return;
  const row = lastRow(table.area) + 1;
  if (wanted) {
    insertCells(session.workbook, sheet, { ...table.area, row, rows: 1 }, 'row');
    table.area = { ...table.area, rows: table.area.rows + 1 };
  } else deleteCells(session.workbook, sheet, { ...table.area, row: row - 1, rows: 1 }, 'row');
  table.totals = wanted;
}

const sortClass: Class<Laid> = {
  name: 'TableSort',
  properties: {},
  methods: {
    Apply: ({ sheet, table }, [fields], session) =>
      sortRows(session.workbook, sheet, bodyArea(table), fieldsOf(fields), false),
    Clear: () => null,
    Reapply: () => null,
  },
};

interface Column extends Laid {
  readonly column: TableColumn;
}

const columnsOf = (laid: Laid): readonly Column[] => laid.table.columns.map((column) => ({ ...laid, column }));
const findColumn = (laid: Laid, key: unknown): Column | undefined =>
  columnsOf(laid).find(({ column }) => column.id === key || column.name.toLowerCase() === String(key).toLowerCase());
const indexOf = ({ table, column }: Column): number => table.columns.findIndex(({ id }) => id === column.id);

const columnsClass: Class<Laid> = {
  name: 'TableColumnCollection',
  properties: { Count: { get: ({ table }) => table.columns.length } },
  items: (laid) => columnsOf(laid).map((each) => thing(columnClass, each)),
  at: (laid, key) => {
    const found = findColumn(laid, key);
    if (!found) throw notFound(`表格列“${String(key)}”`);
    return thing(columnClass, found);
  },
  methods: {
    GetCount: ({ table }) => table.columns.length,
    GetItemAt: (laid, [index]) => {
      const found = columnsOf(laid)[Number(index)];
      if (!found) throw notFound('表格列');
      return thing(columnClass, found);
    },
    GetItemOrNullObject: (laid, [key]) => {
      const found = findColumn(laid, key);
      return found ? thing(columnClass, found) : nothing;
    },
    Add: (laid, [index, values, name], session) => {
      const { sheet, table } = laid;
      const at = typeof index === 'number' && index >= 0 ? index : table.columns.length;
      const area = { ...table.area, column: table.area.column + at, columns: 1 };
      const clear =
        intersection(area, { ...table.area }) === null &&
        !grid(area, (r, c) => cellAt(sheet, r, c)?.value ?? null)
          .flat()
          .some((each) => each !== null);
      if (!clear) insertCells(session.workbook, sheet, area, 'column');
      if (at === table.columns.length)
        resizeTable(session.workbook, sheet, table, { ...table.area, columns: table.area.columns + 1 });
      if (values !== undefined && values !== null) writeCells(session.workbook, sheet, area, values);
      if (typeof name === 'string') writeCells(session.workbook, sheet, { ...area, rows: 1 }, [[name]]);
      const column = table.columns[at];
      if (!column) throw notFound('表格列');
      return thing(columnClass, { ...laid, column });
    },
  },
};

const strip = (self: Column, area: { row: number; rows: number }): Thing =>
  newRange(self.sheet, { row: area.row, rows: area.rows, column: self.table.area.column + indexOf(self), columns: 1 });

const columnClass: Class<Column> = {
  name: 'TableColumn',
  identity: ({ column }) => ({ Id: column.id }),
  properties: {
    Id: { get: ({ column }) => column.id },
    Index: { get: indexOf },
    Name: {
      get: (self) => self.table.columns[indexOf(self)]?.name ?? self.column.name,
      set: (self, value, session) =>
        writeCells(
          session.workbook,
          self.sheet,
          { ...headerArea(self.table), column: self.table.area.column + indexOf(self), columns: 1 },
          [[asText(value, '名称')]],
        ),
    },
    Values: { get: (self, session) => strip(self, self.table.area).get('Values', session) },
    Filter: { get: (self) => thing(filterClass, self) },
  },
  methods: {
    GetRange: (self) => strip(self, self.table.area),
    GetHeaderRowRange: (self) => strip(self, headerArea(self.table)),
    GetDataBodyRange: (self) => strip(self, bodyArea(self.table)),
    GetTotalRowRange: (self) => strip(self, totalArea(self.table)),
    Delete: (self, _args, session) =>
      deleteCells(
        session.workbook,
        self.sheet,
        { ...self.table.area, column: self.table.area.column + indexOf(self), columns: 1 },
        'column',
      ),
  },
};

const filterClass: Class<Column> = {
  name: 'Filter',
  properties: {
    Criteria: { get: ({ column }) => (column.filter ? { filterOn: 'Values', values: column.filter } : null) },
  },
  methods: {
    Apply: ({ sheet, table, column }, [criteria], session) => {
      column.filter = valuesOf(criteria);
      applyFilters(session.workbook, sheet, table);
    },
    ApplyValuesFilter: ({ sheet, table, column }, [values], session) => {
      column.filter = valuesOf({ filterOn: 'Values', values });
      applyFilters(session.workbook, sheet, table);
    },
    Clear: ({ sheet, table, column }, _args, session) => {
      column.filter = null;
      applyFilters(session.workbook, sheet, table);
    },
  },
};

interface TableRow extends Laid {
  readonly index: number;
}

const rowsOf = (laid: Laid): readonly TableRow[] =>
  Array.from({ length: bodyArea(laid.table).rows }, (_each, index) => ({ ...laid, index }));

const rowsClass: Class<Laid> = {
  name: 'TableRowCollection',
  properties: { Count: { get: ({ table }) => bodyArea(table).rows } },
  items: (laid) => rowsOf(laid).map((each) => thing(rowClass, each)),
  methods: {
    GetCount: ({ table }) => bodyArea(table).rows,
    GetItemAt: (laid, [index]) => {
      const found = rowsOf(laid)[asNumber(index, '序号')];
      if (!found) throw notFound('表格行');
      return thing(rowClass, found);
    },
    Add: (laid, [index, values], session) => {
      const { sheet, table } = laid;
      const body = bodyArea(table);
      const count = Array.isArray(values) && Array.isArray(values[0]) ? values.length : 1;
      const at = typeof index === 'number' && index >= 0 ? index : body.rows;
      const area = { ...body, row: body.row + at, rows: count };
      insertCells(session.workbook, sheet, area, 'row');
      if (at === body.rows) table.area = { ...table.area, rows: table.area.rows + count };
      if (values !== undefined && values !== null)
        writeCells(
          session.workbook,
          sheet,
          area,
          Array.isArray(values) && !Array.isArray(values[0]) ? [values] : values,
        );
      return thing(rowClass, { ...laid, index: at });
    },
    DeleteRowsAt: ({ sheet, table }, [index, count = 1], session) => {
      const body = bodyArea(table);
      deleteCells(
        session.workbook,
        sheet,
        { ...body, row: body.row + asNumber(index, '序号'), rows: asNumber(count, '行数') },
        'row',
      );
    },
  },
};

const rowClass: Class<TableRow> = {
  name: 'TableRow',
  properties: {
    Index: { get: ({ index }) => index },
    Values: {
      get: ({ sheet, table, index }, session) => {
        const body = bodyArea(table);
        return grid(
          { ...body, row: body.row + index, rows: 1 },
          (r, c) => valueAt(session.workbook, sheet, r, c) ?? '',
        );
      },
      set: ({ sheet, table, index }, value, session) => {
        const body = bodyArea(table);
        writeCells(session.workbook, sheet, { ...body, row: body.row + index, rows: 1 }, value);
      },
    },
  },
  methods: {
    GetRange: ({ sheet, table, index }) => {
      const body = bodyArea(table);
      return newRange(sheet, { ...body, row: body.row + index, rows: 1 });
    },
    Delete: ({ sheet, table, index }, _args, session) => {
      const body = bodyArea(table);
      deleteCells(session.workbook, sheet, { ...body, row: body.row + index, rows: 1 }, 'row');
    },
  },
};
