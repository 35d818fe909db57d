/**
 * A preview says how the worksheet differs from what the desk holds. An old copy of a workbook knows only what it got itself, so that the desk is
 * asked for changed rows: one that says what the desk says by now is no change. Rows that both sides changed keep what this workbook knew of
 * them, since merging and conflicts are worked out from that.
 */
import { cellOf } from '../../../core/sheet/row.ts';
import { type Preview, quiet } from '../filling.ts';
import { rowLine, solvedLine } from '../kept/book-log.ts';
import { type Bench, heldRows, type Work } from '../work.ts';
import type { Examined } from './examine.ts';
import type { Scan, ScannedRow } from './scan.ts';

/** Beyond this asking takes longer than somebody waits for a preview. */
const rowsAsked = 2000;

export async function againstDesk(
  work: Work,
  { kept: { ref, fields } }: Bench,
  { scan, kept, table }: Examined,
): Promise<{ readonly scan: Scan; readonly compared: Preview['compared'] }> {
  if (scan.rows.every(({ what }) => what !== 'changed')) return { scan, compared: 'desk' };
  const held = kept.rows.size <= rowsAsked && work.session.who() !== null ? await heldRows(work, ref, quiet) : null;
  if (held === null || !held.ok) return { scan, compared: 'kept' };
  const theirs = new Map(held.value.rows.map((row) => [row.id, row]));
  const shown = fields.filter((field) => table.columns.has(field));
  const lines: (readonly string[])[] = [];
  const rows = scan.rows.map((row): ScannedRow => {
    const now = theirs.get(row.id);
    if (row.what !== 'changed' || now === undefined) return row;
    if (!shown.every((field) => cellOf(row.cells, field) === cellOf(now.cells, field))) return row;
    if (kept.conflicts.has(row.id)) lines.push(solvedLine(ref, row.id));
    lines.push(rowLine(ref, now));
    return { ...row, what: 'unchanged', changes: {}, base: now };
  });
  if (lines.length > 0) await work.host.appendKept('rows', lines);
  const isOld = rows.some(({ what, id, base }) => what === 'changed' && theirs.get(id)?.version !== base?.version);
  return { scan: { ...scan, rows }, compared: isOld ? 'kept' : 'desk' };
}
