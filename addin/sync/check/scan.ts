/**
 * A worksheet beside what the desk last gave: which rows are new, which changed and how, which the worksheet lacks, which were copied. It only
 * compares; nothing is written.
 */
import { cellMost } from '../../../core/sheet/book.ts';
import type { CheckedRow, Remark } from '../../../core/sheet/check.ts';
import type { FieldChange, HeldRow, RowCells } from '../../../core/sheet/row.ts';
import { oneLine, wordsOfFault } from '../../../core/sheet/words.ts';
import type { RowState } from '../filling.ts';
import type { KeptBook } from '../kept/book-log.ts';
import { cellTooLong, notGivenRow, rowCalled } from '../words.ts';
import { breathe, rowsPerBreath } from '../work.ts';
import { type AnySheet, type Table, textAt } from '../worksheet/table.ts';

export interface ScannedRow {
  readonly row: number;
  /** '' where the row has none yet. */
  readonly id: string;
  readonly what: RowState['what'];
  readonly filled: boolean;
  readonly label: string;
  readonly cells: RowCells;
  /** Field → what the desk last gave, and what stands here; both in the desk's own form. */
  readonly changes: Readonly<Record<string, FieldChange>>;
  readonly remarks: readonly Remark[];
  readonly base: HeldRow | null;
}

export interface Scan {
  readonly rows: readonly ScannedRow[];
  readonly missing: readonly HeldRow[];
  /** Rows whose hidden mark stands on a row above already. */
  readonly copied: readonly number[];
}

interface Beside {
  readonly table: Table;
  readonly sheet: Pick<AnySheet, 'given'>;
  readonly fields: readonly string[];
  readonly kept: KeptBook;
}

const none: ReadonlySet<string> = new Set();

export async function scan(rows: readonly CheckedRow[], { table, sheet, fields, kept }: Beside): Promise<Scan> {
  const compared = fields.filter((field) => table.columns.has(field));
  // Before what the desk gave was kept, no row is known as one of its own.
  const given = kept.rows.size === 0 ? none : sheet.given;
  const seen = new Set<string>();
  const copied: number[] = [];
  const scanned: ScannedRow[] = [];
  for (const [place, checked] of rows.entries()) {
    if (place % rowsPerBreath === rowsPerBreath - 1) await breathe();
    // Whoever empties the cells of a row and not the row has taken it out all the same; its hidden name is still there.
    if (compared.every((field) => (checked.cells[field] ?? '') === '')) continue;
    const stated = nameIn(checked.id);
    const id = seen.has(stated) ? '' : stated;
    if (stated !== '' && id === '') copied.push(checked.row);
    if (id !== '') seen.add(id);
    const base = kept.rows.get(id) ?? null;
    const changes = changesOf(base?.cells ?? {}, checked.cells, compared);
    const remarks = [...checked.remarks, ...remarksOfChanges(base, changes, table, given)];
    scanned.push({
      row: checked.row,
      id,
      what: kindOf(base, changes, remarks),
      filled: checked.filled,
      label: labelOf(checked.cells, checked.row),
      cells: checked.cells,
      changes,
      remarks,
      base,
    });
  }
  return { rows: scanned, missing: [...kept.rows.values()].filter(({ id }) => !seen.has(id)), copied };
}

function changesOf(base: RowCells, here: RowCells, fields: readonly string[]): Record<string, FieldChange> {
  const changes: Record<string, FieldChange> = {};
  for (const field of fields) {
    const was = base[field] ?? '';
    // Half a character cannot be sent and would hold up all other rows.
    const now = (here[field] ?? '').toWellFormed();
    if (was !== now) changes[field] = { was, now };
  }
  return changes;
}

function kindOf(base: HeldRow | null, changes: ScannedRow['changes'], remarks: readonly Remark[]): RowState['what'] {
  if (base !== null && Object.keys(changes).length === 0) return 'unchanged';
  if (remarks.some(({ weight }) => weight === 'refused')) return 'cannot-be-sent';
  return base === null ? 'new' : 'changed';
}

/** Why changes of a row cannot be sent, whatever they say. */
function remarksOfChanges(
  base: HeldRow | null,
  changes: ScannedRow['changes'],
  table: Table,
  given: ReadonlySet<string>,
): readonly Remark[] {
  const sent = Object.entries(changes);
  const long = sent.filter(([, { now }]) => now.length > cellMost);
  const remarks = long.map(
    ([field, { now }]): Remark => ({
      column: table.columns.get(field) ?? -1,
      header: headerAt(table, field),
      value: `${now.slice(0, 40)}…`,
      weight: 'refused',
      words: cellTooLong(now.length, cellMost),
    }),
  );
  if (base === null) return given.size === 0 ? remarks : [...remarks, ofRow(notGivenRow)];
  if (base.locked !== null && sent.length > 0) return [...remarks, ofRow(base.locked)];
  // The desk says the same of them; whoever has typed over one should hear it while he still knows what stood there.
  const overwritten = sent.filter(([field]) => given.has(field));
  return [
    ...remarks,
    ...overwritten.map(
      ([field, { was, now }]): Remark => ({
        column: table.columns.get(field) ?? -1,
        header: headerAt(table, field),
        value: oneLine(now),
        weight: 'refused',
        words: wordsOfFault({ kind: 'given', held: was }),
      }),
    ),
  ];
}

const ofRow = (words: Remark['words']): Remark => ({ column: -1, header: '', value: '', weight: 'refused', words });

const headerAt = (table: Table, field: string): string =>
  textAt(table, table.headerRow, table.columns.get(field) ?? -1).replace(/\s*[*＊]$/, '');

/** What the column of names holds; a text that can be no name counts as none. */
const nameIn = (text: string): string => (/^[^\p{Cc}]{1,200}$/u.test(text.trim()) ? text.trim() : '');

const numbers = ['no', 'code', 'number'];
const names = ['name', 'task'];
const items = ['item'];

/** What a person calls a row: its number and name. */
export function labelOf(cells: RowCells, row: number): string {
  const first = (fields: readonly string[]) => fields.map((field) => cells[field] ?? '').find((text) => text !== '');
  // One visit has a row for each of its items.
  const texts = [first(numbers), first(names), first(items)].filter((text) => text !== undefined);
  if (texts.length > 0) return texts.join(' ').replace(/\s+/g, ' ').slice(0, 80);
  return row < 0 ? '' : rowCalled(row);
}

export const headerOf = (sheet: AnySheet, field: string): string =>
  sheet.fields.find(({ name }) => name === field)?.header ?? field;
