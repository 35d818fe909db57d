/** Excel.Range: cells of a worksheet, what is in them, and the ways from one range to another. */
import {
  type Area,
  areaWithin,
  bounding,
  intersection,
  lastColumn,
  lastRow,
  maxColumns,
  maxRows,
  quoted,
  written,
} from '../model/address.ts';
import { isError, type Sheet, type Style } from '../model/book.ts';
import {
  type Cleared,
  cellAt,
  clearCells,
  columnAt,
  grid,
  restyle,
  rowAt,
  shaped,
  styleAt,
  textAt,
  typeAt,
  usedArea,
  usedPart,
  valueAt,
  writeCells,
} from '../model/cells.ts';
import { deleteCells, insertCells, sortRows } from '../model/moves.ts';
import { refuseProtected, refuseUnlessAllowed } from '../model/protection.ts';
import { select } from '../model/sheets.ts';
import { ExcelTrouble, invalid, notFound } from '../model/trouble.ts';
import type { Place } from '../model/workbook.ts';
import type { Session } from '../session.ts';
import { asFlag, asNumber, asRecord, asText, type Class, nothing, selfOf, type Thing, thing } from '../thing.ts';
import { conditionalFormatsClass } from './conditional-format.ts';
import { mergedAreas } from './range-areas.ts';
import { formatClass } from './range-format.ts';
import { validationClass } from './validation.ts';
import { rangeAt, worksheetClass } from './worksheet.ts';

/** More cells than this come back as null, without an error. */
const mostCells = 5_000_000;

export const rangeOf = (place: Place): Thing => thing(rangeClass, place);
export const newRange = (sheet: Sheet, area: Area): Thing => rangeOf({ sheet, area: areaWithin(area), gone: false });

const isPlace = (self: unknown): self is Place =>
  typeof self === 'object' && self !== null && 'area' in self && 'gone' in self;
export const placeOf = (value: unknown): Place => selfOf(value, 'Excel.Range', isPlace);

/** @throws where its cells were deleted */
export function areaOf(place: Place, session: Session): Area {
  if (place.gone || !session.workbook.book.sheets.includes(place.sheet))
    throw new ExcelTrouble('InvalidReference', '引用的单元格已不存在。');
  return place.area;
}

type At = (sheet: Sheet, row: number, column: number, session: Session) => unknown;

const read =
  (at: At) =>
  (place: Place, session: Session): unknown => {
    const area = areaOf(place, session);
    if (area.rows * area.columns > mostCells) return null;
    return grid(area, (row, column) => at(place.sheet, row, column, session));
  };

const plainValue: At = (sheet, row, column, { workbook }) => {
  const value = valueAt(workbook, sheet, row, column);
  return value === null ? '' : isError(value) ? value.error : value;
};

const write = (place: Place, value: unknown, session: Session): void =>
  writeCells(session.workbook, place.sheet, areaOf(place, session), value);

function setNumberFormat(place: Place, value: unknown, session: Session): void {
  const area = areaOf(place, session);
  refuseUnlessAllowed(place.sheet, 'allowFormatCells');
  const at = shaped(area, value);
  const change = (style: Style, row: number, column: number): Style => {
    const numberFormat = at(row, column);
    if (numberFormat === null || numberFormat === style.numberFormat) return style;
    return { ...style, numberFormat: asText(numberFormat, '数字格式') };
  };
  restyle(session.workbook, place.sheet, area, change, !Array.isArray(value));
}

/** True, false, or null where some are and some are not. */
function agreed(from: number, count: number, at: (index: number) => boolean): boolean | null {
  const first = at(from);
  for (let index = from + 1; index < from + Math.min(count, 100_000); index++) if (at(index) !== first) return null;
  return first;
}

const sub =
  (next: (area: Area, args: readonly unknown[], place: Place) => Area) =>
  (place: Place, args: readonly unknown[], session: Session): Thing =>
    newRange(place.sheet, next(areaOf(place, session), args, place));

function usedRange(place: Place, args: readonly unknown[], session: Session): Thing | typeof nothing {
  const part = usedArea(place.sheet, args[0] === true, areaOf(place, session));
  return part ? newRange(place.sheet, part) : nothing;
}

function intersected(place: Place, args: readonly unknown[], session: Session): Thing | typeof nothing {
  const other = typeof args[0] === 'string' ? placeOf(addressed(place.sheet, args[0], session)) : placeOf(args[0]);
  const part = other.sheet === place.sheet ? intersection(areaOf(place, session), areaOf(other, session)) : null;
  return part ? newRange(place.sheet, part) : nothing;
}

/** A range by its address or name, as `worksheet.getRange` takes it. */
export const addressed = (sheet: Sheet, text: string, session: Session): Thing => rangeAt(sheet, text, session);

const orThrow = (found: Thing | typeof nothing, what: string): Thing => {
  if (found === nothing) throw notFound(what);
  return found;
};

