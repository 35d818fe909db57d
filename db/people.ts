/** The roll of people who may act: each state of a person is a row, so that old acts keep the rights they were done with. */
import type { InStatement, Row } from '@libsql/client/web';
import type { Account } from './chat.ts';
import type { Db } from './database.ts';

/** A person's last state. The caller parses the body: only verbs know what a person is. */
export interface PersonRow {
  readonly id: string;
  readonly ended: boolean;
  readonly body: unknown;
}

/** The statement that gives a person a new state; belongs into the batch of the fact with that number. */
export const personRow = (seq: number, id: string, body: object, ended = false): InStatement => ({
  sql: 'insert into person (id, seq, ended, body) values (?, ?, ?, ?)',
  args: [id, BigInt(seq), ended ? 1n : 0n, JSON.stringify(body)],
});

const lastOf = 'select id, ended, body from person p where seq = (select max(seq) from person q where q.id = p.id)';

/** The last state of one person, or null where nobody has that number. */
export async function person(db: Db, id: string): Promise<PersonRow | null> {
  const [row] = await db.read({ sql: `${lastOf} and id = ?`, args: [id] });
  return row ? personOf(row) : null;
}

/** The last state of the person whom an account of a chat platform is linked to, or null. */
export async function personBehind(db: Db, { platform, user }: Account): Promise<PersonRow | null> {
  const [row] = await db.read({
    sql: `${lastOf} and id = (select person from chat_user where platform = ? and user = ?)`,
    args: [platform, user],
  });
  return row ? personOf(row) : null;
}

/** Everybody on the roll, by number. */
export async function people(db: Db): Promise<readonly PersonRow[]> {
  return (await db.read(`${lastOf} order by id`)).map(personOf);
}

const personOf = (row: Row): PersonRow => ({
  id: String(row.id),
  ended: Number(row.ended) === 1,
  body: JSON.parse(String(row.body)),
});
