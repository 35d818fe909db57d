/** Rows of 检查结果录入: one for each item at each visit, with what was entered last. */
import { outcomeId } from '../../../../core/outcome/key.ts';
import type { OutcomeEntry } from '../../../../core/outcome/outcome.ts';
import { type Review, type ReviewState, reviewKey, reviewState } from '../../../../core/outcome/review.ts';
import { reviewStateWords } from '../../../../core/outcome/words.ts';
import { givenCells, nothingStated, type OutcomeGiven, outcomes } from '../../../../core/sheet/outcomes.ts';
import type { HeldRow, RowCells } from '../../../../core/sheet/row.ts';
import { layRow } from '../../../../core/sheet/row-value.ts';
import type { Words } from '../../../../core/words.ts';
import type { EnteredOutcome } from '../../../../db/outcomes.ts';
import { minuteOf } from '../../../today.ts';
import type { BookBody, BookVisit, OutcomeBook } from '../../outcome/book.ts';
import type { ReadBook } from '../../outcome/books.ts';
import { entryOf as enteredEntry } from '../../outcome/entry.ts';

/** What a row is about. */
export interface RowMatter {
  /** The outcome's name: two departments may have the same item at one door. */
  readonly id: string;
  readonly visit: BookVisit;
  readonly body: BookBody;
  readonly item: BookBody['items'][number];
}

/** Source and visit of a row's id; the rest is compared whole, since codes may hold any mark. */
export function visitIn(id: string): { readonly source: string; readonly visit: number } | null {
  const found = /^(L?\d+(?:\.\d+)?)\/(\d{1,9})\//.exec(id);
  return found === null ? null : { source: found[1] ?? '', visit: Number(found[2]) };
}

export const rowsAt = (source: string, visit: BookVisit, bodies: readonly BookBody[]): readonly RowMatter[] =>
  bodies.flatMap((body) =>
    body.items.map((item) => {
      const { department } = body;
      return { id: outcomeId({ source, visit: visit.visit, department, item: item.code }), visit, body, item };
    }),
  );

export const rowsRead = ({ book, visits }: ReadBook): readonly RowMatter[] =>
  visits.flatMap(({ visit, bodies }) => rowsAt(book.source, visit, bodies));

export interface Shown {
  readonly book: OutcomeBook;
  /** Name of a department, or '' where everybody who reads the row knows whose it is. */
  readonly departmentName: (code: string) => string;
  readonly personName: (person: string) => string;
  readonly locked: Words | null;
  /** By `visit/department/item`. */
  readonly reviews: ReadonlyMap<string, Review>;
}

/** Version of a row that nobody has filled in yet. */
export const unentered = '0';

export function heldRowOf(matter: RowMatter, entered: EnteredOutcome | undefined, shown: Shown): HeldRow {
  const review = reviewOf(matter, entered, shown);
  const given = { ...givenOf(matter, shown), review: review === null ? '' : review.words };
  const { id } = matter;
  const { locked, personName } = shown;
  if (entered === undefined) return { id, version: unentered, cells: givenCells(given), by: '', at: '', locked };
  return {
    id,
    version: review === null || review.state === 'waiting' ? String(entered.seq) : `${entered.seq}/${review.at}`,
    cells: filledCells(given, enteredEntry(entered)),
    by: personName(entered.person),
    at: minuteOf(entered.at),
    locked,
  };
}

interface RowReview {
  readonly state: ReviewState;
  readonly at: string;
  /** As the cell has it: one line, and not too long for one. */
  readonly words: string;
}

/** What became of the version that stands; null while there is none. */
export function reviewOf(
  { visit, body, item }: RowMatter,
  entered: EnteredOutcome | undefined,
  { reviews }: Pick<Shown, 'reviews'>,
): RowReview | null {
  if (entered === undefined) return null;
  const review = reviews.get(reviewKey(visit.visit, body.department, item.code));
  const state = reviewState(entered.seq, review);
  const name = reviewStateWords[state].zh;
  const said = state === 'returned' ? (review?.words ?? '').replace(/\s+/g, ' ').trim() : '';
  return { state, at: review?.at ?? '', words: said === '' ? name : `${name}：${[...said].slice(0, 200).join('')}` };
}

const filledCells = (given: OutcomeGiven, entry: OutcomeEntry): RowCells =>
  layRow(outcomes, { given, entry, again: false }, nothingStated);

function givenOf({ visit, body, item }: RowMatter, { book, departmentName }: Shown): OutcomeGiven {
  const { no, subject, window, planned } = visit;
  return {
    ...{ no, window, planned, name: subject.name, number: subject.number },
    department: departmentName(body.department),
    task: body.tasks.join('、'),
    item: item.name,
    itemCode: item.code,
    drawnOn: book.drawnOn,
    sent: body.sent,
    review: '',
  };
}

export const entryOf = (entered: EnteredOutcome | undefined): OutcomeEntry | undefined =>
  entered === undefined ? undefined : enteredEntry(entered);
