/** What stands in 校验结果: of a check, and of the desk's answers. What was said of other rows stays. */
import type { RowAnswer } from '../../../core/api/shapes.ts';
import { never } from '../../../core/result.ts';
import type { Remark } from '../../../core/sheet/check.ts';
import type { Mark } from '../../host/sheet-host.ts';
import type { KeptConflict } from '../kept/book-log.ts';
import { verdict } from '../words.ts';
import { type AnySheet, firstFreeRow, type Table, textAt } from '../worksheet/table.ts';
import { headerOf, type Scan, type ScannedRow } from './scan.ts';

/** A cell of remarks that nobody would read to its end. */
const longest = 1000;
const clipped = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

const said = (remarks: readonly Remark[]): string =>
  remarks.map(({ header, words }) => (header === '' ? words.zh : `${header}：${words.zh}`)).join('；');

/** Marks of all rows after a check. What has been submitted and not touched since keeps its sign. */
export function marksOfCheck(
  { rows }: Scan,
  table: Table,
  sheet: AnySheet,
  conflicts: ReadonlyMap<string, KeptConflict>,
): readonly Mark[] {
  return rows.map((row) => {
    const conflict = conflicts.get(row.id);
    const refused = row.remarks.some(({ weight }) => weight === 'refused');
    const columns = [...new Set(row.remarks.map(({ column }) => column).filter((column) => column >= 0))];
    if (conflict !== undefined && !refused)
      return { row: row.row, text: clipped(conflictText(conflict, sheet)), columns: conflictColumns(conflict, table) };
    if (row.remarks.length > 0) {
      const text = clipped(said(row.remarks));
      return { row: row.row, text: refused ? verdict.must(text) : verdict.look(text), columns };
    }
    return { row: row.row, text: stillDone(row, textAt(table, row.row, table.verdict)), columns: [] };
  });
}

const stillDone = (row: ScannedRow, text: string): string =>
  row.what === 'unchanged' && text.startsWith('✓') ? text : '';

export const conflictText = ({ theirs, conflicts }: KeptConflict, sheet: AnySheet): string =>
  verdict.conflict(
    theirs.by,
    theirs.at,
    conflicts
      .map(({ field, mine, theirs: other }) => verdict.conflictField(headerOf(sheet, field), mine, other))
      .join('；'),
  );

const conflictColumns = ({ conflicts }: KeptConflict, table: Table): readonly number[] =>
  conflicts.flatMap(({ field }) => table.columns.get(field) ?? []);

/** Of one answer. */
export function markOfAnswer(answer: RowAnswer, row: number, table: Table, sheet: AnySheet): Mark {
  const remarks = answer.remarks
    .map(({ field, words }) => (field === '' ? words.zh : `${headerOf(sheet, field)}：${words.zh}`))
    .join('；');
  const columns = answer.remarks.flatMap(({ field }) => table.columns.get(field) ?? []);
  switch (answer.outcome) {
    case 'created':
    case 'updated':
    case 'merged':
    case 'unchanged':
    case 'withdrawn':
      return { row, text: clipped(remarks === '' ? verdict.done : verdict.doneLook(remarks)), columns };
    case 'refused':
      return { row, text: clipped(verdict.must(remarks)), columns };
    case 'conflict': {
      if (answer.row === null) return { row, text: clipped(verdict.must(remarks)), columns };
      const conflict = { theirs: answer.row, conflicts: answer.conflicts, withdrawn: false };
      return { row, text: clipped(conflictText(conflict, sheet)), columns: conflictColumns(conflict, table) };
    }
    default:
      return never(answer.outcome);
  }
}

/** Marks with what was said of all other rows, since a host clears what is not named. */
export function withOthers(
  marks: readonly Mark[],
  table: Table,
  fieldsMarked: ReadonlyMap<string, readonly string[]>,
): readonly Mark[] {
  const named = new Set(marks.map(({ row }) => row));
  const others: Mark[] = [];
  const end = firstFreeRow(table);
  for (let row = table.firstRow; row < end; row++) {
    const text = textAt(table, row, table.verdict);
    if (text === '' || named.has(row)) continue;
    const fields = fieldsMarked.get(textAt(table, row, table.id)) ?? [];
    others.push({ row, text, columns: fields.flatMap((field) => table.columns.get(field) ?? []) });
  }
  return [...marks, ...others];
}
