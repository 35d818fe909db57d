/**
 * Ceremonies, the secrets in the desk's custody, and the records of draws. A ceremony's body is the state of core as JSON;
 * its record lies in immutable pages that a small batch names. The tables themselves refuse a second record.
 */
import type { InStatement } from '@libsql/client/web';
import { and, asc, desc, eq } from 'drizzle-orm';
import { canonical, canonicalPieces, type Json } from '../core/canonical.ts';
import type { Digest } from '../core/digest.ts';
import type { At } from './commit.ts';
import type { Db } from './database.ts';
import { cutPieces, readText, stagePages } from './pages.ts';
import { ceremony, drawRecord, sealedSecret } from './schema.ts';
import type { Sealed } from './secret.ts';

export interface HeldCeremony {
  readonly no: number;
  readonly stage: string;
  /** The fact that brought it to this stage. */
  readonly seq: number;
  readonly body: Json;
}

/** The number that the next ceremony gets. Asked inside `decide`; numbers are never used again. */
export async function nextCeremonyNo(db: Db): Promise<number> {
  const [row] = await db.read('select coalesce(max(no), 0) + 1 as no from ceremony');
  return Number(row?.no);
}

/** The row of a new ceremony. The table takes the next number only: none is left out and none is used twice. */
export const newCeremonyRow = (no: number, stage: string, body: Json, at: At): InStatement => ({
  sql: 'insert into ceremony (no, stage, seq, body) values (?, ?, ?, ?)',
  args: [BigInt(no), stage, BigInt(at.seq), canonical(body)],
});

/** A ceremony at its next stage; which stage may follow which is decided in core, and no row is ever taken away. */
export const ceremonyRow = (no: number, stage: string, body: Json, at: At): InStatement => ({
  sql: 'update ceremony set stage = ?, seq = ?, body = ? where no = ?',
  args: [stage, BigInt(at.seq), canonical(body), BigInt(no)],
});

/** @param no whatever a form brought back: what is no number is no ceremony's, and the driver takes none that is not whole */
export async function heldCeremony(db: Db, no: number): Promise<HeldCeremony | null> {
  if (!Number.isSafeInteger(no)) return null;
  const [row] = await db.ask((orm) => orm.select().from(ceremony).where(eq(ceremony.no, no)));
  return row ? ceremonyOf(row) : null;
}

/** All ceremonies, also aborted and annulled ones: every number that was ever used. */
export async function ceremonies(db: Db): Promise<readonly HeldCeremony[]> {
  const rows = await db.ask((orm) => orm.select().from(ceremony).orderBy(asc(ceremony.no)));
  return rows.map(ceremonyOf);
}

/** A secret in the desk's custody, encrypted; the table refuses a second one of the same participant. */
export const sealedRow = (no: number, participant: string, sealed: Sealed, at: At): InStatement => ({
  sql: 'insert into sealed_secret (ceremony, participant, sealed, at) values (?, ?, ?, ?)',
  args: [BigInt(no), participant, sealed, at.now],
});

/** What `seal` and `unseal` authenticate of a participant's secret. */
export const secretPurpose = (no: number, participant: string): string => `ceremony:${no}:participant:${participant}`;

export async function sealedOf(db: Db, no: number, participant: string): Promise<Sealed | null> {
  const [row] = await db.ask((orm) =>
    orm
      .select({ sealed: sealedSecret.sealed })
      .from(sealedSecret)
      .where(and(eq(sealedSecret.ceremony, no), eq(sealedSecret.participant, participant))),
  );
  return row ? row.sealed : null;
}

/** A record as held: its digests, and the pages of its text without the roster, which has pages of its own. */
export interface HeldRecord {
  readonly ceremony: number;
  /** 0, or how many times the public number was corrected. */
  readonly edition: number;
  readonly digest: Digest;
  readonly manifestDigest: Digest;
  readonly root: Digest;
  readonly pages: readonly Digest[];
  readonly seq: number;
}

const recordTag = 'mingchou/page/record/1';

/** Stages a record (without roster) in pages of its canonical text; nothing is true yet. */
export const stageRecord = (db: Db, record: Json): Promise<readonly Digest[]> =>
  stagePages(db, recordTag, cutPieces(canonicalPieces(record)));

export const recordRow = (record: Omit<HeldRecord, 'seq'>, at: At): InStatement => ({
  sql: 'insert into draw_record (ceremony, edition, digest, manifest_digest, root, pages, seq) values (?, ?, ?, ?, ?, ?, ?)',
  args: [
    BigInt(record.ceremony),
    BigInt(record.edition),
    record.digest,
    record.manifestDigest,
    record.root,
    record.pages.join(' '),
    BigInt(at.seq),
  ],
});

/** The record that stands: the last edition. */
export async function heldRecord(db: Db, no: number): Promise<HeldRecord | null> {
  const [row] = await db.ask((orm) =>
    orm.select().from(drawRecord).where(eq(drawRecord.ceremony, no)).orderBy(desc(drawRecord.edition)).limit(1),
  );
  return row ? { ...row, pages: row.pages.split(' ').filter((digest) => digest !== '') } : null;
}

/** The text that was staged with the record. */
export const recordText = (db: Db, record: HeldRecord): Promise<string> => readText(db, record.pages);

function ceremonyOf(row: typeof ceremony.$inferSelect): HeldCeremony {
  const body: Json = JSON.parse(row.body);
  return { no: row.no, stage: row.stage, seq: row.seq, body };
}
