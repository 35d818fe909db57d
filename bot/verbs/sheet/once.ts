/**
 * A batch of rows is taken once: sent again, because its answer was lost on the way or somebody pressed twice, it gets the first answer. The
 * answer is kept in pages, since five hundred rows are more than one row of a table should hold.
 */
import type { InStatement } from '@libsql/client/web';
import { canonical } from '../../../core/canonical.ts';
import { digestText } from '../../../core/digest.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { At } from '../../../db/commit.ts';
import type { Db } from '../../../db/database.ts';
import { answered, answerRow } from '../../../db/once.ts';
import { cut, readText, stagePages } from '../../../db/pages.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { SheetReceipt, SheetSubmission } from './keeper.ts';

/** What is kept of a batch. */
interface Done {
  readonly content: string;
  readonly pages: readonly string[];
}

/** The first receipt, or null for a batch that is new. To be asked inside `decide`. */
export async function firstReceipt(
  db: Db,
  actor: Actor,
  submission: SheetSubmission,
): Promise<Result<SheetReceipt | null, Refusal>> {
  const found = await answered(db, keyOf(actor, submission));
  if (found === null) return ok(null);
  const { content, pages } = doneIn(found.answer);
  if (content !== contentOf(submission)) return refuse('sheet', { reason: 'batch-differs', batch: submission.batch });
  const receipt: SheetReceipt = JSON.parse(await readText(db, pages));
  return ok(receipt);
}

/** The row that keeps the receipt, for the commit that makes it true. Its pages are staged at once. */
export async function receiptRow(
  db: Db,
  actor: Actor,
  submission: SheetSubmission,
  receipt: SheetReceipt,
  at: At,
): Promise<InStatement> {
  const pages = await stagePages(db, 'mingchou/rows-receipt/1', cut(JSON.stringify(receipt)));
  const done: Done = { content: contentOf(submission), pages };
  return answerRow(keyOf(actor, submission), asJson(done), at);
}

const keyOf = ({ person }: Actor, { batch }: SheetSubmission): string => `rows/${person}/${batch}`;

/** The same for the same rows: a batch with other ones is no second delivery of it. */
export const contentOf = ({ ref, rows, reason }: SheetSubmission): string =>
  digestText('mingchou/rows/1', canonical(asJson({ ref, rows, reason })));

/** Safe because `receiptRow` alone writes answers under these keys. */
const doneIn = (answer: unknown): Done => answer as Done;
