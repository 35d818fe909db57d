/**
 * What the clock need not look at again: until an instant nothing is due, unless something is recorded meanwhile. Asked each minute, so it is
 * one row and not everything on record.
 */
import type { Db } from './database.ts';

/** @param now server time, ISO */
export async function isTended(db: Db, task: string, now: string): Promise<boolean> {
  const rows = await db.read({
    sql: `select 1 from tended where task = ? and until > ?
      and head = (select hash from ledger order by seq desc limit 1)`,
    args: [task, now],
  });
  return rows.length > 0;
}

/** @param head hash of the ledger's last row when it was looked at */
export async function noteTended(db: Db, task: string, head: string, until: string): Promise<void> {
  await db.write([
    {
      sql: `insert into tended (task, head, until) select ?, ?, ?
        where (select kind from ledger order by seq desc limit 1) <> 'office-moved'
        on conflict (task) do update set head = excluded.head, until = excluded.until`,
      args: [task, head, until],
    },
  ]);
}
