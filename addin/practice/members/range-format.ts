/** Excel.RangeFormat with its fill, font, borders and protection. */
import { lastColumn, lastRow, maxColumns, maxRows } from '../model/address.ts';
import { type Style, standardHeight, standardWidth } from '../model/book.ts';
import { columnAt, restyle, rowAt, styleAt, textAt, usedPart } from '../model/cells.ts';
import { colorOf } from '../model/colour.ts';
import { refuseUnlessAllowed } from '../model/protection.ts';
import { invalid } from '../model/trouble.ts';
import type { Place } from '../model/workbook.ts';
import type { Session } from '../session.ts';
import { asFlag, asNumber, asText, type Class, type Property, thing } from '../thing.ts';
import { areaOf } from './range.ts';

const widest = 1_342;
const highest = 409.5;

/** A part of the style: what all cells agree on, or null. */
function part<K extends keyof Style>(key: K, read: (value: unknown) => Style[K]): Property<Place> {
  return {
    get: (place, session) => {
      const area = areaOf(place, session);
      const shown = usedPart(place.sheet, area) ?? { ...area, rows: 1, columns: 1 };
      const first = styleAt(session.workbook, place.sheet, shown.row, shown.column)[key];
      for (let r = shown.row; r <= lastRow(shown); r++)
        for (let c = shown.column; c <= lastColumn(shown); c++)
          if (styleAt(session.workbook, place.sheet, r, c)[key] !== first) return null;
      return first;
    },
    set: (place, value, session) => styled(place, session, (style) => ({ ...style, [key]: read(value) })),
  };
}

function styled(place: Place, session: Session, change: (style: Style) => Style): void {
  refuseUnlessAllowed(place.sheet, 'allowFormatCells');
  restyle(session.workbook, place.sheet, areaOf(place, session), change);
}

const oneOf =
  (what: string, ...values: readonly string[]) =>
  (value: unknown): string => {
    const text = asText(value, what);
    if (!values.includes(text)) throw invalid(`${what}“${text}”无效。`);
    return text;
  };

const between = (what: string, least: number, most: number) => (value: unknown) => {
  const size = asNumber(value, what);
  if (size < least || size > most) throw invalid(`${what}应在 ${least} 至 ${most} 之间。`);
  return size;
};

const flag = (what: string) => (value: unknown) => asFlag(value, what);

const fillClass: Class<Place> = {
  name: 'RangeFill',
  properties: {
    Color: {
      get: (place, session) => {
        const found = part('fill', colorOf).get(place, session);
        return found === null ? '#FFFFFF' : found;
      },
      set: (place, value, session) =>
        styled(place, session, (style) => ({ ...style, fill: value === '' ? null : colorOf(value) })),
    },
  },
  methods: { Clear: (place, _args, session) => styled(place, session, (style) => ({ ...style, fill: null })) },
};

const fontClass: Class<Place> = {
  name: 'RangeFont',
  properties: {
    Bold: part('bold', flag('bold')),
    Italic: part('italic', flag('italic')),
    Underline: part(
      'underline',
      oneOf('underline', 'None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'),
    ),
    Color: part('color', colorOf),
    Name: part('font', (value) => asText(value, '字体')),
    Size: part('size', between('字号', 1, 409)),
  },
  methods: {},
};

const protectionClass: Class<Place> = {
  name: 'FormatProtection',
  properties: { Locked: part('locked', flag('locked')) },
  methods: {},
};

interface Edge {
  readonly place: Place;
  readonly side: string;
}

/** Borders are kept as there or not there; colour and weight are taken and not drawn apart. */
const borderClass: Class<Edge> = {
  name: 'RangeBorder',
  identity: ({ side }) => ({ SideIndex: side, Id: side }),
  properties: {
    SideIndex: { get: ({ side }) => side },
    Style: {
      get: ({ place }, session) =>
        part('border', flag('border')).get(place, session) === true ? 'Continuous' : 'None',
      set: ({ place }, value, session) => styled(place, session, (style) => ({ ...style, border: value !== 'None' })),
    },
    Color: { get: () => '#D0D0D0', set: (_edge, value) => void colorOf(value) },
    Weight: { get: () => 'Thin', set: (_edge, value) => void asText(value, 'weight') },
  },
  methods: {},
};

