/**
 * One page of a table, read as lines of JSON that SQLite itself writes and reads back: whole numbers stay whole numbers, text stays text,
 * whatever a driver in between makes of them. A page is small enough for one parameter and one short transaction.
 */
import type { InStatement, InValue } from '@libsql/client/web';
import type { Table } from './copy-tables.ts';
import type { Db } from './database.ts';

/** UTF-16 units of one page; at most 3 bytes each, so below 1 MB. A single longer row is a page by itself. */
export const unitsMax = 300_000;
const rowsMax = 20_000;

/** Values of the key columns of a row: where a page ends. */
export type Key = readonly (string | number)[];

export interface Page {
  /** A row each, as a JSON array of its columns, in the order of the key. */
  readonly lines: readonly string[];
  /** The last row's key; null where the page is empty. */
  readonly end: Key | null;
}

/** Rows after a key, or from the beginning. @param expected how many rows are likely to fit */
export async function pageAfter(db: Db, table: Table, after: Key | null, expected: number): Promise<Page> {
  const limit = BigInt(Math.max(1, Math.min(rowsMax, expected)));
  const sql = `select group_concat(line, char(10)) as lines from (
    select line from (
      select line, sum(length(line)) over (order by ${table.key.join(', ')} rows unbounded preceding) as units,
        row_number() over (order by ${table.key.join(', ')}) as place
      from (select ${table.key.join(', ')}, ${lineSql(table)} as line from ${table.name}${after === null ? '' : ` where ${beyond(table)}`}
        order by ${table.key.join(', ')} limit ${limit}))
    where units <= ${unitsMax} or place = 1 order by place)`;
  const [row] = await db.read({ sql, args: after === null ? [] : after.map(bound) });
  return pageOf(table, row?.lines);
}

/** Rows after one key up to another, both as `pageAfter` gave them; to the end of the table where there is no other. */
export async function pageBetween(db: Db, table: Table, after: Key | null, upTo: Key | null): Promise<Page> {
  const limits = [after === null ? '' : beyond(table), upTo === null ? '' : within(table)].filter(
    (each) => each !== '',
  );
  const where = limits.length === 0 ? '' : ` where ${limits.join(' and ')}`;
  const sql = `select group_concat(line, char(10)) as lines from (
    select ${lineSql(table)} as line from ${table.name}${where} order by ${table.key.join(', ')})`;
  const [row] = await db.read({ sql, args: [...(after ?? []), ...(upTo ?? [])].map(bound) });
  return pageOf(table, row?.lines);
}

/** One statement for all the lines; a row that stands there under the same key, or holds what only one row may, gives way. */
export const insertLines = (table: Table, lines: readonly string[]): InStatement => ({
  sql: `insert or replace into ${table.name} (${table.columns.map(({ name }) => name).join(', ')})
    select ${table.columns.map(({ type }, i) => (type === 'BLOB' ? `unhex(value ->> ${i})` : `value ->> ${i}`)).join(', ')} from json_each(?)`,
  args: [`[${lines.join(',')}]`],
});

/** Removes the rows that these lines are the rows of. */
export const deleteLines = (table: Table, lines: readonly string[]): InStatement => ({
  sql: `delete from ${table.name} where (${table.key.join(', ')}) in (select ${table.key.map((_, i) => `value ->> ${i}`).join(', ')} from json_each(?))`,
  args: [JSON.stringify(lines.map((line) => keyOfLine(table, line)))],
});

export function keyOfLine(table: Table, line: string): Key {
  const values: unknown = JSON.parse(line);
  if (!Array.isArray(values)) throw new Error(`${table.name}: a row that is none`);
  return table.key.map((name) => {
    const value: unknown = values[table.columns.findIndex((column) => column.name === name)];
    if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`${table.name}: a row without its key`);
    return value;
  });
}

const pageOf = (table: Table, held: unknown): Page => {
  if (typeof held !== 'string') return { lines: [], end: null };
  // JSON writes a line feed inside of a text as \n, so that none but ours is left.
  const lines = held.split('\n');
  const last = lines.at(-1);
  return { lines, end: last === undefined ? null : keyOfLine(table, last) };
};

const lineSql = ({ columns }: Table): string =>
  `json_array(${columns.map(({ name, type }) => (type === 'BLOB' ? `iif(${name} is null, null, hex(${name}))` : name)).join(', ')})`;

const marks = ({ key }: Table): string => key.map(() => '?').join(', ');
const beyond = (table: Table): string => `(${table.key.join(', ')}) > (${marks(table)})`;
const within = (table: Table): string => `(${table.key.join(', ')}) <= (${marks(table)})`;

const bound = (value: string | number): InValue => (typeof value === 'number' ? BigInt(value) : value);
