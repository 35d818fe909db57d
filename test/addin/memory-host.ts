/**
 * A workbook in memory, and a host over it, as small and honest as it can be: whole rows are sorted, columns inserted and moved, rows copied and deleted, as
 * people do it. A host can die at its n-th write, before it or in the middle of it; the workbook stays as it was left, for the next host.
 */
import { type Block, HostTrouble, type KeptPart, type Mark, type SheetHost } from '../../addin/host/sheet-host.ts';
import { type Cell, type Grid, textOf } from '../../core/sheet/grid.ts';
import { type Layout, type LayoutColumn, shownHeader } from '../../core/sheet/layout.ts';

export interface MemoryBook {
  readonly worksheets: Map<string, Cell[][]>;
  readonly kept: Map<KeptPart, (readonly string[])[]>;
  /** Put out of sight by a person. */
  readonly hidden: Set<string>;
}
export const newBook = (): MemoryBook => ({ worksheets: new Map(), kept: new Map(), hidden: new Set() });

export interface HostFaults {
  /** Number of the write, from 1, at which the program ends. */
  dieAt?: number;
  /** It ends in the middle of that write and not before it. */
  half?: boolean;
  /** Done just before a write, such as somebody sorting. */
  before?: (write: string, nth: number) => void;
}

export class Died extends Error {}

export interface MemoryHost extends SheetHost {
  readonly writes: () => number;
  readonly marks: ReadonlyMap<string, readonly Mark[]>;
  readonly shown: () => string;
}

export function memoryHost(book: MemoryBook, faults: HostFaults = {}): MemoryHost {
  let writes = 0;
  let dead = false;
  let shown = '';
  const marks = new Map<string, readonly Mark[]>();

  /** @param portions what the write is made of; half of them are done where it dies in the middle */
  const writing = async (name: string, portions: readonly (() => void)[]): Promise<void> => {
    await Promise.resolve();
    if (dead) throw new Died('the program has ended');
    writes++;
    faults.before?.(name, writes);
    const dies = writes === faults.dieAt;
    const done = dies ? (faults.half ? portions.slice(0, Math.ceil(portions.length / 2)) : []) : portions;
    for (const portion of done) portion();
    if (!dies) return;
    dead = true;
    throw new Died(`ended at ${name}`);
  };
  const sheetOf = (worksheet: string): Cell[][] => {
    const rows = book.worksheets.get(worksheet);
    if (rows === undefined) throw new HostTrouble({ kind: 'no-worksheet', worksheet });
    return rows;
  };
  const put = (rows: Cell[][], row: number, column: number, text: string) => {
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length <= column) cells.push('');
    cells[column] = text;
  };
  const putBlock = (rows: Cell[][], { row, column, cells }: Block) => {
    cells.forEach((line, i) => {
      line.forEach((text, j) => {
        if (text !== null) put(rows, row + i, column + j, text);
      });
    });
  };

  return {
    kind: 'file',
    called: { zh: '内存表格', en: 'a workbook in memory' },
    live: false,
    workbook: () => '试验.xlsx',
    writes: () => writes,
    marks,
    shown: () => shown,
    worksheets: async () =>
      [...book.worksheets].map(([name, rows]) => ({
        name,
        hidden: book.hidden.has(name),
        rows: rows.length,
        columns: Math.max(0, ...rows.map((row) => row.length)),
      })),
    read: async (worksheet): Promise<Grid> => {
      if (dead) throw new Died('the program has ended');
      return { name: worksheet, rows: sheetOf(worksheet).map((row) => [...row]) };
    },
    write: (worksheet, blocks) => {
      const rows = sheetOf(worksheet);
      return writing(
        'write',
        blocks.map((block) => () => putBlock(rows, block)),
      );
    },
    create: async (layout) => {
      const name = freeName(book, layout.name);
      await writing('create', [() => book.worksheets.set(name, gridOfLayout(layout))]);
      return name;
    },
    addColumns: async (worksheet, headerRow, after, columns: readonly LayoutColumn[]) => {
      const rows = sheetOf(worksheet);
      await writing(
        'addColumns',
        columns.map((column, place) => () => put(rows, headerRow, after + 1 + place, column.header)),
      );
      return after + 1;
    },
    mark: async (worksheet, area, given) => {
      const rows = sheetOf(worksheet);
      const texts = new Map(given.map((mark) => [mark.row, mark.text]));
      const lines = Array.from({ length: area.lastRow - area.firstRow + 1 }, (_, i) => area.firstRow + i);
      await writing(
        'mark',
        lines.map((row) => () => put(rows, row, area.verdict, texts.get(row) ?? '')),
      );
      marks.set(worksheet, given);
    },
    removeRows: (worksheet, gone) => {
      const rows = sheetOf(worksheet);
      return writing(
        'removeRows',
        gone.toSorted((a, b) => b - a).map((row) => () => rows.splice(row, 1)),
      );
    },
    show: async (worksheet, row, column) => {
      shown = `${worksheet} ${row} ${column}`;
    },
    figures: async (layout) => {
      await writing('figures', [() => book.worksheets.set(layout.name, gridOfLayout(layout))]);
      return layout.name;
    },
    readKept: async (part) => [...(book.kept.get(part) ?? [])],
    writeKept: (part, rows) => writing(`writeKept ${part}`, [() => book.kept.set(part, [...rows])]),
    appendKept: (part, rows) =>
      writing(
        `appendKept ${part}`,
        rows.map((row) => () => {
          const lines = book.kept.get(part) ?? [];
          lines.push(row);
          book.kept.set(part, lines);
        }),
      ),
    onChange: () => () => {},
  };
}

