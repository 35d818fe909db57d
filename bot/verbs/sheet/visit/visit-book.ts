/** What the two sheets about visits have in common: how a book is called, and what checking needs. */
import { yearOf } from '../../../../core/calendar.ts';
import type { BookRef } from '../../../../core/sheet/book.ts';
import type { Reference } from '../../../../core/sheet/check.ts';
import type { Words } from '../../../../core/words.ts';
import type { Deps } from '../../../deps.ts';
import { dayOf } from '../../../today.ts';
import type { OutcomeBook } from '../../outcome/book.ts';
import type { ReadBook } from '../../outcome/books.ts';
import { named, withoutPersons } from '../known-departments.ts';

/** 第 3 次抽取, or the list that another platform drew. */
export const sayDraw = ({ book }: Pick<OutcomeBook, 'book'>): Words =>
  book.startsWith('L')
    ? { zh: `外部平台抽取名单 ${book}`, en: `list ${book}, drawn elsewhere` }
    : { zh: `第 ${book} 次抽取`, en: `draw ${book}` };

export const sayWindow = ({ window: { from, to } }: Pick<OutcomeBook, 'window'>): Words => ({
  zh: `检查实施期 ${from} 至 ${to}`,
  en: `Visits from ${from} to ${to}`,
});

export const yearOfBook = ({ window }: Pick<OutcomeBook, 'window'>): number => yearOf(window.from);

export function visitReference({ now }: Pick<Deps, 'now'>, ref: BookRef, { book, reach }: ReadBook): Reference {
  const { department, departments } = reach;
  return {
    ref,
    today: dayOf(now()),
    year: yearOfBook(book),
    own: department === null ? null : named(department, departments),
    departments: withoutPersons(departments),
    demand: [],
    plan: null,
  };
}
