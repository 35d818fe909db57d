/** Two people change the same list: different fields go together, the same field is asked about, and nobody's words are lost. */
import { describe, expect, it } from 'vitest';
import { benchWith, got, preview, send, sendAll, troubleOf, worksheet } from './bench.ts';

/** Both changed 所在辖区 of 甲1; here 执法证号 too, there 内设机构. */
async function disputed() {
  const bench = await benchWith(2);
  bench.at.type('甲1', '所在辖区', '城关监管所');
  bench.at.type('甲1', '执法证号', 'Z100');
  bench.desk.set('id1', { place: '东门监管所', section: '综合股' });
  return bench;
}

describe('conflicts', () => {
  it('a soft one merges: the others’ fields come into the worksheet and are listed', async () => {
    const { filling, at, desk } = await benchWith(1);
    at.type('甲1', '所在辖区', '城关监管所');
    desk.set('id1', { section: '综合股' });
    const sent = await sendAll(filling);
    expect(sent.merged).toMatchObject([{ label: 'R00001 甲1', header: '内设机构', theirs: '综合股', by: '吴江' }]);
    expect(at.text('甲1', '内设机构')).toBe('综合股');
    expect(desk.rows.get('id1')?.cells).toMatchObject({ place: '城关监管所', section: '综合股' });
  });

  it('a soft one whose cell is typed into meanwhile becomes a question, not a loss', async () => {
    const bench = await benchWith(1, {
      meanwhile: (name) => {
        if (name === 'submit' && bench.desk.posts === 1) bench.at.type('甲1', '内设机构', '执法股');
      },
    });
    bench.at.type('甲1', '所在辖区', '城关监管所');
    bench.desk.set('id1', { section: '综合股' });
    await sendAll(bench.filling);
    expect(bench.at.text('甲1', '内设机构')).toBe('执法股');
    expect(got(await bench.filling.conflicts(worksheet))).toMatchObject([
      { id: 'id1', fields: [{ header: '内设机构', mine: '执法股', theirs: '综合股' }] },
    ]);
  });

  it('a hard one is shown with who and when, and is still there after closing', async () => {
    const { filling, at, desk, again } = await disputed();
    const sent = await sendAll(filling);
    expect(sent.counts).toMatchObject({ conflict: 1 });
    const later = got(await (await again()).conflicts(worksheet));
    expect(later).toEqual(sent.conflicts);
    expect(later).toMatchObject([
      {
        worksheet,
        label: 'R00001 甲1',
        by: '吴江',
        at: '2026-03-02 09:30',
        fields: [{ header: '所在辖区', was: '望江监管所', mine: '城关监管所', theirs: '东门监管所' }],
      },
    ]);
    expect(at.text('甲1', '校验结果')).toBe(
      '✗ 与他人修改冲突（吴江，3月2日 09:30）：所在辖区：您填“城关监管所”，对方填“东门监管所”',
    );
    expect(at.text('甲1', '内设机构')).toBe('综合股');
    expect(desk.rows.get('id1')?.cells.place).toBe('东门监管所');
  });

  it('sent again without a choice it is a conflict again', async () => {
    const { filling, desk } = await disputed();
    await sendAll(filling);
    expect((await sendAll(filling)).counts.conflict).toBe(1);
    expect(desk.rows.get('id1')?.cells.place).toBe('东门监管所');
  });

  it('mine: it is sent in full knowledge of theirs', async () => {
    const { filling, at, desk } = await disputed();
    await sendAll(filling);
    expect(troubleOf(await filling.solve(worksheet, 'id1', {}))).toBe('请先选择以下各列以谁的为准：所在辖区。');
    const sent = got(await filling.solve(worksheet, 'id1', { place: 'mine' }));
    expect(sent.counts.updated).toBe(1);
    expect(desk.reasons.at(-1)).toBe('与他人修改冲突，经核对以本表为准');
    expect(desk.rows.get('id1')?.cells).toMatchObject({ place: '城关监管所', section: '综合股', certificate: 'Z100' });
    expect(at.text('甲1', '校验结果')).toBe('✓ 已提交');
    expect(got(await filling.conflicts(worksheet))).toEqual([]);
    expect((await preview(filling)).counts).toMatchObject({ changed: 0, unchanged: 2 });
  });

  it('mine with a reason: the reason goes along, and one without end does not', async () => {
    const { filling, desk } = await disputed();
    await sendAll(filling);
    const long = await filling.solve(worksheet, 'id1', { place: 'mine' }, '由'.repeat(4001));
    expect(troubleOf(long)).toBe('理由有 4001 个字，最多 4000 个字。请简写后再提交。');
    got(await filling.solve(worksheet, 'id1', { place: 'mine' }, '辖区已于二月调整'));
    expect(desk.reasons.at(-1)).toBe('辖区已于二月调整');
  });

  it('theirs: it comes into the worksheet, and what was changed besides is still sent', async () => {
    const { filling, at, desk } = await disputed();
    await sendAll(filling);
    got(await filling.solve(worksheet, 'id1', { place: 'theirs' }));
    expect(at.text('甲1', '所在辖区')).toBe('东门监管所');
    expect(desk.rows.get('id1')?.cells).toMatchObject({ place: '东门监管所', section: '综合股', certificate: 'Z100' });
    expect(got(await filling.conflicts(worksheet))).toEqual([]);
    expect((await preview(filling)).counts).toMatchObject({ changed: 0, unchanged: 2 });
  });

  it('theirs changed once more before it is solved: it is asked again', async () => {
    const { filling, desk } = await disputed();
    await sendAll(filling);
    desk.set('id1', { place: '南门监管所' });
    const sent = got(await filling.solve(worksheet, 'id1', { place: 'mine' }));
    expect(sent.conflicts).toMatchObject([{ fields: [{ mine: '城关监管所', theirs: '南门监管所' }] }]);
    expect(desk.rows.get('id1')?.cells.place).toBe('南门监管所');
  });

  it('a crash at any write of solving leaves it solved or still to be solved', async () => {
    for (let dieAt = 1; dieAt < 20; dieAt++) {
      const bench = await disputed();
      await sendAll(bench.filling);
      const dying = await bench.again({ dieAt, half: dieAt % 2 === 0 });
      const solved = await dying.solve(worksheet, 'id1', { place: 'mine' });
      const filling = await bench.again();
      got(await filling.resume());
      if (got(await filling.conflicts(worksheet)).length > 0)
        got(await filling.solve(worksheet, 'id1', { place: 'mine' }));
      else await sendAll(filling);
      expect(bench.desk.rows.get('id1')?.cells).toMatchObject({ place: '城关监管所', section: '综合股' });
      expect((await preview(filling)).counts).toMatchObject({ changed: 0, unchanged: 2 });
      if (solved.ok) return;
    }
    throw new Error('never got through');
  });

  it('a row that is withdrawn here and was changed there is not taken away unseen', async () => {
    const { filling, at, desk } = await benchWith(2);
    at.remove('甲1');
    desk.set('id1', { place: '东门监管所' });
    const sent = got(await send(filling, ['id1']));
    expect(sent.counts.conflict).toBe(1);
    expect(desk.rows.has('id1')).toBe(true);
    const [open] = got(await filling.conflicts(worksheet));
    const mine = Object.fromEntries((open?.fields ?? []).map(({ field }) => [field, 'mine' as const]));
    const solved = got(await filling.solve(worksheet, 'id1', mine));
    expect(solved.counts.withdrawn).toBe(1);
    expect(desk.rows.has('id1')).toBe(false);
  });
});