const shifts = { Down: 'row', Right: 'column', Up: 'row', Left: 'column' } as const;
const along = (shift: unknown): 'row' | 'column' => {
  const found = Object.entries(shifts).find(([name]) => name === shift);
  if (!found) throw invalid('移动方向无效。');
  return found[1];
};

const rangeClass: Class<Place> = {
  name: 'Range',
  identity: (place, session) => {
    const id = session.referenceOf(place);
    return id === null ? {} : { _ReferenceId: id };
  },
  properties: {
    Values: { get: read(plainValue), set: write },
    Formulas: {
      get: read(
        (sheet, row, column, session) => cellAt(sheet, row, column)?.formula ?? plainValue(sheet, row, column, session),
      ),
      set: write,
    },
    Text: { get: read((sheet, row, column, { workbook }) => textAt(workbook, sheet, row, column)) },
    ValueTypes: { get: read((sheet, row, column, { workbook }) => typeAt(workbook, sheet, row, column)) },
    NumberFormat: {
      get: read((sheet, row, column, { workbook }) => styleAt(workbook, sheet, row, column).numberFormat),
      set: setNumberFormat,
    },
    Address: { get: (place, session) => `${quoted(place.sheet.name)}!${written(areaOf(place, session))}` },
    RowIndex: { get: (place, session) => areaOf(place, session).row },
    ColumnIndex: { get: (place, session) => areaOf(place, session).column },
    RowCount: { get: (place, session) => areaOf(place, session).rows },
    ColumnCount: { get: (place, session) => areaOf(place, session).columns },
    CellCount: {
      get: (place, session) => {
        const { rows, columns } = areaOf(place, session);
        return rows * columns > 2 ** 31 - 1 ? -1 : rows * columns;
      },
    },
    IsEntireColumn: { get: (place, session) => areaOf(place, session).rows === maxRows },
    IsEntireRow: { get: (place, session) => areaOf(place, session).columns === maxColumns },
    ColumnHidden: {
      get: (place, session) => {
        const { column, columns } = areaOf(place, session);
        return agreed(column, columns, (index) => place.sheet.columns[index]?.hidden ?? false);
      },
      set: (place, value, session) => {
        refuseUnlessAllowed(place.sheet, 'allowFormatColumns');
        const area = areaOf(place, session);
        for (let c = area.column; c <= lastColumn(area); c++)
          columnAt(place.sheet, c).hidden = asFlag(value, 'columnHidden');
        session.workbook.tell({ kind: 'look' });
      },
    },
    RowHidden: {
      get: (place, session) => {
        const { row, rows } = areaOf(place, session);
        return agreed(
          row,
          rows,
          (index) => (place.sheet.rows[index]?.hidden || place.sheet.rows[index]?.filtered) ?? false,
        );
      },
      set: (place, value, session) => {
        refuseUnlessAllowed(place.sheet, 'allowFormatRows');
        const area = areaOf(place, session);
        const last = area.rows === maxRows ? place.sheet.rows.length - 1 : lastRow(area);
        for (let r = area.row; r <= last; r++) rowAt(place.sheet, r).hidden = asFlag(value, 'rowHidden');
        session.workbook.tell({ kind: 'look' });
      },
    },
    Format: { get: (place) => thing(formatClass, place) },
    Worksheet: { get: (place) => thing(worksheetClass, place.sheet) },
    DataValidation: { get: (place) => thing(validationClass, place) },
    ConditionalFormats: { get: (place) => thing(conditionalFormatsClass, place) },
    Sort: { get: (place) => thing(sortClass, place) },
  },
  methods: {
    _KeepReference: (place, _args, session) => {
      session.keep(place);
      return null;
    },
    _ValidateArraySize: (place, [rows, columns], session) => {
      const area = areaOf(place, session);
      if (area.rows !== rows || area.columns !== columns)
        throw invalid('参数无效：所设数组的行数、列数与区域的大小不符。');
      return null;
    },
    // A cell may lie outside its range, as long as the worksheet has it.
    GetCell: sub((area, [row, column]) => ({
      row: area.row + asNumber(row, '行'),
      column: area.column + asNumber(column, '列'),
      rows: 1,
      columns: 1,
    })),
    GetRow: sub((area, [row]) => ({ ...area, row: area.row + inside(row, area.rows), rows: 1 })),
    GetColumn: sub((area, [column]) => ({ ...area, column: area.column + inside(column, area.columns), columns: 1 })),
    GetLastRow: sub((area) => ({ ...area, row: lastRow(area), rows: 1 })),
    GetLastColumn: sub((area) => ({ ...area, column: lastColumn(area), columns: 1 })),
    GetLastCell: sub((area) => ({ row: lastRow(area), column: lastColumn(area), rows: 1, columns: 1 })),
    GetEntireRow: sub((area) => ({ ...area, column: 0, columns: maxColumns })),
    GetEntireColumn: sub((area) => ({ ...area, row: 0, rows: maxRows })),
    GetOffsetRange: sub((area, [down, right]) => ({
      ...area,
      row: area.row + asNumber(down, '行偏移'),
      column: area.column + asNumber(right, '列偏移'),
    })),
    GetResizedRange: sub((area, [rows, columns]) => ({
      ...area,
      rows: area.rows + asNumber(rows, '行数'),
      columns: area.columns + asNumber(columns, '列数'),
    })),
    GetAbsoluteResizedRange: sub((area, [rows, columns]) => ({
      ...area,
      rows: asNumber(rows, '行数'),
      columns: asNumber(columns, '列数'),
    })),
    GetRowsBelow: sub((area, [count = 1]) => ({ ...area, row: lastRow(area) + 1, rows: asNumber(count, '行数') })),
    GetRowsAbove: sub((area, [count = 1]) => ({
      ...area,
      row: area.row - asNumber(count, '行数'),
      rows: asNumber(count, '行数'),
    })),
    GetColumnsAfter: sub((area, [count = 1]) => ({
      ...area,
      column: lastColumn(area) + 1,
      columns: asNumber(count, '列数'),
    })),
    GetColumnsBefore: sub((area, [count = 1]) => ({
      ...area,
      column: area.column - asNumber(count, '列数'),
      columns: asNumber(count, '列数'),
    })),
    GetBoundingRect: (place, [other], session) => {
      const second = typeof other === 'string' ? placeOf(addressed(place.sheet, other, session)) : placeOf(other);
      return newRange(place.sheet, bounding(areaOf(place, session), areaOf(second, session)));
    },
    GetIntersection: (place, args, session) => orThrow(intersected(place, args, session), '交叉区域'),
    GetIntersectionOrNullObject: intersected,
    GetUsedRange: (place, args, session) => {
      const found = usedRange(place, args, session);
      return found === nothing ? newRange(place.sheet, { ...areaOf(place, session), rows: 1, columns: 1 }) : found;
    },
    GetUsedRangeOrNullObject: usedRange,
    GetMergedAreasOrNullObject: (place, _args, session) => mergedAreas(place, session),
    Clear: (place, [applyTo], session) => {
      clearCells(session.workbook, place.sheet, areaOf(place, session), clearedOf(applyTo ?? 'All'));
    },
    Insert: (place, [shift], session) => {
      const area = areaOf(place, session);
      insertCells(session.workbook, place.sheet, area, along(shift));
      return newRange(place.sheet, area);
    },
    Delete: (place, [shift], session) => {
      deleteCells(session.workbook, place.sheet, areaOf(place, session), along(shift));
    },
    Select: (place, _args, session) => {
      select(session.workbook, place.sheet, areaOf(place, session));
    },
    Merge: (place, [across = false], session) => {
      refuseProtected(place.sheet);
      const area = areaOf(place, session);
      if (place.sheet.tables.some((table) => intersection(table.area, area))) throw invalid('表格内的单元格不能合并。');
      const rows =
        across === true
          ? Array.from({ length: area.rows }, (_each, r) => ({ ...area, row: area.row + r, rows: 1 }))
          : [area];
      place.sheet.merges = [...place.sheet.merges.filter((each) => !intersection(each, area)), ...rows];
      session.workbook.tell({ kind: 'look' });
    },
    Unmerge: (place, _args, session) => {
      const area = areaOf(place, session);
      place.sheet.merges = place.sheet.merges.filter((each) => !intersection(each, area));
      session.workbook.tell({ kind: 'look' });
    },
    Calculate: () => null,
  },
};

const inside = (index: unknown, count: number): number => {
  const wanted = asNumber(index, '序号');
  if (wanted < 0 || wanted >= count) throw invalid('序号超出了区域。');
  return wanted;
};

const clearedOf = (applyTo: unknown): Cleared => {
  if (applyTo === 'All' || applyTo === 'Formats' || applyTo === 'Contents') return applyTo;
  throw invalid('清除方式无效。');
};

/** Fields as `RangeSort.apply` and `TableSort.apply` take them. */
export const fieldsOf = (fields: unknown) => {
  if (!Array.isArray(fields)) throw invalid('排序条件无效。');
  return fields.map((field) => {
    const { key, ascending = true } = asRecord(field, '排序条件');
    return { key: asNumber(key, '列'), ascending: asFlag(ascending, '次序') };
  });
};

const sortClass: Class<Place> = {
  name: 'RangeSort',
  properties: {},
  methods: {
    Apply: (place, [fields, , hasHeaders = false], session) => {
      const area = usedPart(place.sheet, areaOf(place, session));
      if (area) sortRows(session.workbook, place.sheet, area, fieldsOf(fields), hasHeaders === true);
    },
  },
};
