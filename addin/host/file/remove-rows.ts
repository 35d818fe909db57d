/**
 * Takes whole rows out of a worksheet, and lets everything that points to rows below follow: formulas of all worksheets, names, merged areas,
 * drop-downs, colours, filters, tables, comments, pictures and charts.
 */

import { formulaIn, startTag } from './cells-xml.ts';
import { formulasOf, withFormula } from './formulas.ts';
import { type Moved, movedArea, movedAreas, movedBy, movedFormula } from './references.ts';
import { forgetResults } from './results.ts';
import type { SheetPart } from './sheet-part.ts';
import { withOneRow } from './tables.ts';
import type { SheetEntry, Workbook } from './workbook.ts';
import { attribute, attributes, element, elements, escapeXml, unescapeXml, withAttribute } from './xml.ts';

export async function removeRows(workbook: Workbook, name: string, removed: readonly number[]): Promise<void> {
  const entry = workbook.entry(name);
  const sheet = await workbook.sheet(name);
  if (entry === null || sheet === null) return;
  await forgetResults(workbook, name, (area) => removed.some((row) => area.firstRow <= row && row <= area.lastRow));
  const moved = movedBy(removed);
  const follow = (own: string) => (formula: string) => movedFormula(formula, own, name, moved);
  for (const other of workbook.sheets()) {
    const xml = await workbook.file.text(other.part);
    if (other.name !== name && !/<(?:\w+:)?f(?:ormula\d?)?[\s>]/.test(xml)) continue;
    const part = other.name === name ? sheet : await followable(workbook, other);
    if (part !== null) followFormulas(part, follow(other.name));
  }
  takeOut(sheet, moved);
  await followNames(workbook, follow(''));
  await followAttached(workbook, entry, moved);
  await followCharts(workbook, follow(''));
}

/** A chart sheet has no cells. */
const followable = async (workbook: Workbook, entry: SheetEntry) => {
  try {
    return await workbook.sheet(entry.name);
  } catch {
    return null;
  }
};

function followFormulas(sheet: SheetPart, follow: (formula: string) => string): void {
  const { p } = sheet;
  for (const { row: index, column, text, share } of formulasOf(sheet)) {
    const now = follow(text);
    if (now === text && share === null) continue;
    sheet.formulasTouched = true;
    // Those that share one have each their own from here on: the distances between them are no longer the same.
    sheet.replaceCell(index, column, (xml) =>
      withFormula(xml, p, share === null ? (element(xml, `${p}f`)?.attrs ?? '') : '', now),
    );
  }
  const within = new RegExp(`(<(?:${p}formula[12]?|xm:f)(?:\\s[^>]*)?>)([^<]*)(?=<)`, 'g');
  const tail = sheet.tail.replace(within, (whole, tag: string, text: string) => {
    const now = follow(unescapeXml(text));
    return now === unescapeXml(text) ? whole : tag + escapeXml(now);
  });
  sheet.changed ||= tail !== sheet.tail;
  sheet.tail = tail;
}

function takeOut(sheet: SheetPart, moved: Moved): void {
  const { p } = sheet;
  sheet.changed = true;
  sheet.rows = sheet.rows.flatMap((row) => {
    const index = moved(row.index);
    if (index === null) {
      if (formulaIn(row.cells === null ? row.body : row.cells.map((each) => each.xml).join(''), p))
        sheet.formulasTouched = true;
      return [];
    }
    if (index === row.index) return [row];
    sheet.formulasTouched ||= formulaIn(row.body, p);
    const cells = sheet.cells(row).map(({ column, xml }) => {
      const attrs = startTag(xml);
      const address = attribute(attrs, 'r') ?? '';
      const named = xml.replace(attrs, () => withAttribute(attrs, 'r', address.replace(/\d+$/, String(index + 1))));
      const formula = element(named, `${p}f`);
      const area = formula === null ? null : attribute(formula.attrs, 'ref');
      if (formula === null || area === null) return { column, xml: named };
      const set = withAttribute(formula.attrs, 'ref', movedArea(area, moved) ?? area);
      return { column, xml: named.replace(formula.attrs, () => set) };
    });
    return [{ ...row, index, attrs: withAttribute(row.attrs, 'r', String(index + 1)), cells }];
  });
  sheet.head = areasMoved(sheet.head, moved, '(?:activeCell|sqref|topLeftCell)');
  sheet.tail = areasMoved(sheet.tail, moved, '(?:ref|sqref)').replace(
    /(<xm:sqref>)([^<]*)/g,
    (_, tag: string, areas: string) => tag + movedAreas(areas, moved),
  );
  dropEmpty(sheet);
}

