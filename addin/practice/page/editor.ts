/**
 * Typing, pasting and moving about. One field lies over the active cell and is always focused, unseen until something is typed, so that
 * Chinese input methods compose in their place. While somebody types, Excel answers no add-in; neither do we.
 */
import { type Area, areaWithin, lastColumn, lastRow, maxColumns, maxRows } from '../model/address.ts';
import { cellAt, clearCells, grid, styleAt, textAt, usedArea, valueAt, writeCells } from '../model/cells.ts';
import { activate } from '../model/sheets.ts';
import { ExcelTrouble } from '../model/trouble.ts';
import { Undo } from '../model/undo.ts';
import { confirmed, menu, tell } from './ask.ts';
import { choicesOf, objection, promptOf, validationAt } from './choices.ts';
import { asClipboard, fromClipboard } from './clipboard.ts';
import { headHeight, headWidth, type Spot, type View } from './view.ts';
import { words } from './words.ts';

export class Editor {
  readonly field: HTMLTextAreaElement;
  readonly #view: View;
  readonly #button: HTMLButtonElement;
  readonly #prompt: HTMLElement;
  readonly #bar: HTMLInputElement;
  readonly #say: (text: string) => void;
  readonly undo: Undo;
  editing = false;

  /** @param say in the line of the window that tells what was done */
  constructor(view: View, place: HTMLElement, bar: HTMLInputElement, say: (text: string) => void) {
    this.#view = view;
    this.#say = say;
    this.undo = new Undo(view.workbook);
    this.#bar = bar;
    this.field = document.createElement('textarea');
    this.field.className = 'editor';
    this.field.ariaLabel = words.grid;
    this.field.rows = 1;
    this.field.spellcheck = false;
    this.#button = document.createElement('button');
    this.#button.type = 'button';
    this.#button.className = 'choices';
    this.#button.title = words.choices;
    this.#button.ariaLabel = words.choices;
    this.#button.textContent = '▾';
    this.#button.tabIndex = -1;
    this.#prompt = document.createElement('div');
    this.#prompt.className = 'prompt';
    place.append(this.field, this.#button, this.#prompt);
    this.field.addEventListener('input', () => this.#begin());
    this.field.addEventListener('compositionstart', () => this.#begin());
    this.field.addEventListener('keydown', (event) => this.#key(event));
    this.field.addEventListener('copy', (event) => this.#copy(event));
    this.field.addEventListener('paste', (event) => this.#paste(event));
    this.#button.addEventListener('click', () => this.#choose());
    bar.addEventListener('focus', () => this.#begin(false));
    bar.addEventListener('input', () => {
      this.field.value = bar.value;
    });
    bar.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') void this.commit(1, 0);
      else if (event.key === 'Escape') this.cancel();
    });
  }

  /** Lies over the active cell again, after anything moved. */
  settle(): void {
    const { active, size } = this.#view;
    const sheet = this.#view.sheet;
    const width = this.#view.width(active.column);
    const height = this.#view.height(active.row);
    // A cell that was scrolled away is typed into at the edge, never over the heads or outside of the window.
    const left = inside(this.#view.screenLeft(active.column), headWidth, size.width - narrowest);
    const top = inside(this.#view.screenTop(active.row), headHeight, size.height - 20);
    Object.assign(this.field.style, {
      left: `${left}px`,
      top: `${top}px`,
      minWidth: `${Math.min(width, size.width - left)}px`,
      maxWidth: `${size.width - left}px`,
      height: `${Math.max(20, height)}px`,
    });
    const seen = this.#view.inSight(active);
    const validation = validationAt(sheet, active);
    const choices = choicesOf(this.#view.workbook, sheet, validation);
    this.#button.hidden = choices === null || !seen;
    Object.assign(this.#button.style, { left: `${Math.min(left + width, size.width - 22)}px`, top: `${top}px` });
    const prompt = this.editing || !seen ? null : promptOf(validation);
    this.#prompt.hidden = prompt === null;
    this.#prompt.replaceChildren();
    if (prompt) {
      const title = document.createElement('strong');
      title.textContent = prompt.title;
      this.#prompt.append(title, prompt.message);
      const { offsetWidth, offsetHeight } = this.#prompt;
      const below = top + height + 6;
      Object.assign(this.#prompt.style, {
        left: `${inside(left + 12, 4, size.width - offsetWidth - 4)}px`,
        top: `${below + offsetHeight <= size.height ? below : Math.max(4, top - offsetHeight - 6)}px`,
      });
    }
    if (!this.editing) this.#bar.value = this.#content(active);
  }

  /** What one would edit: the formula, or the value in full. */
  #content({ row, column }: Spot): string {
    const { workbook, sheet } = this.#view;
    const cell = cellAt(sheet, row, column);
    if (cell?.formula) return cell.formula;
    const value = valueAt(workbook, sheet, row, column);
    const format = styleAt(workbook, sheet, row, column).numberFormat;
    return typeof value === 'number' && format === 'General' ? String(value) : textAt(workbook, sheet, row, column);
  }

  #begin(grab = true): void {
    if (this.editing) return;
    this.editing = true;
    this.field.classList.add('editing');
    this.#view.faults.beginEdit();
    this.#view.show(this.#view.active);
    if (!grab) this.field.value = this.#bar.value;
    this.#prompt.hidden = true;
  }

  edit(): void {
    this.field.value = this.#content(this.#view.active);
    this.#begin();
    this.field.focus();
  }

  cancel(): void {
    this.#end();
    this.field.focus();
  }

  #end(): void {
    this.editing = false;
    this.field.value = '';
    this.field.classList.remove('editing');
    this.#view.faults.endEdit();
    this.#view.redraw();
  }

  /** Writes what was typed and goes on. @returns false where it was refused */
  async commit(down: number, right: number): Promise<boolean> {
    const { workbook, sheet, active } = this.#view;
    if (this.editing) {
      const typed = this.field.value;
      const against = objection(workbook, sheet, validationAt(sheet, active), typed, words.notInList);
      if (against?.style === 'stop') {
        await tell(against.message, against.title);
        this.field.focus();
        return false;
      }
      if (against && !(await confirmed(against.message, against.title))) return false;
      this.#end();
      const area = { ...active, rows: 1, columns: 1 };
      if (!(await this.#write(area, () => writeCells(workbook, sheet, area, [[typed]])))) return false;
    }
    this.#move(down, right);
    this.field.focus();
    return true;
  }

  /** Undoable. @returns false where it was refused */
  #write(area: Area, act: () => void): Promise<boolean> {
    const { sheet } = this.#view;
    return this.#try(() => this.undo.keeping(sheet.id, area, act));
  }

  #undo(): void {
    const { workbook } = this.#view;
    const back = workbook.as('person', () => this.undo.back());
    if (back === null) {
      this.#say(words.nothingToUndo);
      return;
    }
    if (back.sheet !== workbook.book.active)
      workbook.as('person', () => activate(workbook, workbook.sheet(back.sheet)));
    this.#view.select(back.area, { row: lastRow(back.area), column: lastColumn(back.area) }, back.area);
  }

  async #try(act: () => void): Promise<boolean> {
    try {
      this.#view.workbook.as('person', act);
      return true;
    } catch (thrown) {
      if (!(thrown instanceof ExcelTrouble)) throw thrown;
      await tell(thrown.message);
      return false;
    }
  }

  #move(down: number, right: number): void {
    const { active, sheet } = this.#view;
    let { row, column } = active;
    const hidden = (r: number, c: number) =>
      (down !== 0 && (sheet.rows[r]?.hidden || sheet.rows[r]?.filtered)) || (right !== 0 && sheet.columns[c]?.hidden);
    do {
      row += down;
      column += right;
    } while (hidden(row, column) && row > 0 && column > 0);
    this.#view.select({
      row: Math.min(maxRows - 1, Math.max(0, row)),
      column: Math.min(maxColumns - 1, Math.max(0, column)),
    });
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const way = ways[event.key];
    const stop = () => event.preventDefault();
    if (event.key === 'Enter' && !event.altKey) {
      stop();
      void this.commit(event.shiftKey ? -1 : 1, 0);
    } else if (event.key === 'Tab') {
      stop();
      void this.commit(0, event.shiftKey ? -1 : 1);
    } else if (this.editing) {
      if (event.key === 'Escape') this.cancel();
    } else if (event.altKey && event.key === 'ArrowDown') {
      stop();
      this.#choose();
    } else if (event.key === 'F2') {
      stop();
      this.edit();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      stop();
      const { workbook, sheet, selection } = this.#view;
      void this.#write(selection, () => clearCells(workbook, sheet, selection, 'Contents'));
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      stop();
      this.#undo();
    } else if (way) {
      stop();
      if (event.shiftKey && plain) this.#stretch(way);
      else if (plain) this.#move(way[0], way[1]);
      else this.#jump(way);
    } else if (event.key === 'Home' || event.key === 'End') {
      stop();
      this.#toEnd(event.key === 'Home', plain);
    } else if (plain && event.key.length === 1) this.field.value = '';
  }

  /** Of the row, or with Ctrl of the worksheet: the first cell that scrolls, the last one in use. */
  #toEnd(home: boolean, inRow: boolean): void {
    const { active, frozen, sheet } = this.#view;
    const used = usedArea(sheet, true);
    const first = { row: frozen.rows, column: frozen.columns };
    const to = home || !used ? first : { row: lastRow(used), column: lastColumn(used) };
    this.#view.select(inRow ? { row: active.row, column: to.column } : to);
  }

