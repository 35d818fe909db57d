/**
 * A database file behind a client that counts as a server at a distance would be asked: what is asked while an answer is on its way goes side by
 * side, so a round is one way there and back. Who asked is known by the act under way (`AsyncLocalStorage`).
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Client, createClient, type InStatement, type ResultSet } from '@libsql/client';
import { sqlOf, withExecute } from '../../db/together.ts';

export interface Tally {
  requests: number;
  statements: number;
  /** Ways there and back, one after the other. */
  rounds: number;
  rows: number;
  /** Texts of statements, for whoever looks for the cause. */
  readonly asked: string[];
}

export const tally = (): Tally => ({ requests: 0, statements: 0, rounds: 0, rows: 0, asked: [] });

export interface Counted {
  /** To be given to `database`, `together` and `remembering`, as a client over HTTP would be. */
  readonly client: Client;
  /** Counts what the work asks into a tally. */
  readonly during: <T>(into: Tally, work: () => T) => T;
}

interface Waiting {
  readonly into: Tally | undefined;
  readonly statements: readonly InStatement[];
  readonly carryOut: () => Promise<readonly ResultSet[]>;
  readonly resolve: (results: ResultSet[]) => void;
  readonly reject: (thrown: unknown) => void;
}

export function counted(file: string): Counted {
  const client = createClient({ url: `file:${file}` });
  const under = new AsyncLocalStorage<Tally>();
  let waiting: Waiting[] = [];

  function ask(statements: readonly InStatement[], carryOut: () => Promise<ResultSet[]>): Promise<ResultSet[]> {
    return new Promise((resolve, reject) => {
      // Whatever else goes on without an answer asks, too, before any answer comes.
      if (waiting.length === 0) setTimeout(answerAll, answerAfterMs);
      waiting.push({ into: under.getStore(), statements, carryOut, resolve, reject });
    });
  }

  async function answerAll(): Promise<void> {
    const all = waiting;
    waiting = [];
    for (const into of new Set(all.flatMap(({ into }) => into ?? []))) into.rounds += 1;
    for (const { into, statements, carryOut, resolve, reject } of all) {
      if (into !== undefined) {
        into.requests += 1;
        into.statements += statements.length;
        into.asked.push(statements.map(sqlOf).join(' ;; '));
      }
      await carryOut().then((results) => {
        for (const { rows } of results) if (into !== undefined) into.rows += rows.length;
        resolve([...results]);
      }, reject);
    }
  }

  const one = withExecute(client, async (statement) => {
    const [result] = await ask([statement], async () => [await client.execute(statement)]);
    if (result === undefined) throw new Error('no result');
    return result;
  });
  return {
    client: {
      ...one,
      closed: false,
      protocol: 'http',
      batch: (statements, mode) => {
        const plain = statements.map((each) => (Array.isArray(each) ? { sql: each[0], args: each[1] ?? [] } : each));
        return ask(plain, () => client.batch(plain, mode));
      },
    },
    during: (into, work) => under.run(into, work),
  };
}

/** Longer than what a program does between two questions, so that what runs side by side stays side by side. */
const answerAfterMs = 2;
