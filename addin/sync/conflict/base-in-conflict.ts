/** What counts as known of a row about which two people differ. */
import type { HeldRow, RowChange } from '../../../core/sheet/row.ts';
import type { KeptConflict } from '../kept/book-log.ts';

/** Until it is solved, fields in question keep their old base, so that nothing of the other one's is overwritten unseen. */
export function baseInConflict(
  base: HeldRow | null,
  { theirs, conflicts }: Pick<KeptConflict, 'theirs' | 'conflicts'>,
  change: Pick<RowChange, 'set'>,
): HeldRow {
  const cells: Record<string, string> = { ...theirs.cells };
  const own = new Set([...conflicts.map(({ field }) => field), ...Object.keys(change.set)]);
  for (const field of own) {
    const was = base?.cells[field];
    if (was === undefined) delete cells[field];
    else cells[field] = was;
  }
  return { ...theirs, version: base?.version ?? theirs.version, cells };
}
