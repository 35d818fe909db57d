/**
 * Keeps 检查结果录入: a department's visits with their items, filled in by those who inspect. Every row is settled and checked for itself, and
 * all good rows of one submission become one fact.
 */
import type { RowAnswer } from '../../../../core/api/shapes.ts';
import { reviewKey } from '../../../../core/outcome/review.ts';
import { ok, type Result } from '../../../../core/result.ts';
import type { BookLine } from '../../../../core/sheet/book.ts';
import { outcomes } from '../../../../core/sheet/outcomes.ts';
import { outcomeCounts, standingOutcomes } from '../../../../db/outcomes.ts';
import type { Actor } from '../../../actor.ts';
import type { Deps } from '../../../deps.ts';
import { type Refusal, refuse } from '../../../refusal.ts';
import { headReadsOnly, officeReadsOnly } from '../../../say/outcome.ts';
import { authorise } from '../../act.ts';
import { type OutcomeBook, outcomeBook } from '../../outcome/book.ts';
import { booksRead, type ReadBook, readBook } from '../../outcome/books.ts';
import { entering } from '../../outcome/enter.ts';
import { bodiesRead, type Reach, reachOf } from '../../outcome/reach.ts';
import { reviewsOf } from '../../outcome/reviewed.ts';
import { peopleNames } from '../../people/roll.ts';
import type { BookKeeper, SheetReceipt, SheetSubmission } from '../keeper.ts';
import { contentOf } from '../once.ts';
import { pageOf } from '../page.ts';
import { heldRowOf, type RowMatter, rowsAt, rowsRead, type Shown, visitIn } from './outcome-rows.ts';
import { settledIn, settleOutcomes } from './settle-outcomes.ts';
import { sayDraw, sayWindow, visitReference, yearOfBook } from './visit-book.ts';

export const outcomesKeeper: BookKeeper = {
  books: async (deps, actor) => {
    const lines: BookLine[] = [];
    for (const read of await booksRead(deps, actor)) lines.push(await lineOf(deps, read));
    return lines;
  },
  rows: async (deps, actor, ref, after) => {
    const read = await readBook(deps, actor, ref.book);
    if (!read.ok) return read;
    const { book, reach } = read.value;
    const shown = await shownFor(deps, book, reach);
    const fields = outcomes.fields
      .map(({ name }) => name)
      .filter((name) => name !== 'department' || reach.department === null);
    return pageOf({ line: await lineOf(deps, read.value), fields, rows: rowsRead(read.value) }, after, (page) =>
      heldRows(deps, page, shown),
    );
  },
  reference: async (deps, actor, ref) => {
    const read = await readBook(deps, actor, ref.book);
    return read.ok ? ok(visitReference(deps, ref, read.value)) : read;
  },
  submit,
};

async function submit(deps: Deps, actor: Actor, submission: SheetSubmission): Promise<Result<SheetReceipt, Refusal>> {
  const { ref, batch, rows } = submission;
  const reach = await reachOf(deps, actor);
  // 联席办不得代录: the table of rights says so of everybody whose department is not the one that inspects.
  if (reach === null || reach.department === null) {
    const allowed = authorise(actor, 'enter', { department: '' });
    return allowed.ok ? refuse('outcome', { reason: 'not-yours', book: ref.book, person: actor.person }) : allowed;
  }
  const { department } = reach;
  const visits = [...new Set(rows.flatMap(({ id }) => visitIn(id)?.visit ?? []))];
  const where = { book: ref.book, department, door: 'workbook' as const, key: batch, visits };
  const opened = await outcomeBook(deps, ref.book);
  if (!opened.ok) return opened;
  const before = await shownFor(deps, opened.value, reach);
  const told = await entering(deps, actor, where, (matter) => settleOutcomes(submission, matter, before));
  if (!told.ok) return told;
  const settled = settledIn(told.value.answer);
  if (settled.content !== contentOf(submission)) return refuse('sheet', { reason: 'batch-differs', batch });
  const now = await outcomeBook(deps, ref.book);
  if (!now.ok) return now;
  const matters = visits.flatMap((number) => {
    const visit = now.value.visits.get(number);
    return visit === undefined ? [] : rowsAt(now.value.source, visit, bodiesRead(visit, reach));
  });
  const held = new Map(
    (await heldRows(deps, matters, await shownFor(deps, now.value, reach))).map((row) => [row.id, row]),
  );
  const answers = settled.answers.map((each): RowAnswer => ({ ...each, row: held.get(each.id) ?? null }));
  return ok({ answers, note: await noteOf(deps, now.value, department, answers) });
}

