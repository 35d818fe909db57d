/**
 * Rows of a workbook handed to the keeper of their book, once the workbook itself is the right one: workbooks get mailed, copied and kept
 * over the new year, and what is in them is then meant for somewhere else.
 */
import { isWithoutLetter, yearOfNumber } from '../../../core/consult/fact.ts';
import { ok, type Result } from '../../../core/result.ts';
import { rowsPerRequest } from '../../../core/sheet/book.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { departmentNames } from '../registry/departments.ts';
import type { SheetReceipt, SheetSubmission } from './keeper.ts';
import { keeperOf } from './keepers.ts';

/** What the workbook says of itself. */
export interface Workbook {
  readonly office: string;
  readonly department: string;
  readonly year: number | null;
}

export async function submitRows(
  deps: Deps,
  actor: Actor,
  submission: SheetSubmission,
  workbook: Workbook,
): Promise<Result<SheetReceipt, Refusal>> {
  const fits = await rightWorkbook(deps, actor, submission, workbook);
  if (!fits.ok) return fits;
  const rows = submission.rows.length;
  if (rows > rowsPerRequest) return refuse('sheet', { reason: 'too-many-rows', rows, most: rowsPerRequest });
  const keeper = keeperOf(submission.ref);
  return keeper.ok ? keeper.value.submit(deps, actor, submission) : keeper;
}

async function rightWorkbook(
  deps: Deps,
  actor: Actor,
  { ref }: SheetSubmission,
  { office, department, year }: Workbook,
): Promise<Result<true, Refusal>> {
  if (office !== deps.office) return refuse('sheet', { reason: 'other-office', workbook: office, office: deps.office });
  if (department !== actor.department) {
    const nameOf = await departmentNames(deps.db);
    return refuse('sheet', {
      reason: 'other-department',
      workbook: nameOf(department),
      own: nameOf(actor.department),
    });
  }
  // A draw of December is inspected in January: its number names it, whatever year the workbook is of.
  if (ref.sheet === 'outcomes' || ref.sheet === 'visit-list') return ok(true);
  const now = Number(dayOf(deps.now()).slice(0, 4));
  // No list of books would show the rows before that year comes.
  if (ref.sheet === 'plan-tasks' && isWithoutLetter(ref.book) && (yearOfNumber(ref.book) ?? now) > now + 1)
    return refuse('sheet', { reason: 'no-such-book', sheet: ref.sheet, book: ref.book });
  const over = [year, ref.sheet === 'plan-tasks' ? yearOfNumber(ref.book) : null].find(
    (each) => each !== null && each < now,
  );
  return typeof over === 'number' ? refuse('sheet', { reason: 'year-over', year: over, now }) : ok(true);
}
