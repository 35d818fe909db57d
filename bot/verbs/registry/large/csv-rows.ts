/**
 * The rows of a long CSV file, some thousands at a time: the same rows, row numbers and refusals as `core/sheet/csv.ts` gives of the whole
 * file, by the same parser, which is given the text piece by piece.
 */
import { parse } from 'csv-parse/stream';
import { err, ok, type Result } from '../../../../core/result.ts';
import { apart, type CsvRefusal, csvOptions, refusalOf, unguard } from '../../../../core/sheet/csv.ts';
import type { Encoding } from '../../../../core/sheet/decode.ts';
import type { Limits } from '../../../../core/sheet/grid.ts';

/** Begins a file from its first byte; may be called again. */
export type Source = () => AsyncIterable<Uint8Array>;

export interface Portion {
  /** Number in the file of the first of them, from 0. */
  readonly firstRow: number;
  readonly rows: readonly (readonly string[])[];
}

/** Rows that are in memory at once. */
export const portionRows = 10_000;

/** Ends after the first refusal. */
export async function* csvRows(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  allowed: Limits,
  atOnce: number,
): AsyncGenerator<Result<Portion, CsvRefusal>> {
  const texts = decoded(bytes, encoding);
  const head = await headOf(texts);
  if (head === null) return yield err({ kind: 'not-text' });
  const { titles, body } = head;
  let rows: string[][] = titles.map((line) => [line]);
  let [firstRow, cells] = [0, 0];
  const refusal = (): CsvRefusal | null => {
    if (firstRow + rows.length > allowed.rows) return { kind: 'too-many-rows', allowed: allowed.rows };
    return cells > allowed.cells ? { kind: 'too-many-cells', allowed: allowed.cells } : null;
  };
  const parser = parse(csvOptions(body, allowed));
  const writer = parser.writable.getWriter();
  const given = giveAll(writer, body, texts);
  cells += rows.length;
  try {
    for await (const row of parser.readable) {
      const read: string[] = row;
      unguard(read);
      rows.push(read);
      cells += read.length;
      if (rows.length < atOnce) continue;
      const refused = refusal();
      if (refused !== null) return yield err(refused);
      yield ok({ firstRow, rows });
      firstRow += rows.length;
      rows = [];
    }
    const unread = await given;
    if (unread !== null) return yield err(unread);
  } catch (error) {
    return yield err(refusalOf(error));
  }
  const refused = refusal();
  if (refused !== null) return yield err(refused);
  if (rows.length > 0) yield ok({ firstRow, rows });
}

/** Title lines, and the text after them up to the end of its first line at least; null where it is no text. */
async function headOf(texts: AsyncIterator<string | null>): Promise<ReturnType<typeof apart> | null> {
  let text = '';
  for (;;) {
    const next = await texts.next();
    if (next.value === null) return null;
    if (!next.done) text += next.value;
    const head = apart(text.startsWith('\ufeff') ? text.slice(1) : text);
    if (next.done || head.body.includes('\n')) return head;
  }
}

interface Writer {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** Gives the parser everything; what the parser itself objects to is met by whoever reads from it. */
async function giveAll(writer: Writer, start: string, rest: AsyncIterator<string | null>): Promise<CsvRefusal | null> {
  const utf8 = new TextEncoder();
  try {
    await writer.write(utf8.encode(start));
    for (let next = await rest.next(); !next.done; next = await rest.next()) {
      if (next.value === null) {
        await writer.close();
        return { kind: 'not-text' };
      }
      await writer.write(utf8.encode(next.value));
    }
    await writer.close();
  } catch {
    // The parser has stopped: at a row too many, or at an error that reading tells.
  }
  return null;
}

/** Pieces of text; null where the bytes are none in this encoding, and then no more. */
async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string | null> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const part of bytes) {
      const text = decoder.decode(part, { stream: true });
      if (text.includes('\u0000')) return yield null;
      yield text;
    }
    yield decoder.decode();
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown;
    yield null;
  }
}
