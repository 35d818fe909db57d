/** Protection and frozen panes of a worksheet. */
import type { Sheet } from '../model/book.ts';
import { denied, ExcelTrouble, invalid } from '../model/trouble.ts';
import { asNumber, asRecord, type Class, nothing } from '../thing.ts';
import { areaOf, newRange, placeOf } from './range.ts';

export const protectionClass: Class<Sheet> = {
  name: 'WorksheetProtection',
  properties: {
    Protected: { get: (sheet) => sheet.protection !== null },
    Options: { get: (sheet) => sheet.protection?.options ?? null },
    CanPauseProtection: { get: () => false },
  },
  methods: {
    Protect: (sheet, [options, password], session) => {
      if (sheet.protection !== null) throw denied(sheet.name);
      sheet.protection = {
        options: options === null || options === undefined ? {} : asRecord(options, '保护选项'),
        password: typeof password === 'string' ? password : '',
      };
      session.workbook.tell({ kind: 'look' });
    },
    Unprotect: (sheet, [password], session) => {
      if (sheet.protection === null) return;
      if (sheet.protection.password !== '' && sheet.protection.password !== password)
        throw new ExcelTrouble('BadPassword', '提供的密码不正确。');
      sheet.protection = null;
      session.workbook.tell({ kind: 'look' });
    },
  },
};

export const freezePanesClass: Class<Sheet> = {
  name: 'WorksheetFreezePanes',
  properties: {},
  methods: {
    FreezeRows: (sheet, [count = 1], session) =>
      freeze(sheet, asNumber(count, '行数'), 0, session.workbook.tell.bind(session.workbook)),
    FreezeColumns: (sheet, [count = 1], session) =>
      freeze(sheet, 0, asNumber(count, '列数'), session.workbook.tell.bind(session.workbook)),
    FreezeAt: (sheet, [range], session) => {
      const area = areaOf(placeOf(range), session);
      freeze(sheet, area.row + area.rows, area.column + area.columns, session.workbook.tell.bind(session.workbook));
    },
    Unfreeze: (sheet, _args, session) => freeze(sheet, 0, 0, session.workbook.tell.bind(session.workbook)),
    GetLocationOrNullObject: (sheet) => {
      const { rows, columns } = sheet.freeze;
      return rows + columns === 0
        ? nothing
        : newRange(sheet, { row: 0, column: 0, rows: Math.max(1, rows), columns: Math.max(1, columns) });
    },
  },
};

function freeze(sheet: Sheet, rows: number, columns: number, tell: (change: { kind: 'look' }) => void): void {
  if (rows < 0 || columns < 0) throw invalid('冻结的行数、列数无效。');
  sheet.freeze = { rows, columns };
  tell({ kind: 'look' });
}
