/** A required column under another header is asked about, and the answer is kept with the worksheet. */
import { expect, it } from 'vitest';
import { textOf } from '../../../core/sheet/grid.ts';
import type { MemoryBook } from '../memory-host.ts';
import { benchWith, got, preview, sendAll, worksheet } from './bench.ts';

function rename({ worksheets }: MemoryBook, from: string, to: string): void {
  for (const row of worksheets.get(worksheet) ?? [])
    row.forEach((cell, at) => {
      if (textOf(cell).replace(/ \*$/, '') === from) row[at] = to;
    });
}

it('“人名”这一列是不是“姓名”？: asked once, known from then on, wherever the column stands, on another day too', async () => {
  const { filling, at, book, desk, again } = await benchWith(2);
  rename(book, '姓名', '人名');
  const done = await filling.check(worksheet);
  expect(done).toMatchObject({
    ok: false,
    trouble: {
      words: { zh: expect.stringMatching(/缺少必需的列：姓名。(?!.*导入)/) },
      renamed: { worksheet, columns: ['人名'], missing: [{ field: 'name', header: '姓名', likely: '人名' }] },
    },
  });
  got(await filling.nameColumns(worksheet, { name: '人名' }));
  expect(got(await filling.check(worksheet)).rows.flatMap(({ remarks }) => remarks)).toEqual([]);
  at.moveColumn('人名', '所在辖区');
  at.type('甲1', '人名', '甲甲');
  const later = await again();
  expect((await preview(later)).rows[0]?.changes).toEqual([{ field: 'name', header: '姓名', was: '甲1', now: '甲甲' }]);
  await sendAll(later);
  expect(desk.rows.get('id1')?.cells.name).toBe('甲甲');
  expect(got(await later.refresh(worksheet)).updated).toBe(0);
});

it('of several columns the one in its place is offered first; where none is left nothing is asked', async () => {
  const { filling, at, book } = await benchWith(1);
  rename(book, '姓名', '人名');
  at.insertColumn('所在辖区', '我的备注');
  expect(await filling.preview(worksheet)).toMatchObject({
    trouble: { renamed: { columns: ['人名', '我的备注'], missing: [{ likely: '人名' }] } },
  });
  at.removeColumn('人名');
  at.removeColumn('我的备注');
  const done = await filling.check(worksheet);
  expect(done.ok ? null : done.trouble.renamed).toBeUndefined();
});
