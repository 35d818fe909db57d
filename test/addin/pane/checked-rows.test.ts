/** What a check says of a whole worksheet: rows that nobody has filled in are neither good nor wrong. */
import { expect, it } from 'vitest';
import { countRows } from '../../../addin/pane/checked-rows.ts';
import { filling as english } from '../../../addin/pane/words/en-US/filling.ts';
import { filling } from '../../../addin/pane/words/zh-CN/filling.ts';
import type { CheckedRow, Remark, Weight } from '../../../core/sheet/check.ts';

const remark = (weight: Weight): Remark => ({ column: 0, header: '', value: '', weight, words: { zh: '', en: '' } });
const row = (filled: boolean, ...weights: readonly Weight[]): CheckedRow => ({
  row: 0,
  id: '',
  filled,
  cells: {},
  remarks: weights.map(remark),
});

it('six rows filled of nine are counted as good, to mend and not filled in', () => {
  const rows = [row(true), row(true, 'notice'), ...[1, 2, 3, 4].map(() => row(true, 'refused'))];
  const { good, refused, look, blank } = countRows([...rows, row(false), row(false), row(false)]);
  expect({ good, refused, look, blank }).toEqual({ good: 2, refused: 4, look: 1, blank: 3 });
  expect(filling.check.filled(good, refused, blank)).toBe('已填 6 行：2 行可提交，4 行须修改；3 行未填。');
  expect(english.check.filled(good, refused, blank)).toBe('6 filled in: 2 can be sent, 4 to mend; 3 not filled in.');
});

it('parts of which there are none are left out', () => {
  expect(filling.check.filled(2, 0, 1)).toBe('已填 2 行：2 行可提交；1 行未填。');
  expect(filling.check.filled(0, 1, 1)).toBe('已填 1 行：1 行须修改；1 行未填。');
});

it('nothing is said of other rows where there are none', () => {
  expect(filling.preview.someCannot(1, 0)).toBe('1 行须修改后才能提交。');
  expect(filling.preview.someCannot(4, 2)).toBe('4 行须修改后才能提交，另外 2 行可以先提交。');
  expect(filling.check.spoken(2, 0, 0, 0)).toBe('校验完成：2 行可提交。');
});

it('a row of the desk’s that was typed over is to be mended though nothing else is filled in', () => {
  expect(countRows([row(false, 'refused')])).toMatchObject({ refused: 1, blank: 0 });
});

it('no check says what only an inspection can: 未发现问题', () => {
  expect(JSON.stringify(filling.check)).not.toMatch(/(?:没有|未)发现问题/);
});
