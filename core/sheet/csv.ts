/**
 * CSV to grid and back (RFC 4180), by csv-parse: the one file that knows it. Row numbers stay those of the file; lines above
 * the table that start with # are kept as title rows. What is written can be given again and reads back the same.
 */
import { parse } from 'csv-parse/sync';
import { err, ok, type Result } from '../result.ts';
import { type DecodeRefusal, decode } from './decode.ts';
import { type Cell, type Grid, type Limits, limits, textOf } from './grid.ts';

export type CsvRefusal =
  | DecodeRefusal
  | { readonly kind: 'too-large'; readonly bytes: number; readonly allowed: number }
  | { readonly kind: 'too-many-rows'; readonly allowed: number }
  | { readonly kind: 'too-many-cells'; readonly allowed: number }
  /** A quotation mark that is opened and never closed, or stands where none can. */
  | { readonly kind: 'broken-quotes'; readonly line: number | null };

/** Reads bytes of a CSV file; comma, semicolon or tab, whichever the first full line holds most. */
export function readCsv(bytes: Uint8Array, allowed: Limits = limits): Result<Grid, CsvRefusal> {
  if (bytes.length > allowed.bytes) return err({ kind: 'too-large', bytes: bytes.length, allowed: allowed.bytes });
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  return parseCsv(decoded.value.text, allowed);
}

/** The same for a text that is already decoded (pasted into a form). */
export function parseCsv(text: string, allowed: Limits = limits): Result<Grid, CsvRefusal> {
  const { titles, body } = apart(text.startsWith('\ufeff') ? text.slice(1) : text);
  const table = parseBody(body, allowed);
  if (!table.ok) return table;
  const rows: string[][] = [...titles.map((line) => [line]), ...table.value];
  if (rows.length > allowed.rows) return err({ kind: 'too-many-rows', allowed: allowed.rows });
  let cells = 0;
  for (const row of rows) cells += row.length;
  if (cells > allowed.cells) return err({ kind: 'too-many-cells', allowed: allowed.cells });
  for (const row of table.value) unguard(row);
  return ok({ name: '', rows });
}

/** Takes away the apostrophe that `writeCsv` put before what a spreadsheet would run. */
export function unguard(row: string[]): void {
  for (let i = 0; i < row.length; i++) {
    const cell = row[i];
    if (cell?.charCodeAt(0) === apostrophe && guarded.test(cell)) row[i] = cell.slice(1);
  }
}

/** Title lines may hold anything, also a lone quotation mark, so they never reach the parser. */
export function apart(text: string): { titles: string[]; body: string } {
  const titles: string[] = [];
  let from = 0;
  while (text.charAt(from) === '#') {
    const end = text.indexOf('\n', from);
    const stop = end < 0 ? text.length : end;
    titles.push(text.slice(from, stop).replace(/\r$/, ''));
    from = end < 0 ? text.length : end + 1;
  }
  return { titles, body: text.slice(from) };
}

function parseBody(body: string, allowed: Limits): Result<string[][], CsvRefusal> {
  if (body === '') return ok([]);
  try {
    return ok(parse(body, csvOptions(body, allowed)));
  } catch (error) {
    return err(refusalOf(error));
  }
}

/** How the parser is told to read a body that begins so. */
export const csvOptions = (start: string, allowed: Limits) => ({
  delimiter: delimiterOf(start),
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  to: allowed.rows + 1,
});

/** What the parser threw, as a refusal. @throws whatever else it was */
export function refusalOf(error: unknown): CsvRefusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!code.startsWith('CSV_')) throw error;
  const line = error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : null;
  return { kind: 'broken-quotes', line };
}

function delimiterOf(body: string): string {
  const first = body.slice(0, Math.max(0, body.search(/\r?\n/)) || body.length).replace(/"[^"]*"/g, '');
  const count = (mark: string) => first.split(mark).length - 1;
  const best = ['\t', ';'].find((mark) => count(mark) > count(','));
  return best ?? ',';
}

/**
 * Beginnings that a spreadsheet takes for a formula, full-width ones too. Such a cell is written behind an apostrophe, as is
 * one that already stands behind apostrophes, so that reading takes exactly one away.
 * Source: OWASP, CSV Injection.
 */
const guarded = /^'+[=+\-@\t\r＝＋－＠]/;
const runnable = /^'*[=+\-@\t\r＝＋－＠]/;
const apostrophe = "'".charCodeAt(0);
const needsQuotes = /[",\r\n\t;]|^#|^\s|\s$/;

/** Text of a grid: comma, CRLF, byte order mark (without it Excel reads Chinese as rubbish). */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((row) => row.map((cell) => written(textOf(cell))).join(','));
  return `\ufeff${lines.map((line) => `${line === '' ? '""' : line}\r\n`).join('')}`;
}

function written(cell: string): string {
  const safe = runnable.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