const bordersClass: Class<Place> = {
  name: 'RangeBorderCollection',
  properties: {},
  methods: { GetItem: (place, [side]) => thing(borderClass, { place, side: asText(side, '边') }) },
  at: (place, side) => thing(borderClass, { place, side: asText(side, '边') }),
};

/** Wide signs count twice. */
const lengthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0);

function autofit(place: Place, session: Session): void {
  const area = usedPart(place.sheet, areaOf(place, session));
  if (!area) return;
  for (let c = area.column; c <= lastColumn(area); c++) {
    let most = 0;
    for (let r = area.row; r <= lastRow(area); r++)
      most = Math.max(most, lengthOf(textAt(session.workbook, place.sheet, r, c)));
    if (most > 0) columnAt(place.sheet, c).width = Math.min(widest, most * 5.5 + 8);
  }
  session.workbook.tell({ kind: 'look' });
}

export const formatClass: Class<Place> = {
  name: 'RangeFormat',
  properties: {
    Fill: { get: (place) => thing(fillClass, place) },
    Font: { get: (place) => thing(fontClass, place) },
    Protection: { get: (place) => thing(protectionClass, place) },
    Borders: { get: (place) => thing(bordersClass, place) },
    WrapText: part('wrap', flag('wrapText')),
    HorizontalAlignment: part(
      'horizontal',
      oneOf(
        '水平对齐',
        'General',
        'Left',
        'Center',
        'Right',
        'Fill',
        'Justify',
        'CenterAcrossSelection',
        'Distributed',
      ),
    ),
    VerticalAlignment: part('vertical', oneOf('垂直对齐', 'Top', 'Center', 'Bottom', 'Justify', 'Distributed')),
    IndentLevel: part('indent', between('缩进', 0, 250)),
    ColumnWidth: {
      get: (place, session) => {
        const area = areaOf(place, session);
        const width = (column: number) => place.sheet.columns[column]?.width ?? standardWidth;
        for (let c = area.column; c <= lastColumn(area) && c < maxColumns; c++)
          if (width(c) !== width(area.column)) return null;
        return width(area.column);
      },
      set: (place, value, session) => {
        refuseUnlessAllowed(place.sheet, 'allowFormatColumns');
        const area = areaOf(place, session);
        const width = between('列宽', 0, widest)(value);
        for (let c = area.column; c <= lastColumn(area); c++) columnAt(place.sheet, c).width = width;
        session.workbook.tell({ kind: 'look' });
      },
    },
    RowHeight: {
      get: (place, session) => {
        const area = areaOf(place, session);
        const height = (row: number) => place.sheet.rows[row]?.height ?? standardHeight;
        for (let r = area.row; r <= Math.min(lastRow(area), area.row + 10_000); r++)
          if (height(r) !== height(area.row)) return null;
        return height(area.row);
      },
      set: (place, value, session) => {
        refuseUnlessAllowed(place.sheet, 'allowFormatRows');
        const area = areaOf(place, session);
        const height = between('行高', 0, highest)(value);
        const last = area.rows === maxRows ? place.sheet.rows.length - 1 : lastRow(area);
        for (let r = area.row; r <= last; r++) rowAt(place.sheet, r).height = height;
        session.workbook.tell({ kind: 'look' });
      },
    },
  },
  methods: {
    AutofitColumns: (place, _args, session) => autofit(place, session),
    AutofitRows: (place, _args, session) => {
      const area = usedPart(place.sheet, areaOf(place, session));
      if (area) for (let r = area.row; r <= lastRow(area); r++) rowAt(place.sheet, r).height = null;
      session.workbook.tell({ kind: 'look' });
    },
  },
};
