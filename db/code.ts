/**
 * Codes that prove who somebody is: for linking an account, for signing in to the pages, and for staying signed in. Only digests are
 * kept. A code is no fact and decides nothing by itself, so it may be written without one.
 */
import type { InStatement } from '@libsql/client/web';
import { type Digest, digest } from '../core/digest.ts';
import type { Db } from './database.ts';

/**
 * `link`: an account to a person; `web`: a private link into the pages; `session`: a browser that came by such a link; `excel`: a code to
 * be typed into a workbook's pane; `excel-session`: the pane that it was typed into.
 */
export type CodePurpose = 'link' | 'web' | 'session' | 'excel' | 'excel-session';

/** Codes that people copy and type: one at a time, so that an earlier one that lies about is worth nothing any more. */
const oneAtATime: readonly CodePurpose[] = ['link', 'excel'];

export interface HeldCode {
  readonly person: string;
  /** Server time after which it is worth nothing. */
  readonly until: string;
  readonly used: string | null;
  /** What the holder was when it was kept, where it is worth nothing after that has changed; '' where it is not bound. */
  readonly bound: string;
}

interface Keeping {
  readonly person: string;
  readonly until: string;
  readonly now: string;
  readonly bound?: string;
}

const digestOfCode = (purpose: CodePurpose, code: string): Digest => digest(`mingchou/code/1/${purpose}`, code);

/** Keeps a new code. */
export const codeRows = (
  purpose: CodePurpose,
  code: string,
  { person, until, now, bound = '' }: Keeping,
): InStatement[] => [
  // Nobody asks for old ones again; a day's grace keeps what a clock that is a little wrong might still need.
  { sql: 'delete from chat_code where until < ?', args: [new Date(Date.parse(now) - 86_400_000).toISOString()] },
  ...(oneAtATime.includes(purpose)
    ? [{ sql: 'delete from chat_code where purpose = ? and person = ? and used is null', args: [purpose, person] }]
    : []),
  {
    sql: 'insert into chat_code (digest, purpose, person, until, bound) values (?, ?, ?, ?, ?)',
    args: [digestOfCode(purpose, code), purpose, person, until, bound],
  },
];

/** The code as it is kept, used or not, or null. */
export async function heldCode(db: Db, purpose: CodePurpose, code: string): Promise<HeldCode | null> {
  const [row] = await db.read({
    sql: 'select person, until, used, bound from chat_code where digest = ? and purpose = ?',
    args: [digestOfCode(purpose, code), purpose],
  });
  if (row === undefined) return null;
  const { person, until, used, bound } = row;
  return {
    person: String(person),
    until: String(until),
    used: used === null ? null : String(used),
    bound: String(bound),
  };
}

/** Marks it used, for the batch of the act that it allowed. */
export const usedRow = (purpose: CodePurpose, code: string, now: string): InStatement => ({
  sql: 'update chat_code set used = ? where digest = ? and used is null',
  args: [now, digestOfCode(purpose, code)],
});

/** Whatever a person has to show is worth nothing any more; belongs into the batch that takes the person off the roll. */
export const voidCodesRow = (person: string, now: string): InStatement => ({
  sql: 'update chat_code set used = ? where person = ? and used is null',
  args: [now, person],
});

/** Ends sign-ins, private links and codes for the pane of a person whose account is no longer the own one: whoever held it may hold them. */
export const voidSignInsRow = (person: string, now: string): InStatement => ({
  sql: `update chat_code set used = ? where person = ? and purpose <> 'link' and used is null`,
  args: [now, person],
});

/** Keeps a code that no fact goes with. */
export async function keepCode(db: Db, purpose: CodePurpose, code: string, whose: Keeping): Promise<void> {
  await db.write(codeRows(purpose, code, whose));
}

/** Uses a code that no fact goes with. @returns whether it was still good: of two that come at once, one is told so */
export async function spendCode(db: Db, purpose: CodePurpose, code: string, now: string): Promise<boolean> {
  const [result] = await db.write([
    {
      sql: 'update chat_code set used = ? where digest = ? and purpose = ? and used is null and until > ?',
      args: [now, digestOfCode(purpose, code), purpose, now],
    },
  ]);
  return result?.rowsAffected === 1;
}

/**
 * Counts a try of somebody, if there were fewer than so many since a time.
 * @returns whether it may be tried
 */
export async function mayTry(
  db: Db,
  who: string,
  { since, now, most }: { readonly since: string; readonly now: string; readonly most: number },
): Promise<boolean> {
  const [, result] = await db.write([
    { sql: 'delete from chat_try where at <= ?', args: [since] },
    {
      sql: `insert into chat_try (who, at) select ?, ?
        where (select count(*) from chat_try where who = ?) < ?`,
      args: [who, now, who, BigInt(most)],
    },
  ]);
  return result?.rowsAffected === 1;
}
