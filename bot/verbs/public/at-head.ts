/**
 * What is worked out over the whole ledger is kept until anything is recorded or the day changes: a public page costs a county's reading once,
 * not once for each of its readers.
 */
import type { Db } from '../../../db/database.ts';
import { readHead } from '../../../db/ledger.ts';

interface KeptValues {
  readonly mark: string;
  readonly values: Map<string, Promise<unknown>>;
}

const kept = new WeakMap<Db, KeptValues>();
/** More years and sources than anybody opens between two acts; whatever is more is worked out anew. */
const valuesMost = 50;

/** @param key names what `work` gives; one key, one type */
export async function atHead<T>(db: Db, today: string, key: string, work: () => Promise<T>): Promise<T> {
  const mark = `${(await readHead(db)).hash} ${today}`;
  let held = kept.get(db);
  if (held === undefined || held.mark !== mark) {
    held = { mark, values: new Map() };
    kept.set(db, held);
  }
  const before = held.values.get(key);
  if (before !== undefined) return (await before) as T;
  const value = work();
  if (held.values.size < valuesMost) held.values.set(key, value);
  const { values } = held;
  // What failed is tried anew.
  value.catch(() => values.delete(key));
  return value;
}
