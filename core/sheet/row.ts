/**
 * One row of a sheet as the desk and a workbook hold it: texts under the names of fields, with a version. A workbook sends only
 * the fields that were changed, each with what stood there before; so two people who change different fields of one row do not
 * disturb each other (soft), and two who change the same one are asked (hard). The words are ODK Central's for its entities.
 */
import type { Words } from '../words.ts';

/** Field name → text, as `Field.write` gives it; a field that is not there is blank. */
export type RowCells = Readonly<Record<string, string>>;

export interface HeldRow {
  /** Names the row for ever, wherever it is sorted to. */
  readonly id: string;
  /** Names its present content: the same text for the same state, another after every change. */
  readonly version: string;
  readonly cells: RowCells;
  /** Who changed it last, and when, as people read it; '' where the list does not say. */
  readonly by: string;
  readonly at: string;
  /** Why the asker may read and not change it; null where he may. */
  readonly locked: Words | null;
}

export interface FieldChange {
  /** What the workbook had got from the desk; '' for a new row. */
  readonly was: string;
  readonly now: string;
}

export interface RowChange {
  /** The desk's id, or one that the workbook made for a new row. */
  readonly id: string;
  /** Version that the workbook last got; null for a new row. */
  readonly base: string | null;
  readonly set: Readonly<Record<string, FieldChange>>;
  /** The row is withdrawn; only where the sheet allows it. */
  readonly withdrawn: boolean;
}

/** A field that two people changed to different values. */
export interface Conflict {
  readonly field: string;
  readonly was: string;
  readonly mine: string;
  readonly theirs: string;
}

export type Settled =
  | { readonly kind: 'created' | 'updated'; readonly cells: RowCells }
  /** Others changed other fields meanwhile; both hold. `theirs` names those fields as far as the change shows. */
  | { readonly kind: 'merged'; readonly cells: RowCells }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[] }
  /** It was withdrawn, or never was. */
  | { readonly kind: 'gone' };

/** The text of a field, '' where it is blank. Names of fields come over the wire: `constructor` is none of them. */
export const cellOf = (cells: RowCells, field: string): string =>
  Object.hasOwn(cells, field) ? (cells[field] ?? '') : '';

/** What becomes of a change, given the row as it is held now (null: there is none). */
export function settleRow(held: Pick<HeldRow, 'version' | 'cells'> | null, change: RowChange): Settled {
  if (held === null) return change.base === null && !change.withdrawn ? created(change) : { kind: 'gone' };
  if (change.withdrawn)
    return change.base === held.version ? { kind: 'withdrawn' } : withdrawnMeanwhileChanged(held, change);
  const cells: Record<string, string> = { ...held.cells };
  const conflicts: Conflict[] = [];
  let changed = false;
  for (const [field, { was, now }] of Object.entries(change.set)) {
    const theirs = cellOf(held.cells, field);
    if (theirs === now) continue;
    if (theirs !== was) conflicts.push({ field, was, mine: now, theirs });
    cells[field] = now;
    changed = true;
  }
  if (conflicts.length > 0) return { kind: 'conflict', conflicts };
  if (!changed) return { kind: 'unchanged' };
  return { kind: change.base === held.version ? 'updated' : 'merged', cells };
}

function created({ set }: RowChange): Settled {
  const cells = Object.fromEntries(Object.entries(set).map(([field, { now }]) => [field, now]));
  return { kind: 'created', cells };
}

/** Nobody takes away what somebody else has just written: he is shown it first. */
function withdrawnMeanwhileChanged({ cells }: Pick<HeldRow, 'cells'>, { set }: RowChange): Settled {
  const conflicts = Object.entries(cells).flatMap(([field, theirs]) => {
    const was = set[field]?.was ?? '';
    return was === theirs ? [] : [{ field, was, mine: '', theirs }];
  });
  return conflicts.length === 0 ? { kind: 'withdrawn' } : { kind: 'conflict', conflicts };
}
