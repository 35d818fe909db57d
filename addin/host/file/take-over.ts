/**
 * Puts a worksheet that was written as a workbook of its own into another workbook, with its formats, colours and charts. So worksheets of
 * ours are written in one way only, and the workbook that takes them keeps everything it had.
 */
import { SheetPart } from './sheet-part.ts';
import { StylePart } from './style-part.ts';
import type { Workbook } from './workbook.ts';
import { attribute, attributes, withAttribute } from './xml.ts';
import { pack } from './zip.ts';

/** @param name under which it goes there; formulas and charts must use that already */
export async function takeOver(into: Workbook, from: Workbook, name: string): Promise<void> {
  const [entry] = from.sheets();
  if (entry === undefined) throw new Error('nothing to take');
  const theirs = new StylePart(await from.file.text(from.stylePart));
  const styles = new Map<string, number>();
  const taken = (style: string) => {
    const known = styles.get(style) ?? into.styles.take(theirs, Number(style));
    styles.set(style, known);
    return String(known);
  };
  const sheet = new SheetPart(await from.file.text(entry.part));
  for (const row of sheet.rows) {
    // Its height is what its text needs now, and not a person's wish.
    row.attrs = withAttribute(row.attrs, 'customHeight', null);
    row.body = row.body.replace(new RegExp(`<c(${attributes})(/?)>`, 'g'), (_, attrs: string, end: string) => {
      const style = attribute(attrs, 's');
      return `<c${style === null ? attrs : withAttribute(attrs, 's', taken(style))}${end}>`;
    });
  }
  sheet.tail = sheet.tail.replace(/\bdxfId="(\d+)"/g, (_, id: string) => {
    const rule = theirs.members('dxfs')[Number(id)] ?? '<dxf/>';
    return `dxfId="${into.styles.add('dxfs', rule)}"`;
  });
  const drawing = (await from.file.relations(entry.part)).find((each) => each.kind === 'drawing');
  const part = await into.addSheet(name, '', entry.state);
  let xml = sheet.xml();
  if (drawing !== undefined) {
    const own = await takeDrawing(into, from, drawing.target);
    const id = await into.file.relate(part, drawing.type, own);
    xml = xml.replace(/(<drawing\b[^>]*?:id=")[^"]*/, (_, start: string) => start + id);
  }
  into.file.put(part, xml);
}

async function takeDrawing(into: Workbook, from: Workbook, part: string): Promise<string> {
  let xml = await from.file.text(part);
  const own = await placed(into, from, part, 'xl/drawings', 'drawing');
  for (const chart of await from.file.relations(part)) {
    const ownChart = await placed(into, from, chart.target, 'xl/charts', 'chart');
    const id = await into.file.relate(own, chart.type, ownChart);
    xml = xml.replaceAll(`r:id="${chart.id}"`, `r:id="?${id}"`);
  }
  into.file.put(own, xml.replaceAll('r:id="?', 'r:id="'));
  return own;
}

async function placed(into: Workbook, from: Workbook, part: string, folder: string, stem: string): Promise<string> {
  const own = into.file.free(folder, stem, 'xml');
  const xml = await from.file.text(part);
  into.file.putEntry(await pack(own, new TextEncoder().encode(xml)));
  await into.file.declare(own, (await from.file.contentType(part)) ?? 'application/xml');
  return own;
}
