/**
 * 撤销: the last things that the person wrote at this window, put back one by one. What others have written into the same cells since ends it, and so
 * do rows or columns that were moved, since the places are no longer the same.
 */
import { type Area, intersection, lastColumn, lastRow } from './address.ts';
import type { Cell } from './book.ts';
import { cellAt, rowAt, usedPart } from './cells.ts';
import { keepHeaders } from './tables.ts';
import type { Workbook } from './workbook.ts';

const most = 50;

interface Step {
  readonly sheet: string;
  readonly area: Area;
  /** By row and column of the area; null where there was no cell. */
  readonly before: readonly (readonly (Cell | null)[])[];
}

export class Undo {
  readonly #workbook: Workbook;
  #steps: Step[] = [];

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
    workbook.listen((change, origin) => {
      if (change.kind === 'rows-sorted' || change.kind === 'sheet-deleted') this.forget();
      if (change.kind !== 'cells') return;
      if (change.type !== 'RangeEdited') return this.forget();
      if (origin === 'person') return;
      const { sheet, area } = change;
      const last = this.#steps.findLastIndex((step) => step.sheet === sheet && intersection(step.area, area) !== null);
      this.#steps = this.#steps.slice(last + 1);
    });
  }

  /** Another workbook, another history. */
  forget(): void {
    this.#steps = [];
  }

  /** Writes, and remembers what stood there. */
  keeping(sheetId: string, area: Area, write: () => void): void {
    const sheet = this.#workbook.sheet(sheetId);
    const part = usedPart(sheet, area);
    const before: (Cell | null)[][] = [];
    if (part !== null)
      for (let row = part.row; row <= lastRow(part); row++) {
        const cells: (Cell | null)[] = [];
        for (let column = part.column; column <= lastColumn(part); column++) {
          const cell = cellAt(sheet, row, column);
          cells.push(cell === undefined ? null : { ...cell });
        }
        before.push(cells);
      }
    write();
    if (part !== null) this.#steps = [...this.#steps, { sheet: sheetId, area: part, before }].slice(-most);
  }

  /** @returns what was put back; null where there is nothing more */
  back(): { readonly sheet: string; readonly area: Area } | null {
    const step = this.#steps.pop();
    const sheet = step === undefined ? undefined : this.#workbook.findSheet(step.sheet);
    if (step === undefined || sheet === undefined) return null;
    const { area, before } = step;
    before.forEach((cells, r) => {
      cells.forEach((cell, c) => {
        const row = rowAt(sheet, area.row + r);
        if (cell === null) delete row.cells[area.column + c];
        else row.cells[area.column + c] = cell;
      });
    });
    keepHeaders(this.#workbook, sheet, area);
    this.#workbook.tell({ kind: 'cells', sheet: sheet.id, area, type: 'RangeEdited' });
    return { sheet: sheet.id, area };
  }
}
