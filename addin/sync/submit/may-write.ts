/**
 * Whether this person may write with this workbook: a workbook belongs to one office, one department and, by worksheet, one year. The desk asks
 * the same again of every request; asking here first means that nothing is prepared in vain.
 */

import type { Who } from '../../../core/api/shapes.ts';
import { type BookLine, type BookRef, sameBook } from '../../../core/sheet/book.ts';
import type { Done } from '../filling.ts';
import type { Binding } from '../kept/binding.ts';
import { done, refused } from '../trouble.ts';
import { notOffered, notSignedIn, otherDepartment, otherOffice, otherYear } from '../words.ts';
import type { Bench, Work } from '../work.ts';

export function owner(work: Work, binding: Pick<Binding, 'office' | 'department' | 'departmentName'>): Done<Who> {
  const who = work.session.who();
  if (who === null) return { ok: false, trouble: { kind: 'signed-out', words: notSignedIn } };
  if (binding.office !== who.office) return refused(otherOffice(binding.office, who.office));
  if (binding.department !== who.department)
    return refused(otherDepartment(binding.departmentName, who.departmentName));
  return done(who);
}

/** The book as it is offered now; null where the desk cannot be asked, which is no reason to refuse. */
export async function offered(work: Work, { binding, kept }: Bench): Promise<Done<BookLine | null>> {
  const may = owner(work, binding);
  if (!may.ok) return may;
  const known = find(work.session.books()?.books ?? [], kept.ref);
  if (known !== undefined && known.year === kept.year && known.readOnly === null) return done(known);
  // Nobody is refused by a list that was got this morning.
  const books = await work.api.books();
  if (!books.ok) return done(known ?? null);
  await work.session.listed(books.value);
  const line = find(books.value.books, kept.ref);
  if (line === undefined) return refused(notOffered(kept.worksheet, kept.year));
  return line.year === kept.year ? done(line) : refused(otherYear(kept.worksheet, kept.year, line.year));
}

export async function mayWrite(work: Work, bench: Bench): Promise<Done<BookLine | null>> {
  const line = await offered(work, bench);
  return line.ok && line.value !== null && line.value.readOnly !== null ? refused(line.value.readOnly) : line;
}

const find = (lines: readonly BookLine[], ref: BookRef): BookLine | undefined =>
  lines.find((line) => sameBook(line, ref));
