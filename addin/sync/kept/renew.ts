/**
 * The line of a book as the workbook keeps it: until when, how much is in it, why it can only be read. It is the desk's of a certain day; whatever
 * goes to the desk brings a newer one along.
 */
import { type BookLine, type BookRef, sameBook } from '../../../core/sheet/book.ts';
import type { Work } from '../work.ts';
import { type Binding, type KeptSheet, layBinding, readBinding } from './binding.ts';

/** The newest that is known: what was listed for the workbook's own department in this session, or what was kept. */
export function newestLine({ session }: Work, binding: Binding, { ref, year, line }: KeptSheet): BookLine | null {
  const listed = session.books();
  if (listed === null) return line;
  const { office, department } = listed.who;
  if (office !== binding.office || department !== binding.department) return line;
  return listed.books.find((each) => sameBook(each, ref) && each.year === year) ?? line;
}

/** After rows were sent: the list is asked anew, and the line kept. Nothing depends on it, so that a desk that is not reached is no trouble. */
export async function renewLines(work: Work, refs: readonly BookRef[]): Promise<void> {
  const books = await work.api.books();
  if (!books.ok) return;
  await work.session.listed(books.value);
  // As it stands by now: a co-author may have opened another book meanwhile.
  const read = readBinding(await work.host.keptNow('binding'));
  if (read.ok && read.value !== null) await keepLines(work, read.value, refs);
}

async function keepLines(work: Work, binding: Binding, refs: readonly BookRef[]): Promise<void> {
  const sheets = binding.sheets.map((kept) =>
    refs.some((ref) => sameBook(kept.ref, ref)) ? { ...kept, line: newestLine(work, binding, kept) } : kept,
  );
  if (JSON.stringify(sheets) === JSON.stringify(binding.sheets)) return;
  await work.host.writeKept('binding', layBinding({ ...binding, sheets }));
}
