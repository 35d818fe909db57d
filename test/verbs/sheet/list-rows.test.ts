import { describe, expect, it } from 'vitest';
import { importList } from '../../../bot/verbs/registry/import-list.ts';
import { booksFor } from '../../../bot/verbs/sheet/books.ts';
import { referenceOf } from '../../../bot/verbs/sheet/reference.ts';
import { rowsOf } from '../../../bot/verbs/sheet/rows.ts';
import type { BookRef } from '../../../core/sheet/book.ts';
import { writeCsv } from '../../../core/sheet/csv.ts';
import { snapshot } from '../../../db/imports.ts';
import { kept } from '../../../db/registry.ts';
import { facts, freshDesk, people, refusal, type TestDesk, value } from '../../desk.ts';
import { codes, csv, departmentsCsv, inspectorHeaders } from '../make.ts';
import { changed, fresh, page, send, withdrawn } from './send.ts';

const { office, liaison, otherLiaison, head, inspector } = people;
const [first = '', second = '', third = ''] = codes;
const inspectors: BookRef = { sheet: 'inspectors', book: 'standing' };
const items: BookRef = { sheet: 'items', book: 'standing' };
const subjects: BookRef = { sheet: 'subjects', book: 'standing' };
const bureau = '清漪县市场监督管理局';
const health = '清漪县卫生健康局';

async function listedDesk(): Promise<TestDesk> {
  const desk = await freshDesk();
  const take = async (bytes: Uint8Array) => value(await importList(desk, office, { bytes, file: 'list.csv' }));
  await take(departmentsCsv);
  await take(
    csv(
      inspectorHeaders,
      ['scjg-0001', '周雅', bureau, '35990001', '2027-12-31'],
      ['scjg-0002', '韩修', bureau, '35990002', '2027-12-31'],
      ['wjw-0001', '苏荷', health, '35990003', '2027-12-31'],
    ),
  );
  await take(
    csv(
      ['事项编码', '抽查事项名称', '抽查依据', '抽查主体', '抽查对象', '抽查方式'],
      ['SX-1', '餐饮服务监督检查', '《食品安全法》', bureau, '餐饮服务单位', '实地检查'],
      ['SX-2', '公共场所卫生检查', '《公共场所卫生管理条例》', health, '公共场所', '实地检查'],
    ),
  );
  await take(
    csv(['统一社会信用代码', '企业名称', '监管标签'], [first, '甲公司', '餐饮'], [second, '乙公司', '住宿、餐饮']),
  );
  return desk;
}

