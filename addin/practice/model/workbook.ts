/** An open workbook: its data, who is changing it, and those who want to hear of changes. */
import type { Area } from './address.ts';
import { type Book, newBook, type Sheet, type Table } from './book.ts';
import { notFound } from './trouble.ts';

/** Who changes it: the add-in, the person at this window, or a co-author elsewhere. */
export type Origin = 'addin' | 'person' | 'remote';

export type ChangeType = 'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted';

export type Change =
  | {
      readonly kind: 'cells';
      readonly sheet: string;
      readonly area: Area;
      readonly type: ChangeType;
      readonly before?: unknown;
      readonly after?: unknown;
    }
  | { readonly kind: 'selected'; readonly sheet: string; readonly area: Area }
  | { readonly kind: 'sheet-added' | 'sheet-deleted' | 'sheet-activated' | 'sheet-renamed'; readonly sheet: string }
  | { readonly kind: 'rows-sorted'; readonly sheet: string; readonly area: Area }
  | { readonly kind: 'table-added' | 'table-deleted'; readonly table: string; readonly sheet: string }
  /** Only how it looks. */
  | { readonly kind: 'look' };

export type Hear = (change: Change, origin: Origin) => void;

/** An area of a worksheet that follows rows and columns when they move, as a tracked range does. */
export interface Place {
  readonly sheet: Sheet;
  area: Area;
  /** Its cells were deleted. */
  gone: boolean;
}

export class Workbook {
  book: Book;
  /** Of the clock that completes dates typed without a year. */
  readonly year: () => number;
  origin: Origin = 'person';
  readonly #hearing = new Set<Hear>();
  readonly #places = new Set<WeakRef<Place>>();

  constructor(book: Book = newBook('工作簿1.xlsx'), year: () => number = () => new Date().getFullYear()) {
    this.book = book;
    this.year = year;
  }

  listen(hear: Hear): () => void {
    this.#hearing.add(hear);
    return () => this.#hearing.delete(hear);
  }

  tell(change: Change): void {
    for (const hear of [...this.#hearing]) hear(change, this.origin);
  }

  /** Does something in somebody's name. */
  as<T>(origin: Origin, act: () => T): T {
    const before = this.origin;
    this.origin = origin;
    try {
      return act();
    } finally {
      this.origin = before;
    }
  }

  /** @throws ItemNotFound */
  sheet(key: string): Sheet {
    const found = this.findSheet(key);
    if (found === undefined) throw notFound(`工作表“${key}”`);
    return found;
  }

  /** By id, or by name in whichever case. */
  findSheet(key: string): Sheet | undefined {
    const wanted = key.toLowerCase();
    return this.book.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === wanted);
  }

  get tables(): readonly { readonly sheet: Sheet; readonly table: Table }[] {
    return this.book.sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
  }

  follow(place: Place): Place {
    this.#places.add(new WeakRef(place));
    return place;
  }

  /** Places of a worksheet that somebody still holds. */
  *places(sheet: Sheet): Generator<Place> {
    for (const reference of this.#places) {
      const place = reference.deref();
      if (place === undefined) this.#places.delete(reference);
      else if (place.sheet === sheet) yield place;
    }
  }
}
