/**
 * The whole chain in one process: a person's pane over our Excel host, Microsoft's Office.js, the practice Excel; and from the pane by the real
 * client to the real interface over a real database. The line between pane and desk can be cut, either way.
 */
import { apiClient } from '../../../addin/api.ts';
import { excelHost } from '../../../addin/host/excel/excel-host.ts';
import type { Book } from '../../../addin/practice/model/book.ts';
import { writeCells } from '../../../addin/practice/model/cells.ts';
import { insertCells } from '../../../addin/practice/model/moves.ts';
import { openExcel, type PracticeExcel } from '../../../addin/practice/open-excel.ts';
import type { Done, Filling, Sent } from '../../../addin/sync/filling.ts';
import { openFilling } from '../../../addin/sync/open-filling.ts';
import { tokenKey } from '../../../addin/sync/store-port.ts';
import type { Actor } from '../../../bot/actor.ts';
import { paneCode } from '../../../bot/verbs/chat/excel.ts';
import { createApp } from '../../../bot/web/app.ts';
import type { TestDesk } from '../../desk.ts';
import { got, memoryStore } from '../sync/bench.ts';

const site = 'http://mingchou.invalid';

export interface Line {
  /** Requests that never arrive, from the next on. */
  cut: number;
  /** Requests that arrive and whose answers are lost. */
  deaf: number;
  /** Done when a request has been answered and before the pane hears of it. */
  answered: () => void;
  /** The request to Excel, counted from the first, that is carried out and after which the program is gone. */
  lastAsked: number;
}

export interface Pane extends Filling {
  readonly excel: PracticeExcel;
  readonly line: Line;
  /** Requests to Excel so far. */
  readonly asked: () => number;
  /** Everything of the pane that is not in the workbook is gone. */
  readonly close: () => void;
}

/** A pane that nobody has signed in to yet, over a workbook as it was saved. */
export async function paneOver(desk: TestDesk, book?: Book): Promise<Pane> {
  const app = createApp({ ...desk, site });
  let asked = 0;
  const line: Line = { cut: 0, deaf: 0, answered: () => {}, lastAsked: Number.POSITIVE_INFINITY };
  const batched = () => {
    asked++;
    if (asked === line.lastAsked) excel.close();
  };
  const excel = await openExcel({ ...(book && { book }), batched });
  const store = memoryStore();
  let token: string | null = null;
  const posted = async (url: string, init?: RequestInit): Promise<Response> => {
    const submitted = init?.method === 'POST' && url.endsWith('/api/rows');
    if (submitted && line.cut > 0) {
      line.cut--;
      throw new TypeError('the network is down');
    }
    const answer = await app.request(url, init);
    if (submitted) line.answered();
    if (!submitted || line.deaf === 0) return answer;
    line.deaf--;
    throw new TypeError('the network is down');
  };
  const filling = await openFilling({
    host: await excelHost(excel.Excel),
    api: apiClient({
      origin: site,
      token: () => token,
      lang: () => 'zh',
      fetch: (input, init) => posted(String(input instanceof Request ? input.url : input), init),
    }),
    store: {
      ...store,
      write: async (key, text) => {
        if (key === tokenKey) token = text;
        await store.write(key, text);
      },
    },
    makeId: () => crypto.randomUUID(),
    now: () => new Date(desk.now()),
  });
  return { ...filling, excel, line, asked: () => asked, close: () => excel.close() };
}

/** Signed in by a code from the chat. */
export async function signedPane(desk: TestDesk, actor: Actor, book?: Book): Promise<Pane> {
  const pane = await paneOver(desk, book);
  got(await pane.signIn((await paneCode(desk, actor)).code));
  return pane;
}

/** A moment in which whatever goes on without the pane comes to an end. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

/** The workbook as it is saved, read by whoever opens it next. */
export const saved = ({ excel }: Pane): Book => structuredClone(excel.workbook.book);

export const submit = async (pane: Pane, worksheet: string, withdraw: readonly string[] = []): Promise<Done<Sent>> =>
  pane.submit(got(await pane.preview(worksheet)), { reason: '', withdraw });

/** A person at a worksheet. Columns are named by their header, rows by a text that stands in one of their cells. */
export function personAt({ excel: { workbook } }: Pane, worksheet: string) {
  const sheet = () => workbook.sheet(worksheet);
  const text = (row: number, column: number) => {
    const value = sheet().rows[row]?.cells[column]?.value ?? '';
    return typeof value === 'object' ? value.error : String(value);
  };
  const width = () => sheet().rows.reduce((most, row) => Math.max(most, row?.cells.length ?? 0), 0);
  const headers = (row: number) => Array.from({ length: width() }, (_, c) => text(row, c).replace(/ \*$/, ''));
  const headerRow = () => sheet().rows.findIndex((_, row) => headers(row).includes('校验结果'));
  const column = (header: string) => headers(headerRow()).indexOf(header);
  const rowOf = (found: string) => {
    const row = sheet().rows.findIndex((_, r) => r > headerRow() && headers(r).includes(found));
    if (row < 0) throw new Error(`no row with ${found}`);
    return row;
  };
  const typeAt = (row: number, header: string, typed: string | number) => {
    const area = { row, column: column(header), rows: 1, columns: 1 };
    workbook.as('person', () => writeCells(workbook, sheet(), area, [[typed]]));
  };
  const freeRow = () => {
    let row = sheet().rows.length;
    while (row > headerRow() + 1 && headers(row - 1).every((cell) => cell === '')) row--;
    return row;
  };
  return {
    rowOf,
    column,
    typeAt,
    text: (found: string, header: string) => text(rowOf(found), column(header)),
    textAt: (row: number, header: string) => text(row, column(header)),
    all: (header: string) =>
      Array.from({ length: freeRow() - headerRow() - 1 }, (_, i) => text(headerRow() + 1 + i, column(header))),
    type: (found: string, header: string, typed: string | number) => typeAt(rowOf(found), header, typed),
    /** Below the last row. @returns where */
    add: (cells: Readonly<Record<string, string | number>>): number => {
      const row = freeRow();
      for (const [header, typed] of Object.entries(cells)) typeAt(row, header, typed);
      return row;
    },
    insertColumn: (before: string) =>
      workbook.as('person', () =>
        insertCells(workbook, sheet(), { row: 0, column: column(before), rows: 1_048_576, columns: 1 }, 'column'),
      ),
  };
}
