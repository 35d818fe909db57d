/** Posts that stand in a chat, and deliveries from a chat that were carried out. Bookkeeping of the door: decides nothing. */
import type { Db } from './database.ts';

/** Where a post stands. */
export interface StandingPost {
  readonly slot: string;
  readonly channel: string;
  /** The platform's name for the message, e.g. Slack's `ts`. */
  readonly message: string;
  /** Of the root in whose thread it stands; null where it is one. */
  readonly root: string | null;
  /** Digest of what it says. */
  readonly said: string;
}

export async function postIn(db: Db, platform: string, slot: string): Promise<StandingPost | null> {
  const [row] = await db.read({
    sql: 'select slot, channel, message, root, said from chat_post where platform = ? and slot = ?',
    args: [platform, slot],
  });
  return row === undefined ? null : standing(row);
}

/** Which post a message of the platform is. */
export async function postAt(db: Db, platform: string, channel: string, message: string): Promise<StandingPost | null> {
  const [row] = await db.read({
    sql: 'select slot, channel, message, root, said from chat_post where platform = ? and channel = ? and message = ?',
    args: [platform, channel, message],
  });
  return row === undefined ? null : standing(row);
}

const standing = (row: Readonly<Record<string, unknown>>): StandingPost => ({
  slot: String(row.slot),
  channel: String(row.channel),
  message: String(row.message),
  root: row.root === null ? null : String(row.root),
  said: String(row.said),
});

/** Notes where a post stands and what it says; a later note takes the place of an earlier one. */
export async function notePost(db: Db, platform: string, post: StandingPost, at: string): Promise<void> {
  const { slot, channel, message, root, said } = post;
  await db.write([
    {
      sql: `insert into chat_post (platform, slot, channel, message, root, said, at) values (?, ?, ?, ?, ?, ?, ?)
        on conflict (platform, slot) do update set channel = excluded.channel, message = excluded.message,
          root = excluded.root, said = excluded.said, at = excluded.at`,
      args: [platform, slot, channel, message, root, said, at],
    },
  ]);
}

/** The post is gone from the platform, e.g. somebody deleted it there. */
export async function forgetPost(db: Db, platform: string, slot: string): Promise<void> {
  await db.write([{ sql: 'delete from chat_post where platform = ? and slot = ?', args: [platform, slot] }]);
}

export async function isDelivered(db: Db, key: string): Promise<boolean> {
  return (await db.read({ sql: 'select 1 from chat_delivery where key = ?', args: [key] })).length > 0;
}

/** Noted once the work has succeeded, never before: what was claimed and then not done would be lost. */
export async function markDelivered(db: Db, key: string, at: string): Promise<void> {
  await db.write([{ sql: 'insert or ignore into chat_delivery (key, at) values (?, ?)', args: [key, at] }]);
}

/** Slack repeats a delivery for minutes, not days. */
export async function forgetDeliveries(db: Db, before: string): Promise<void> {
  // Mostly there are none: reading needs no lock.
  const old = await db.read({ sql: 'select 1 from chat_delivery where at < ? limit 1', args: [before] });
  if (old.length > 0) await db.write([{ sql: 'delete from chat_delivery where at < ?', args: [before] }]);
}