const areasMoved = (xml: string, moved: Moved, names: string): string =>
  xml.replace(new RegExp(`(\\s${names}=")([^"]*)"`, 'g'), (_, start: string, areas: string) => {
    // What is shown and selected has to be somewhere.
    const now = movedAreas(areas, moved) || (names.includes('activeCell') ? areas : '');
    return `${start}${now}"`;
  });

/** What lay on the rows alone, and lists that are empty now. A merged area of one cell is none. */
function dropEmpty(sheet: SheetPart): void {
  const { p } = sheet;
  const gone = `(?:mergeCell|hyperlink|dataValidation|conditionalFormatting|protectedRange|ignoredError|autoFilter|sortState)`;
  const none = new RegExp(
    `<${p}(${gone})(?=${attributes}\\s(?:ref|sqref)="")${attributes}(?:/>|>[\\s\\S]*?</${p}\\1>)`,
    'g',
  );
  sheet.tail = sheet.tail.replace(none, '').replace(new RegExp(`<${p}mergeCell ref="([A-Z]+\\d+):\\1"\\s*/>`, 'g'), '');
  for (const list of ['mergeCells', 'hyperlinks', 'dataValidations', 'protectedRanges', 'ignoredErrors'] as const) {
    const [own] = sheet.after(list);
    if (own === undefined) continue;
    const count = (own.body ?? '').match(new RegExp(`<${p}[a-zA-Z]+[\\s]`, 'g'))?.length ?? 0;
    const attrs = attribute(own.attrs, 'count') === null ? own.attrs : withAttribute(own.attrs, 'count', String(count));
    sheet.replaceAfter(own, count === 0 ? '' : `<${p}${list}${attrs}>${own.body}</${p}${list}>`);
  }
}

async function followNames(workbook: Workbook, follow: (formula: string) => string): Promise<void> {
  const xml = await workbook.file.text(workbook.part);
  const now = xml.replace(/(<(?:[\w.-]+:)?definedName\s[^>]*>)([^<]*)/g, (_, tag: string, means: string) => {
    return tag + escapeXml(follow(unescapeXml(means)));
  });
  if (now !== xml) workbook.file.put(workbook.part, now);
}

async function followCharts(workbook: Workbook, follow: (formula: string) => string): Promise<void> {
  for (const part of workbook.file.names().filter((each) => /\/charts\/chart[^/]*\.xml$/.test(each))) {
    const xml = await workbook.file.text(part);
    const now = xml.replace(
      /(<c:f>)([^<]*)/g,
      (_, tag: string, text: string) => tag + escapeXml(follow(unescapeXml(text))),
    );
    if (now !== xml) workbook.file.put(part, now);
  }
}

/** Parts that hang on the worksheet: tables, comments with their boxes, pictures. */
async function followAttached(workbook: Workbook, entry: SheetEntry, moved: Moved): Promise<void> {
  for (const { kind, target, outside } of await workbook.file.relations(entry.part)) {
    if (outside || !workbook.file.has(target)) continue;
    const change = attached[kind];
    if (change === undefined) continue;
    const xml = await workbook.file.text(target);
    const now = change(xml, moved);
    if (now !== xml) workbook.file.put(target, now);
  }
}

const attached: Readonly<Record<string, (xml: string, moved: Moved) => string>> = {
  table: (xml, moved) => withOneRow(areasMoved(xml, moved, '(?:ref)')),
  comments: (xml, moved) => withoutRemoved(areasMoved(xml, moved, '(?:ref)'), 'comment'),
  threadedComment: (xml, moved) => withoutRemoved(areasMoved(xml, moved, '(?:ref)'), 'threadedComment'),
  drawing: (xml, moved) =>
    xml.replace(/(<xdr:row>)(\d+)(?=<)/g, (_, tag: string, row: string) => tag + nearest(Number(row), moved)),
  vmlDrawing: (xml, moved) => {
    const shapes = elements(xml, 'v:shape').reverse();
    return shapes.reduce((all, { start, end, body }) => {
      const row = /<x:Row>\s*(\d+)\s*</.exec(body ?? '')?.[1];
      if (row === undefined) return all;
      const now = moved(Number(row));
      const shape = now === null ? '' : all.slice(start, end).replace(/(<x:Row>)\s*\d+\s*/, `$1${now}`);
      return all.slice(0, start) + shape + all.slice(end);
    }, xml);
  },
};

const withoutRemoved = (xml: string, name: string): string =>
  xml.replace(new RegExp(`<${name}\\s(?=[^>]*ref="")[^>]*>[\\s\\S]*?</${name}>`, 'g'), '');

/** A picture on a row that goes stands on the next one. */
function nearest(row: number, moved: Moved): number {
  for (let at = row; at < row + 100_000; at++) {
    const now = moved(at);
    if (now !== null) return now;
  }
  return row;
}
