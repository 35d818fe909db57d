/** The visits that somebody reads, as the phone shows them: when, how far the own part of the form is, and whether it was signed. */
import type { CivilDate } from '../../../core/calendar.ts';
import { visitId } from '../../../core/outcome/key.ts';
import { reviewKey, reviewState } from '../../../core/outcome/review.ts';
import type { SignWay } from '../../../core/outcome/sign.ts';
import { visitState } from '../../../core/visit/state.ts';
import { type DossierEntry, dossiersUnder } from '../../../db/dossier.ts';
import { outcomesNamed } from '../../../db/outcomes.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { BookVisit, OutcomeBook } from './book.ts';
import { booksRead, type ReadBook } from './books.ts';
import { reviewsOf } from './reviewed.ts';
import { signatureIn } from './sign.ts';

export interface MyVisit {
  readonly visit: BookVisit;
  /** The day that was told or agreed; null where none is set yet. */
  readonly day: CivilDate | null;
  /** Items that the reader reads: his department's, or all of them. */
  readonly items: number;
  readonly entered: number;
  readonly returned: number;
  readonly signed: SignWay | null;
}

export interface MyBook {
  readonly book: OutcomeBook;
  readonly department: string | null;
  /** What is to be done first: by day, then by number. */
  readonly visits: readonly MyVisit[];
}

/** @param only one draw or list; all of them where it is null */
export async function myVisits(deps: Deps, actor: Actor, only: string | null): Promise<readonly MyBook[]> {
  const read = (await booksRead(deps, actor)).filter(({ book }) => only === null || book.book === only);
  return Promise.all(read.map((each) => bookOf(deps, each)));
}

async function bookOf({ db }: Deps, { book, reach, visits }: ReadBook): Promise<MyBook> {
  const [dossiers, reviews, named] = await Promise.all([
    dossiersUnder(db, 'visit', `${book.source}/`),
    reviewsOf(db, book.source),
    outcomesNamed(db, book.source),
  ]);
  const entered = new Map(named.map((each) => [reviewKey(each.visit, each.department, each.item), each.seq]));
  const mine = visits.map(({ visit, bodies }): MyVisit => {
    const keys = bodies.flatMap(({ department, items }) =>
      items.map(({ code }) => reviewKey(visit.visit, department, code)),
    );
    const held = keys.flatMap((key) => {
      const seq = entered.get(key);
      return seq === undefined ? [] : [reviewState(seq, reviews.get(key))];
    });
    const id = visitId(book.source, visit.visit);
    const entries = dossiers.get(id) ?? [];
    return {
      ...{ visit, items: keys.length, entered: held.length },
      returned: held.filter((state) => state === 'returned').length,
      day: dayFor(id, entries, reach.department),
      signed: wayOf(entries),
    };
  });
  const isOpen = ({ items, entered: n, returned }: MyVisit): boolean => n < items || returned > 0;
  const order = (each: MyVisit): string => `${isOpen(each) ? 0 : 1} ${each.day ?? '9999'} ${each.visit.no}`;
  return {
    book,
    department: reach.department,
    visits: mine.sort((a, b) => (order(a) < order(b) ? -1 : 1)),
  };
}

/** The agreed day of all, or the day that the own department has told the subject. */
function dayFor(id: string, entries: readonly DossierEntry[], department: string | null): CivilDate | null {
  const { agenda, bodies } = visitState(id, entries);
  const notice = department === null ? null : (bodies.get(department)?.notice ?? null);
  return notice?.on ?? agenda?.proposed.on ?? null;
}

function wayOf(entries: readonly DossierEntry[]): SignWay | null {
  const last = entries.findLast(({ kind, body }) => kind === 'form-signed' && body !== null);
  return last === undefined ? null : (signatureIn(last)?.way ?? null);
}
