/** “统计”工作表：图表在各自的表下面，窗格开着也看得到；说明逐行写，不出表外。 */
import { expect, it } from 'vitest';
import { figuresSheet } from '../../../addin/sync/worksheet/figures.ts';
import type { Figures } from '../../../core/api/shapes.ts';

const note = {
  zh: '口径：本年各次抽取及外部平台名单。“分别上门”为各任务户次之和；“合并后上门”为同一对象检查实施期重叠的合并为一次；二者之差为减少的上门次数。',
  en: 'note',
};
type Figure = Figures['figures'][number];
const figure = (zh: string, kind: Figure['kind'], names: readonly string[], value: number | null): Figure => ({
  title: { zh, en: zh },
  kind,
  headers: ['单位', '户数'],
  note,
  rows: names.map((name) => ({ name, values: [value] })),
});

it('图表都在自己的表下面、下一张表上面，不压住任何一行字', () => {
  const many = Array.from({ length: 29 }, (_, i) => `单位${i}`);
  const figures = [
    figure('甲', 'pie', ['一', '二'], 3),
    figure('乙', 'bar', many, 1),
    figure('丙', 'column', ['一'], null),
  ];
  const { layout, charts } = figuresSheet({ year: 2025, figures });
  expect(charts.map(({ title }) => title)).toEqual(['甲', '乙']);
  const all = [...layout.titles.map((title) => [title]), ...layout.rows];
  for (const { from, at, title } of charts) {
    expect(at.row).toBeGreaterThanOrEqual(from.row + from.rows);
    expect(at.column).toBe(0);
    expect(all.slice(at.row, at.row + at.rows).flat()).toEqual([]);
    expect(all[from.row]?.[0]).toBe('单位');
    expect(all.findIndex(([text]) => text === title)).toBeLessThan(from.row);
  }
  expect(charts[1]?.at.rows).toBe(29);
});

it('说明在句读处分行，每行不超出表的宽度，一字不少', () => {
  const { layout } = figuresSheet({ year: 2025, figures: [figure('甲', 'pie', ['一'], 1)] });
  const lines = layout.rows
    .slice(
      1,
      layout.rows.findIndex(([text]) => text === '单位'),
    )
    .map(([text = '']) => text);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join('')).toBe(note.zh);
  for (const line of lines) expect([...line].length).toBeLessThanOrEqual(36);
});
