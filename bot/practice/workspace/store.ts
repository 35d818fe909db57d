/**
 * Keeps the workspace across restarts: its changes as rows of a table of its own in the practice database, which the practice entry
 * makes and which no office's database has. Without a database it keeps them in memory only.
 */
import type { Db } from '../../../db/database.ts';
import { apply, type Change, emptyWorld, type World } from './world.ts';

const tableSql = `create table if not exists practice_event (
  seq integer primary key,
  body text not null
) strict`;

export interface Store {
  readonly world: World;
  /** Makes the changes true at once and answers when they are kept. */
  readonly append: (...changes: readonly Change[]) => Promise<void>;
  /** How many changes there have been. */
  readonly size: () => number;
  /** Called after every change; answers how to stop that. */
  readonly onChange: (hear: () => void) => () => void;
  /** Something that is not kept, but shown, has changed: a form, the clock. */
  readonly touch: () => void;
}

export async function openStore(db: Db | null): Promise<Store> {
  const world = emptyWorld();
  let size = 0;
  if (db !== null) {
    await db.write([tableSql]);
    for (const { body } of await db.read('select body from practice_event order by seq')) {
      apply(world, JSON.parse(String(body)));
      size += 1;
    }
  }
  const hearers = new Set<() => void>();
  const touch = () => {
    for (const hear of hearers) hear();
  };
  let last: Promise<unknown> = Promise.resolve();

  return {
    world,
    size: () => size,
    append: async (...changes) => {
      if (changes.length === 0) return;
      const rows = changes.map((change) => {
        apply(world, change);
        size += 1;
        return {
          sql: 'insert into practice_event (seq, body) values (?, ?)',
          args: [BigInt(size), JSON.stringify(change)],
        };
      });
      touch();
      if (db === null) return;
      // One write that failed holds up no later one.
      last = last.catch(() => {}).then(() => db.write(rows));
      await last;
    },
    onChange: (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    touch,
  };
}
