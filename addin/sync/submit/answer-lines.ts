/** What the workbook keeps of an answer: the row as the desk holds it from now on, or the conflict until somebody solves it. */
import { never } from '../../../core/result.ts';
import { baseInConflict } from '../conflict/base-in-conflict.ts';
import { conflictLine, goneLine, type KeptBook, type KeptConflict, rowLine, solvedLine } from '../kept/book-log.ts';
import type { Bench } from '../work.ts';
import type { Pair } from './pairs.ts';

/**
 * @param typedOver fields that somebody else changed and into which something was typed here since the row was sent
 */
export function linesOf(
  { change, answer }: Pair,
  kept: KeptBook,
  { kept: { ref } }: Bench,
  typedOver: readonly { readonly field: string; readonly mine: string }[],
): readonly (readonly string[])[] {
  const solved = kept.conflicts.has(change.id) ? [solvedLine(ref, change.id)] : [];
  switch (answer.outcome) {
    case 'created':
    case 'updated':
    case 'merged':
    case 'unchanged': {
      if (answer.row === null) return solved;
      const renamed = answer.row.id !== change.id && kept.rows.has(change.id) ? [goneLine(ref, change.id)] : [];
      const base = kept.rows.get(change.id) ?? null;
      const { cells } = answer.row;
      const conflicts = typedOver
        .filter(({ field }) => change.set[field] === undefined)
        .map(({ field, mine }) => ({ field, was: base?.cells[field] ?? '', mine, theirs: cells[field] ?? '' }))
        .filter(({ mine, theirs }) => mine !== theirs);
      if (conflicts.length === 0) return [...solved, ...renamed, rowLine(ref, answer.row)];
      const conflict: KeptConflict = { theirs: answer.row, conflicts, withdrawn: false };
      return [
        ...renamed,
        rowLine(ref, baseInConflict(base, conflict, { set: {} })),
        conflictLine(ref, answer.row.id, conflict),
      ];
    }
    case 'withdrawn':
      return [goneLine(ref, change.id)];
    case 'conflict': {
      if (answer.row === null) return [];
      const base = kept.rows.get(change.id) ?? null;
      const conflict: KeptConflict = {
        theirs: answer.row,
        conflicts: answer.conflicts,
        withdrawn: change.withdrawn,
      };
      const rows = change.withdrawn ? [] : [rowLine(ref, baseInConflict(base, conflict, change))];
      return [...rows, conflictLine(ref, change.withdrawn ? change.id : answer.row.id, conflict)];
    }
    case 'refused':
      return [];
    default:
      return never(answer.outcome);
  }
}
