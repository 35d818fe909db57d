/** Rows of one submission against what holds: which are entered, and what each sender is told. Nothing is read or written here. */
import type { RowAnswer } from '../../../../core/api/shapes.ts';
import type { Json } from '../../../../core/canonical.ts';
import { contradiction, type ItemOutcome } from '../../../../core/outcome/across.ts';
import type { OutcomeEntry } from '../../../../core/outcome/outcome.ts';
import { wordsOfFinding } from '../../../../core/outcome/words.ts';
import { nothingStated, outcomes } from '../../../../core/sheet/outcomes.ts';
import type { HeldRow, RowCells, RowChange } from '../../../../core/sheet/row.ts';
import { type FieldRemark, givenFaults, isFilled, readRow, remarksOfFaults } from '../../../../core/sheet/row-value.ts';
import { asJson } from '../../../as-json.ts';
import { sayEntry } from '../../../say/outcome.ts';
import { rowWords } from '../../../say/sheet.ts';
import { type Chosen, type Entry, fits, type Matter } from '../../outcome/enter.ts';
import { bodiesRead } from '../../outcome/reach.ts';
import type { EntryRefusal } from '../../outcome/refusal.ts';
import type { SheetSubmission } from '../keeper.ts';
import { contentOf } from '../once.ts';
import { answer, eachOnce, refused, sameCells, weigh } from '../weigh.ts';
import {
  entryOf,
  heldRowOf,
  type RowMatter,
  reviewOf,
  rowsAt,
  type Shown,
  unentered,
  visitIn,
} from './outcome-rows.ts';

/** An answer without the row, which is read anew whenever it is given. */
export type SettledAnswer = Omit<RowAnswer, 'row'>;

/** What is kept of a submission. */
export interface Settled {
  readonly content: string;
  readonly answers: readonly SettledAnswer[];
}

/** Safe because `settleOutcomes` alone writes these answers, and they are kept as they are. */
export const settledIn = (answer: Json): Settled => answer as unknown as Settled;

export function settleOutcomes(submission: SheetSubmission, matter: Matter, shown: Shown): Chosen {
  const entries: Entry[] = [];
  const settle = (change: RowChange): RowAnswer => {
    const found = find(change.id, matter);
    if ('reason' in found) return refused(change, null, [{ field: '', words: sayEntry(found) }]);
    const { visit, item } = found;
    const held = heldRowOf(found, matter.held(visit.visit, item.code), { ...shown, book: matter.book });
    const review = reviewOf(found, matter.held(visit.visit, item.code), shown);
    const settled = settleOne(change, held, { ...found, isReturned: review?.state === 'returned' }, matter);
    if (settled.entry !== null) entries.push(settled.entry);
    return settled.answer;
  };
  const given = eachOnce(submission.rows, settle, rowWords.sameRowTwice);
  const byRow: ByRow = new Map(entries.map(({ visit, item, entry }) => [rowKey(visit, item), entry]));
  const answers = given.map(({ row: _, ...told }): SettledAnswer => {
    const found = find(told.id, matter);
    const remark = 'reason' in found || !isTaken(told) ? null : contradictionAt(found, byRow, matter);
    return remark === null ? told : { ...told, remarks: [...told.remarks, remark] };
  });
  const kept: Settled = { content: contentOf(submission), answers };
  return { entries, answer: asJson(kept) };
}

function settleOne(
  change: RowChange,
  held: HeldRow,
  { visit, item, isReturned }: RowMatter & { readonly isReturned: boolean },
  matter: Matter,
): { readonly answer: RowAnswer; readonly entry: Entry | null } {
  const stays = (answer: RowAnswer) => ({ answer, entry: null });
  const slipped = givenFaults(outcomes, held.cells, { ...held.cells, ...sentCells(change) });
  if (slipped.length > 0) return stays(refused(change, held, remarksOfFaults(slipped)));
  const weighed = weigh(change, {
    held,
    fields,
    sheet: outcomes,
    context: nothingStated,
    stays: rowWords.notWithdrawn,
  });
  if (weighed.kind !== 'taken') return stays(weighed.answer);
  const isNew = held.version === unentered;
  // Only what the desk gave: nobody has said anything yet.
  if (isNew && !isFilled(outcomes, weighed.cells)) return stays(answer(change, 'unchanged', held));
  const read = readRow(outcomes, weighed.cells, nothingStated);
  if (!read.ok) return stays(refused(change, held, remarksOfFaults(read.error)));
  if (read.value.value.again && !isReturned)
    return stays(refused(change, held, [{ field: 'again', words: rowWords.notReturned }]));
  if (sameCells(read.value.cells, held.cells)) return stays(answer(change, 'unchanged', held));
  const entry = { visit: visit.visit, item: item.code, entry: read.value.value.entry };
  const fit = fits(matter, entry);
  if (!fit.ok) return stays(refused(change, held, remarksOf(fit.error)));
  const notices = fit.value.notices.map(({ field, finding }) => ({ field, words: wordsOfFinding(finding) }));
  return { answer: answer(change, isNew ? 'created' : weighed.outcome, held, notices), entry };
}

const fields: ReadonlySet<string> = new Set(outcomes.fields.map(({ name }) => name));

type ByRow = ReadonlyMap<string, OutcomeEntry>;
const rowKey = (visit: number, item: string): string => `${visit}/${item}`;
const isTaken = ({ outcome }: SettledAnswer): boolean => ['created', 'updated', 'merged'].includes(outcome);

/** What the department says of the visit's other items, here or before. */
function contradictionAt({ visit, body, item }: RowMatter, entries: ByRow, { held }: Matter): FieldRemark | null {
  const stands = body.items.flatMap(({ code }): ItemOutcome[] => {
    const entry = entries.get(rowKey(visit.visit, code)) ?? entryOf(held(visit.visit, code));
    return entry === undefined ? [] : [{ item: code, code: entry.code }];
  });
  const own = stands.find((each) => each.item === item.code);
  const found = own === undefined ? null : contradiction(own, stands);
  return found === null ? null : { field: found.field, words: wordsOfFinding(found.finding) };
}

const remarksOf = (why: EntryRefusal): readonly FieldRemark[] =>
  why.reason === 'findings'
    ? why.findings.map(({ field, finding }) => ({ field, words: wordsOfFinding(finding) }))
    : [{ field: '', words: sayEntry(why) }];

const sentCells = ({ set }: RowChange): RowCells =>
  Object.fromEntries(Object.entries(set).map(([field, { now }]) => [field, now]));

/** What a row is about, or why it is about nothing that the sender may fill in; what is not his to read is not told either. */
function find(id: string, { book, department, reach }: Matter): RowMatter | EntryRefusal {
  const named = visitIn(id);
  if (named === null || named.source !== book.source) return { reason: 'no-visit', visit: named?.visit ?? -1 };
  if (book.ended.has(named.visit)) return { reason: 'visit-ended', visit: named.visit };
  const visit = book.visits.get(named.visit);
  if (visit === undefined) return { reason: 'no-visit', visit: named.visit };
  const row = rowsAt(book.source, visit, visit.bodies).find((each) => each.id === id);
  if (row === undefined) return { reason: 'no-visit', visit: named.visit };
  if (row.body.department !== department) return { reason: 'other-department', no: visit.no };
  return bodiesRead(visit, reach).includes(row.body) ? row : { reason: 'not-sent-there', no: visit.no };
}
