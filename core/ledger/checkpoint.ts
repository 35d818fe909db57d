/**
 * A checkpoint says how long the ledger is and which hash it ends in. It goes to the threads and onto paper: whoever holds
 * one can show that history was rewritten or that an old copy was put back. Text after C2SP tlog-checkpoint (origin, size,
 * head, each ended by a line feed), with two differences: the head is a chain's last hash and not a tree's root, and it is
 * written in hexadecimal, since people compare it by eye and type it from paper.
 */
import type { Digest } from '../digest.ts';
import { err, ok, type Result } from '../result.ts';
import { genesis, type Head } from './chain.ts';

export interface Checkpoint {
  /** Whose ledger: `mingchou/ledger/1` and the office's name, one line. */
  readonly origin: string;
  /** Number of rows. */
  readonly size: number;
  readonly head: Digest;
}

const originTag = 'mingchou/ledger/1 ';

export type CheckpointRefusal =
  | { readonly reason: 'not-a-checkpoint'; readonly line: number }
  | { readonly reason: 'foreign-ledger'; readonly origin: string };

/** The checkpoint of an office's ledger that ends in this head. @param office its name, one line */
export const checkpointOf = (office: string, head: Head): Checkpoint => ({
  origin: originTag + office,
  size: head.seq,
  head: head.hash,
});

/** Three lines, each ended by a line feed: origin, size, head. */
export const formatCheckpoint = (checkpoint: Checkpoint): string =>
  `${checkpoint.origin}\n${checkpoint.size}\n${checkpoint.head}\n`;

/** Reads a checkpoint as pasted from a thread: spaces around lines, CR and a missing last line feed are forgiven. */
export function parseCheckpoint(text: string, office?: string): Result<Checkpoint, CheckpointRefusal> {
  const [origin = '', size = '', head = '', ...rest] = text
    .trim()
    .split('\n')
    .map((line) => line.trim());
  if (!origin.startsWith(originTag.trim())) return err({ reason: 'not-a-checkpoint', line: 1 });
  if (!/^(0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size)))
    return err({ reason: 'not-a-checkpoint', line: 2 });
  if (!/^[0-9a-f]{64}$/i.test(head)) return err({ reason: 'not-a-checkpoint', line: 3 });
  if (rest.length > 0) return err({ reason: 'not-a-checkpoint', line: 4 });
  if (office !== undefined && origin !== originTag + office) return err({ reason: 'foreign-ledger', origin });
  return ok({ origin, size: Number(size), head: head.toLowerCase() });
}

/**
 * How a ledger stands to a checkpoint that was posted from it. `behind`: it is shorter (a restored backup). `forked`: it is
 * long enough, but another row stands there (a restored backup that was written on, or rewritten history).
 */
export type Standing = 'holds' | 'behind' | 'forked';

/** @param hashAt hash of the ledger's row number `posted.size`, or null where it has none */
export function standingTo(posted: Checkpoint, head: Head, hashAt: Digest | null): Standing {
  if (head.seq < posted.size) return 'behind';
  const there = posted.size === 0 ? genesis.hash : hashAt;
  return there === posted.head ? 'holds' : 'forked';
}
