/** The text of a cell in the form that the desk writes, so that 2026.3.1 and 2026-03-01 are no change. */

import type { Reference } from '../../../core/sheet/check.ts';
import { type Context, contextOf } from '../../../core/sheet/context.ts';
import { readCell } from '../../../core/sheet/read-cell.ts';
import type { AnySheet } from './table.ts';

export const contextFor = ({ departments, year, demand }: Reference): Context =>
  contextOf({ departments, demand, ...(year === null ? {} : { year }) });

/** What cannot be read stays as it stands. */
export function deskForm(sheet: AnySheet, field: string, text: string, context: Context): string {
  const known = sheet.fields.find(({ name }) => name === field);
  if (known === undefined || text === '') return text;
  const read = readCell(text, known, context, 0);
  return read.ok && read.value.value !== undefined ? known.write(read.value.value, context) : text;
}
