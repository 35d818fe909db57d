/** Excel.Worksheet and the collection of them. */
import { maxColumns, maxRows, readAddress } from '../model/address.ts';
import type { Sheet } from '../model/book.ts';
import { usedArea } from '../model/cells.ts';
import { namedArea } from '../model/names.ts';
import { activate, addSheet, deleteSheet, moveSheet, renameSheet, setVisibility } from '../model/sheets.ts';
import { ExcelTrouble, invalid, notFound } from '../model/trouble.ts';
import type { Workbook } from '../model/workbook.ts';
import { eventTypes, ofWorkbook, type Session } from '../session.ts';
import { asFlag, asNumber, asText, type Class, nothing, type Thing, thing } from '../thing.ts';
import { autoFilterClass } from './auto-filter.ts';
import { chartsClass } from './chart.ts';
import { namesClass } from './name.ts';
import { pageLayoutClass } from './page-layout.ts';
import { newRange } from './range.ts';
import { freezePanesClass, protectionClass } from './sheet-parts.ts';
import { tablesClass } from './table.ts';

export function rangeAt(sheet: Sheet, address: unknown, session: Session): Thing {
  if (address === undefined || address === null || address === '')
    return newRange(sheet, { row: 0, column: 0, rows: maxRows, columns: maxColumns });
  const text = asText(address, '地址');
  const read = readAddress(text);
  if (read === null) {
    const named = namedArea(session.workbook, sheet, text);
    if (!named) throw invalid(`地址“${text}”无效。`);
    return newRange(named.sheet, named.area);
  }
  if (read.sheet !== null && session.workbook.sheet(read.sheet) !== sheet)
    throw invalid(`地址“${text}”不在工作表“${sheet.name}”上。`);
  return newRange(sheet, read.area);
}

function used(sheet: Sheet, valuesOnly: unknown): Thing | typeof nothing {
  const area = usedArea(sheet, valuesOnly === true);
  return area ? newRange(sheet, area) : nothing;
}

type Act = (self: Sheet, args: readonly unknown[], session: Session) => unknown;

/** `_Register…Event` and its counterpart. */
const registering = (type: number): readonly [Act, Act] => [
  (sheet, _args, session) => session.register(type, sheet.id),
  (sheet, _args, session) => session.unregister(type, sheet.id),
];

const events: Record<string, Act> = {};
for (const [name, type] of [
  ['DataChangedEvent', eventTypes.changed],
  ['SelectionChangedEvent', eventTypes.selectionChanged],
  ['ActivatedEvent', eventTypes.activated],
  ['DeactivatedEvent', eventTypes.deactivated],
  ['RowSortedEvent', eventTypes.rowSorted],
  ['EventNameChanged', eventTypes.nameChanged],
] as const) {
  const [register, unregister] = registering(type);
  events[`_Register${name}`] = register;
  events[`_Unregister${name}`] = unregister;
}

const visibilities = ['Visible', 'Hidden', 'VeryHidden'] as const;

export const worksheetClass: Class<Sheet> = {
  name: 'Worksheet',
  identity: (sheet) => ({ Id: sheet.id }),
  properties: {
    Id: { get: (sheet) => sheet.id },
    Name: {
      get: (sheet) => sheet.name,
      set: (sheet, value, session) => renameSheet(session.workbook, sheet, asText(value, '名称')),
    },
    Position: {
      get: (sheet, session) => session.workbook.book.sheets.indexOf(sheet),
      set: (sheet, value, session) => moveSheet(session.workbook, sheet, asNumber(value, '位置')),
    },
    Visibility: {
      get: (sheet) => sheet.visibility,
      set: (sheet, value, session) => {
        const wanted = visibilities.find((each) => each === value);
        if (!wanted) throw invalid('可见性无效。');
        setVisibility(session.workbook, sheet, wanted);
      },
    },
    TabColor: {
      get: (sheet) => sheet.tabColor,
      set: (sheet, value) => {
        sheet.tabColor = asText(value, '颜色');
      },
    },
    ShowGridlines: {
      get: (sheet) => sheet.gridlines,
      set: (sheet, value, session) => {
        sheet.gridlines = asFlag(value, 'showGridlines');
        session.workbook.tell({ kind: 'look' });
      },
    },
    Tables: { get: (sheet, { workbook }) => thing(tablesClass, { workbook, sheet }) },
    Names: { get: (sheet, { workbook }) => thing(namesClass, { workbook, sheet }) },
    Charts: { get: (sheet) => thing(chartsClass, sheet) },
    Protection: { get: (sheet) => thing(protectionClass, sheet) },
    PageLayout: { get: (sheet) => thing(pageLayoutClass, sheet) },
    FreezePanes: { get: (sheet) => thing(freezePanesClass, sheet) },
    AutoFilter: { get: (sheet) => thing(autoFilterClass, { sheet, table: null }) },
    CustomProperties: { get: (sheet) => thing(sheetPropertiesClass, sheet) },
  },
  methods: {
    ...events,
    Activate: (sheet, _args, { workbook }) => activate(workbook, sheet),
    Delete: (sheet, _args, { workbook }) => deleteSheet(workbook, sheet),
    Calculate: () => null,
    GetRange: (sheet, [address], session) => rangeAt(sheet, address, session),
    GetRangeByIndexes: (sheet, [row, column, rows, columns]) =>
      newRange(sheet, {
        row: asNumber(row, '行'),
        column: asNumber(column, '列'),
        rows: asNumber(rows, '行数'),
        columns: asNumber(columns, '列数'),
      }),
    GetCell: (sheet, [row, column]) =>
      newRange(sheet, { row: asNumber(row, '行'), column: asNumber(column, '列'), rows: 1, columns: 1 }),
    GetUsedRange: (sheet, [valuesOnly]) => {
      const found = used(sheet, valuesOnly);
      return found === nothing ? newRange(sheet, { row: 0, column: 0, rows: 1, columns: 1 }) : found;
    },
    GetUsedRangeOrNullObject: (sheet, [valuesOnly]) => used(sheet, valuesOnly),
    _GetSheetById: (_sheet, [id], { workbook }) => thing(worksheetClass, workbook.sheet(asText(id, '标识'))),
  },
};

