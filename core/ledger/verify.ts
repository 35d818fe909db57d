/**
 * Checks a ledger from its rows and bodies alone and names the first row that is broken, and how. Pure and page by page:
 * anybody with an export can run it. An erased body is no break if a later fact says that it was erased.
 */
import { err, ok, type Result } from '../result.ts';
import { bodyDigest, genesis, type Head, type LedgerBody, type LedgerRow, rowHash } from './chain.ts';

export interface LedgerEntry {
  readonly row: LedgerRow;
  /** null where the reader may not see it (an export for outsiders). */
  readonly body: LedgerBody | null;
}

export type Break =
  /** A row is missing, doubled or out of order. */
  | { readonly reason: 'number'; readonly seq: number; readonly found: number }
  /** It does not continue the row before. */
  | { readonly reason: 'link'; readonly seq: number }
  /** Time, kind, actor or digest of the body was changed. */
  | { readonly reason: 'row'; readonly seq: number }
  | { readonly reason: 'body'; readonly seq: number }
  /** The body is gone and no fact says why. */
  | { readonly reason: 'body-missing'; readonly seq: number }
  /** Shorter than the head that was expected, or another one. */
  | { readonly reason: 'head'; readonly expected: Head; readonly found: Head };

export interface Verified {
  readonly head: Head;
  /** Numbers of the rows whose bodies were erased on record. */
  readonly erased: readonly number[];
  /** How many bodies the reader was not shown. */
  readonly withheld: number;
}

/** Between two pages. */
export interface Progress {
  readonly head: Head;
  readonly erasedOnRecord: ReadonlySet<number>;
  readonly missing: readonly number[];
  readonly withheld: number;
}

export const start: Progress = { head: genesis, erasedOnRecord: new Set(), missing: [], withheld: 0 };

/** Checks the next rows; `progress` is what the pages before gave. */
export function verifyPage(progress: Progress, page: readonly LedgerEntry[]): Result<Progress, Break> {
  let head = progress.head;
  let withheld = progress.withheld;
  const erasedOnRecord = new Set(progress.erasedOnRecord);
  const missing = [...progress.missing];
  for (const { row, body } of page) {
    const seq = head.seq + 1;
    if (row.seq !== seq) return err({ reason: 'number', seq, found: row.seq });
    if (row.prev !== head.hash) return err({ reason: 'link', seq });
    if (!hashes(row)) return err({ reason: 'row', seq });
    head = { seq, hash: row.hash };
    if (body === null) {
      withheld += 1;
    } else if (body.text === null || body.salt === null) {
      missing.push(seq);
    } else {
      if (!bodyHolds(row, body.salt, body.text)) return err({ reason: 'body', seq });
      if (row.kind === 'body-erased') for (const each of erasedSeqs(body.text)) erasedOnRecord.add(each);
    }
  }
  return ok({ head, erasedOnRecord, missing, withheld });
}

/** Closes the check: every missing body must be erased on record, and the head be the expected one, where one is known. */
export function verifyEnd(progress: Progress, expected?: Head): Result<Verified, Break> {
  const unexplained = progress.missing.find((seq) => !progress.erasedOnRecord.has(seq));
  if (unexplained !== undefined) return err({ reason: 'body-missing', seq: unexplained });
  const { head } = progress;
  if (expected && (expected.seq !== head.seq || expected.hash !== head.hash))
    return err({ reason: 'head', expected, found: head });
  return ok({ head, erased: progress.missing, withheld: progress.withheld });
}

/** The numbers that a `body-erased` fact names: its body is `{rows: [number, …], …}`. */
function erasedSeqs(text: string): readonly number[] {
  const body: unknown = JSON.parse(text);
  if (typeof body !== 'object' || body === null || !('rows' in body) || !Array.isArray(body.rows)) return [];
  return body.rows.filter((each): each is number => Number.isSafeInteger(each));
}

// Rows may come from anywhere: a line feed smuggled into a field is a broken row, not a crash.
function hashes(row: LedgerRow): boolean {
  if ([row.prev, row.at, row.kind, row.actor, row.bodyDigest].some((field) => field.includes('\n'))) return false;
  return rowHash(row) === row.hash;
}

const bodyHolds = (row: LedgerRow, salt: string, text: string): boolean =>
  !salt.includes('\n') && !text.includes('\n') && bodyDigest(salt, text) === row.bodyDigest;
