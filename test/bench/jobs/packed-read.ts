/**
 * The least that a reading of the same rows can be: number and profile of every subject, number and class of every
 * classification, in keyset pages of 20,000 rows packed into two texts each. Nothing is parsed and nothing is made of them.
 */
import { openUnmigrated } from '../../../db/open.ts';
import { clock } from '../clock.ts';
import type { Done } from '../job.ts';

const pageRows = 20_000n;

export async function packedRead(given: Record<string, string>): Promise<Done> {
  const db = openUnmigrated({ url: `file:${given.database}` });
  const queries = [
    { table: 'subject', where: '', value: 'profile' },
    { table: 'classification', where: `scheme = 'credit' and`, value: 'class' },
  ];
  let units = 0;
  const stop = clock();
  for (const { table, where, value } of queries) {
    for (const kind of ['older', 'reg15', 'uscc']) {
      for (let after = ''; ; ) {
        const [row] = await db.read({
          sql: `select group_concat(number, ' ') as numbers, group_concat(value, ' ') as vals, max(number) as last from (
            select number, ${value} as value from ${table} where ${where} kind = ? and number > ? order by number limit ?)`,
          args: [kind, after, pageRows],
        });
        if (row === undefined || row.last === null) break;
        units += String(row.numbers).length + String(row.vals).length;
        after = String(row.last);
      }
    }
  }
  const time = stop();
  db.close();
  return { time, facts: { units } };
}
