/** Rows of one submission against what holds: which are entered, and what each sender is told. Nothing is read or written here. */
import type { RowAnswer } from '../../../../core/api/shapes.ts';
import type { Json } from '../../../../core/canonical.ts';
import { contradiction, type ItemOutcome } from '../../../../core/outcome/across.ts';
import type { OutcomeEntry } from '../../../../core/outcome/outcome.ts';
import { wordsOfFinding } from '../../../../core/outcome/words.ts';
import { nothingStated, outcomes } from '../../../../core/sheet/outcomes.ts';
import { type HeldRow, type RowCells, type RowChange, settleRow } from '../../../../core/sheet/row.ts';
import { type FieldRemark, givenFaults, isFilled, readRow, remarksOfFaults } from '../../../../core/sheet/row-value.ts';
import type { Words } from '../../../../core/words.ts';
import { asJson } from '../../../as-json.ts';
import { sayEntry } from '../../../say/outcome.ts';
import { type Chosen, type Entry, fits, type Matter } from '../../outcome/enter.ts';
import type { EntryRefusal } from '../../outcome/refusal.ts';
import { entryOf, heldRowOf, type RowMatter, rowsAt, type Shown, unentered } from './outcome-rows.ts';

/** An answer without the row, which is read anew whenever it is given. */
export type SettledAnswer = Omit<RowAnswer, 'row'>;

/** Safe because `settleOutcomes` alone writes these answers, and they are kept as they are. */
export const settledIn = (answer: Json): readonly SettledAnswer[] => answer as unknown as readonly SettledAnswer[];

export function settleOutcomes(changes: readonly RowChange[], matter: Matter, shown: Shown): Chosen {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  const answers = changes.map((change): SettledAnswer => {
    const found = find(change.id, matter);
    if ('reason' in found) return refused(change, [{ field: '', words: sayEntry(found) }]);
    const { visit, item } = found;
    if (seen.has(change.id)) {
      const words = sayEntry({ reason: 'twice', no: visit.no, item: item.name });
      return refused(change, [{ field: '', words }]);
    }
    seen.add(change.id);
    const held = heldRowOf(found, matter.held(visit.visit, item.code), { ...shown, book: matter.book });
    const settled = settleOne(change, held, found, matter);
    if (settled.entry !== null) entries.push(settled.entry);
    return settled.answer;
  });
  const byRow: ByRow = new Map(entries.map(({ visit, item, entry }) => [rowKey(visit, item), entry]));
  const said = answers.map((answer) => {
    const found = find(answer.id, matter);
    const remark = 'reason' in found || !isTaken(answer) ? null : contradictionAt(found, byRow, matter);
    return remark === null ? answer : { ...answer, remarks: [...answer.remarks, remark] };
  });
  return { entries, answer: said.map(asJson) };
}

function settleOne(
  change: RowChange,
  held: HeldRow,
  { visit, item }: RowMatter,
  { book, department, today }: Matter,
): { readonly answer: SettledAnswer; readonly entry: Entry | null } {
  const stays = (answer: SettledAnswer) => ({ answer, entry: null });
  if (change.withdrawn) return stays(refused(change, [{ field: '', words: notWithdrawn }]));
  const slipped = givenFaults(outcomes, held.cells, { ...held.cells, ...sentCells(change) });
  if (slipped.length > 0) return stays(refused(change, remarksOfFaults(slipped)));
  const settled = settleRow(held, change);
  switch (settled.kind) {
    case 'conflict':
      return stays({ id: change.id, outcome: 'conflict', conflicts: [...settled.conflicts], remarks: [] });
    case 'unchanged':
    case 'withdrawn':
    case 'gone':
      return stays(plain(change, 'unchanged'));
    case 'created':
    case 'updated':
    case 'merged':
  }
  // Only what the desk gave: nobody has said anything yet.
  if (held.version === unentered && !isFilled(outcomes, settled.cells)) return stays(plain(change, 'unchanged'));
  const read = readRow(outcomes, settled.cells, nothingStated);
  if (!read.ok) return stays(refused(change, remarksOfFaults(read.error)));
  if (isSame(read.value.cells, held.cells)) return stays(plain(change, 'unchanged'));
  const entry = { visit: visit.visit, item: item.code, entry: read.value.value.entry };
  const fit = fits(book, department, entry, today);
  if (!fit.ok) return stays(refused(change, remarksOf(fit.error)));
  const remarks = fit.value.notices.map(({ field, finding }) => ({ field, words: wordsOfFinding(finding) }));
  const outcome = held.version === unentered ? 'created' : settled.kind;
  return { answer: { id: change.id, outcome, conflicts: [], remarks }, entry };
}

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

const notWithdrawn: Words = {
  zh: '检查结果不能撤回；录入有误的，请更正后重新提交，原录入仍留存',
  en: 'An outcome is not withdrawn; correct it and submit again, and the earlier one stays on record',
};

const refused = ({ id }: RowChange, remarks: readonly FieldRemark[]): SettledAnswer => ({
  id,
  outcome: 'refused',
  conflicts: [],
  remarks: [...remarks],
});
const plain = ({ id }: RowChange, outcome: SettledAnswer['outcome']): SettledAnswer => ({
  id,
  outcome,
  conflicts: [],
  remarks: [],
});

const remarksOf = (why: EntryRefusal): readonly FieldRemark[] =>
  why.reason === 'findings'
    ? why.findings.map(({ field, finding }) => ({ field, words: wordsOfFinding(finding) }))
    : [{ field: '', words: sayEntry(why) }];

const sentCells = ({ set }: RowChange): RowCells =>
  Object.fromEntries(Object.entries(set).map(([field, { now }]) => [field, now]));

const isSame = (a: RowCells, b: RowCells): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((field) => (a[field] ?? '') === (b[field] ?? ''));

/** Source and visit of a row's id; the rest is compared whole, since codes may hold any mark. */
export function visitIn(id: string): { readonly source: string; readonly visit: number } | null {
  const found = /^(L?\d+(?:\.\d+)?)\/(\d{1,9})\//.exec(id);
  return found === null ? null : { source: found[1] ?? '', visit: Number(found[2]) };
}

/** What a row is about, or why it is about nothing that the sender may fill in. */
function find(id: string, { book, department }: Matter): RowMatter | EntryRefusal {
  const named = visitIn(id);
  if (named === null || named.source !== book.source) return { reason: 'no-visit', visit: named?.visit ?? -1 };
  if (book.ended.has(named.visit)) return { reason: 'visit-ended', visit: named.visit };
  const visit = book.visits.get(named.visit);
  if (visit === undefined) return { reason: 'no-visit', visit: named.visit };
  const row = rowsAt(book.source, visit, visit.bodies).find((each) => each.id === id);
  if (row === undefined) return { reason: 'no-visit', visit: named.visit };
  return row.body.department === department ? row : { reason: 'other-department', no: visit.no };
}
