/**
 * What an import changes in what is held. Rows that the file does not name are told and never deleted, and a column that it does
 * not have changes nothing: a list of numbers and names does not wipe out tags. The same file twice changes nothing.
 */
import type { Context } from '../sheet/context.ts';
import type { RowFault, Sheet } from '../sheet/sheet.ts';

export interface FieldChange {
  readonly field: string;
  readonly header: string;
  readonly from: string;
  readonly to: string;
}

export interface Changed<V> {
  readonly before: V;
  /** What is to be held from now on: the file's cells, and what was held where it has no such column. */
  readonly after: V;
  readonly fields: readonly FieldChange[];
}

export interface Difference<V> {
  readonly added: readonly V[];
  readonly changed: readonly Changed<V>[];
  /** How many rows say what is held already. */
  readonly same: number;
  /** Held and not in the file. Reported only. */
  readonly absent: readonly V[];
  /** Together with what is held the row makes no sense (a date without its certificate). */
  readonly refused: readonly { readonly value: V; readonly fault: RowFault }[];
}

/**
 * Compares row by row, field by field.
 * @param given names of the fields that the file has columns for, or that its importer stated.
 */
export function compare<V>(
  sheet: Sheet<V>,
  held: Iterable<V>,
  imported: Iterable<V>,
  given: readonly string[],
  context: Context,
): Difference<V> {
  const standing = new Map<string, V>();
  for (const each of held) standing.set(sheet.keyOf(each), each);
  const names = new Set(given);
  const added: V[] = [];
  const changed: Changed<V>[] = [];
  const refused: { value: V; fault: RowFault }[] = [];
  let same = 0;
  for (const value of imported) {
    const key = sheet.keyOf(value);
    const before = standing.get(key);
    standing.delete(key);
    if (before === undefined) {
      added.push(value);
      continue;
    }
    const merged = sheet.merge(before, value, names, context);
    if (!merged.ok) {
      refused.push({ value, fault: merged.error });
      continue;
    }
    const after = merged.value.value;
    const fields = fieldChanges(sheet, before, after, context);
    if (fields.length === 0) same += 1;
    else changed.push({ before, after, fields });
  }
  return { added, changed, same, absent: [...standing.values()], refused };
}

function fieldChanges<V>(sheet: Sheet<V>, before: V, after: V, context: Context): readonly FieldChange[] {
  const old = sheet.lay(before, context);
  const now = sheet.lay(after, context);
  const changes: FieldChange[] = [];
  for (let i = 0; i < sheet.fields.length; i++) {
    const field = sheet.fields[i];
    if (field === undefined || old[i] === now[i]) continue;
    changes.push({ field: field.name, header: field.header, from: old[i] ?? '', to: now[i] ?? '' });
  }
  return changes;
}
