/** Grids, contexts and arbitraries that the tests of sheets share. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Subject } from '../../core/registry/subject.ts';
import { contextOf } from '../../core/sheet/context.ts';
import { type Grid, textOf } from '../../core/sheet/grid.ts';
import { type Reading, readSheet } from '../../core/sheet/read.ts';
import type { Sheet } from '../../core/sheet/sheet.ts';
import { aDepartment, codeOf } from '../registry/make.ts';

export const departments = [
  aDepartment(),
  aDepartment({ code: 'wtlj', name: '清源县文化和旅游局', aliases: ['县文旅局'] }),
  aDepartment({ code: 'xfdd', name: '清源县消防救援大队', aliases: ['消防救援机构'] }),
  aDepartment({ code: 'gaj', name: '清源县公安局', aliases: ['公安部门'] }),
  aDepartment({ code: 'wjj', name: '清源县卫生健康局', aliases: ['卫生健康部门'] }),
];
export const context = contextOf({ departments, year: 2026 });

/** Rows as a grid; cells of a row separated by |. */
export const gridOf = (...rows: readonly string[]): Grid => ({ name: '', rows: rows.map((row) => row.split('|')) });

export const texts = (grid: Grid): string[][] => grid.rows.map((row) => row.map(textOf));

/** The reading, where the sheet must be recognised. */
export function read<V>(grid: Grid, sheet: Sheet<V>, given = context): Reading<V> {
  const reading = readSheet(grid, sheet, given);
  expect(reading).toMatchObject({ ok: true });
  if (!reading.ok) throw new Error(reading.error.kind);
  return reading.value;
}

export const valuesOf = <V>(reading: Reading<V>): V[] => reading.accepted.map((each) => each.value);

const han = fc.constantFrom(...'清源县望江城关食品药店旅馆服务中心（一）ABC07');
const han10 = fc.string({ unit: han, minLength: 2, maxLength: 10 });

export const anySubject: fc.Arbitrary<Subject> = fc.record({
  kind: fc.constant('uscc' as const),
  number: fc.integer({ min: 0, max: 99_999_999 }).map(codeOf),
  name: han10,
  type: fc.constantFrom('enterprise', 'sole-trader', 'cooperative', 'other'),
  tags: fc.uniqueArray(fc.constantFrom('餐饮服务', '食品生产', '旅馆', '加油站')),
  authority: fc.constantFrom('', '清源县市场监督管理局'),
  place: fc.constantFrom('', '望江监管所'),
  status: fc.constantFrom('active', 'cancelled', 'revoked'),
});
