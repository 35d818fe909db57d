/** The text of a cell in the form that the desk writes, so that 2026.3.1 and 2026-03-01 are no change. */
import type { Reference } from '../../../core/sheet/check.ts';
import { type Context, contextOf } from '../../../core/sheet/context.ts';
import { readCell } from '../../../core/sheet/read-cell.ts';
import type { Bench, Work } from '../work.ts';
import { referenceOf } from './reference.ts';

export type Form = (field: string, text: string) => string;

/** What cannot be read, and words of which no value is kept, stay as they stand. */
export async function formOf(work: Work, { sheet, kept }: Bench): Promise<Form> {
  const known = await referenceOf(work, kept.ref);
  const context = known.ok ? contextFor(known.value.reference) : contextOf({});
  return (field, text) => {
    const own = sheet.fields.find(({ name }) => name === field);
    if (own === undefined || text === '') return text;
    const read = readCell(text, own, context, 0);
    return read.ok && read.value.value !== undefined ? own.write(read.value.value, context) || text : text;
  };
}

export const contextFor = ({ departments, year, demand }: Reference): Context =>
  contextOf({ departments, demand, ...(year === null ? {} : { year }) });
