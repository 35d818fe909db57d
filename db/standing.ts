/**
 * How this database stands to checkpoints that were posted from it. Its own table of them is not enough, since a restored
 * backup restores that too: the office pastes the last one from a thread or paper, and at the desk a file beside the
 * database keeps it. While a posted checkpoint is not continued, no ceremony is held, until the gap is resolved on record.
 */
import type { InStatement } from '@libsql/client/web';
import { bodyValue } from '../core/ledger/chain.ts';
import { type Checkpoint, checkpointOf, type Standing, standingTo } from '../core/ledger/checkpoint.ts';
import type { Fact } from '../core/ledger/fact.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { At } from './commit.ts';
import type { Db } from './database.ts';
import { factsOf, hashesAt, readHead } from './ledger.ts';

export interface CheckpointGap {
  readonly reason: Exclude<Standing, 'holds'>;
  readonly posted: Checkpoint;
  /** Rows that the ledger has. */
  readonly held: number;
}

/**
 * Whether a ceremony may be held here, as far as checkpoints go.
 * @param outside checkpoints that were posted, kept outside of this database
 */
export async function standing(
  db: Db,
  office: string,
  outside: readonly Checkpoint[],
): Promise<Result<null, CheckpointGap>> {
  const [resolved, head, here] = await Promise.all([resolvedHeads(db), readHead(db), postedHere(db, office)]);
  const all = [...outside, ...here];
  const hashes = await hashesAt(
    db,
    all.map(({ size }) => size),
  );
  for (const posted of all) {
    if (resolved.has(`${posted.size} ${posted.head}`)) continue;
    const found = standingTo(posted, head, hashes.get(posted.size) ?? null);
    if (found !== 'holds') return err({ reason: found, posted, held: head.seq });
  }
  return ok(null);
}

/** The fact by which the office answers for a gap: which checkpoint, why, on whose order. */
export const gapResolved = (gap: CheckpointGap, actor: string, ground: string): Fact => ({
  kind: 'checkpoint-gap-resolved',
  actor,
  body: { size: gap.posted.size, head: gap.posted.head, found: gap.reason, held: gap.held, ground },
});

/** The checkpoint of the ledger as it stands. */
export const presentCheckpoint = async (db: Db, office: string): Promise<Checkpoint> =>
  checkpointOf(office, await readHead(db));

/** The fact and row of a checkpoint that was posted. @param place thread, paper or file that it went to */
export const posted = (
  checkpoint: Checkpoint,
  place: string,
  actor: string,
  at: At,
): { readonly fact: Fact; readonly row: InStatement } => ({
  fact: { kind: 'checkpoint-posted', actor, body: { size: checkpoint.size, head: checkpoint.head, place } },
  row: {
    sql: 'insert into checkpoint (size, head, place, at) values (?, ?, ?, ?) on conflict do nothing',
    args: [BigInt(checkpoint.size), checkpoint.head, place, at.now],
  },
});

/** Checkpoints on record, oldest first. */
export async function postedHere(db: Db, office: string): Promise<readonly Checkpoint[]> {
  const rows = await db.read('select size, head from checkpoint order by size, place');
  return rows.map((row) => checkpointOf(office, { seq: Number(row.size), hash: String(row.head) }));
}

async function resolvedHeads(db: Db): Promise<ReadonlySet<string>> {
  const resolved = new Set<string>();
  for (const { body } of await factsOf(db, 'checkpoint-gap-resolved')) {
    const fact = body && bodyValue(body);
    if (typeof fact === 'object' && fact !== null && 'size' in fact && 'head' in fact)
      resolved.add(`${fact.size} ${fact.head}`);
  }
  return resolved;
}
