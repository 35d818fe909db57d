/**
 * One changed row of a workbook beside the row that is held: what can be said of it before its cells are read. What was sent may be wrong
 * in every way; each row is answered for itself.
 */
import type { RowAnswer } from '../../../core/api/shapes.ts';
import { canonical } from '../../../core/canonical.ts';
import { digestText } from '../../../core/digest.ts';
import { never } from '../../../core/result.ts';
import type { Context } from '../../../core/sheet/context.ts';
import { normalise } from '../../../core/sheet/normalise.ts';
import { readCell } from '../../../core/sheet/read-cell.ts';
import { type FieldChange, type HeldRow, type RowCells, type RowChange, settleRow } from '../../../core/sheet/row.ts';
import type { FieldRemark } from '../../../core/sheet/row-value.ts';
import type { Sheet } from '../../../core/sheet/sheet.ts';
import type { Words } from '../../../core/words.ts';
import { rowWords } from '../../say/sheet.ts';

export type Weighed =
  | { readonly kind: 'answered'; readonly answer: RowAnswer }
  | { readonly kind: 'taken'; readonly outcome: 'created' | 'updated' | 'merged'; readonly cells: RowCells }
  /** The row is taken away by whoever keeps it, and then this is answered. */
  | { readonly kind: 'withdrawn'; readonly answer: RowAnswer };

export interface Weighing {
  readonly held: HeldRow | null;
  /** Names of the fields that the book shows. */
  readonly fields: ReadonlySet<string>;
  readonly sheet: Pick<Sheet<unknown, string>, 'fields'>;
  readonly context: Context;
  /** Why no row of this book is ever withdrawn; null where they may be. */
  readonly stays: Words | null;
}

export function weigh(sent: RowChange, { held, fields, sheet, context, stays }: Weighing): Weighed {
  if (sent.withdrawn && stays !== null) return answered(refused(sent, held, [{ field: '', words: stays }]));
  const wrong = remarksBefore(sent, fields);
  if (wrong.length > 0) return answered(refused(sent, held, wrong));
  const change = inOwnWriting(sent, sheet, context);
  if (held !== null && held.locked !== null)
    return answered(refused(change, held, [{ field: '', words: held.locked }]));
  const settled = settleRow(held, change);
  switch (settled.kind) {
    case 'created':
    case 'updated':
    case 'merged':
      return { kind: 'taken', outcome: settled.kind, cells: settled.cells };
    case 'unchanged':
      return answered(answer(change, 'unchanged', held));
    case 'withdrawn':
      return { kind: 'withdrawn', answer: answer(change, 'withdrawn', null) };
    case 'conflict':
      return answered({ ...answer(change, 'conflict', held), conflicts: [...settled.conflicts] });
    case 'gone':
      // Whoever withdraws what is withdrawn has what he wants.
      return answered(
        change.withdrawn
          ? answer(change, 'withdrawn', null)
          : refused(change, null, [{ field: '', words: rowWords.gone }]),
      );
    default:
      return never(settled);
  }
}

/** Names come over the wire: only the fields of the book are looked at, `constructor` is none of them. */
function remarksBefore({ id, set }: RowChange, fields: ReadonlySet<string>): readonly FieldRemark[] {
  if (!/^[^\p{Cc}]{1,200}$/u.test(id)) return [{ field: '', words: rowWords.badId }];
  return Object.entries(set).flatMap(([field, { now }]): readonly FieldRemark[] => {
    if (!fields.has(field)) return [{ field, words: rowWords.unknownField }];
    // Beside its neighbours it would be read as theirs.
    return /^\s*(?:同上|〃)\s*$/u.test(now) ? [{ field, words: rowWords.ditto }] : [];
  });
}

/** 县市场监管局 and its full name are no two opinions; what cannot be read stays as it was written. */
function inOwnWriting(change: RowChange, { fields }: Weighing['sheet'], context: Context): RowChange {
  const set: Record<string, FieldChange> = { ...change.set };
  for (const field of fields) {
    const given = set[field.name];
    if (given === undefined) continue;
    const read = readCell(given.now, field, { ...context, demand: [] }, 0);
    const text = read.ok && read.value.value !== undefined ? field.write(read.value.value, context) : '';
    set[field.name] = { was: given.was, now: text === '' ? normalise(given.now, field.purpose).text : text };
  }
  return { ...change, set };
}

const answered = (given: RowAnswer): Weighed => ({ kind: 'answered', answer: given });

export const answer = (
  { id }: Pick<RowChange, 'id'>,
  outcome: RowAnswer['outcome'],
  row: HeldRow | null,
  remarks: readonly FieldRemark[] = [],
): RowAnswer => ({ id, outcome, row, conflicts: [], remarks: [...remarks] });

export const refused = (change: Pick<RowChange, 'id'>, row: HeldRow | null, remarks: readonly FieldRemark[]) =>
  answer(change, 'refused', row, remarks);

/** Each change answered once, in the order in which they were sent: a row id that stands twice is taken once; withdrawals make room first. */
export function eachOnce(
  changes: readonly RowChange[],
  one: (change: RowChange) => RowAnswer,
  twice: Words = rowWords.twice,
): readonly RowAnswer[] {
  const answers = new Map<number, RowAnswer>();
  const seen = new Set<string>();
  const order = [...changes.entries()].sort(([, a], [, b]) => Number(b.withdrawn) - Number(a.withdrawn));
  for (const [i, change] of order) {
    const isTwice = seen.has(change.id);
    seen.add(change.id);
    answers.set(i, isTwice ? refused(change, null, [{ field: '', words: twice }]) : one(change));
  }
  return changes.flatMap((_, i) => answers.get(i) ?? []);
}

export const sameCells = (a: RowCells, b: RowCells): boolean => canonical({ ...a }) === canonical({ ...b });

/** The version of a row that has none of its own. */
export const versionOf = (cells: RowCells): string => digestText('mingchou/row/1', canonical({ ...cells }));

/** Names of the fields in which two rows differ. */
export const changedFields = (before: RowCells, after: RowCells, fields: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...fields].filter((field) => (before[field] ?? '') !== (after[field] ?? '')));
