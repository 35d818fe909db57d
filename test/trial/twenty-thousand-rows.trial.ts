/** Twenty thousand rows, the most that a worksheet may hold, through the sync and through a workbook file. */
import { expect, it } from 'vitest';
import { newHost, planLayout } from '../addin/file-host/make.ts';
import { benchWith, got, worksheet } from '../addin/sync/bench.ts';

// Measured on two cores: 0.4 s to check, 0.3 s to preview, 2 s to submit.
it('twenty thousand changed rows are checked, sent in forty portions and refreshed, and the pane gets its turn all the while', async () => {
  const { filling, at, book, desk } = await benchWith(20_000);
  const place = at.column('所在辖区');
  for (const row of (book.worksheets.get(worksheet) ?? []).slice(at.rowOf('R00001'))) row[place] = '城关监管所';
  let longestMs = 0;
  let last = performance.now();
  const turns = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - last);
    last = performance.now();
  }, 10);
  got(await filling.check(worksheet));
  const shown = got(await filling.preview(worksheet));
  expect(shown.counts.changed).toBe(20_000);
  const sent = got(await filling.submit(shown, { reason: '', withdraw: [] }));
  clearInterval(turns);
  expect(sent.counts.updated).toBe(20_000);
  expect(desk.posts).toBe(40);
  expect(new Set(at.all('校验结果'))).toEqual(new Set(['✓ 已提交']));
  // Five seconds without a turn, and Excel restarts a pane.
  expect(longestMs).toBeLessThan(3000);
  expect(got(await filling.refresh(worksheet))).toMatchObject({ created: 0, updated: 0, conflicts: [] });
  expect((book.kept.get('outbox') ?? []).length).toBe(0);
  expect((book.kept.get('rows') ?? []).length).toBeLessThanOrEqual(40_200);
});

it('a workbook file of twenty thousand rows is created, read, marked and given back in seconds', async () => {
  const host = newHost();
  const [row = []] = planLayout().rows;
  const layout = { ...planLayout(0), rows: Array.from({ length: 20_000 }, (_, i) => [`${i}`, ...row.slice(1)]) };
  const begun = performance.now();
  const name = await host.create(layout);
  const grid = await host.read(name);
  const verdict = layout.columns.length - 2;
  const marks = Array.from({ length: 20_000 }, (_, i) => ({ row: 4 + i, text: '✗ 抽查比例：必填', columns: [9] }));
  const area = { headerRow: 3, firstRow: 4, lastRow: 20_003, firstColumn: 0, lastColumn: verdict + 1, verdict };
  await host.mark(name, area, marks);
  const file = await host.save();
  const seconds = (performance.now() - begun) / 1000;
  expect(grid.rows).toHaveLength(20_004);
  expect(file.length).toBeLessThan(20_000_000);
  expect(seconds).toBeLessThan(25);
});
