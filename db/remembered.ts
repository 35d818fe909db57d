/**
 * Within one request the same question is asked once: who is on the roll, which policy binds, where the ledger's facts of a kind are. For
 * the edge alone, where a `Db` lives as long as a request. Whatever is written, and each try of `commit`, forgets everything (`Db.afresh`):
 * what is decided is decided on what was read after the head that guards it.
 */
import type { Client, InStatement, ResultSet } from '@libsql/client/web';
import { isReading, withExecute } from './together.ts';

export interface Remembering {
  readonly client: Client;
  readonly forget: () => void;
}

/** Lists of enterprises are read in pages once; keeping them would cost the memory that a request has. */
const unitsMax = 200_000;
const answersMax = 500;

export function remembering(client: Client): Remembering {
  const answers = new Map<string, Promise<ResultSet>>();

  function ask(statement: InStatement): Promise<ResultSet> {
    if (!isReading(statement)) return client.execute(statement);
    const key = keyOf(statement);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const asked = client.execute(statement);
    if (answers.size >= answersMax) answers.clear();
    answers.set(key, asked);
    const drop = (): void => {
      if (answers.get(key) === asked) answers.delete(key);
    };
    // What failed is asked anew.
    asked.then((result) => {
      if (isLarge(result)) drop();
    }, drop);
    return asked;
  }

  return { client: withExecute(client, ask), forget: () => answers.clear() };
}

const keyOf = (statement: InStatement): string =>
  JSON.stringify(statement, (_, value) => (typeof value === 'bigint' ? `${value}n` : value));

function isLarge({ rows, columns }: ResultSet): boolean {
  let units = 0;
  for (const row of rows) {
    for (let i = 0; i < columns.length; i += 1) {
      const cell = row[i];
      units += typeof cell === 'string' ? cell.length : 8;
    }
    if (units > unitsMax) return true;
  }
  return false;
}
