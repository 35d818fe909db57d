/**
 * What destinations said, as it is kept: a receipt for each version of an outcome of which a destination says something new, and one fact for all
 * that came at once. 登记回执 and 比对 write the same.
 */
import type { Notice, Receipt, ReceiptState } from '../../../core/notice/notice.ts';
import { type OutcomeKey, outcomeId } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import { receipts, standingNotices } from '../../../db/notices.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { outcomeBook } from '../outcome/book.ts';
import { stageBound } from './pages.ts';

/** The fact's body; also that of a comparison. */
export interface NoticeAcknowledged {
  readonly plan: string;
  readonly book: string;
  readonly source: string;
  readonly department: string;
  readonly tasks: readonly string[];
  readonly destination: string;
  readonly file: string;
  readonly counts: Readonly<Partial<Record<ReceiptState, number>>>;
  readonly pages: readonly string[];
}

/** Of which draw and department, by whom, and from which file; '' where somebody said so. */
export interface AnswerTo {
  readonly book: string;
  readonly department: string;
  readonly destination: string;
  readonly file: string;
}

export interface Line {
  readonly notice: Notice;
  readonly state: ReceiptState;
  readonly number: string;
  readonly words: string;
}

/** A receipt is about one version: a correction goes out anew. */
export const versionOf = (notice: Notice): string => `${outcomeId(notice)} ${notice.seq}`;

/** Notices of a department in a draw that the public reads on that day; refused where there is none. */
export async function publicOf(
  deps: Deps,
  name: string,
  department: string,
  today: string,
): Promise<Result<readonly Notice[], Refusal>> {
  const worked = await outcomeBook(deps, name);
  if (!worked.ok) return worked;
  const { source } = worked.value;
  const notices = await standingNotices(deps.db, { source, department, today, states: ['public'] });
  return notices.length === 0 ? refuse('notice', { reason: 'none-public', book: name, department }) : ok(notices);
}

/** What the destination has not said of that version last. */
export async function freshReceipts(
  { db }: Pick<Deps, 'db'>,
  lines: readonly Line[],
  destination: string,
  seq: number,
): Promise<readonly Receipt[]> {
  const keys: readonly OutcomeKey[] = lines.map(({ notice }) => notice);
  const last = new Map(
    (await receipts(db, { keys }))
      .filter((each) => each.destination === destination)
      .map((each) => [`${outcomeId(each)} ${each.notice}`, each]),
  );
  const fresh = new Map<string, Receipt>();
  for (const { notice, state, number, words } of lines) {
    const before = last.get(versionOf(notice));
    if (before !== undefined && before.state === state && before.number === number && before.words === words) continue;
    const { source, visit, department, item } = notice;
    fresh.set(versionOf(notice), {
      source,
      visit,
      department,
      item,
      destination,
      seq,
      notice: notice.seq,
      state,
      number,
      words,
    });
  }
  return [...fresh.values()];
}

export function countsOf(fresh: readonly Receipt[]): Readonly<Partial<Record<ReceiptState, number>>> {
  const counts: Partial<Record<ReceiptState, number>> = {};
  for (const { state } of fresh) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

export async function acknowledgedBody(
  deps: Deps,
  { book, department, destination, file }: AnswerTo,
  notices: readonly Notice[],
  fresh: readonly Receipt[],
): Promise<NoticeAcknowledged> {
  const told = new Set(fresh.map(outcomeId));
  const about = notices.filter((each) => told.has(outcomeId(each)));
  return {
    plan: about[0]?.plan ?? '',
    book,
    source: about[0]?.source ?? '',
    department,
    tasks: [...new Set(about.map(({ plan, task }) => `${plan}/${task}`))],
    destination,
    file,
    counts: countsOf(fresh),
    pages: await stageBound(deps, [], fresh),
  };
}
