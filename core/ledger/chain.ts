/**
 * The chain: each row's hash covers its number, the hash before it, time, kind, actor and the digest of its body. Bodies lie
 * beside, under a salt of their own, so that one can be withheld or erased without a break, and nobody can test a guess
 * against the digest of an erased one.
 */
import { canonical, type Json } from '../canonical.ts';
import { type Digest, digest } from '../digest.ts';
import type { Fact } from './fact.ts';

/** Where the ledger stands: number and hash of its last row. */
export interface Head {
  readonly seq: number;
  readonly hash: Digest;
}

/** The head of an empty ledger; the `prev` of the first row. */
export const genesis: Head = { seq: 0, hash: '0'.repeat(64) };

export interface LedgerRow {
  /** From 1, without gaps. */
  readonly seq: number;
  readonly prev: Digest;
  /** Server time, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
  readonly at: string;
  readonly kind: string;
  readonly actor: string;
  readonly bodyDigest: Digest;
  readonly hash: Digest;
}

/** A body beside its row; `null` parts have been erased. */
export interface LedgerBody {
  readonly seq: number;
  /** 32 lowercase hexadecimal digits. */
  readonly salt: string | null;
  /** Canonical text of the fact's body. */
  readonly text: string | null;
}

/** @param salt 32 hexadecimal digits @param text canonical text; a line feed in either throws TypeError, as in `digest` */
export const bodyDigest = (salt: string, text: string): Digest => digest('mingchou/ledger/1/body', salt, text);

/** What the next row's `prev` holds. @throws TypeError where a field holds a line feed */
export const rowHash = (row: Omit<LedgerRow, 'hash'>): Digest =>
  digest('mingchou/ledger/1/row', String(row.seq), row.prev, row.at, row.kind, row.actor, row.bodyDigest);

export interface Link {
  readonly row: LedgerRow;
  readonly body: { readonly seq: number; readonly salt: string; readonly text: string };
}

/**
 * Appends facts to a head, in order.
 * @param salts one for each fact, of 16 random bytes in hexadecimal, never used before
 * @throws TypeError where a body is not plain or an actor holds a line feed: bugs of the caller
 */
export function extend(head: Head, at: string, facts: readonly Fact[], salts: readonly string[]): readonly Link[] {
  const links: Link[] = [];
  let { seq, hash: prev } = head;
  for (const [i, fact] of facts.entries()) {
    const salt = salts[i];
    if (salt === undefined || !/^[0-9a-f]{32}$/.test(salt))
      throw new TypeError('extend: a fact has no salt of 16 bytes');
    const text = canonical(fact.body);
    seq += 1;
    const open = { seq, prev, at, kind: fact.kind, actor: fact.actor, bodyDigest: bodyDigest(salt, text) };
    const row: LedgerRow = { ...open, hash: rowHash(open) };
    links.push({ row, body: { seq, salt, text } });
    prev = row.hash;
  }
  return links;
}

/** The value of a body as it was recorded, or null once erased. */
export function bodyValue(body: LedgerBody): Json | null {
  if (body.text === null) return null;
  const value: Json = JSON.parse(body.text);
  return value;
}
