/** What became of the rows that were sent, for people: counts, and the rows at which somebody has to look. */
import { type RowAnswer, rowOutcomes } from '../../../core/api/shapes.ts';
import type { HeldRow, RowChange } from '../../../core/sheet/row.ts';
import type { Words } from '../../../core/words.ts';
import { headerOf } from '../check/scan.ts';
import { openConflict } from '../conflict/open-conflicts.ts';
import type { OpenConflict, Sent } from '../filling.ts';
import type { Bench } from '../work.ts';

export type Tally = Omit<Sent, 'note' | 'behind'>;

export interface Placed {
  readonly answer: RowAnswer;
  readonly change: RowChange;
  readonly base: HeldRow | null;
  /** -1 where the worksheet has it no more. */
  readonly row: number;
  readonly label: string;
}

export const noTally: Tally = {
  counts: { created: 0, updated: 0, merged: 0, unchanged: 0, withdrawn: 0, conflict: 0, refused: 0 },
  merged: [],
  conflicts: [],
  refused: [],
};

export function tallied(placed: readonly Placed[], bench: Bench): Tally {
  const { sheet } = bench;
  const { worksheet } = bench.kept;
  const counts = { ...noTally.counts };
  const merged: Sent['merged'][number][] = [];
  const conflicts: OpenConflict[] = [];
  const refused: Sent['refused'][number][] = [];
  for (const { answer, change, base, row, label } of placed) {
    // What the preview called a change is called so afterwards, also where the desk enters it for the first time.
    counts[answer.outcome === 'created' && change.base !== null ? 'updated' : answer.outcome]++;
    const held = answer.row;
    if (answer.outcome === 'merged' && held !== null)
      for (const [field, theirs] of othersFields(held, change, base))
        merged.push({ worksheet, row, label, header: headerOf(sheet, field), theirs, by: held.by });
    if (answer.outcome === 'conflict' && held !== null)
      conflicts.push(
        openConflict(
          bench,
          { id: change.withdrawn ? change.id : held.id, row, label },
          { theirs: held, conflicts: answer.conflicts },
        ),
      );
    if (answer.outcome === 'refused')
      for (const { field, words } of answer.remarks)
        refused.push({ worksheet, row, label, header: field === '' ? '' : headerOf(sheet, field), words });
  }
  return { counts, merged, conflicts, refused };
}

/** Fields that the desk holds otherwise than this workbook knew, and that were not sent. */
function othersFields(held: HeldRow, { set }: RowChange, base: HeldRow | null): readonly (readonly [string, string])[] {
  const fields = new Set([...Object.keys(held.cells), ...Object.keys(base?.cells ?? {})]);
  return [...fields].flatMap((field) => {
    const theirs = held.cells[field] ?? '';
    return set[field] === undefined && theirs !== (base?.cells[field] ?? '') ? [[field, theirs] as const] : [];
  });
}

export function together(one: Tally, other: Tally): Tally {
  const counts = { ...one.counts };
  for (const outcome of rowOutcomes) counts[outcome] += other.counts[outcome];
  return {
    counts,
    merged: [...one.merged, ...other.merged],
    conflicts: [...one.conflicts, ...other.conflicts],
    refused: [...one.refused, ...other.refused],
  };
}

export const withNote = (tally: Tally, note: Words, behind = 0): Sent => ({ ...tally, note, behind });
