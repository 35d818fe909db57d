/** What of the workbook the window shows: worksheet, selection, scroll, and where each row and column lies on the screen. */

import type { Faults } from '../faults.ts';
import { type Area, between, lastColumn, lastRow, maxColumns, maxRows } from '../model/address.ts';
import { type Sheet, standardHeight, standardWidth } from '../model/book.ts';
import { usedArea } from '../model/cells.ts';
import { select } from '../model/sheets.ts';
import type { Workbook } from '../model/workbook.ts';

export const headWidth = 48;
export const headHeight = 22;
const pixels = (points: number): number => Math.round((points * 4) / 3);

export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** Where lines begin; one more than there are lines. */
interface Lines {
  readonly starts: Float64Array;
  readonly count: number;
}

export class View {
  readonly workbook: Workbook;
  readonly faults: Faults;
  /** The cell that is typed into; the selection goes from here. */
  active: Spot = { row: 0, column: 0 };
  scroll = { top: 0, left: 0 };
  size = { width: 800, height: 500 };
  #rows: Lines | null = null;
  #columns: Lines | null = null;
  #sheet = '';
  #drawn: () => void = () => {};
  #due = false;

  constructor(workbook: Workbook, faults: Faults) {
    this.workbook = workbook;
    this.faults = faults;
    this.active = { row: this.selection.row, column: this.selection.column };
    workbook.listen((change) => {
      this.#rows = null;
      this.#columns = null;
      if (change.kind === 'selected' || change.kind === 'sheet-activated') this.#follow();
      this.redraw();
    });
  }

  onDraw(draw: () => void): void {
    this.#drawn = draw;
  }

  /** Once a frame, however much has changed. */
  redraw(): void {
    if (this.#due) return;
    this.#due = true;
    requestAnimationFrame(() => {
      this.#due = false;
      this.#drawn();
    });
  }

  get sheet(): Sheet {
    return this.workbook.sheet(this.workbook.book.active);
  }

  get selection(): Area {
    return this.workbook.book.selection;
  }

  /** Another selection was made by the add-in or by choosing a worksheet. */
  #follow(): void {
    const { row, column } = this.selection;
    const inside = this.active.row >= row && this.active.row <= lastRow(this.selection);
    if (!inside || this.active.column < column || this.active.column > lastColumn(this.selection))
      this.active = { row, column };
    this.show(this.active);
  }

  /** @param seen what must be in sight afterwards */
  select(from: Spot, to: Spot = from, seen: Spot = to): void {
    this.active = from;
    const area = between(from.row, from.column, to.row, to.column);
    this.workbook.as('person', () => select(this.workbook, this.sheet, area));
    this.show(seen);
  }

