/** The draws and outside lists whose visits somebody reads, and one of them opened for him. */
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { standingCeremonies } from '../draw/held.ts';
import { outsideListsIn } from '../draw/outside-lists.ts';
import { type BookBody, type BookVisit, type OutcomeBook, outcomeBook } from './book.ts';
import { handedOut } from './filled.ts';
import { bodiesRead, type Reach, reachOf } from './reach.ts';

export interface ReadVisit {
  readonly visit: BookVisit;
  /** Those that the reader may see. */
  readonly bodies: readonly BookBody[];
}

export interface ReadBook {
  readonly book: OutcomeBook;
  readonly reach: Reach;
  /** In the order of their numbers. */
  readonly visits: readonly ReadVisit[];
}

export async function readBook(deps: Deps, actor: Actor, book: string): Promise<Result<ReadBook, Refusal>> {
  const reach = await reachOf(deps, actor);
  const notYours = () => refuse('outcome', { reason: 'not-yours', book, person: actor.person });
  if (reach === null) return notYours();
  const worked = await outcomeBook(deps, book);
  if (!worked.ok) return worked;
  const read = asRead(worked.value, reach);
  return read.visits.length === 0 && reach.department !== null ? notYours() : ok(read);
}

/** Newest first; those that are not handed out, annulled or being corrected are none yet. */
export async function booksRead(deps: Deps, actor: Actor): Promise<readonly ReadBook[]> {
  const reach = await reachOf(deps, actor);
  if (reach === null) return [];
  const books = await Promise.all((await booksStanding(deps.db)).map((name) => outcomeBook(deps, name)));
  return books.flatMap((worked) => {
    const read = worked.ok ? asRead(worked.value, reach) : null;
    return read === null || read.visits.length === 0 ? [] : [read];
  });
}

/** Draws that are handed out, and lists drawn elsewhere, newest first. */
export async function booksStanding(db: Db): Promise<readonly string[]> {
  const [isHanded, drawn] = await Promise.all([handedOut(db), booksDrawn(db)]);
  return drawn.flatMap(({ book, ceremony }) => (ceremony === null || isHanded(ceremony) ? [book] : [])).reverse();
}

/** A draw that was opened, or a list drawn elsewhere: its name, and the plan for which it was drawn. */
export interface DrawnBook {
  /** `3`, `L3` */
  readonly book: string;
  /** Null where it was drawn elsewhere. */
  readonly ceremony: number | null;
  readonly plan: string;
}

/** Draws and then lists, oldest first. Whether one is handed out, annulled or being corrected is for `outcomeBook` to say. */
export async function booksDrawn(db: Db): Promise<readonly DrawnBook[]> {
  const [ceremonies, lists] = await Promise.all([standingCeremonies(db), outsideListsIn(db)]);
  const drawn = ceremonies.flatMap(({ state: { no, stage }, manifest }) =>
    manifest.kind === 'draw' && stage === 'opened' ? [{ book: String(no), ceremony: no, plan: manifest.plan }] : [],
  );
  const listed = lists.map(({ list, plan }) => ({ book: `L${list}`, ceremony: null, plan }));
  return [...drawn, ...listed];
}

function asRead(book: OutcomeBook, reach: Reach): ReadBook {
  const visits = [...book.visits.values()].flatMap((visit) => {
    const bodies = bodiesRead(visit, reach);
    return bodies.length === 0 ? [] : [{ visit, bodies }];
  });
  return { book, reach, visits };
}
