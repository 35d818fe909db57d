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
import { DatabaseTrouble, troubleOf } from './trouble.ts';

/** Time and chance, from outside. */
export interface Means {
  /** Server time, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
  readonly now: () => string;
  /** Random bytes fit for salts, e.g. by WebCrypto. */
  readonly randomBytes: (count: number) => Uint8Array;
  /** Told when something has been recorded, by whoever has to say what is known if the rest fails. */
  readonly recorded?: () => void;
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

/** Each try has waited for the lock, at a server as in a file: somebody has it for good. */
const busyMsMost = 30_000;

/** A batch of which it is not known whether it was carried out, or may be yet. */
interface Sent<T> {
  /** The head that it was to follow. */
  readonly after: string;
  readonly hash: string;
  readonly committed: Committed<T>;
}

/**
 * Decides at the present head and writes it all, or nothing. Over a network an answer can be lost after the batch was carried out, or the
 * batch arrive late: then it is looked for by its hash. All tries at one head exclude each other by the chain, and a try at a head that
 * has been followed can no longer succeed, so looking is exact.
 * @param decide may run several times and must have no effect besides staging pages; a refusal is passed on as it is. Verbs of
 *   one process decide one after the other, so it should be short (stage what is big before), and never call `commit` itself
 * @throws Contended, or DatabaseTrouble, which says what is recorded, where the database cannot be reached or a row breaks a constraint
 */
export function commit<T, E>(
  db: Db,
  means: Means,
  decide: (at: At) => Promise<Result<Decision<T>, E>>,
): Promise<Result<Committed<T>, E>> {
  let sent: readonly Sent<T>[] = [];
  /** How often no answer came to what was sent. */
  let lost = 0;
  let until = 0;
  let began = 0;

  const stands = async (): Promise<Committed<T> | undefined> => {
    db.afresh();
    for (const { hash, committed } of sent) {
      if (!(await standingHash(db, hash))) continue;
      means.recorded?.();
      return committed;
    }
    return undefined;
  };

  async function decideAndWrite(): Promise<Result<Committed<T>, E>> {
    db.afresh();
    // First the head, then the looking: what is not there now and was to follow an older head never will be.
    const head = await readHead(db);
    const standing = await stands();
    if (standing) return ok(standing);
    sent = sent.filter(({ after }) => after === head.hash);
    // Others of this request may have read while the head was on its way.
    db.afresh();
    const now = means.now();
    const decided = await decide({ head, now, seq: head.seq + 1 });
    if (!decided.ok) {
      // A refusal means little if an earlier try was carried out after all.
      const carriedOut = await stands();
      return carriedOut ? ok(carriedOut) : err(decided.error);
    }
    const { facts, rows = [], outbox = [], value } = decided.value;
    if (facts.length === 0) {
      if (rows.length > 0 || outbox.length > 0) throw new Error('commit: rows without a fact');
      return ok({ value, seq: head.seq });
    }
    const salts = facts.map(() => hexOf(means.randomBytes(16)));
    const links = extend(head, now, facts, salts);
    const { row } = lastOf(links);
    const committed = { value, seq: row.seq };
    const before = sent;
    sent = [...before, { after: head.hash, hash: row.hash, committed }];
    try {
      await db.write([
        ...appendRows(links),
        ...rows,
        ...outbox.map((message) => outboxRow(message, head.seq + 1, now)),
      ]);
    } catch (thrown) {
      const trouble = troubleOf(thrown);
      if (trouble.network) lost += 1;
      else sent = before;
      // A broken constraint with the head unmoved is a bug in the verb's rows; with the head moved somebody came first.
      if (trouble.constraint && (await hasMoved(db, head))) throw new Overtaken();
      throw trouble;
    }
    means.recorded?.();
    return ok(committed);
  }

  /** Whether it is worth another try: the lock was not had, the answer was lost once, or there is patience left. */
  function mayTryAgain(trouble: DatabaseTrouble, lostBefore: number): boolean {
    const now = performance.now();
    if (trouble.busy) return now < began + busyMsMost;
    // What was read has been asked for again and again already (`database.ts`).
    if (lost === lostBefore) return false;
    if (lost === 1) until = now + db.patienceMs;
    return lost === 1 || now < until;
  }

  return db.inTurn(async () => {
    began = performance.now();
    for (let tries = 1; tries <= triesMax; tries += 1) {
      const lostBefore = lost;
      try {
        return await decideAndWrite();
      } catch (thrown) {
        if (thrown instanceof DatabaseTrouble && !mayTryAgain(thrown, lostBefore)) {
          const standing = await stands().catch(() => undefined);
          if (standing) return ok(standing);
          throw thrown.leaving(sent.length > 0 ? 'unknown' : 'nothing');
        }
        // Anything else is a bug of the verb's own.
        if (!(thrown instanceof DatabaseTrouble) && !(thrown instanceof Overtaken)) throw thrown;
        await pause(jitterMs(means, tries));
      }
    }
    const standing = await stands();
    if (standing) return ok(standing);
    throw new Contended();
  });
}

/** Another fact came first. */
class Overtaken extends Error {}

async function hasMoved(db: Db, head: Head): Promise<boolean> {
  db.afresh();
  return (await readHead(db)).hash !== head.hash;
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
