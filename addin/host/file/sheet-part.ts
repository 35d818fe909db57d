/**
 * One worksheet's XML, changed in place: cells by row and column, and the lists after the cells (merged areas, conditional formats,
 * drop-downs) in the order that the format prescribes (ECMA-376 18.3.1.99). Rows that nobody touches stay as they came.
 */
import { columnLetters } from '../../../core/sheet/grid.ts';
import { type Cell, type CellContent, cellsOf, formulaIn, type Row, rowsOf, startTag } from './cells-xml.ts';
import {
  attribute,
  attributes,
  type Element,
  element,
  elements,
  escapeCell,
  plainXml,
  prefixOf,
  replaced,
  withAttribute,
} from './xml.ts';

/** What follows the cells, in order. */
const order = [
  ...['sheetData', 'sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter', 'sortState'],
  ...['dataConsolidate', 'customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting', 'dataValidations'],
  ...['hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks'],
  ...['customProperties', 'cellWatches', 'ignoredErrors', 'smartTags', 'drawing', 'legacyDrawing', 'legacyDrawingHF'],
  ...['drawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst'],
] as const;
export type AfterCells = (typeof order)[number];

export class SheetPart {
  readonly p: string;
  head: string;
  tail: string;
  rows: Row[];
  /** Something is not as it came; a part that was only looked at goes out as it entered. */
  changed = false;
  /** A formula was there and is not any more, or has moved. */
  formulasTouched = false;

  constructor(source: string) {
    const xml = plainXml(source);
    this.p = prefixOf(xml, 'worksheet');
    const data = element(xml, `${this.p}sheetData`);
    if (data === null) {
      // A chart sheet, or a part that is no worksheet.
      throw new Error('no cells');
    }
    this.head = xml.slice(0, data.start);
    this.tail = xml.slice(data.end);
    this.rows = rowsOf(data.body ?? '', this.p);
  }

  xml(): string {
    const rows = this.rows.map((row) => this.#rowXml(row)).join('');
    // Its size is no longer right after the first change, and nobody needs it.
    const head = this.head.replace(new RegExp(`<${this.p}dimension(?=[\\s/])${attributes}/>`), '');
    return `${head}<${this.p}sheetData>${rows}</${this.p}sheetData>${this.tail}`;
  }
  #rowXml({ attrs, body, cells }: Row): string {
    const inner = cells === null ? body : cells.map((each) => each.xml).join('');
    return inner === '' ? `<${this.p}row${attrs}/>` : `<${this.p}row${attrs}>${inner}</${this.p}row>`;
  }

  isProtected(): boolean {
    const own = element(this.tail, `${this.p}sheetProtection`);
    return own !== null && ['1', 'true'].includes(attribute(own.attrs, 'sheet') ?? '');
  }

  /** The row, made where there is none. */
  row(index: number): Row {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.rows[middle]?.index ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    const found = this.rows[low];
    if (found !== undefined && found.index === index) return found;
    const made: Row = { index, attrs: ` r="${index + 1}"`, body: '', cells: [] };
    this.rows.splice(low, 0, made);
    return made;
  }

  cells(row: Row): Cell[] {
    row.cells ??= cellsOf(row.body, row.index, this.p);
    return row.cells;
  }