const gridOfLayout = ({ titles, columns, rows }: Layout): Cell[][] => [
  ...titles.map((title) => [title]),
  columns.map(shownHeader),
  ...rows.map((row) => [...row]),
];

function freeName({ worksheets }: MemoryBook, name: string): string {
  if (!worksheets.has(name)) return name;
  let n = 2;
  while (worksheets.has(`${name} (${n})`)) n++;
  return `${name} (${n})`;
}

/** What people do with a worksheet. Columns are named by their header; rows by any text that stands in them. */
export function hands(book: MemoryBook, worksheet: string) {
  const rows = () => book.worksheets.get(worksheet) ?? [];
  const plain = (cell: Cell | undefined) => textOf(cell).replace(/\s*\*$/, '');
  const header = () => rows().findIndex((row) => row.filter((cell) => textOf(cell) !== '').length > 2);
  const column = (name: string) => (rows()[header()] ?? []).findIndex((cell) => plain(cell) === name);
  const rowOf = (text: string) => rows().findIndex((row, i) => i > header() && row.some((c) => textOf(c) === text));
  const columns = (act: (row: Cell[]) => void) => {
    for (const row of rows().slice(header())) act(row);
  };
  return {
    rowOf,
    column,
    count: () => rows().length - header() - 1,
    text: (text: string, name: string) => textOf(rows()[rowOf(text)]?.[column(name)]),
    all: (name: string) =>
      rows()
        .slice(header() + 1)
        .map((row) => textOf(row[column(name)])),
    type: (text: string, name: string, typed: Cell) => {
      const row = rows()[rowOf(text)];
      if (row === undefined) throw new Error(`no row ${text}`);
      while (row.length <= column(name)) row.push('');
      row[column(name)] = typed;
    },
    /** Below the last row: header → text. */
    add: (cells: Readonly<Record<string, Cell>>) => {
      const row: Cell[] = [];
      for (const [name, text] of Object.entries(cells)) {
        while (row.length <= column(name)) row.push('');
        row[column(name)] = text;
      }
      rows().push(row);
    },
    copy: (text: string) => {
      const from = rowOf(text);
      rows().splice(from + 1, 0, [...(rows()[from] ?? [])]);
      return from + 1;
    },
    typeAt: (row: number, name: string, typed: Cell) => {
      const cells = rows()[row];
      if (cells !== undefined) cells[column(name)] = typed;
    },
    remove: (text: string) => rows().splice(rowOf(text), 1),
    sort: (name: string, down = false) => {
      const place = column(name);
      const sign = down ? -1 : 1;
      const body = rows().splice(header() + 1);
      body.sort((a, b) =>
        textOf(a[place]) < textOf(b[place]) ? -sign : textOf(a[place]) > textOf(b[place]) ? sign : 0,
      );
      rows().push(...body);
    },
    insertColumn: (before: string, name: string) => {
      const at = column(before);
      let first = true;
      columns((row) => {
        row.splice(at, 0, first ? name : '自己的笔记');
        first = false;
      });
    },
    moveColumn: (name: string, before: string) => {
      const from = column(name);
      const to = column(before);
      columns((row) => {
        while (row.length <= Math.max(from, to)) row.push('');
        const [cell = ''] = row.splice(from, 1);
        row.splice(to > from ? to - 1 : to, 0, cell);
      });
    },
    removeColumn: (name: string) => {
      const at = column(name);
      columns((row) => row.splice(at, 1));
    },
    rename: (to: string) => {
      book.worksheets.set(to, rows());
      book.worksheets.delete(worksheet);
    },
  };
}
