/** Keeps 待检名单: a department's visits to be read, an inspector's own; nothing of it is submitted. */
import { canonical } from '../../../../core/canonical.ts';
import { digest } from '../../../../core/digest.ts';
import { visitId } from '../../../../core/outcome/key.ts';
import { ok } from '../../../../core/result.ts';
import type { BookLine } from '../../../../core/sheet/book.ts';
import { nothingStated, writePerson } from '../../../../core/sheet/outcomes.ts';
import type { HeldRow } from '../../../../core/sheet/row.ts';
import { layRow } from '../../../../core/sheet/row-value.ts';
import { type VisitLine, visitList, visitListMark } from '../../../../core/sheet/visit-list.ts';
import type { Words } from '../../../../core/words.ts';
import { refuse } from '../../../refusal.ts';
import { booksRead, type ReadBook, type ReadVisit, readBook } from '../../outcome/books.ts';
import type { BookKeeper } from '../keeper.ts';
import { pageOf } from '../page.ts';
import { classesWhenDrawn } from './classes-when-drawn.ts';
import { sayDraw, sayWindow, visitReference, yearOfBook } from './visit-book.ts';

const onlyRead: Words = {
  zh: '名单由抽取产生，检查结果请在“检查结果录入”表中填写',
  en: 'it follows from the draw; enter outcomes in their own sheet',
};

export const visitListKeeper: BookKeeper = {
  books: async (deps, actor) => (await booksRead(deps, actor)).map(lineOf),
  rows: async (deps, actor, ref, after) => {
    const read = await readBook(deps, actor, ref.book);
    if (!read.ok) return read;
    const rows = read.value.visits.map((each) => ({ id: visitId(read.value.book.source, each.visit.visit), each }));
    const fields = visitList.fields.map(({ name }) => name);
    return pageOf({ line: lineOf(read.value), fields, rows }, after, async (page) => {
      const subjects = page.map(({ each }) => each.visit.subject);
      const said = await classesWhenDrawn(deps, read.value.book, subjects);
      return page.map(({ id, each }) => rowOf(id, each, said(each)));
    });
  },
  reference: async (deps, actor, ref) => {
    const read = await readBook(deps, actor, ref.book);
    return read.ok ? ok(visitReference(deps, ref, read.value)) : read;
  },
  submit: async () => refuse('sheet', { reason: 'read-only', title: visitList.title, why: onlyRead }),
};

function lineOf({ book, visits }: ReadBook): BookLine {
  const [draw, window] = [sayDraw(book), sayWindow(book)];
  return {
    sheet: 'visit-list',
    book: book.book,
    title: { zh: `待检名单：${draw.zh}`, en: `Visits to make: ${draw.en}` },
    note: {
      zh: `${window.zh}；共 ${visits.length} 户。${visitListMark.zh}`,
      en: `${window.en}; ${visits.length} in all. ${visitListMark.en}`,
    },
    lasting: window,
    year: yearOfBook(book),
    rows: visits.length,
    readOnly: onlyRead,
    reason: false,
    withdrawable: false,
  };
}

function rowOf(id: string, { visit, bodies }: ReadVisit, classes: readonly string[]): HeldRow {
  const { no, subject, window, planned } = visit;
  const line: VisitLine = {
    ...{ no, planned, name: subject.name, number: subject.number, place: subject.place, ...window },
    tasks: [...new Set(bodies.flatMap(({ tasks }) => tasks))],
    items: [...new Set(bodies.flatMap(({ items }) => items.map(({ name }) => name)))],
    inspectors: bodies.flatMap(({ sent }) => sent.map(writePerson)),
    classes,
  };
  const cells = layRow(visitList, line, nothingStated);
  const version = digest('mingchou/visit-line/1', canonical(cells)).slice(0, 16);
  return { id, version, cells, by: '', at: '', locked: onlyRead };
}
