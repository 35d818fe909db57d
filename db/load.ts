/**
 * Many rows by few statements: one `insert … select … from json_each(?)` a chunk, several times faster than a statement a
 * row and the only form that fits the parameter limits of the edge. Sorted keys make it faster again.
 */
import type { InStatement } from '@libsql/client/web';
import { type Db, pause } from './database.ts';

/** One row; its fields in the order of the statement's columns. Whole numbers travel as JSON and keep their type. */
export type Fields = readonly (string | number | null)[];

export interface Target {
  readonly table: string;
  readonly columns: readonly string[];
}

const rowsMax = 20_000;
/** UTF-16 units of one JSON parameter; up to 3 bytes each, so below 1 MB of row text in Chinese. */
const unitsMax = 900_000;

/** One statement for rows that fit in it; `fixed` are columns with an SQL expression, the same in each row. */
export function insertRows(
  target: Target,
  rows: readonly Fields[],
  fixed: Readonly<Record<string, string>> = {},
): InStatement {
  const columns = [...target.columns, ...Object.keys(fixed)];
  const values = [...target.columns.map((_, i) => `value ->> ${i}`), ...Object.values(fixed)];
  return {
    sql: `insert into ${target.table} (${columns.join(', ')}) select ${values.join(', ')} from json_each(?) where true on conflict do nothing`,
    args: [JSON.stringify(rows)],
  };
}

/** Writes rows chunk by chunk, each chunk atomic, letting other work run between. The same rows again change nothing. */
export async function load(
  db: Db,
  target: Target,
  rows: Iterable<Fields>,
  fixed: Readonly<Record<string, string>> = {},
): Promise<number> {
  let chunk: Fields[] = [];
  let units = 0;
  let count = 0;
  const flush = async () => {
    await db.write([insertRows(target, chunk, fixed)]);
    await pause();
    chunk = [];
    units = 0;
  };
  for (const row of rows) {
    for (const field of row) units += typeof field === 'string' ? field.length + 3 : 12;
    chunk.push(row);
    count += 1;
    if (chunk.length === rowsMax || units >= unitsMax) await flush();
  }
  if (chunk.length > 0) await flush();
  return count;
}
