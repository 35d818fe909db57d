/** A file that a platform gave: .xlsx, CSV, or JSON in the fields of the national system, as one table each. */
import { err, ok, type Result } from '../../../core/result.ts';
import { contextOf } from '../../../core/sheet/context.ts';
import { type Grid, listLimits as limits } from '../../../core/sheet/grid.ts';
import { openFile } from '../../../core/sheet/open.ts';
import { type Reading, readSheet } from '../../../core/sheet/read.ts';
import type { Sheet } from '../../../core/sheet/sheet.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { JsonRefusal } from './refusal.ts';

export interface GivenFile {
  readonly bytes: Uint8Array;
  readonly file: string;
}

/** Reads the table of the file that has the most of the sheet's columns: an export of ours has an announcement before its details. */
export async function readGiven<V>(
  { bytes, file }: GivenFile,
  sheet: Sheet<V, string>,
): Promise<Result<Reading<V>, Refusal>> {
  const grids = await gridsOf(bytes);
  if (!grids.ok) return refuse('notice', { reason: 'file', file, why: grids.error });
  const readings = grids.value.map((grid) => readSheet(grid, sheet, contextOf({})));
  const [best] = readings
    .flatMap((each) => (each.ok ? [each.value] : []))
    .sort((a, b) => b.recognised.columns.length - a.recognised.columns.length);
  if (best !== undefined) return ok(best);
  const [first] = readings;
  return refuse('notice', {
    reason: 'no-table',
    file,
    why:
      first === undefined || first.ok
        ? { kind: 'no-header', expected: sheet.fields.map(({ header }) => header) }
        : first.error,
  });
}

async function gridsOf(bytes: Uint8Array) {
  const isJson = bytes.length > 0 && '[{'.includes(String.fromCharCode(bytes[startOf(bytes)] ?? 0));
  if (!isJson) return openFile(bytes, limits);
  if (bytes.length > limits.bytes)
    return err({ kind: 'too-large' as const, bytes: bytes.length, allowed: limits.bytes });
  const read = gridOfJson(new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes));
  return read.ok ? ok([read.value]) : read;
}

/** After a byte order mark and spaces. */
function startOf(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length && [0x20, 0x09, 0x0a, 0x0d].includes(bytes[at] ?? 0)) at += 1;
  return at;
}

/** A record's details are rows of their own, with what the record says of all of them. */
function gridOfJson(text: string): Result<Grid, JsonRefusal> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err({ kind: 'not-json' });
  }
  const list = listIn(value);
  if (list === null) return err({ kind: 'no-list' });
  const records = list.flatMap((record) => {
    const { details, ...rest } = record;
    const inner = recordsIn(details);
    return inner === null || inner.length === 0 ? [rest] : inner.map((detail) => ({ ...rest, ...detail }));
  });
  const headers = [...new Set(records.flatMap((record) => Object.keys(record)))].slice(0, limits.columns);
  const rows = records.slice(0, limits.rows).map((record) => headers.map((header) => textIn(record[header])));
  return ok({ name: '', rows: [headers, ...rows] });
}

type JsonRecord = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const recordsIn = (value: unknown): readonly JsonRecord[] | null =>
  Array.isArray(value) ? value.filter(isRecord) : null;
const listIn = (value: unknown): readonly JsonRecord[] | null =>
  recordsIn(value) ?? (isRecord(value) ? (recordsIn(value.list) ?? recordsIn(value.data)) : null);
const textIn = (value: unknown): string =>
  typeof value === 'string'
    ? value.toWellFormed()
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
