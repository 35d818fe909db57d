/** A workbook belongs to one office, one department and one year; whoever else opens it may read and check, and loses nothing. */
import { describe, expect, it } from 'vitest';
import type { Preview } from '../../../addin/sync/filling.ts';
import { layBinding, readBinding } from '../../../addin/sync/kept/binding.ts';
import { MemoryDesk } from '../memory-desk.ts';
import { hands, newBook } from '../memory-host.ts';
import {
  benchWith,
  got,
  memoryStore,
  open,
  person,
  preview,
  ref,
  send,
  setClock,
  troubleOf,
  typedPerson,
  worksheet,
} from './bench.ts';

describe('whose workbook it is', () => {
  it('another department’s is checked and not written or sent', async () => {
    const { desk, again, at, book } = await benchWith(1);
    desk.who = { ...desk.who, person: 'l2', department: 'wjj', departmentName: '清源县卫生健康局' };
    const filling = await again({}, memoryStore());
    got(await filling.signIn('ABCD-EFGH'));
    at.add(typedPerson(9, { 执法证有效期: '明年' }));
    const before = JSON.stringify([...book.kept]);
    expect(got(await filling.check(worksheet)).rows).toHaveLength(2);
    expect(at.text('甲9', '校验结果')).toContain('✗ 执法证有效期');
    expect((await preview(filling)).counts).toMatchObject({ 'cannot-be-sent': 1 });
    const words = '本工作簿属于“清源县市场监督管理局”，您登录的单位是“清源县卫生健康局”';
    expect(got(await filling.bound())[0]?.line?.readOnly?.zh).toContain(words);
    expect(troubleOf(await send(filling))).toContain(words);
    expect(troubleOf(await filling.refresh(worksheet))).toContain(words);
    expect(troubleOf(await filling.open({ sheet: 'items', book: 'standing' }))).toContain(words);
    expect(desk.posts).toBe(0);
    expect(JSON.stringify([...book.kept])).toBe(before);
  });

  it('a worksheet that somebody has hidden still belongs to its book, and is no table to be taken in', async () => {
    const { filling, book, at, desk } = await benchWith(1);
    book.hidden.add(worksheet);
    expect(got(await filling.bound())).toMatchObject([{ worksheet, ref }]);
    expect(got(await filling.open(ref))).toMatchObject({ worksheet });
    expect(got(await filling.candidates())).toEqual([]);
    at.type('甲1', '所在辖区', '城关监管所');
    got(await send(filling));
    expect(desk.rows.get('id1')?.cells.place).toBe('城关监管所');
    expect([...book.worksheets.keys()]).toEqual([worksheet]);
  });

  it('another office’s is not sent', async () => {
    const { desk, again, at } = await benchWith(1);
    desk.who = { ...desk.who, office: '望江县联席会议办公室' };
    const filling = await again({}, memoryStore());
    got(await filling.signIn('ABCD-EFGH'));
    at.type('甲1', '所在辖区', '城关监管所');
    expect(troubleOf(await send(filling))).toContain('属于“清源县联席会议办公室”，您登录的是“望江县联席会议办公室”');
  });

  it('last year’s is not sent, and says what to do with what is in it', async () => {
    const { desk, again, at, book } = await benchWith(1);
    const bound = readBinding(book.kept.get('binding') ?? []);
    if (!bound.ok || bound.value === null) throw new Error('not bound');
    const sheets = bound.value.sheets.map((each) => ({ ...each, year: 2025 }));
    book.kept.set('binding', [...layBinding({ ...bound.value, sheets })]);
    desk.line = { ...desk.line, year: 2026 };
    const filling = await again();
    at.type('甲1', '所在辖区', '城关监管所');
    expect(troubleOf(await send(filling))).toContain('是 2025 年的，系统中对应的是 2026 年的，不能提交');
    desk.line = { ...desk.line, book: 'next' };
    expect(troubleOf(await send(await again()))).toContain('已不在您可以打开的范围内');
    expect(at.text('甲1', '所在辖区')).toBe('城关监管所');
    expect(desk.posts).toBe(0);
  });

  it('one that a later version has kept is left alone', async () => {
    const { filling, book, at } = await benchWith(1);
    book.kept.set('binding', [['明抽', '2', 'something new']]);
    const said = [
      troubleOf(await filling.bound()),
      troubleOf(await filling.check(worksheet)),
      troubleOf(await filling.open(ref)),
    ];
    for (const words of said) expect(words).toContain('由更新版本的程序保存');
    expect(at.text('甲1', '所在辖区')).toBe('望江监管所');
  });

  it('without signing in nothing is sent, and nothing is lost', async () => {
    const { filling, at } = await benchWith(1);
    await filling.signOut();
    expect(filling.who()).toBeNull();
    at.type('甲1', '所在辖区', '城关监管所');
    expect(troubleOf(await filling.submit(nothing, { reason: '', withdraw: [] }))).toContain('尚未登录或登录已失效');
    expect(at.text('甲1', '所在辖区')).toBe('城关监管所');
  });

  it('keeps no secret: what is in the workbook holds no token', async () => {
    const { book, filling, at } = await benchWith(1);
    at.type('甲1', '所在辖区', '城关监管所');
    got(await send(filling));
    expect(JSON.stringify([[...book.kept], [...book.worksheets]])).not.toContain('token-1');
  });
});