const sheetPropertiesClass: Class<Sheet> = {
  name: 'WorksheetCustomPropertyCollection',
  properties: {},
  items: (sheet) => Object.keys(sheet.custom).map((key) => thing(sheetPropertyClass, { sheet, key })),
  at: (sheet, key) => {
    if (!Object.hasOwn(sheet.custom, String(key))) throw notFound(`自定义属性“${String(key)}”`);
    return thing(sheetPropertyClass, { sheet, key: String(key) });
  },
  methods: {
    Add: (sheet, [key, value]) => {
      sheet.custom[asText(key, '名称')] = asText(value, '值');
      return thing(sheetPropertyClass, { sheet, key: asText(key, '名称') });
    },
    GetCount: (sheet) => Object.keys(sheet.custom).length,
    GetItemOrNullObject: (sheet, [key]) =>
      Object.hasOwn(sheet.custom, String(key)) ? thing(sheetPropertyClass, { sheet, key: String(key) }) : nothing,
  },
};

const sheetPropertyClass: Class<{ readonly sheet: Sheet; readonly key: string }> = {
  name: 'WorksheetCustomProperty',
  identity: ({ key }) => ({ Key: key, Id: key }),
  properties: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ sheet, key }) => sheet.custom[key] ?? '',
      set: ({ sheet, key }, value) => {
        sheet.custom[key] = asText(value, '值');
      },
    },
  },
  methods: {
    Delete: ({ sheet, key }) => {
      delete sheet.custom[key];
    },
  },
};

type CollectionAct = (self: Workbook, args: readonly unknown[], session: Session) => unknown;
const collectionEvents: Record<string, CollectionAct> = {};
for (const [name, type] of [
  ['DataChangedEvent', eventTypes.changed],
  ['SelectionChangedEvent', eventTypes.selectionChanged],
  ['ActivatedEvent', eventTypes.activated],
  ['DeactivatedEvent', eventTypes.deactivated],
  ['AddedEvent', eventTypes.added],
  ['DeletedEvent', eventTypes.deleted],
  ['RowSortedEvent', eventTypes.rowSorted],
  ['EventNameChanged', eventTypes.nameChanged],
] as const) {
  collectionEvents[`_Register${name}`] = (_self, _args, session) => session.register(type, ofWorkbook);
  collectionEvents[`_Unregister${name}`] = (_self, _args, session) => session.unregister(type, ofWorkbook);
}

const shownSheets = (workbook: Workbook, visibleOnly: unknown): readonly Sheet[] =>
  workbook.book.sheets.filter((sheet) => visibleOnly !== true || sheet.visibility === 'Visible');

const end = (workbook: Workbook, visibleOnly: unknown, index: number): Thing => {
  const sheet = shownSheets(workbook, visibleOnly).at(index);
  if (!sheet) throw new ExcelTrouble('ItemNotFound', '没有工作表。');
  return thing(worksheetClass, sheet);
};

export const worksheetsClass: Class<Workbook> = {
  name: 'WorksheetCollection',
  properties: {},
  items: (workbook) => workbook.book.sheets.map((sheet) => thing(worksheetClass, sheet)),
  at: (workbook, key) => thing(worksheetClass, workbook.sheet(asText(key, '工作表'))),
  methods: {
    ...collectionEvents,
    Add: (workbook, [name]) => thing(worksheetClass, addSheet(workbook, typeof name === 'string' ? name : null)),
    GetCount: (workbook, [visibleOnly]) => shownSheets(workbook, visibleOnly).length,
    GetFirst: (workbook, [visibleOnly]) => end(workbook, visibleOnly, 0),
    GetLast: (workbook, [visibleOnly]) => end(workbook, visibleOnly, -1),
    GetActiveWorksheet: (workbook) => thing(worksheetClass, workbook.sheet(workbook.book.active)),
    GetItemOrNullObject: (workbook, [key]) => {
      const sheet = workbook.findSheet(asText(key, '工作表'));
      return sheet ? thing(worksheetClass, sheet) : nothing;
    },
  },
};
