/** Reading and appending the ledger, erasing bodies on record, and checking the whole of it page by page. */
import type { InStatement, Row } from '@libsql/client/web';
import { genesis, type Head, type LedgerBody, type LedgerRow, type Link } from '../core/ledger/chain.ts';
import { type Fact, isFactKind, seenBy } from '../core/ledger/fact.ts';
import { type Break, type LedgerEntry, start, type Verified, verifyEnd, verifyPage } from '../core/ledger/verify.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Db } from './database.ts';

/** The last row's number and hash; `genesis` while the ledger is empty. */
export async function readHead(db: Db): Promise<Head> {
  const [row] = await db.read('select seq, hash from ledger order by seq desc limit 1');
  return row ? { seq: Number(row.seq), hash: String(row.hash) } : genesis;
}

/** Number of the last row that is of none of these kinds; 0 where there is none. */
export async function lastOtherThan(db: Db, kinds: readonly Fact['kind'][]): Promise<number> {
  // From kind to kind along the index: a hundred rows, however many of these kinds came last.
  const [row] = await db.read({
    sql: `select max((select max(seq) from ledger where kind = there.kind)) as seq from (
        with recursive there (kind) as (
          select min(kind) from ledger
          union all
          select (select min(kind) from ledger where kind > there.kind) from there where there.kind is not null)
        select kind from there) there
      where kind not in (select value from json_each(?))`,
    args: [JSON.stringify(kinds)],
  });
  return Number(row?.seq ?? 0);
}

/** Hash of a row, or null where the ledger has none of that number. */
export async function hashAt(db: Db, seq: number): Promise<string | null> {
  const [row] = await db.read({ sql: 'select hash from ledger where seq = ?', args: [BigInt(seq)] });
  return row ? String(row.hash) : null;
}

/** Hashes of several rows by number, those that the ledger has; a year posts hundreds of checkpoints. */
export async function hashesAt(db: Db, seqs: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await db.read({
    sql: 'select seq, hash from ledger where seq in (select value from json_each(?))',
    args: [JSON.stringify([...new Set(seqs)])],
  });
  return new Map(rows.map(({ seq, hash }) => [Number(seq), String(hash)]));
}

/** Whether a row of this hash stands in the ledger. */
export async function standingHash(db: Db, hash: string): Promise<boolean> {
  return (await db.read({ sql: 'select 1 from ledger where hash = ?', args: [hash] })).length > 0;
}

/** Statements that append links; they fail together unless the chain still ends where the first one begins. */
export const appendRows = (links: readonly Link[]): InStatement[] =>
  links.flatMap(({ row, body }) => [
    {
      sql: 'insert into ledger (seq, prev, at, kind, actor, body_digest, hash) values (?, ?, ?, ?, ?, ?, ?)',
      args: [BigInt(row.seq), row.prev, row.at, row.kind, row.actor, row.bodyDigest, row.hash],
    },
    {
      sql: 'insert into ledger_body (seq, salt, text) values (?, ?, ?)',
      args: [BigInt(body.seq), body.salt, body.text],
    },
  ]);

const entrySql = `select l.seq, l.prev, l.at, l.kind, l.actor, l.body_digest, l.hash, b.salt, b.text
  from ledger l left join ledger_body b on b.seq = l.seq`;

const pageRows = 1000n;

/** Rows with their bodies from `after` (exclusive), in order, in pages. */
export async function* ledgerPages(db: Db, after = 0): AsyncGenerator<readonly LedgerEntry[]> {
  for (let last = after; ; ) {
    const rows = await db.read({
      sql: `${entrySql} where l.seq > ? order by l.seq limit ?`,
      args: [BigInt(last), pageRows],
    });
    const page = rows.map(entryOf);
    const end = page.at(-1);
    if (end === undefined) return;
    yield page;
    last = end.row.seq;
  }
}