async function heldRows(deps: Deps, matters: readonly RowMatter[], shown: Shown) {
  const visits = [...new Set(matters.map(({ visit }) => visit.visit))];
  const entered = await standingOutcomes(deps.db, shown.book.source, visits);
  const byRow = new Map(entered.map((each) => [reviewKey(each.visit, each.department, each.item), each]));
  return matters.map((matter) => {
    const { visit, body, item } = matter;
    return heldRowOf(matter, byRow.get(reviewKey(visit.visit, body.department, item.code)), shown);
  });
}

async function shownFor(deps: Deps, book: OutcomeBook, { department, departments, mayEnter }: Reach): Promise<Shown> {
  const personName = await peopleNames(deps);
  const names = new Map(departments.map(({ code, name }) => [code, name]));
  return {
    book,
    departmentName: (code) => (department === null ? (names.get(code) ?? code) : ''),
    personName,
    locked: lockedFor(department, mayEnter),
    reviews: await reviewsOf(deps.db, book.source),
  };
}

const lockedFor = (department: string | null, mayEnter: boolean): BookLine['readOnly'] =>
  mayEnter ? null : department === null ? officeReadsOnly : headReadsOnly;

async function lineOf({ db }: Deps, read: ReadBook): Promise<BookLine> {
  const { book, reach } = read;
  const counts = await outcomeCounts(db, book.source);
  const all = [...counts.values()].reduce((sum, each) => sum + each, 0);
  const entered = reach.department === null ? all : (counts.get(reach.department) ?? 0);
  const rows = rowsRead(read).length;
  const [draw, window] = [sayDraw(book), sayWindow(book)];
  // Of those whom he does not read, somebody who reads his own only is told nothing, not even a count.
  const done =
    reach.inspector === null ? { zh: `，已录入 ${entered} 项`, en: `, ${entered} entered` } : { zh: '', en: '' };
  return {
    sheet: 'outcomes',
    book: book.book,
    title: { zh: `检查结果录入：${draw.zh}`, en: `Outcomes: ${draw.en}` },
    note: { zh: `${window.zh}；共 ${rows} 项${done.zh}`, en: `${window.en}; ${rows} items${done.en}` },
    lasting: window,
    year: yearOfBook(book),
    rows,
    readOnly: lockedFor(reach.department, reach.mayEnter),
    reason: false,
    withdrawable: false,
  };
}

async function noteOf({ db }: Deps, book: OutcomeBook, department: string, answers: readonly RowAnswer[]) {
  const taken = answers.filter(({ outcome }) => ['created', 'updated', 'merged'].includes(outcome)).length;
  const all = [...book.visits.values()]
    .flatMap(({ bodies }) => bodies.filter((body) => body.department === department))
    .reduce((sum, { items }) => sum + items.length, 0);
  const entered = (await outcomeCounts(db, book.source)).get(department) ?? 0;
  const draw = sayDraw(book);
  return {
    zh: `${draw.zh}：本次录入 ${taken} 项，本单位共 ${all} 项，已录入 ${entered} 项。`,
    en: `${draw.en}: ${taken} entered now; ${entered} of the department’s ${all} items stand.`,
  };
}
