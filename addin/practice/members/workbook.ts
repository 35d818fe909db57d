/** Excel.Workbook, the root of every request, with application, runtime and document properties. */
import type { Workbook } from '../model/workbook.ts';
import { asFlag, asText, type Class, nothing, thing } from '../thing.ts';
import { namesClass } from './name.ts';
import { newRange, rangeOf } from './range.ts';
import { customPropertiesClass, settingsClass } from './setting.ts';
import { tablesClass } from './table.ts';
import { worksheetsClass } from './worksheet.ts';

const propertiesClass: Class<Workbook> = {
  name: 'DocumentProperties',
  properties: {
    Custom: { get: (workbook) => thing(customPropertiesClass, workbook) },
    Title: {
      get: ({ book }) => book.title,
      set: ({ book }, value) => {
        book.title = asText(value, '标题');
      },
    },
    Author: {
      get: ({ book }) => book.author,
      set: ({ book }, value) => {
        book.author = asText(value, '作者');
      },
    },
  },
  methods: {},
};

const applicationClass: Class<Workbook> = {
  name: 'Application',
  properties: {
    CalculationMode: { get: () => 'Automatic', set: () => {} },
    CalculationState: { get: () => 'Done' },
    CalculationEngineVersion: { get: () => 191_029 },
  },
  methods: {
    Calculate: (workbook) => workbook.tell({ kind: 'look' }),
    // A batch is one stroke here, so that nothing is drawn or worked out before its end anyway.
    SuspendApiCalculationUntilNextSync: () => null,
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
};

const runtimeClass: Class<Workbook> = {
  name: 'Runtime',
  properties: {
    EnableEvents: {
      get: (_workbook, session) => session.eventsOn,
      set: (_workbook, value, session) => {
        session.eventsOn = asFlag(value, 'enableEvents');
      },
    },
  },
  methods: {},
};

export const workbookClass: Class<Workbook> = {
  name: 'Workbook',
  properties: {
    Name: { get: ({ book }) => book.name },
    ReadOnly: { get: () => false },
    IsDirty: { get: () => true, set: () => {} },
    Use1904DateSystem: { get: ({ book }) => book.date1904 },
    Application: { get: (workbook) => thing(applicationClass, workbook) },
    Worksheets: { get: (workbook) => thing(worksheetsClass, workbook) },
    Tables: { get: (workbook) => thing(tablesClass, { workbook, sheet: null }) },
    Names: { get: (workbook) => thing(namesClass, { workbook, sheet: null }) },
    Settings: { get: (workbook) => thing(settingsClass, workbook) },
    Properties: { get: (workbook) => thing(propertiesClass, workbook) },
    _Runtime: { get: (workbook) => thing(runtimeClass, workbook) },
  },
  methods: {
    GetSelectedRange: (workbook) => newRange(workbook.sheet(workbook.book.active), workbook.book.selection),
    GetActiveCell: (workbook) =>
      newRange(workbook.sheet(workbook.book.active), { ...workbook.book.selection, rows: 1, columns: 1 }),
    Save: () => null,
    _RemoveReference: (_workbook, [id], session) => session.release(asText(id, '引用')),
    _RemoveAllReferences: () => null,
    _GetReferenceCount: (_workbook, _args, session) => session.heldCount,
    _GetRangeForEventByReferenceId: (_workbook, [id], session) => rangeOf(session.held(asText(id, '引用'))),
    _GetRangeOrNullObjectForEventByReferenceId: (_workbook, [id], session) => {
      const place = session.held(asText(id, '引用'));
      return place.gone ? nothing : rangeOf(place);
    },
  },
};
