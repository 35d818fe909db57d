/** What the desk holds by now comes into the worksheet, and nothing that was typed is overwritten. */
import { describe, expect, it } from 'vitest';
import { benchWith, got, person, preview, typedPerson, worksheet } from './bench.ts';

describe('refreshing', () => {
  it('cells that nobody touched are brought up to date, new rows come below, the rest stays', async () => {
    const { filling, at, desk } = await benchWith(3);
    desk.set('id1', { place: '东门监管所' });
    desk.set('id4', person(4));
    at.type('甲2', '所在辖区', '城关监管所');
    at.sort('姓名', true);
    at.insertColumn('姓名', '我的备注');
    const refreshed = got(await filling.refresh(worksheet));
    expect(refreshed).toEqual({ created: 1, updated: 1, kept: 1, conflicts: [], withdrawn: 0 });
    expect(at.text('甲1', '所在辖区')).toBe('东门监管所');
    expect(at.text('甲2', '所在辖区')).toBe('城关监管所');
    expect(at.all('姓名')).toEqual(['甲3', '甲2', '甲1', '甲4']);
    expect((await preview(filling)).counts).toMatchObject({ new: 0, changed: 1, unchanged: 3 });
  });

  it('a cell changed on both sides is a conflict; other cells of the row come in', async () => {
    const { filling, at, desk } = await benchWith(1);
    at.type('甲1', '所在辖区', '城关监管所');
    desk.set('id1', { place: '东门监管所', section: '综合股' });
    const { conflicts } = got(await filling.refresh(worksheet));
    expect(conflicts).toMatchObject([{ fields: [{ header: '所在辖区', mine: '城关监管所', theirs: '东门监管所' }] }]);
    expect(at.text('甲1', '所在辖区')).toBe('城关监管所');
    expect(at.text('甲1', '内设机构')).toBe('综合股');
    expect(at.text('甲1', '校验结果')).toContain('✗ 与他人修改冲突（吴江');
    got(await filling.solve(worksheet, 'id1', { place: 'theirs' }));
    expect(at.text('甲1', '所在辖区')).toBe('东门监管所');
    expect((await preview(filling)).counts).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it('a row that was withdrawn goes where it was not touched; where it was, it stays as a new one and says so', async () => {
    const { filling, at, desk } = await benchWith(3);
    at.type('甲2', '所在辖区', '城关监管所');
    desk.rows.delete('id1');
    desk.rows.delete('id2');
    expect(got(await filling.refresh(worksheet)).withdrawn).toBe(2);
    expect(at.all('姓名')).toEqual(['甲2', '甲3']);
    expect(at.text('甲2', '校验结果')).toContain('此行已被他人撤回');
    expect((await preview(filling)).counts).toMatchObject({ new: 1, unchanged: 1 });
  });

  it('a row that was taken out here stays out, and new rows that are not sent yet stay', async () => {
    const { filling, at } = await benchWith(3);
    at.remove('甲2');
    at.add(typedPerson(9));
    expect(got(await filling.refresh(worksheet))).toMatchObject({ created: 0, updated: 0, withdrawn: 0 });
    expect(at.all('姓名')).toEqual(['甲1', '甲3', '甲9']);
    const { counts, missing } = await preview(filling);
    expect(counts).toMatchObject({ new: 1, unchanged: 2 });
    expect(missing).toHaveLength(1);
  });

  it('a crash at any write of refreshing is made good by refreshing again', async () => {
    for (let dieAt = 1; dieAt < 20; dieAt++) {
      const { at, desk, again } = await benchWith(4);
      at.type('甲2', '所在辖区', '城关监管所');
      at.type('甲4', '所在辖区', '城关监管所');
      desk.set('id1', { place: '东门监管所' });
      desk.rows.delete('id3');
      desk.rows.delete('id4');
      desk.set('id5', person(5));
      const dying = await again({ dieAt, half: dieAt % 2 === 0 });
      const first = await dying.refresh(worksheet);
      const filling = await again();
      got(await filling.refresh(worksheet));
      expect(at.all('姓名')).toEqual(['甲1', '甲2', '甲4', '甲5']);
      expect(at.text('甲1', '所在辖区')).toBe('东门监管所');
      expect((await preview(filling)).counts).toEqual({ new: 1, changed: 1, unchanged: 2, 'cannot-be-sent': 0 });
      expect((await preview(filling)).missing).toEqual([]);
      if (first.ok) return;
    }
    throw new Error('never got through');
  });

  it('a worksheet of which only half was made when the program ended is filled up', async () => {
    const { book, at, filling, desk } = await benchWith(4);
    book.kept.set('rows', []);
    at.remove('甲3');
    at.remove('甲4');
    got(await filling.refresh(worksheet));
    expect(at.all('姓名')).toEqual(['甲1', '甲2', '甲3', '甲4']);
    expect((await preview(filling)).counts).toMatchObject({ new: 0, unchanged: 4 });
    expect(desk.posts).toBe(0);
  });
});
