/** Rows of a standing list while a batch is settled on them: a row is known by its key, is never deleted, and belongs to whom it names. */
import type { RowAnswer } from '../../../../core/api/shapes.ts';
import type { Context } from '../../../../core/sheet/context.ts';
import type { HeldRow, RowCells, RowChange } from '../../../../core/sheet/row.ts';
import { layRow, readRow, remarksOfDoubts, remarksOfFaults } from '../../../../core/sheet/row-value.ts';
import type { Sheet } from '../../../../core/sheet/sheet.ts';
import { rowWords } from '../../../say/sheet.ts';
import { amendCells } from '../amend-cells.ts';
import { answer, changedFields, refused, versionOf, weigh } from '../weigh.ts';

export interface ListAtWork<V> {
  readonly sheet: Sheet<V>;
  readonly fields: ReadonlySet<string>;
  readonly context: Context;
  /** All rows of the list by key. */
  readonly held: ReadonlyMap<string, V>;
  /** Whether a row is the actor's to read and to keep. */
  readonly owns: (value: V) => boolean;
}

export interface SettledList<V> {
  readonly settle: (change: RowChange) => RowAnswer;
  /** What is to be written, by key, with what stood before. */
  readonly written: ReadonlyMap<string, { readonly before: V | null; readonly after: V }>;
}

/** Cells of a row, without what the book does not show. */
export function listCells<V>(
  { sheet, fields, context }: Pick<ListAtWork<V>, 'sheet' | 'fields' | 'context'>,
  value: V,
): RowCells {
  return Object.fromEntries(Object.entries(layRow(sheet, value, context)).filter(([field]) => fields.has(field)));
}

export function listRow<V>(work: Pick<ListAtWork<V>, 'sheet' | 'fields' | 'context'>, value: V): HeldRow {
  const cells = listCells(work, value);
  return { id: work.sheet.keyOf(value), version: versionOf(cells), cells, by: '', at: '', locked: null };
}

export function settleList<V>(work: ListAtWork<V>): SettledList<V> {
  const { sheet, fields, context, held, owns } = work;
  const written = new Map<string, { readonly before: V | null; readonly after: V }>();
  const standing = (key: string): V | null => written.get(key)?.after ?? held.get(key) ?? null;

  const write = (
    change: RowChange,
    outcome: RowAnswer['outcome'],
    after: V,
    notes: RowAnswer['remarks'],
  ): RowAnswer => {
    const key = sheet.keyOf(after);
    written.set(key, { before: held.get(key) ?? null, after });
    return answer(change, outcome, listRow(work, after), notes);
  };

  function created(change: RowChange, cells: RowCells): RowAnswer {
    const read = readRow(sheet, cells, context);
    if (!read.ok) return refused(change, null, remarksOfFaults(read.error));
    const { value, doubts } = read.value;
    const stands = standing(sheet.keyOf(value));
    // Whose row it is otherwise is not told.
    if (!owns(value) || (stands !== null && !owns(stands)))
      return refused(change, null, [{ field: '', words: rowWords.notOwnRow }]);
    if (stands === null) return write(change, 'created', value, [...remarksOfDoubts(doubts)]);
    const row = listRow(work, stands);
    const mine = listCells(work, value);
    const conflicts = [...fields].flatMap((field) => {
      const theirs = row.cells[field] ?? '';
      const isStated = (cells[field] ?? '').trim() !== '';
      return isStated && mine[field] !== theirs ? [{ field, was: '', mine: mine[field] ?? '', theirs }] : [];
    });
    return conflicts.length === 0
      ? answer(change, 'unchanged', row)
      : { ...answer(change, 'conflict', row, [{ field: '', words: rowWords.stands }]), conflicts };
  }

  function settle(change: RowChange): RowAnswer {
    const before = standing(change.id);
    const mine = before !== null && owns(before) ? before : null;
    const row = mine === null ? null : listRow(work, mine);
    const weighed = weigh(change, { held: row, fields, sheet, context, stays: rowWords.neverDeleted });
    if (weighed.kind !== 'taken') return weighed.answer;
    if (mine === null || row === null) return created(change, weighed.cells);
    const amended = amendCells(sheet, mine, weighed.cells, changedFields(row.cells, weighed.cells, fields), context);
    if (!amended.ok) return refused(change, row, remarksOfFaults(amended.error));
    const { value, doubts } = amended.value;
    if (sheet.keyOf(value) !== row.id) return refused(change, row, [{ field: '', words: rowWords.keyFixed }]);
    if (!owns(value)) return refused(change, row, [{ field: '', words: rowWords.notOwnRow }]);
    const notes = [...remarksOfDoubts(doubts)];
    if (listRow(work, value).version === row.version) return answer(change, 'unchanged', row, notes);
    return write(change, weighed.outcome, value, notes);
  }

  return { settle, written };
}
