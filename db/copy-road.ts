/**
 * The whole road of a copy: a target made ready, walked until it is what the source is, its ledger re-computed there, and only then opened.
 * Where facts come while it goes on, the walk is repeated; where they never stop coming, that is said.
 */
import type { InStatement } from '@libsql/client/web';
import { hexOf } from '../core/digest.ts';
import type { Head } from '../core/ledger/chain.ts';
import type { Break } from '../core/ledger/verify.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type ArrivalRefusal, arrivalIn, beginArrival, endArrival, type Purpose } from './arriving.ts';
import type { Means } from './commit.ts';
import { type CopyTrouble, digestOfAll, patiently, type Step, type Walked, walk } from './copy.ts';
import { type Schema, schemaOfMigrations } from './copy-tables.ts';
import type { Db } from './database.ts';
import { entryAt, hashAt, readHead, verifyLedger } from './ledger.ts';

export type CopyRefusal =
  | ArrivalRefusal
  | CopyTrouble
  | { readonly reason: 'nothing-to-copy' }
  /** Facts came during every walk. */
  | { readonly reason: 'restless'; readonly place: string }
  | { readonly reason: 'copy-broken'; readonly place: string; readonly broken: Break };

/** A copy under way. */
export interface Road {
  readonly source: Db;
  readonly target: Db;
  /** How the target is called before people. */
  readonly place: string;
  readonly schema: Schema;
  readonly run: string;
  readonly continued: boolean;
  readonly step: (step: Step) => void;
}

export interface Copied {
  readonly head: Head;
  readonly rows: number;
  /** Over the digests of all tables. */
  readonly digest: string;
}

const walksMost = 5;

export async function enter(
  means: Means,
  source: Db,
  target: Db,
  { place, purpose, step }: { readonly place: string; readonly purpose: Purpose; readonly step: (step: Step) => void },
): Promise<Result<Road, CopyRefusal>> {
  const first = await entryAt(source, 1);
  if (first === null) return err({ reason: 'nothing-to-copy' });
  const schema = await schemaOfMigrations();
  const run = hexOf(means.randomBytes(8));
  const begun = await patiently(() =>
    beginArrival(target, schema, place, { purpose, origin: first.row.hash, began: means.now(), run }),
  );
  if (!begun.ok) return begun;
  return ok({ source, target, place, schema, run, continued: begun.value.continued, step });
}

/** One walk, whatever comes meanwhile. */
export const walkOnce = ({ source, target, schema, run, step }: Road): Promise<Result<Walked, CopyTrouble>> =>
  walk(source, target, schema, run, step);

/** Walks until nothing has changed from the beginning of a walk to its end, and re-computes the ledger at the target. */
export async function walkToRest(road: Road): Promise<Result<Copied, CopyRefusal>> {
  for (let times = 1; times <= walksMost; times += 1) {
    const before = await patiently(() => readHead(road.source));
    const walked = await walkOnce(road);
    if (!walked.ok) return walked;
    const head = await patiently(() => readHead(road.source));
    // A first walk over an empty target read back everything that it wrote.
    const isStill = walked.value.changed === 0 || (times === 1 && !road.continued);
    if (head.hash !== before.hash || !isStill) continue;
    const verified = await patiently(() => verifyLedger(road.target, head));
    if (!verified.ok) return err({ reason: 'copy-broken', place: road.place, broken: verified.error });
    return ok({ head, rows: walked.value.rows, digest: digestOfAll(walked.value) });
  }
  return err({ reason: 'restless', place: road.place });
}

/** Opens the target as an office's database, where no fact goes with that. */
export async function openTarget({ target, schema, run }: Road): Promise<void> {
  await patiently(async () => {
    // An answer that was lost: it is open already.
    if ((await arrivalIn(target)) === null) return;
    await target.write(endArrival(schema, run));
  });
}

/** The same as rows of the fact by which the office arrives. */
export const openingRows = ({ schema, run }: Road): readonly InStatement[] => endArrival(schema, run);

/** Whether a database goes on from this head: a move that was carried out to its end. */
export const goesOn = async (db: Db, { seq, hash }: Head): Promise<boolean> =>
  (await db.read(`select 1 from sqlite_master where name = 'ledger'`)).length > 0 &&
  (await arrivalIn(db)) === null &&
  (await hashAt(db, seq)) === hash;
