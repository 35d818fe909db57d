/**
 * The first reading of a long list: whether it is text and of which encoding, its digest, and which keys stand in it more than once. Rows
 * that are alone in their file can then be taken in as they come by; only the others wait for each other.
 */
import { digestingBytes } from '../../../../core/digest.ts';
import { type KeySet, keySet } from '../../../../core/registry/key-set.ts';
import { err, ok, type Result } from '../../../../core/result.ts';
import type { Context } from '../../../../core/sheet/context.ts';
import type { CsvRefusal } from '../../../../core/sheet/csv.ts';
import type { Encoding } from '../../../../core/sheet/decode.ts';
import { type Grid, limits } from '../../../../core/sheet/grid.ts';
import { lineReader, rowReader } from '../../../../core/sheet/read-row.ts';
import { type Recognised, type RecogniseRefusal, recognise } from '../../../../core/sheet/recognise.ts';
import type { Sheet } from '../../../../core/sheet/sheet.ts';
import { csvRows, type Source } from './csv-rows.ts';

export interface Survey {
  readonly encoding: Encoding;
  readonly fileDigest: string;
  readonly recognised: Recognised;
  /** The file down to its header row and somewhat beyond. */
  readonly head: Grid;
  /** Keys of all rows that can be read … */
  readonly keys: KeySet;
  /** … and of those that are not alone. */
  readonly repeated: ReadonlySet<string>;
}

export type SurveyRefusal = CsvRefusal | { readonly kind: 'header'; readonly why: RecogniseRefusal };

export async function survey<V>(
  source: Source,
  sheet: Sheet<V>,
  context: Context,
  atOnce: number,
): Promise<Result<Survey, SurveyRefusal>> {
  const marked = await encodingsOf(source);
  let last: Result<Survey, SurveyRefusal> = err({ kind: 'empty-file' });
  for (const encoding of marked) {
    last = await surveyAs(encoding, source, sheet, context, atOnce);
    if (last.ok || last.error.kind !== 'not-text') return last;
  }
  return last;
}

/** The encodings to be tried, as `core/sheet/decode.ts` tries them; none for an empty file. */
export async function encodingsOf(source: Source): Promise<readonly Encoding[]> {
  // Two bytes make a mark, and a stream may hand them over one by one.
  const start: number[] = [];
  for await (const part of source()) {
    start.push(...part.subarray(0, 2));
    if (start.length >= 2) break;
  }
  const [first, second] = start;
  if (first === undefined) return [];
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

async function surveyAs<V>(
  encoding: Encoding,
  source: Source,
  sheet: Sheet<V>,
  context: Context,
  atOnce: number,
): Promise<Result<Survey, SurveyRefusal>> {
  const digesting = digestingBytes();
  let size = 0;
  async function* passed(): AsyncGenerator<Uint8Array> {
    for await (const part of source()) {
      digesting.take(part);
      size += part.length;
      yield part;
    }
  }
  const keys = keySet();
  const repeated = new Set<string>();
  let found: { readonly recognised: Recognised; readonly head: Grid } | null = null;
  let read: ((rows: readonly (readonly string[])[], firstRow: number) => void) | null = null;
  for await (const portion of csvRows(passed(), encoding, limits, atOnce)) {
    if (!portion.ok) return portion;
    if (size > limits.bytes) return err({ kind: 'too-large', bytes: size, allowed: limits.bytes });
    const { rows, firstRow } = portion.value;
    if (read === null) {
      const head: Grid = { name: '', rows };
      const recognised = recognise(head, sheet, Object.keys(context.assume), context.demand);
      if (!recognised.ok) return err({ kind: 'header', why: recognised.error });
      found = { recognised: recognised.value, head: { name: '', rows: rows.slice(0, headRows) } };
      read = keysInto(sheet, context, found, keys, repeated);
    }
    read(rows, firstRow);
  }
  if (found === null) return err({ kind: 'header', why: noHeader(sheet, context) });
  return ok({ encoding, fileDigest: digesting.digest(), ...found, keys, repeated });
}

/** The header row is looked for among the first thirty. */
const headRows = 40;

function keysInto<V>(
  sheet: Sheet<V>,
  context: Context,
  { recognised, head }: Pick<Survey, 'recognised' | 'head'>,
  keys: KeySet,
  repeated: Set<string>,
) {
  const lineOf = lineReader(recognised);
  const readRow = rowReader(head, sheet, context, recognised);
  return (rows: readonly (readonly string[])[], firstRow: number): void => {
    for (const [i, cells] of rows.entries()) {
      if (firstRow + i < recognised.firstRow) continue;
      const line = lineOf(firstRow + i, cells);
      if (line?.kind !== 'row') continue;
      const { built } = readRow(line.row, line.cells);
      if (built === null) continue;
      const key = sheet.keyOf(built.value);
      if (!keys.add(key)) repeated.add(key);
    }
  };
}

function noHeader<V>(sheet: Sheet<V>, context: Context): RecogniseRefusal {
  const none = recognise({ name: '', rows: [] }, sheet, Object.keys(context.assume), context.demand);
  if (none.ok) throw new Error('a table without a row was recognised');
  return none.error;
}
