/** What is filled in reaches the desk once, whatever people do to the worksheet meanwhile. */
import { describe, expect, it } from 'vitest';
import type { Filling } from '../../../addin/sync/filling.ts';
import { hands } from '../memory-host.ts';
import { benchWith, got, person, preview, send, sendAll, troubleOf, typedPerson, worksheet } from './bench.ts';

describe('submitting', () => {
  it('a new worksheet holds the rows of the desk, and nothing of it is a change', async () => {
    const { filling, at } = await benchWith(3);
    expect(at.all('姓名')).toEqual(['甲1', '甲2', '甲3']);
    expect((await preview(filling)).counts).toEqual({ new: 0, changed: 0, unchanged: 3, 'cannot-be-sent': 0 });
  });

  it('the preview shows cell by cell what would be sent, and sends nothing', async () => {
    const { filling, at, desk } = await benchWith(2);
    at.type('甲2', '所在辖区', '城关监管所');
    at.add(typedPerson(9));
    const { counts, rows } = await preview(filling);
    expect(counts).toEqual({ new: 1, changed: 1, unchanged: 1, 'cannot-be-sent': 0 });
    expect(rows[1]?.changes).toEqual([{ field: 'place', header: '所在辖区', was: '望江监管所', now: '城关监管所' }]);
    expect(rows[1]?.label).toBe('R00002 甲2');
    expect(desk.posts).toBe(0);
  });

  it('a changed and a new row are taken, get their sign, and are no change any more', async () => {
    const { filling, at, desk } = await benchWith(2);
    at.type('甲2', '所在辖区', '城关监管所');
    at.add(typedPerson(9));
    const sent = await sendAll(filling);
    expect(sent.counts).toMatchObject({ created: 1, updated: 1, refused: 0 });
    expect(sent.note.zh).toBe('已收到 2 行。');
    expect(desk.rows.get('id2')?.cells.place).toBe('城关监管所');
    expect(at.text('甲9', '校验结果')).toBe('✓ 已提交');
    expect(desk.rows.has(at.text('甲9', '行标识'))).toBe(true);
    expect((await preview(filling)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
  });

  it('a date that was typed in another form is no change', async () => {
    const { filling, at } = await benchWith(1);
    at.type('甲1', '执法证有效期', '2028.12.31');
    expect((await preview(filling)).counts).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it('sorting, inserting and moving columns while it is sent puts every answer beside its own row', async () => {
    const turned: string[] = [];
    const bench = await benchWith(3, {
      meanwhile: (name) => {
        if (name !== 'submit' || turned.length > 0) return;
        turned.push(name);
        bench.at.sort('姓名', true);
        bench.at.insertColumn('姓名', '我的备注');
        bench.at.moveColumn('行标识', '单位工号');
      },
    });
    bench.at.type('甲1', '所在辖区', '城关监管所');
    bench.at.add(typedPerson(9));
    bench.at.add(typedPerson(8));
    got(await send(bench.filling));
    expect(turned).toEqual(['submit']);
    for (const name of ['甲1', '甲8', '甲9']) {
      expect(bench.at.text(name, '校验结果')).toBe('✓ 已提交');
      expect(bench.desk.rows.get(bench.at.text(name, '行标识'))?.cells.name).toBe(name);
    }
    expect(bench.at.text('甲2', '校验结果')).toBe('');
    expect(bench.at.all('我的备注')).toEqual(['自己的笔记', '自己的笔记', '自己的笔记', '自己的笔记', '自己的笔记']);
    expect((await preview(bench.filling)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 5 });
  });

  it('sorting between two of our own writes puts no sign beside another row', async () => {
    const bench = await benchWith(3, {
      before: (write) => {
        if (write === 'appendKept rows') bench.at.sort('姓名', true);
      },
    });
    bench.at.type('甲1', '所在辖区', '城关监管所');
    bench.at.add(typedPerson(9));
    got(await send(bench.filling));
    expect(['甲1', '甲2', '甲3', '甲9'].map((name) => bench.at.text(name, '校验结果'))).toEqual([
      '✓ 已提交',
      '',
      '',
      '✓ 已提交',
    ]);
    expect((await preview(bench.filling)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 4 });
  });

  it('a cell that is edited while the row is under way stays as it was typed, and is a change the next time', async () => {
    const bench = await benchWith(1, {
      meanwhile: (name) => {
        if (name === 'submit' && bench.desk.posts === 1) bench.at.type('甲1', '所在辖区', '东门监管所');
      },
    });
    bench.at.type('甲1', '所在辖区', '城关监管所');
    await sendAll(bench.filling);
    expect(bench.at.text('甲1', '所在辖区')).toBe('东门监管所');
    const { rows } = await preview(bench.filling);
    expect(rows[0]?.changes).toMatchObject([{ was: '城关监管所', now: '东门监管所' }]);
    await sendAll(bench.filling);
    expect(bench.desk.rows.get('id1')?.cells.place).toBe('东门监管所');
  });

  it('what was changed after the preview is left for the next time, and said', async () => {
    const { filling, at, desk } = await benchWith(2);
    at.type('甲1', '所在辖区', '城关监管所');
    at.type('甲2', '所在辖区', '城关监管所');
    const shown = await preview(filling);
    at.type('甲2', '所在辖区', '东门监管所');
    const sent = got(await filling.submit(shown, { reason: '', withdraw: [] }));
    expect(sent.counts.updated).toBe(1);
    expect(sent.note.zh).toContain('另有 1 行在预览之后又有改动');
    expect(desk.rows.get('id2')?.cells.place).toBe('望江监管所');
  });

  it('a second click while it is under way is the same submission', async () => {
    const { filling, at, desk } = await benchWith(0);
    at.add(typedPerson(1));
    const shown = await preview(filling);
    const [one, other] = await Promise.all([
      filling.submit(shown, { reason: '', withdraw: [] }),
      filling.submit(shown, { reason: '', withdraw: [] }),
    ]);
    expect(one).toBe(other);
    expect(desk.posts).toBe(1);
    expect(desk.rows.size).toBe(1);
    const third = got(await filling.submit(shown, { reason: '', withdraw: [] }));
    expect(third.note.zh).toContain('没有需要提交的内容');
    expect(desk.rows.size).toBe(1);
  });

  it('of a copied row the lower one is a new row, wherever the copy is sorted to', async () => {
    const { filling, at, desk } = await benchWith(2);
    const copy = at.copy('甲1');
    at.typeAt(copy, '姓名', '乙1');
    at.typeAt(copy, '单位工号', 'R00101');
    const shown = await preview(filling);
    expect(shown.copied).toBe(1);
    expect(shown.counts).toMatchObject({ new: 1, unchanged: 2 });
    await sendAll(filling);
    expect(desk.rows.get('id1')?.cells.name).toBe('甲1');
    expect([...desk.rows.values()].map(({ cells }) => cells.name)).toEqual(['甲1', '甲2', '乙1']);
  });

  it('of a pasted block the good rows go and the bad ones stay, each with what is wrong', async () => {
    const { filling, at, desk } = await benchWith(0);
    at.add(typedPerson(1));
    at.add(typedPerson(2, { 执法证有效期: '明年' }));
    at.add(typedPerson(3, { 所在单位: '没有这个局' }));
    at.add(typedPerson(4));
    got(await filling.check(worksheet));
    const shown = await preview(filling);
    expect(shown.counts).toMatchObject({ new: 2, 'cannot-be-sent': 2 });
    expect(shown.rows[1]?.remarks[0]).toMatchObject({ header: '执法证有效期', value: '明年', weight: 'refused' });
    const sent = await sendAll(filling);
    expect(sent.counts.created).toBe(2);
    expect([...desk.rows.values()].map(({ cells }) => cells.name)).toEqual(['甲1', '甲4']);
    expect(at.text('甲2', '校验结果')).toContain('✗ 执法证有效期');
    expect(at.text('甲4', '校验结果')).toBe('✓ 已提交');
  });

  it('a cell of five megabytes, half a character and a formula hold up no other row', async () => {
    const { filling, at, desk } = await benchWith(0);
    at.add(typedPerson(1, { 业务专长: '检'.repeat(1_700_000) }));
    at.add(typedPerson(2, { 所在辖区: '望江\ud83d所' }));
    at.add(typedPerson(3, { 所在辖区: '=HYPERLINK("http://x.invalid")' }));
    const shown = await preview(filling);
    expect(shown.counts).toMatchObject({ new: 2, 'cannot-be-sent': 1 });
    expect(shown.rows[0]?.remarks.map(({ words }) => words.zh).join()).toContain('最多 32767 个字');
    expect((await sendAll(filling)).counts.created).toBe(2);
    expect([...desk.rows.values()].map(({ cells }) => cells.place)).toEqual([
      '望江〓所',
      '=HYPERLINK("http://x.invalid")',
    ]);
    expect((await preview(filling)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
  });

  it('a row that only the desk can refuse says why, and the others are taken', async () => {
    const { filling, at, desk } = await benchWith(2);
    at.type('甲1', '所在辖区', '城关监管所');
    at.type('甲2', '所在辖区', '城关监管所');
    desk.rows.delete('id1');
    const sent = await sendAll(filling);
    expect(sent.counts).toMatchObject({ updated: 1, refused: 1 });
    expect(sent.refused).toMatchObject([{ label: 'R00001 甲1', header: '' }]);
    expect(at.text('甲1', '校验结果')).toBe('✗ 这一行已被撤回');
  });

  it('rows that were taken out of the worksheet stay at the desk unless they are chosen to be withdrawn', async () => {
    const { filling, at, desk } = await benchWith(3);
    at.remove('甲1');
    at.remove('甲3');
    const shown = await preview(filling);
    expect(shown.missing.map(({ label }) => label)).toEqual(['R00001 甲1', 'R00003 甲3']);
    const sent = got(await filling.submit(shown, { reason: '', withdraw: ['id3'] }));
    expect(sent.counts.withdrawn).toBe(1);
    expect([...desk.rows.keys()]).toEqual(['id1', 'id2']);
    expect((await preview(filling)).missing.map(({ id }) => id)).toEqual(['id1']);
  });

  it('a row whose cells were emptied is taken out as if the row had been deleted', async () => {
    const { filling, at, book } = await benchWith(2);
    const row = book.worksheets.get(worksheet)?.[at.rowOf('甲1')] ?? [];
    for (let column = 0; column < at.column('行标识'); column++) row[column] = '';
    got(await filling.check(worksheet));
    const { counts, missing } = await preview(filling);
    expect(counts).toEqual({ new: 0, changed: 0, unchanged: 1, 'cannot-be-sent': 0 });
    expect(missing.map(({ id }) => id)).toEqual(['id1']);
    expect(row[at.column('校验结果')]).toBe('');
  });

  it('a hidden column that somebody has deleted comes back, and rows are known by what they are about', async () => {
    const { filling, at, desk } = await benchWith(3);
    at.removeColumn('行标识');
    at.type('甲2', '所在辖区', '城关监管所');
    expect((await preview(filling)).counts).toMatchObject({ new: 0, changed: 1, unchanged: 2 });
    await sendAll(filling);
    expect(desk.rows.size).toBe(3);
  });

  it('a worksheet under another name is still the same one', async () => {
    const { filling, at, book, desk } = await benchWith(2);
    at.type('甲2', '所在辖区', '城关监管所');
    at.rename('人员表（改）');
    expect(got(await filling.bound())).toMatchObject([{ worksheet: '人员表（改）' }]);
    const shown = got(await filling.preview('人员表（改）'));
    got(await filling.submit(shown, { reason: '', withdraw: [] }));
    expect(desk.rows.get('id2')?.cells.place).toBe('城关监管所');
    expect(hands(book, '人员表（改）').text('甲2', '校验结果')).toBe('✓ 已提交');
  });

  it('a plan that stands is not changed without a reason', async () => {
    const { filling, at, desk } = await benchWith(1);
    desk.line = { ...desk.line, reason: true };
    at.type('甲1', '所在辖区', '城关监管所');
    expect(troubleOf(await send(filling))).toContain('须写明理由');
    expect(desk.posts).toBe(0);
  });

  it('three thousand rows go in portions of five hundred', async () => {
    const { filling, at, desk } = await benchWith(0);
    for (let n = 1; n <= 3000; n++) at.add(typedPerson(n));
    const steps: string[] = [];
    const shown = await preview(filling);
    const sent = got(
      await filling.submit(shown, { reason: '', withdraw: [] }, (step, done, all) => {
        if (step === 'sending') steps.push(`${done}/${all}`);
      }),
    );
    expect(sent.counts.created).toBe(3000);
    expect(desk.posts).toBe(6);
    expect(steps).toEqual(['0/3000', '500/3000', '1000/3000', '1500/3000', '2000/3000', '2500/3000', '3000/3000']);
    expect(new Set(at.all('校验结果'))).toEqual(new Set(['✓ 已提交']));
    expect(person(1).name).toBe('甲1');
  });

  it('after a submission the workbook knows what the desk says of the book now, also on another day without a line', async () => {
    const { filling, at, desk, again, book } = await benchWith(1);
    const noteOf = async (pane: Filling) => got(await pane.bound())[0]?.line?.note.zh;
    at.add(typedPerson(2));
    desk.line = { ...desk.line, note: { zh: '本单位 2 行', en: '2 rows' } };
    await sendAll(filling);
    expect(await noteOf(filling)).toBe('本单位 2 行');
    expect(await noteOf(await again({ fate: () => 'offline' }))).toBe('本单位 2 行');
    desk.line = { ...desk.line, note: { zh: '期限已过', en: 'over' } };
    const pane = await again();
    got(await pane.books());
    expect(await noteOf(pane)).toBe('期限已过');
    expect(book.worksheets.get(worksheet)?.flat().join()).not.toContain('本单位 2 行');
  });

  it('an old copy of a workbook that says what the desk says by now has nothing to submit; otherwise it is told with what it was compared', async () => {
    const { filling, at, desk, again } = await benchWith(3);
    at.type('甲1', '所在辖区', '城关监管所');
    desk.set('id1', { place: '城关监管所' });
    expect(await preview(filling)).toMatchObject({ counts: { changed: 0, unchanged: 3 }, compared: 'desk' });
    at.type('甲2', '所在辖区', '城关监管所');
    expect(await preview(filling)).toMatchObject({ counts: { changed: 1 }, compared: 'desk' });
    desk.set('id2', { section: '综合股' });
    expect(await preview(filling)).toMatchObject({ counts: { changed: 1 }, compared: 'kept' });
    const offline = await again({ fate: (name) => (name === 'rows' ? 'offline' : null) });
    expect((await preview(offline)).compared).toBe('kept');
    expect((await sendAll(filling)).counts).toMatchObject({ merged: 1, updated: 0 });
  });

  it('rows that have to be mended first are told after the submission too', async () => {
    const { filling, at } = await benchWith(1);
    at.add(typedPerson(2));
    at.add(typedPerson(3, { 执法证有效期: '明年' }));
    expect(await sendAll(filling)).toMatchObject({ behind: 1, counts: { created: 1 } });
  });
});
