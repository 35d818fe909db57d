/** Who is who in a chat platform, and where the office's and the departments' channels are there. */
import type { InStatement } from '@libsql/client/web';
import type { At } from './commit.ts';
import type { Db } from './database.ts';

/** An account of a chat platform: `slack` and the user's id there. */
export interface Account {
  readonly platform: string;
  readonly user: string;
}

/** Number of the person that the account is linked to, or null. */
export async function personOf(db: Db, { platform, user }: Account): Promise<string | null> {
  const [row] = await db.read({
    sql: 'select person from chat_user where platform = ? and user = ?',
    args: [platform, user],
  });
  return row === undefined ? null : String(row.person);
}

/** The person's account on the platform, or null. */
export async function userOf(db: Db, platform: string, person: string): Promise<string | null> {
  const [row] = await db.read({
    sql: 'select user from chat_user where person = ? and platform = ?',
    args: [person, platform],
  });
  return row === undefined ? null : String(row.user);
}

/** Every account of the person, by platform. */
export async function accountsOf(db: Db, person: string): Promise<readonly Account[]> {
  const rows = await db.read({
    sql: 'select platform, user from chat_user where person = ? order by platform',
    args: [person],
  });
  return rows.map((row) => ({ platform: String(row.platform), user: String(row.user) }));
}

/** Numbers of the people who have an account on some platform. */
export const linkedPeople = async (db: Db): Promise<ReadonlySet<string>> =>
  new Set((await db.read('select distinct person from chat_user')).map(({ person }) => String(person)));

/** Links the account; one that the person had on the same platform is given up for it. */
export const linkRows = (account: Account, person: string, at: At): InStatement[] => [
  {
    sql: 'delete from chat_user where platform = ? and (person = ? or user = ?)',
    args: [account.platform, person, account.user],
  },
  {
    sql: 'insert into chat_user (platform, user, person, seq) values (?, ?, ?, ?)',
    args: [account.platform, account.user, person, BigInt(at.seq)],
  },
];

export const unlinkRow = ({ platform, user }: Account): InStatement => ({
  sql: 'delete from chat_user where platform = ? and user = ?',
  args: [platform, user],
});

/** Who is off the roll has no account either. */
export const unlinkAllRow = (person: string): InStatement => ({
  sql: 'delete from chat_user where person = ?',
  args: [person],
});

/** Where posts to the place go on the platform, or null where nobody has named a channel yet. */
export async function channelOf(db: Db, platform: string, place: string): Promise<string | null> {
  const [row] = await db.read({
    sql: 'select channel from chat_channel where platform = ? and place = ?',
    args: [platform, place],
  });
  return row === undefined ? null : String(row.channel);
}

/** Which of our places the channel is, or null. */
export async function placeOf(db: Db, platform: string, channel: string): Promise<string | null> {
  const [row] = await db.read({
    sql: 'select place from chat_channel where platform = ? and channel = ?',
    args: [platform, channel],
  });
  return row === undefined ? null : String(row.place);
}

/** Names the place's channel; a channel stands for one place only, so what it stood for before is given up. */
export const channelRows = (platform: string, place: string, channel: string, at: At): InStatement[] => [
  {
    sql: 'delete from chat_channel where platform = ? and (place = ? or channel = ?)',
    args: [platform, place, channel],
  },
  {
    sql: 'insert into chat_channel (platform, place, channel, seq) values (?, ?, ?, ?)',
    args: [platform, place, channel, BigInt(at.seq)],
  },
];