const nothing: Preview = {
  sheet: { worksheet, ref, line: null },
  rows: [],
  counts: { new: 0, changed: 0, unchanged: 0, 'cannot-be-sent': 0 },
  missing: [],
  copied: 0,
  compared: 'kept' as const,
  remarks: [],
};

describe('offline', () => {
  it('checks and shows what would be sent by what was got before, and says how old that is', async () => {
    const { again, at, filling } = await benchWith(1);
    got(await filling.check(worksheet));
    setClock('2026-03-01T05:10:00.000Z');
    const cut = await again({ fate: () => 'offline' });
    at.add(typedPerson(9, { 执法证有效期: '明年' }));
    expect(got(await cut.bound())).toMatchObject([{ worksheet, ref }]);
    const checked = got(await cut.check(worksheet));
    expect(checked.remarks.at(-1)?.words.zh).toContain('按 2026-03-01 10:00 取得的资料校验（3 小时前）');
    expect((await preview(cut)).counts).toMatchObject({ unchanged: 1, 'cannot-be-sent': 1 });
    expect(at.text('甲9', '校验结果')).toContain('✗');
  });

  it('what was never got cannot be checked, and says so', async () => {
    const { again } = await benchWith(1);
    const cut = await again({ fate: () => 'offline' }, memoryStore());
    expect(troubleOf(await cut.check(worksheet))).toContain('参照资料还没有取得过');
  });

  it('a sign-in outlives the closing of the pane, not its time', async () => {
    const { again } = await benchWith(0);
    expect((await again()).who()?.name).toBe('黄清');
    setClock('2099-01-01T00:00:01.000Z');
    expect((await again()).who()).toBeNull();
  });
});

