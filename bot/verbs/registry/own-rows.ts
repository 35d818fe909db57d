/** A department's liaison keeps the department's own rows; rows of others in the file are given back with words. */
import type { Reading, RejectedRow } from '../../../core/sheet/read.ts';
import type { Known, ListOf } from './lists.ts';

export function ownRowsOnly<V>(reading: Reading<V>, list: ListOf<V>, known: Known, department: string): Reading<V> {
  const accepted: { row: number; value: V }[] = [];
  const foreign: RejectedRow[] = [];
  for (const each of reading.accepted) {
    const owner = list.ownerOf(each.value, known);
    if (owner === department) accepted.push(each);
    else {
      const own = known.departments.find(({ code }) => code === department)?.name ?? department;
      const header = list.sheet.fields[0]?.header ?? '';
      const fault = { kind: 'other-department', own } as const;
      foreign.push({ row: each.row, faults: [{ row: each.row, column: -1, header, value: owner, fault }] });
    }
  }
  const rejected = [...reading.rejected, ...foreign].sort((a, b) => a.row - b.row);
  return { ...reading, accepted, rejected };
}