  #stretch([down, right]: readonly [number, number]): void {
    const { selection, active } = this.#view;
    const far = {
      row: active.row === selection.row ? lastRow(selection) : selection.row,
      column: active.column === selection.column ? lastColumn(selection) : selection.column,
    };
    this.#view.select(active, { row: Math.max(0, far.row + down), column: Math.max(0, far.column + right) });
  }

  #jump([down, right]: readonly [number, number]): void {
    const used = usedArea(this.#view.sheet, true);
    const { row, column } = this.#view.active;
    const [bottom, end] = used ? [lastRow(used), lastColumn(used)] : [0, 0];
    this.#view.select({
      row: down > 0 ? bottom : down < 0 ? 0 : row,
      column: right > 0 ? end : right < 0 ? 0 : column,
    });
  }

  #choose(): void {
    const { workbook, sheet, active } = this.#view;
    const choices = choicesOf(workbook, sheet, validationAt(sheet, active));
    if (choices === null) return;
    const place = this.#button.getBoundingClientRect();
    const now = textAt(workbook, sheet, active.row, active.column);
    const write = (text: string) => {
      const area = { ...active, rows: 1, columns: 1 };
      void this.#write(area, () => writeCells(workbook, sheet, area, [[text]]));
      this.field.focus();
    };
    menu(
      choices.map((name) => ({ name, chosen: name === now, act: () => write(name) })),
      place.left - 120,
      place.bottom,
      words.choices,
    );
  }

  #copy(event: ClipboardEvent): void {
    if (this.editing) return;
    event.preventDefault();
    const { workbook, sheet, selection } = this.#view;
    event.clipboardData?.setData(
      'text/plain',
      asClipboard(grid(selection, (row, column) => textAt(workbook, sheet, row, column))),
    );
  }

  /** Passes by every validation, as in Excel. */
  #paste(event: ClipboardEvent): void {
    if (this.editing) return;
    event.preventDefault();
    const cells = fromClipboard(event.clipboardData?.getData('text/plain') ?? '');
    const { workbook, sheet, selection } = this.#view;
    const size = { rows: cells.length, columns: cells[0]?.length ?? 1 };
    void this.#try(() => {
      const area = areaWithin({ row: selection.row, column: selection.column, ...size });
      this.undo.keeping(sheet.id, area, () => writeCells(workbook, sheet, area, cells));
      this.#view.select(area, { row: lastRow(area), column: lastColumn(area) }, area);
    });
  }
}

/** What is left for typing where a cell lies at the right edge. */
const narrowest = 60;

const inside = (wanted: number, least: number, most: number): number => Math.max(least, Math.min(wanted, most));

const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [20, 0],
  PageUp: [-20, 0],
};