describe('a table that people made themselves', () => {
  const header = ['工号', '姓名', '单位', '执法证号', '有效期至', '辖区', '电话'];
  const line = (n: number, place: string) => [
    `R0000${n}`,
    `甲${n}`,
    '清源县市场监督管理局',
    `Z${n}`,
    '2028.12.31',
    place,
    '',
  ];
  async function own(rows: readonly string[][]) {
    setClock('2026-03-01T02:00:00.000Z');
    const desk = new MemoryDesk();
    desk.set('id1', person(1));
    desk.set('id2', person(2));
    const book = newBook();
    book.worksheets.set('人员', [['2026年人员表'], ...rows.map((row) => [...row])]);
    const filling = await open(desk, book, memoryStore());
    got(await filling.signIn('ABCD-EFGH'));
    return { desk, book, filling, at: hands(book, '人员') };
  }

  it('is shown with what each column would be', async () => {
    const { filling } = await own([header, line(1, '望江监管所')]);
    expect(got(await filling.candidates())).toMatchObject([
      {
        worksheet: '人员',
        sheet: 'inspectors',
        rows: 1,
        headerRow: 1,
        why: null,
        columns: [
          { header: '工号', field: '单位工号' },
          { header: '姓名', field: '姓名' },
          { header: '单位', field: '所在单位' },
          { header: '执法证号', field: '执法证号' },
          { header: '有效期至', field: '执法证有效期' },
          { header: '辖区', field: '所在辖区' },
          { header: '电话', field: null },
        ],
      },
    ]);
  });

  it('is taken as it stands: rows that the desk holds are known again, only differences are sent', async () => {
    const { filling, desk, at } = await own([header, line(2, '望江监管所'), line(1, '城关监管所'), line(3, '')]);
    got(await filling.adopt('人员', ref));
    const shown = got(await filling.preview('人员'));
    expect(shown.counts).toEqual({ new: 1, changed: 1, unchanged: 1, 'cannot-be-sent': 0 });
    got(await filling.submit(shown, { reason: '', withdraw: [] }));
    expect(desk.rows.size).toBe(3);
    expect(desk.rows.get('id1')?.cells).toMatchObject({ place: '城关监管所', capacity: '12' });
    expect(at.text('甲3', '校验结果')).toBe('✓ 已提交');
    expect(at.text('甲1', '有效期至')).toBe('2028.12.31');
  });

  it('says 同上 no more once it is taken, so that sorting does not change what it means', async () => {
    const { filling, at, desk } = await own([header, line(3, '望江监管所'), line(4, '同上')]);
    got(await filling.adopt('人员', ref));
    at.sort('姓名', true);
    const shown = got(await filling.preview('人员'));
    got(await filling.submit(shown, { reason: '', withdraw: [] }));
    expect([...desk.rows.values()].find(({ cells }) => cells.name === '甲4')?.cells.place).toBe('望江监管所');
  });

  it('that lacks a required column says which and what helps', async () => {
    const { filling } = await own([header.map((each) => (each === '工号' ? '备注一' : each)), line(1, '')]);
    const [candidate] = got(await filling.candidates());
    expect(candidate).toMatchObject({ sheet: 'inspectors' });
    expect(candidate?.why?.zh).toContain('缺少必需的列：单位工号');
    expect(troubleOf(await filling.adopt('人员', ref))).toContain('请在表头行加上这些列名');
  });

  it('is taken with a column that a person has said to be the one that is missing, and stays so', async () => {
    const { filling, at, desk, book } = await own([
      header.map((each) => (each === '工号' ? '编码' : each)),
      line(3, ''),
    ]);
    const [candidate] = got(await filling.candidates());
    expect(candidate?.free).toContainEqual({ field: 'number', header: '单位工号', required: true });
    got(await filling.adopt('人员', ref, { number: '编码' }));
    expect(at.text('甲3', '编码')).not.toBe('');
    got(await filling.submit(got(await filling.preview('人员')), { reason: '', withdraw: [] }));
    expect([...desk.rows.values()].find(({ cells }) => cells.name === '甲3')?.cells.number).toBe(
      at.text('甲3', '编码'),
    );
    const later = await open(desk, book, memoryStore());
    got(await later.signIn('ABCD-EFGH'));
    expect(got(await later.check('人员')).rows[0]?.remarks).toEqual([]);
  });

  it('that is like nothing of ours says so', async () => {
    const { filling } = await own([
      ['今天', '吃什么'],
      ['早饭', '面'],
    ]);
    expect(got(await filling.candidates())).toMatchObject([
      { sheet: null, why: { zh: expect.stringContaining('不像') } },
    ]);
  });

  it('is taken once: again, or beside another of the same book, it is refused', async () => {
    const { filling, book } = await own([header, line(1, '')]);
    got(await filling.adopt('人员', ref));
    expect(troubleOf(await filling.adopt('人员', ref))).toContain('已经与系统对应');
    book.worksheets.set('另一张', [header, line(5, '')]);
    expect(troubleOf(await filling.adopt('另一张', ref))).toContain('已有工作表“人员”');
  });

  it('makes figures with a chart where there is data, and goes to a cell', async () => {
    const { filling, book } = await own([header, line(1, '')]);
    got(await filling.figures());
    const figures = book.worksheets.get('统计') ?? [];
    expect(figures.map((row) => row.slice(0, 2))).toEqual(
      expect.arrayContaining([
        ['答复', '单位数'],
        ['已反馈', '12'],
        ['未反馈', '无数据'],
      ]),
    );
    got(await filling.adopt('人员', ref));
    expect(got(await filling.show('人员', 2, '姓名'))).toBe(true);
    expect(troubleOf(await filling.show('人员', 2, '没有'))).toContain('没有“没有”这一列');
  });
});
