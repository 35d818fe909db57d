/** Tables that were gathered beside the project; tests that need one skip where it is absent. */
import { existsSync, readFileSync } from 'node:fs';
import { parseCsv } from '../../core/sheet/csv.ts';
import { textOf } from '../../core/sheet/grid.ts';
import { value } from '../desk.ts';

/** Rows under the header, by column; null where the table is not there. */
export function tableOf(name: string): readonly Readonly<Record<string, string>>[] | null {
  const path = new URL(`../../../shared/data/${name}`, import.meta.url);
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  const table = lines.filter((line) => line.trim() !== '' && !line.startsWith('#')).join('\n');
  const [headers = [], ...rows] = value(parseCsv(table)).rows;
  return rows.map((row) => Object.fromEntries(headers.map((header, i) => [textOf(header), textOf(row[i])])));
}
