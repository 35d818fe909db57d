/**
 * THE way to write. A verb reads the ledger's head, loads and decides; then one batch writes its rows, its outbox rows and
 * its ledger rows together, guarded by the chain itself: if another fact came first, nothing is written and the verb
 * decides again. No interactive transaction, so the same code runs on a file and over HTTP.
 */
import type { InStatement } from '@libsql/client/web';
import { hexOf } from '../core/digest.ts';
import { extend, type Head, type Link } from '../core/ledger/chain.ts';
import type { Fact } from '../core/ledger/fact.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type Db, pause } from './database.ts';
import { appendRows, readHead, standingHash } from './ledger.ts';
import { type Outgoing, outboxRow } from './outbox.ts';
import { type DatabaseTrouble, troubleOf } from './trouble.ts';

/** Time and chance, from outside. */
export interface Means {
  /** Server time, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
  readonly now: () => string;
  /** Random bytes fit for salts, e.g. by WebCrypto. */
  readonly randomBytes: (count: number) => Uint8Array;
}

/** Where and when a verb decides. */
export interface At {
  readonly head: Head;
  readonly now: string;
  /** The number that the verb's first fact will get; rows that belong to it carry it. */
  readonly seq: number;
}

/** What a verb decided. No facts: nothing is to be written, the value is the answer. */
export interface Decision<T> {
  readonly facts: readonly Fact[];
  readonly rows?: readonly InStatement[];
  readonly outbox?: readonly Outgoing[];
  readonly value: T;
}

export interface Committed<T> {
  readonly value: T;
  /** Number of the decision's last fact, or of the head it was answered at. */
  readonly seq: number;
}

/** More writers than the queue and the waits can part; the caller may come again. */
export class Contended extends Error {
  constructor() {
    super('the ledger moved on each time; nothing was written');
    this.name = 'Contended';
  }
}

const triesMax = 24;

/**
 * Decides at the present head and writes it all, or nothing.
 * @param decide may run several times and must have no effect besides staging pages; a refusal is passed on as it is. Verbs of
 *   one process decide one after the other, so it should be short (stage what is big before), and never call `commit` itself
 * @throws Contended, or DatabaseTrouble where the database cannot be reached or a row breaks a constraint of its table
 */
export function commit<T, E>(
  db: Db,
  means: Means,
  decide: (at: At) => Promise<Result<Decision<T>, E>>,
): Promise<Result<Committed<T>, E>> {
  const tried: { hash: string; committed: Committed<T> }[] = [];

  // Over a network an answer can be lost after the batch was carried out, or the batch arrive late. All tries at one head
  // exclude each other by the chain, and a try at an older head can no longer succeed: so looking for our hashes is exact.
  const alreadyStanding = async (): Promise<Committed<T> | undefined> => {
    for (const { hash, committed } of tried) if (await standingHash(db, hash)) return committed;
    return undefined;
  };

  return db.inTurn(async () => {
    for (let tries = 1; tries <= triesMax; tries += 1) {
      const standing = tried.length > 0 ? await alreadyStanding() : undefined;
      if (standing) return ok(standing);
      const head = await readHead(db);
      const now = means.now();
      const decided = await decide({ head, now, seq: head.seq + 1 });
      if (!decided.ok) return (await settled(alreadyStanding)) ?? err(decided.error);
      const { facts, rows = [], outbox = [], value } = decided.value;
      if (facts.length === 0) {
        if (rows.length > 0 || outbox.length > 0) throw new Error('commit: rows without a fact');
        return ok({ value, seq: head.seq });
      }
      const salts = facts.map(() => hexOf(means.randomBytes(16)));
      const links = extend(head, now, facts, salts);
      const last = lastOf(links);
      const committed = { value, seq: last.row.seq };
      tried.push({ hash: last.row.hash, committed });
      try {
        await db.write([
          ...appendRows(links),
          ...rows,
          ...outbox.map((message) => outboxRow(message, head.seq + 1, now)),
        ]);
        return ok(committed);
      } catch (thrown) {
        const trouble = troubleOf(thrown);
        if (!(await mayDecideAgain(db, trouble, head))) throw trouble;
        await pause(jitterMs(means, tries));
      }
    }
    const standing = await alreadyStanding();
    if (standing) return ok(standing);
    throw new Contended();
  });
}

// A refusal at a later head means little if an earlier try was carried out after all.
async function settled<T>(
  standing: () => Promise<Committed<T> | undefined>,
): Promise<Result<Committed<T>, never> | undefined> {
  const committed = await standing();
  return committed && ok(committed);
}

// A broken constraint with the head unmoved is a bug in the verb's rows; with the head moved somebody came first.
async function mayDecideAgain(db: Db, trouble: DatabaseTrouble, head: Head): Promise<boolean> {
  if (trouble.constraint) return (await readHead(db)).hash !== head.hash;
  return trouble.busy || trouble.network;
}

function lastOf(links: readonly Link[]): Link {
  const last = links.at(-1);
  if (last === undefined) throw new Error('commit: no link for a fact');
  return last;
}

/** 1 ms at first, doubling to about 0.5 s, times a random 0–1. */
function jitterMs(means: Means, tries: number): number {
  const [byte = 0] = means.randomBytes(1);
  return Math.ceil(2 ** Math.min(tries, 9) * ((byte + 1) / 256));
}
