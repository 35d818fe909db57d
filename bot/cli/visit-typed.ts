/** A visit by its 检查编号, as one types it, among those that one may read. */
import { ok } from '../../core/result.ts';
import type { Actor } from '../actor.ts';
import type { Desk } from '../desk/desk.ts';
import { refuse } from '../refusal.ts';
import { readBook } from '../verbs/outcome/books.ts';

/** The draw or list stands before the line: `3-0001`, `L3-0001`. */
const bookIn = (no: string): string => no.split('-')[0] ?? '';

export async function visitTyped(desk: Desk, actor: Actor, no: string) {
  const read = await readBook(desk, actor, bookIn(no));
  if (!read.ok) return read;
  const found = read.value.visits.find(({ visit }) => visit.no === no);
  if (found === undefined) return refuse('outcome', { reason: 'no-such-no', book: bookIn(no), no });
  const { department } = read.value.reach;
  return ok({ book: read.value.book.book, visit: found.visit.visit, department, read: found });
}
