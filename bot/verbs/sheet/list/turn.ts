/**
 * Submissions of this process to one list, one after the other. Each has to read what the one before left, so that together they would
 * only overtake each other, and most of them be told to come again.
 */
import type { Db } from '../../../../db/database.ts';
import type { List } from '../../../../db/imports.ts';

const last = new WeakMap<Db, Map<List, Promise<unknown>>>();

export function inTurnOf<T>(db: Db, list: List, work: () => Promise<T>): Promise<T> {
  const lists = last.get(db) ?? new Map<List, Promise<unknown>>();
  last.set(db, lists);
  const turn = (lists.get(list) ?? Promise.resolve()).then(work);
  lists.set(
    list,
    turn.catch(() => {}),
  );
  return turn;
}