  #lines(along: 'row' | 'column'): Lines {
    if (this.#sheet !== this.sheet.id) {
      this.#sheet = this.sheet.id;
      this.#rows = null;
      this.#columns = null;
    }
    const known = along === 'row' ? this.#rows : this.#columns;
    if (known) return known;
    const { sheet } = this;
    const used = usedArea(sheet, false);
    const count =
      along === 'row'
        ? Math.min(maxRows, Math.max(200, (used ? lastRow(used) : 0) + 100, this.active.row + 50))
        : Math.min(maxColumns, Math.max(26, (used ? lastColumn(used) : 0) + 6, this.active.column + 6));
    const starts = new Float64Array(count + 1);
    for (let i = 0; i < count; i++) {
      const size =
        along === 'row'
          ? sheet.rows[i]?.hidden || sheet.rows[i]?.filtered
            ? 0
            : pixels(sheet.rows[i]?.height ?? standardHeight)
          : sheet.columns[i]?.hidden
            ? 0
            : pixels(sheet.columns[i]?.width ?? standardWidth);
      starts[i + 1] = (starts[i] ?? 0) + size;
    }
    const made = { starts, count };
    if (along === 'row') this.#rows = made;
    else this.#columns = made;
    return made;
  }

  get rowCount(): number {
    return this.#lines('row').count;
  }
  get columnCount(): number {
    return this.#lines('column').count;
  }
  top(row: number): number {
    const { starts, count } = this.#lines('row');
    return starts[Math.min(row, count)] ?? 0;
  }
  left(column: number): number {
    const { starts, count } = this.#lines('column');
    return starts[Math.min(column, count)] ?? 0;
  }
  height(row: number): number {
    return this.top(row + 1) - this.top(row);
  }
  width(column: number): number {
    return this.left(column + 1) - this.left(column);
  }

  /** Of what never scrolls away. */
  get frozen(): { readonly rows: number; readonly columns: number; readonly height: number; readonly width: number } {
    const { rows, columns } = this.sheet.freeze;
    return { rows, columns, height: this.top(rows), width: this.left(columns) };
  }

  /** On the screen, below and beside the heads. */
  screenTop(row: number): number {
    return headHeight + this.top(row) - (row < this.frozen.rows ? 0 : this.scroll.top);
  }
  screenLeft(column: number): number {
    return headWidth + this.left(column) - (column < this.frozen.columns ? 0 : this.scroll.left);
  }

  /** Whether the cell, or a part of it, can be seen just now. */
  inSight({ row, column }: Spot): boolean {
    const { frozen, size } = this;
    const [top, left] = [this.screenTop(row), this.screenLeft(column)];
    const edge = { top: headHeight + frozen.height, left: headWidth + frozen.width };
    const below = row < frozen.rows || top + this.height(row) > edge.top;
    const right = column < frozen.columns || left + this.width(column) > edge.left;
    return below && right && top < size.height && left < size.width;
  }

  #at(along: 'row' | 'column', offset: number): number {
    const { starts, count } = this.#lines(along);
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Lines that can be seen, frozen ones first, hidden ones left out. */
  seen(along: 'row' | 'column'): number[] {
    const { frozen } = this;
    const [fixed, scroll, size] =
      along === 'row'
        ? [frozen.rows, this.scroll.top + frozen.height, this.size.height - headHeight - frozen.height]
        : [frozen.columns, this.scroll.left + frozen.width, this.size.width - headWidth - frozen.width];
    const { starts, count } = this.#lines(along);
    const lines: number[] = [];
    const add = (line: number) => (starts[line + 1] ?? 0) > (starts[line] ?? 0) && lines.push(line);
    for (let line = 0; line < fixed; line++) add(line);
    for (
      let line = Math.max(fixed, this.#at(along, scroll));
      line < count && (starts[line] ?? 0) < scroll + size;
      line++
    )
      add(line);
    return lines;
  }

  /** The cell under a point of the window. */
  spotAt(x: number, y: number): Spot {
    const { frozen } = this;
    const inX = x - headWidth;
    const inY = y - headHeight;
    return {
      row: this.#at('row', Math.max(0, inY < frozen.height ? inY : inY + this.scroll.top)),
      column: this.#at('column', Math.max(0, inX < frozen.width ? inX : inX + this.scroll.left)),
    };
  }

  /** Scrolls so that the cell can be seen. */
  show({ row, column }: Spot): void {
    const { frozen } = this;
    if (row >= this.rowCount - 20) this.#rows = null;
    if (column >= this.columnCount - 3) this.#columns = null;
    const [top, left] = [this.top(row), this.left(column)];
    const high = this.size.height - headHeight - 18;
    const wide = this.size.width - headWidth - 18;
    if (row >= frozen.rows) {
      if (top - this.scroll.top < frozen.height) this.scroll.top = Math.max(0, top - frozen.height);
      else if (top + this.height(row) - this.scroll.top > high) this.scroll.top = top + this.height(row) - high;
    }
    if (column >= frozen.columns) {
      if (left - this.scroll.left < frozen.width) this.scroll.left = Math.max(0, left - frozen.width);
      else if (left + this.width(column) - this.scroll.left > wide) this.scroll.left = left + this.width(column) - wide;
    }
    this.redraw();
  }
}
