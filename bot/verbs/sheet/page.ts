/** Rows given out page by page: each page begins after the row that the one before ended with. */
import { ok, type Result } from '../../../core/result.ts';
import { rowsPerPage } from '../../../core/sheet/book.ts';
import type { HeldRow } from '../../../core/sheet/row.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { HeldRows } from './keeper.ts';

/**
 * @param after '' for the first page
 * @param made the rows of what stands for them; asked for those of this page only
 */
export async function pageOf<R extends { readonly id: string }>(
  { line, fields, rows }: Pick<HeldRows, 'line' | 'fields'> & { readonly rows: readonly R[] },
  after: string,
  made: (page: readonly R[]) => readonly HeldRow[] | Promise<readonly HeldRow[]>,
): Promise<Result<HeldRows, Refusal>> {
  const at = after === '' ? -1 : rows.findIndex(({ id }) => id === after);
  // A row that the last page ended with and that is gone would leave a gap that nobody sees.
  if (after !== '' && at < 0) return refuse('sheet', { reason: 'moved-on', title: line.title });
  const page = rows.slice(at + 1, at + 1 + rowsPerPage);
  const isLast = at + 1 + page.length >= rows.length;
  return ok({ line, fields, rows: await made(page), next: isLast ? null : (page.at(-1)?.id ?? null) });
}
