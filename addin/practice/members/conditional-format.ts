/** Conditional formats with a formula of one's own; the other kinds are refused under their names. */
import { intersection } from '../model/address.ts';
import type { ConditionalFormat, Sheet } from '../model/book.ts';
import { colorOf } from '../model/colour.ts';
import { parses } from '../model/formula.ts';
import { refuseUnlessAllowed } from '../model/protection.ts';
import { invalid, notFound } from '../model/trouble.ts';
import type { Place } from '../model/workbook.ts';
import type { Session } from '../session.ts';
import { asFlag, asText, type Class, lacking, nothing, type Property, type Thing, thing } from '../thing.ts';
import { areaOf, newRange } from './range.ts';

interface Held {
  readonly sheet: Sheet;
  readonly format: ConditionalFormat;
}

const those = (place: Place, session: Session): readonly Held[] =>
  place.sheet.conditionalFormats
    .filter((format) => intersection(format.area, areaOf(place, session)))
    .map((format) => ({ sheet: place.sheet, format }));

const byId = (place: Place, id: unknown, session: Session): Held | undefined =>
  those(place, session).find(({ format }) => format.id === id);

function add(place: Place, type: unknown, session: Session): Thing {
  if (type !== 'Custom') throw lacking(`ConditionalFormatCollection.add(${String(type)})`);
  refuseUnlessAllowed(place.sheet, 'allowFormatCells');
  const format: ConditionalFormat = {
    id: `{${String(session.workbook.book.nextId++).padStart(8, '0')}-000E-0000-0000-000000000000}`,
    area: areaOf(place, session),
    formula: '',
    fill: null,
    color: null,
    bold: null,
    italic: null,
    stopIfTrue: false,
  };
  // The newest comes first.
  place.sheet.conditionalFormats.unshift(format);
  return thing(conditionalFormatClass, { sheet: place.sheet, format });
}

export const conditionalFormatsClass: Class<Place> = {
  name: 'ConditionalFormatCollection',
  properties: {},
  items: (place, session) => those(place, session).map((each) => thing(conditionalFormatClass, each)),
  at: (place, id, session) => {
    const held = byId(place, id, session);
    if (!held) throw notFound('条件格式');
    return thing(conditionalFormatClass, held);
  },
  methods: {
    Add: (place, [type], session) => add(place, type, session),
    GetCount: (place, _args, session) => those(place, session).length,
    GetItemAt: (place, [index], session) => {
      const held = those(place, session)[Number(index)];
      if (!held) throw notFound('条件格式');
      return thing(conditionalFormatClass, held);
    },
    GetItemOrNullObject: (place, [id], session) => {
      const held = byId(place, id, session);
      return held ? thing(conditionalFormatClass, held) : nothing;
    },
    ClearAll: (place, _args, session) => {
      refuseUnlessAllowed(place.sheet, 'allowFormatCells');
      const gone = new Set(those(place, session).map(({ format }) => format));
      place.sheet.conditionalFormats = place.sheet.conditionalFormats.filter((each) => !gone.has(each));
      session.workbook.tell({ kind: 'look' });
    },
  },
};

const custom: Property<Held> = { get: (held) => thing(customClass, held) };

const conditionalFormatClass: Class<Held> = {
  name: 'ConditionalFormat',
  identity: ({ format }) => ({ Id: format.id }),
  properties: {
    Id: { get: ({ format }) => format.id },
    Type: { get: () => 'Custom' },
    Priority: {
      get: ({ sheet, format }) => sheet.conditionalFormats.indexOf(format),
      set: ({ sheet, format }, value) => {
        const others = sheet.conditionalFormats.filter((each) => each !== format);
        sheet.conditionalFormats = [...others.slice(0, Number(value)), format, ...others.slice(Number(value))];
      },
    },
    StopIfTrue: {
      get: ({ format }) => format.stopIfTrue,
      set: ({ format }, value) => {
        format.stopIfTrue = asFlag(value, 'stopIfTrue');
      },
    },
    Custom: custom,
    CustomOrNullObject: custom,
  },
  methods: {
    Delete: ({ sheet, format }, _args, session) => {
      sheet.conditionalFormats = sheet.conditionalFormats.filter((each) => each !== format);
      session.workbook.tell({ kind: 'look' });
    },
    GetRange: ({ sheet, format }) => newRange(sheet, format.area),
    GetRangeOrNullObject: ({ sheet, format }) => newRange(sheet, format.area),
  },
};

const customClass: Class<Held> = {
  name: 'CustomConditionalFormat',
  properties: { Rule: { get: (held) => thing(ruleClass, held) }, Format: { get: (held) => thing(lookClass, held) } },
  methods: {},
};

const formula: Property<Held> = {
  get: ({ format }) => format.formula,
  set: ({ format }, value, session) => {
    const text = asText(value, '公式');
    if (!text.startsWith('=') || !parses(text.slice(1))) throw invalid(`条件格式的公式有误：${text.slice(0, 80)}`);
    format.formula = text;
    session.workbook.tell({ kind: 'look' });
  },
};

const ruleClass: Class<Held> = { name: 'ConditionalFormatRule', properties: { Formula: formula }, methods: {} };

const lookClass: Class<Held> = {
  name: 'ConditionalRangeFormat',
  properties: { Fill: { get: (held) => thing(fillClass, held) }, Font: { get: (held) => thing(fontClass, held) } },
  methods: {},
};

function look<K extends 'fill' | 'color' | 'bold' | 'italic'>(
  key: K,
  read: (value: unknown) => ConditionalFormat[K],
): Property<Held> {
  return {
    get: ({ format }) => format[key],
    set: ({ format }, value, session) => {
      format[key] = read(value);
      session.workbook.tell({ kind: 'look' });
    },
  };
}

const fillClass: Class<Held> = {
  name: 'ConditionalRangeFill',
  properties: { Color: look('fill', colorOf) },
  methods: {
    Clear: ({ format }) => {
      format.fill = null;
    },
  },
};

const fontClass: Class<Held> = {
  name: 'ConditionalRangeFont',
  properties: {
    Color: look('color', colorOf),
    Bold: look('bold', (value) => asFlag(value, 'bold')),
    Italic: look('italic', (value) => asFlag(value, 'italic')),
  },
  methods: {},
};