  /** Index of the format that a cell has, or would have. */
  styleAt(row: number, column: number): number {
    const found = this.rows.find((each) => each.index === row);
    return this.#style(found ?? null, found === undefined ? undefined : this.#cellAt(found, column), column);
  }
  #style(row: Row | null, cell: Cell | undefined, column: number): number {
    const own = cell === undefined ? null : attribute(startTag(cell.xml), 's');
    if (cell !== undefined) return Number(own ?? 0);
    if (row !== null && ['1', 'true'].includes(attribute(row.attrs, 'customFormat') ?? ''))
      return Number(attribute(row.attrs, 's') ?? 0);
    const below = row === null ? null : this.#styleAbove(row.index, column);
    if (below !== null) return below;
    const covering = this.#columnAt(column);
    return Number(covering === undefined ? 0 : (attribute(covering.attrs, 'style') ?? 0));
  }
  /** Of a row at the end that goes on a table: the format that the two rows above agree on, so that no header's is taken. */
  #styleAbove(index: number, column: number): number | null {
    const [before, above, own] = this.rows.slice(-3);
    if (own?.index !== index || above?.index !== index - 1 || before?.index !== index - 2) return null;
    const [one, other] = [above, before].map((row) => this.#cellAt(row, column));
    if (one === undefined || other === undefined) return null;
    const style = attribute(startTag(one.xml), 's');
    return style !== null && style === attribute(startTag(other.xml), 's') ? Number(style) : null;
  }
  #cellAt(row: Row, column: number): Cell | undefined {
    return this.cells(row).find((each) => each.column === column);
  }

  /** @param content what stands in the cell, given the format that it has; a number's text is a number, null takes the content away */
  setCell(index: number, column: number, content: (style: number) => CellContent): void {
    this.changed = true;
    const row = this.row(index);
    const cells = this.cells(row);
    let at = cells.findIndex((each) => each.column >= column);
    if (at < 0) at = cells.length;
    const old = cells[at]?.column === column ? cells[at] : undefined;
    if (old !== undefined && formulaIn(old.xml, this.p)) this.formulasTouched = true;
    const { style, text, number } = content(this.#style(row, old, column));
    const start = `<${this.p}c r="${columnLetters(column)}${index + 1}"${style === 0 ? '' : ` s="${style}"`}`;
    const xml =
      number !== undefined
        ? `${start}><${this.p}v>${number}</${this.p}v></${this.p}c>`
        : text === undefined || text === ''
          ? `${start}/>`
          : `${start} t="inlineStr"><${this.p}is><${this.p}t xml:space="preserve">${escapeCell(text)}</${this.p}t></${this.p}is></${this.p}c>`;
    row.attrs = withAttribute(row.attrs, 'spans', null);
    cells.splice(at, old === undefined ? 0 : 1, { column, xml });
  }

  /** The cell's own XML, where there is one. */
  replaceCell(index: number, column: number, change: (xml: string) => string): void {
    this.changed = true;
    const row = this.row(index);
    row.cells = this.cells(row).map((each) => (each.column === column ? { column, xml: change(each.xml) } : each));
  }

  /** Makes a row high enough, unless a person has given it a height; it still grows by itself when somebody types in it. */
  grow(index: number, height: number): void {
    const row = this.row(index);
    if (['1', 'true'].includes(attribute(row.attrs, 'customHeight') ?? '')) return;
    if (height <= Number(attribute(row.attrs, 'ht') ?? 0)) return;
    this.changed = true;
    row.attrs = withAttribute(row.attrs, 'ht', String(height));
  }
  /** In characters; null where nobody has said it. */
  widthAt(column: number): number | null {
    const width = this.#columnAt(column) ?? null;
    return width === null ? null : Number(attribute(width.attrs, 'width') ?? 0) || null;
  }
  #columnAt(column: number): Element | undefined {
    return elements(element(this.head, `${this.p}cols`)?.body ?? '', `${this.p}col`).find(
      ({ attrs }) => Number(attribute(attrs, 'min')) <= column + 1 && column + 1 <= Number(attribute(attrs, 'max')),
    );
  }

  /** Elements of a kind after the cells. */
  after(name: AfterCells): readonly Element[] {
    return elements(this.tail, this.p + name);
  }
  replaceAfter(at: Element, by: string): void {
    this.changed = true;
    this.tail = replaced(this.tail, at, by);
  }
  /** Puts an element where the format wants it. */
  insert(name: AfterCells, xml: string): void {
    this.changed = true;
    const later = order.slice(order.indexOf(name) + 1);
    const places = later.flatMap((each) => elements(this.tail, this.p + each).slice(0, 1));
    const ends = this.tail.lastIndexOf(`</${this.p}worksheet>`);
    // An extLst may also lie within a conditional format; the worksheet's own is the last thing in it.
    const own = elements(this.tail, `${this.p}extLst`).find((each) => this.tail.slice(each.end, ends).trim() === '');
    const lists = places.filter((each) => !this.tail.startsWith(`<${this.p}extLst`, each.start));
    const at = Math.min(ends, own?.start ?? ends, ...lists.map((each) => each.start));
    this.tail = this.tail.slice(0, at) + xml + this.tail.slice(at);
  }

  /** Width, format and whether it is hidden, of one column; what is said of its neighbours stays. */
  setColumn(column: number, set: { readonly width: number; readonly hidden: boolean; readonly style: number }): void {
    this.changed = true;
    const own = `<${this.p}col min="${column + 1}" max="${column + 1}" width="${set.width}" customWidth="1"${set.style === 0 ? '' : ` style="${set.style}"`}${set.hidden ? ' hidden="1"' : ''}/>`;
    const cols = element(this.head, `${this.p}cols`);
    if (cols === null) {
      this.head += `<${this.p}cols>${own}</${this.p}cols>`;
      return;
    }
    const parts: { readonly min: number; readonly xml: string }[] = [{ min: column + 1, xml: own }];
    for (const { attrs } of elements(cols.body ?? '', `${this.p}col`)) {
      const min = Number(attribute(attrs, 'min'));
      const max = Number(attribute(attrs, 'max'));
      const piece = (from: number, to: number) => {
        if (from > to) return;
        const bounds = withAttribute(withAttribute(attrs, 'min', String(from)), 'max', String(to));
        parts.push({ min: from, xml: `<${this.p}col${bounds}/>` });
      };
      piece(min, Math.min(max, column));
      piece(Math.max(min, column + 2), max);
    }
    parts.sort((a, b) => a.min - b.min);
    this.head = replaced(this.head, cols, `<${this.p}cols>${parts.map((each) => each.xml).join('')}</${this.p}cols>`);
  }
}
