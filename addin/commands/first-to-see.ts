/** Where a person looks after a check that was run without the pane: the verdict's column may lie far off the screen. */
import type { Checked, CheckedRow } from '../../core/sheet/check.ts';
import { verdictHeader } from '../../core/sheet/layout.ts';

export type Seen =
  /** @see Filling.show: `header` is '' for the row as a whole. */
  | { readonly kind: 'cell'; readonly row: number; readonly header: string }
  /** Nothing was found: the verdicts themselves, at their header. */
  | { readonly kind: 'verdicts'; readonly row: number; readonly column: number }
  | { readonly kind: 'nothing' };

/** The first cell that must be mended, else the first that should be looked at. */
export function firstToSee({ recognised, rows }: Checked): Seen {
  const found = firstOf(rows, true) ?? firstOf(rows, false);
  if (found !== null) return found;
  const column = recognised.headers.findIndex((header) => header.trim() === verdictHeader);
  return column < 0 ? { kind: 'nothing' } : { kind: 'verdicts', row: recognised.headerRow, column };
}

function firstOf(rows: readonly CheckedRow[], onlyRefused: boolean): Seen | null {
  for (const { row, remarks } of rows) {
    const remark = remarks.find(({ weight }) => !onlyRefused || weight === 'refused');
    if (remark !== undefined) return { kind: 'cell', row, header: remark.column < 0 ? '' : remark.header };
  }
  return null;
}