/** All facts of a kind, oldest first. */
export async function factsOf(db: Db, kind: Fact['kind']): Promise<readonly LedgerEntry[]> {
  return (await db.read({ sql: `${entrySql} where l.kind = ? order by l.seq`, args: [kind] })).map(entryOf);
}

/** Everybody who acted at or after an instant, as the ledger names them. */
export async function actorsSince(db: Db, at: string): Promise<ReadonlySet<string>> {
  const rows = await db.read({ sql: 'select distinct actor from ledger where at >= ?', args: [at] });
  return new Set(rows.map(({ actor }) => String(actor)));
}

/** Everybody who did anything on record from one instant to another, both included. */
export async function actorsBetween(db: Db, from: string, to: string): Promise<ReadonlySet<string>> {
  const rows = await db.read({ sql: 'select distinct actor from ledger where at between ? and ?', args: [from, to] });
  return new Set(rows.map(({ actor }) => String(actor)));
}

/** When each actor last did anything on record. */
export async function lastActs(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.read('select actor, max(at) as at from ledger group by actor');
  return new Map(rows.map(({ actor, at }) => [String(actor), String(at)]));
}

/** One row with its body. */
export async function entryAt(db: Db, seq: number): Promise<LedgerEntry | null> {
  const [row] = await db.read({ sql: `${entrySql} where l.seq = ?`, args: [BigInt(seq)] });
  return row ? entryOf(row) : null;
}

/** Re-computes the whole ledger. @param expected the head it should have, where somebody else kept one */
export async function verifyLedger(db: Db, expected?: Head): Promise<Result<Verified, Break>> {
  let progress = start;
  for await (const page of ledgerPages(db)) {
    const checked = verifyPage(progress, page);
    if (!checked.ok) return checked;
    progress = checked.value;
  }
  return verifyEnd(progress, expected);
}

export type ErasureRefusal =
  | { readonly reason: 'no-such-row'; readonly seq: number }
  | { readonly reason: 'erasure-stays'; readonly seq: number }
  /** What everybody may read holds nobody's data and is what a draw is checked by. */
  | { readonly reason: 'public-stays'; readonly seq: number };

/**
 * The fact and the rows that erase bodies. The record of an erasure is itself never erased.
 * @param ground why, and on whose order; it stays readable
 */
export async function erasure(
  db: Db,
  at: { readonly seq: number },
  order: { readonly rows: readonly number[]; readonly ground: string; readonly actor: string },
): Promise<Result<{ readonly fact: Fact; readonly rows: readonly InStatement[] }, ErasureRefusal>> {
  for (const seq of order.rows) {
    const entry = await entryAt(db, seq);
    if (entry === null) return err({ reason: 'no-such-row', seq });
    if (entry.row.kind === 'body-erased') return err({ reason: 'erasure-stays', seq });
    if (isFactKind(entry.row.kind) && seenBy(entry.row.kind) === 'public') return err({ reason: 'public-stays', seq });
  }
  return ok({
    fact: { kind: 'body-erased', actor: order.actor, body: { rows: order.rows, ground: order.ground } },
    rows: order.rows.flatMap((seq) => [
      {
        sql: 'insert into ledger_erasure (seq, by_seq) values (?, ?) on conflict do nothing',
        args: [BigInt(seq), BigInt(at.seq)],
      },
      { sql: 'update ledger_body set salt = null, text = null where seq = ?', args: [BigInt(seq)] },
    ]),
  });
}

function entryOf(row: Row): LedgerEntry {
  const ledgerRow: LedgerRow = {
    seq: Number(row.seq),
    prev: String(row.prev),
    at: String(row.at),
    kind: String(row.kind),
    actor: String(row.actor),
    bodyDigest: String(row.body_digest),
    hash: String(row.hash),
  };
  const body: LedgerBody = { seq: ledgerRow.seq, salt: textOrNull(row.salt), text: textOrNull(row.text) };
  return { row: ledgerRow, body };
}

const textOrNull = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
