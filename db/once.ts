/**
 * The same act asked for twice (a button pressed again, a chat server's retry) is done once: its key and answer are written
 * in the batch that does it, and asked for inside `decide`, where nobody can come between.
 */
import type { InStatement } from '@libsql/client/web';
import { canonical, type Json } from '../core/canonical.ts';
import type { At } from './commit.ts';
import type { Db } from './database.ts';

/** The answer already given to this key, with the number of its fact; null if it is new. */
export async function answered(db: Db, key: string): Promise<{ readonly seq: number; readonly answer: Json } | null> {
  const [row] = await db.read({ sql: 'select seq, answer from done where key = ?', args: [key] });
  if (row === undefined) return null;
  const answer: Json = JSON.parse(String(row.answer));
  return { seq: Number(row.seq), answer };
}

/** The key with its answer, for the batch that does the act; the same key twice breaks the table's key. */
export const answerRow = (key: string, answer: Json, at: At): InStatement => ({
  sql: 'insert into done (key, seq, answer) values (?, ?, ?)',
  args: [key, BigInt(at.seq), canonical(answer)],
});