const rowOf = async (desk: TestDesk, ref: BookRef, id: string, actor = office) => {
  const found = (await page(desk, actor, ref)).rows.find((row) => row.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

describe('工作簿里的名录清单', () => {
  it('联席办看全部，联络员看本单位的；检查对象名录库只给联席办；其他人没有', async () => {
    const desk = await listedDesk();
    const listed = async (actor: typeof office) =>
      (await booksFor(desk, actor)).filter(({ book }) => book === 'standing').map(({ sheet, rows }) => [sheet, rows]);
    expect(await listed(office)).toEqual([
      ['items', 2],
      ['inspectors', 3],
      ['subjects', 2],
    ]);
    expect(await listed(liaison)).toEqual([
      ['items', 1],
      ['inspectors', 2],
    ]);
    for (const actor of [head, inspector]) expect(await listed(actor)).toEqual([]);
    expect((await page(desk, liaison, inspectors)).rows.map(({ id }) => id)).toEqual(['scjg-0001', 'scjg-0002']);
    expect(refusal(await rowsOf(desk, liaison, subjects, ''))).toMatchObject({ stage: 'rights' });
    expect(refusal(await rowsOf(desk, inspector, inspectors, ''))).toMatchObject({ stage: 'rights' });
    expect(refusal(await rowsOf(desk, office, { sheet: 'items', book: '2025' }, ''))).toMatchObject({
      why: { reason: 'no-such-book' },
    });
    expect(value(await referenceOf(desk, liaison, items)).own).toEqual({ code: 'scjg', name: bureau });
  });

  it('一批改动成为一次导入：新增、修改、拒收各有交代，其余行不动', async () => {
    const desk = await listedDesk();
    const held = await rowOf(desk, inspectors, 'scjg-0001', liaison);
    const { answers, note } = value(
      await send(desk, liaison, inspectors, [
        changed(held, { section: '餐饮监管股', fields: '食品，餐饮' }),
        fresh('n-1', {
          number: 'scjg-0003',
          name: '柳舟',
          department: '县市场监管局',
          certificate: '35990009',
          validUntil: '2028-01-01',
        }),
        fresh('n-2', { number: 'scjg-0004', name: '梁遇', department: bureau, certificate: '35990010' }),
        fresh('n-3', { number: 'scjg-0005', name: '何舒', department: bureau, phone: '0000' }),
      ]),
    );
    expect(answers.map(({ outcome, row, remarks }) => [outcome, row?.id, remarks.map(({ field }) => field)])).toEqual([
      ['updated', 'scjg-0001', []],
      ['created', 'scjg-0003', []],
      ['refused', undefined, ['validUntil']],
      ['refused', undefined, ['phone']],
    ]);
    expect(note.zh).toBe('已写入：新增 1 行，修改 1 行，另有 2 行未写入，见各行说明。');
    const [one, two] = await kept(desk.db, await snapshot(desk.db), 'inspector');
    expect(one).toMatchObject({ section: '餐饮监管股', fields: ['食品', '餐饮'], certificate: { number: '35990001' } });
    expect(two).toMatchObject({ number: 'scjg-0002', section: '' });
    expect((await facts(desk)).at(-1)).toEqual({
      kind: 'list-imported',
      actor: 'person:l1',
      body: expect.objectContaining({
        list: 'inspector',
        file: '工作簿填报',
        rows: 4,
        accepted: 2,
        rejected: 2,
        added: 1,
        changed: 1,
      }),
    });
  });

  it('没有改动，不留记录；行标识所在的栏不能改；行不作删除', async () => {
    const desk = await listedDesk();
    const before = await facts(desk);
    const held = await rowOf(desk, items, 'SX-1');
    const { answers } = value(await send(desk, office, items, [changed(held, held.cells)]));
    expect(answers).toMatchObject([{ outcome: 'unchanged' }]);
    const renamed = value(await send(desk, office, items, [changed(held, { code: 'SX-9' })]));
    expect(renamed.answers).toMatchObject([
      { outcome: 'refused', remarks: [{ words: { zh: expect.stringContaining('标识') } }] },
    ]);
    const removed = value(await send(desk, office, items, [withdrawn(held)]));
    expect(removed.answers).toMatchObject([
      { outcome: 'refused', remarks: [{ words: { zh: expect.stringContaining('不作删除') } }] },
    ]);
    expect(await facts(desk)).toEqual(before);
  });

  it('新行的标识已经在清单里：内容一样的不重复，不一样的请选择；别的单位的行不透露', async () => {
    const desk = await listedDesk();
    const cells = {
      number: 'scjg-0001',
      name: '周雅',
      department: bureau,
      certificate: '35990001',
      validUntil: '2027-12-31',
    };
    const theirs = { ...cells, number: 'wjw-0001', name: '某人', department: bureau };
    const { answers } = value(
      await send(desk, liaison, inspectors, [
        fresh('n-1', cells),
        fresh('n-2', { ...cells, name: '周亚' }),
        fresh('n-3', theirs),
        fresh('n-4', { ...cells, number: 'wjw-0009', department: health }),
        { ...changed(await rowOf(desk, inspectors, 'wjw-0001'), { name: '某人' }) },
      ]),
    );
    expect(answers.map(({ outcome, row }) => [outcome, row?.id ?? null])).toEqual([
      ['unchanged', 'scjg-0001'],
      ['conflict', 'scjg-0001'],
      ['refused', null],
      ['refused', null],
      ['refused', null],
    ]);
    expect(answers[1]?.conflicts).toEqual([{ field: 'name', was: '', mine: '周亚', theirs: '周雅' }]);
    expect(JSON.stringify(answers)).not.toContain('苏荷');
    const held = await rowOf(desk, inspectors, 'scjg-0001', liaison);
    expect(value(await send(desk, liaison, inspectors, [changed(held, { department: health })])).answers).toMatchObject(
      [{ outcome: 'refused' }],
    );
  });

  it('检查对象：标签照改，登记的其他内容不变；代码不对的拒收', async () => {
    const desk = await listedDesk();
    const held = await rowOf(desk, subjects, `uscc:${second}`);
    const { answers } = value(
      await send(desk, office, subjects, [
        changed(held, { tags: '住宿' }),
        fresh('n-1', { number: third, name: '=1+1' }),
        fresh('n-2', { number: '123', name: '丁公司', status: '营业中的' }),
      ]),
    );
    expect(answers.map(({ outcome, remarks }) => [outcome, remarks.map(({ field }) => field)])).toMatchObject([
      ['updated', []],
      ['created', expect.anything()],
      ['refused', expect.arrayContaining(['status'])],
    ]);
    expect(await rowOf(desk, subjects, `uscc:${second}`)).toMatchObject({ cells: { name: '乙公司', tags: '住宿' } });
    expect((await rowOf(desk, subjects, `uscc:${third}`)).cells.name).toBe('=1+1');
  });

  it('两个联络员改同一行：不同栏合并，同一栏冲突；同时提交也不丢', async () => {
    const desk = await listedDesk();
    const held = await rowOf(desk, inspectors, 'scjg-0001');
    value(await send(desk, office, inspectors, [changed(held, { section: '甲股' })]));
    const soft = value(await send(desk, liaison, inspectors, [changed(held, { place: '城关镇' })]));
    expect(soft.answers).toMatchObject([{ outcome: 'merged', row: { cells: { section: '甲股', place: '城关镇' } } }]);
    const now = await rowOf(desk, inspectors, 'scjg-0001');
    const both = await Promise.all([
      send(desk, office, inspectors, [changed(now, { section: '乙股' })]),
      send(desk, liaison, inspectors, [changed(now, { section: '丙股' })]),
      send(desk, otherLiaison, inspectors, [changed(await rowOf(desk, inspectors, 'wjw-0001'), { section: '丁股' })]),
    ]);
    const outcomes = both.map((each) => value(each).answers[0]?.outcome);
    expect(outcomes.slice(0, 2).sort()).toEqual(['conflict', 'updated']);
    expect(outcomes[2]).toBe('updated');
  });

  it('同一批次再来一次，还是第一次的答复', async () => {
    const desk = await listedDesk();
    const rows = [fresh('n-1', { number: third, name: '丙公司' })];
    const once = value(await send(desk, office, subjects, rows, { batch: 'list-batch-1' }));
    const before = await facts(desk);
    expect(value(await send(desk, office, subjects, rows, { batch: 'list-batch-1' }))).toEqual(once);
    expect(await facts(desk)).toEqual(before);
    const other = await send(desk, office, subjects, [], { batch: 'list-batch-1' });
    expect(refusal(other)).toMatchObject({ why: { reason: 'batch-differs' } });
  });

  it('一千行一页，接着取下一页；超过两万行的，说明请用文件办理', async () => {
    const desk = await freshDesk([]);
    const lines = (n: number) =>
      Array.from({ length: n }, (_, i) => [`3599${String(i).padStart(11, '0')}`, `某公司${i}`]);
    const take = (n: number) =>
      importList(desk, office, {
        bytes: new TextEncoder().encode(writeCsv([['登记证号', '企业名称'], ...lines(n)])),
        file: 'subjects.csv',
      });
    value(await take(2300));
    const seen: string[] = [];
    let after: string | null = '';
    const sizes: number[] = [];
    while (after !== null) {
      const { rows, next } = await page(desk, office, subjects, after);
      sizes.push(rows.length);
      seen.push(...rows.map(({ id }) => id));
      after = next;
    }
    expect(sizes).toEqual([1000, 1000, seen.length - 2000]);
    expect(new Set(seen).size).toBe(seen.length);
    expect(refusal(await rowsOf(desk, office, subjects, 'older:nobody'))).toMatchObject({
      why: { reason: 'moved-on' },
    });
    value(await take(20_500));
    expect((await booksFor(desk, office)).find(({ sheet }) => sheet === 'subjects')).toMatchObject({
      rows: 20_000,
      readOnly: { zh: expect.stringContaining('请用文件导入') },
    });
    expect(refusal(await rowsOf(desk, office, subjects, ''))).toMatchObject({ why: { reason: 'list-too-large' } });
    expect(
      refusal(await send(desk, office, subjects, [fresh('n-1', { number: first, name: '甲公司' })])),
    ).toMatchObject({
      why: { reason: 'list-too-large' },
    });
  });
});
