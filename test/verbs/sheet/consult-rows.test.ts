import { describe, expect, it } from 'vitest';
import { person } from '../../../bot/practice/people.ts';
import { sayRefusal } from '../../../bot/say/refusal.ts';
import { closeConsultation } from '../../../bot/verbs/consult/close.ts';
import { compileFromReplies } from '../../../bot/verbs/consult/compile.ts';
import { sheetBytes } from '../../../bot/verbs/consult/sheet.ts';
import { enrol } from '../../../bot/verbs/people/enrol.ts';
import { booksFor } from '../../../bot/verbs/sheet/books.ts';
import { referenceOf } from '../../../bot/verbs/sheet/reference.ts';
import { rowsOf } from '../../../bot/verbs/sheet/rows.ts';
import { submission } from '../../../core/api/shapes.ts';
import { tallyOf } from '../../../core/consult/tally.ts';
import type { BookRef } from '../../../core/sheet/book.ts';
import type { RowChange } from '../../../core/sheet/row.ts';
import { parseWire } from '../../../core/wire.ts';
import {
  consultDesk,
  count,
  head,
  inspector,
  liaison,
  office,
  openedDesk,
  otherLiaison,
  planSheet,
  reply,
  slots,
  stateOf,
} from '../../consult/desk.ts';
import { receipts } from '../../consult/threads.ts';
import { facts, refusal, type TestDesk, value } from '../../desk.ts';
import { changed, fresh, named, page, rowNamed, send, withdrawn } from './send.ts';

const book: BookRef = { sheet: 'plan-tasks', book: '2025-1' };
const food = {
  name: '餐饮服务联合抽查',
  items: '餐饮服务监督检查',
  lead: '县市场监管局',
  partners: '县消防救援大队',
  ratio: '5%',
  window: '6月至9月',
};
const shop = { ...food, name: '商超抽查', items: '商超检查', partners: '', ratio: '2%', window: '7月' };
const foodLine = [food.name, food.items, food.lead, food.partners, food.ratio, food.window];
const shopLine = [shop.name, shop.items, shop.lead, shop.partners, shop.ratio, shop.window];

const upload = (desk: TestDesk, ...lines: readonly (readonly string[])[]) =>
  reply(desk, liaison, {
    answer: null,
    words: '',
    sheets: [{ kind: 'file', file: '计划.csv', bytes: planSheet(...lines) }],
  });

describe('工作簿里的征询反馈', () => {
  it('提交的行就是一次反馈：进入统计、原样成文、照常汇总', async () => {
    const desk = await openedDesk();
    const before = (await slots(desk)).length;
    const receipt = value(await send(desk, liaison, book, [fresh('n-1', food), fresh('n-2', shop)]));
    expect(receipt.answers.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['n-1', 'created'],
      ['n-2', 'created'],
    ]);
    expect(receipt.note.zh).toContain('本单位共 2 行，反馈“参加”。征询 3 家，已反馈 1 家。');
    const state = await stateOf(desk);
    expect(tallyOf(state)).toMatchObject({ answered: 1, by: { joins: ['scjg'] }, silent: ['wjw', 'xfj'] });
    expect(state.replies.get('scjg')?.latest).toMatchObject({
      answer: 'joins',
      source: { kind: 'sheet' },
      sheets: [{ kind: 'file', file: '征询反馈-清漪县市场监督管理局（由填报窗格汇总）.csv', taken: 2, left: 0 }],
      by: liaison.person,
    });
    expect((await slots(desk)).length).toBeGreaterThan(before);
    // Nobody made a file of that name, so that it says where it comes from.
    const [receiptInThread = ''] = await receipts(desk);
    expect(receiptInThread).toContain('征询反馈-清漪县市场监督管理局（由填报窗格汇总）.csv：采用 2 行，全部可用');
    const compiled = value(await compileFromReplies(desk, office, { consultation: '2025-1', plan: 'P-2025' }));
    expect(compiled.plan.tasks.map(({ name, lead }) => [name, lead])).toEqual([
      ['餐饮服务联合抽查', 'scjg'],
      ['商超抽查', 'scjg'],
    ]);
  });

  it('已有反馈的，报送行不改变反馈；不参加之后报送行，按参加计', async () => {
    const desk = await openedDesk();
    value(await reply(desk, liaison, { answer: 'agrees' }));
    value(await send(desk, liaison, book, [fresh('n-1', food)]));
    expect((await stateOf(desk)).replies.get('scjg')?.latest).toMatchObject({
      answer: 'agrees',
      sheets: [{ taken: 1 }],
    });
    value(await reply(desk, liaison, { answer: 'declines', reason: '职责划出', words: '不参加' }));
    expect((await page(desk, liaison, book)).rows).toEqual([]);
    value(await send(desk, liaison, book, [fresh('n-9', food)]));
    expect((await stateOf(desk)).replies.get('scjg')?.latest).toMatchObject({
      answer: 'joins',
      sheets: [{ taken: 1 }],
    });
  });

  it('坏的行逐格说明，好的行照收；都不好的，什么也不登记', async () => {
    const desk = await openedDesk();
    const receipt = value(
      await send(desk, liaison, book, [
        fresh('n-1', food),
        fresh('n-2', { ...shop, lead: '不存在的单位', ratio: '若干' }),
        fresh('n-3', { ...shop, window: '择期' }),
        fresh('n-4', { ...shop, lead: '县卫健局' }),
        fresh('n-5', { ...food }),
        fresh('n-6', { ...shop, remark: '同上' }),
      ]),
    );
    expect(receipt.answers.map(({ outcome, remarks }) => [outcome, remarks.map(({ field }) => field)])).toEqual([
      ['created', ['items']],
      ['refused', ['lead', 'ratio']],
      ['refused', ['window']],
      ['refused', ['lead']],
      ['refused', ['']],
      ['refused', ['remark']],
    ]);
    expect(receipt.answers[0]?.remarks[0]?.words.zh).toContain('抽查事项清单中没有“餐饮服务监督检查”');
    expect((await page(desk, liaison, book)).rows).toHaveLength(1);
    const written = await facts(desk);
    const none = value(await send(desk, liaison, book, [fresh('n-7', { ...shop, ratio: '' })]));
    expect(none).toMatchObject({ answers: [{ outcome: 'refused' }], note: { zh: '没有需要登记的变化。' } });
    expect(await facts(desk)).toEqual(written);
  });

  it('群里上传的文件与工作簿始终一致：改动的行更新，新的行增加，文件中没有的行撤回，行标识不变', async () => {
    const desk = await openedDesk();
    value(await send(desk, liaison, book, [fresh('n-1', food), fresh('n-2', shop)]));
    value(
      await upload(
        desk,
        [...foodLine.slice(0, 4), '8%', '6月至9月'],
        ['酒店抽查', '住宿检查', '县市场监管局', '', '5%', '8月'],
      ),
    );
    const rows = await named(desk, liaison, book);
    expect([...rows.keys()]).toEqual(['餐饮服务联合抽查', '酒店抽查']);
    expect(rowNamed(rows, '餐饮服务联合抽查')).toMatchObject({ id: 'n-1', cells: { ratio: '8%' }, by: '黄清' });
    // And back: what the workbook sends takes the place of the file.
    const hotel = rowNamed(rows, '酒店抽查');
    value(await send(desk, liaison, book, [changed(hotel, { ratio: '6%' })]));
    const { sheets } = (await stateOf(desk)).replies.get('scjg')?.latest ?? { sheets: [] };
    expect(sheets).toMatchObject([{ file: '征询反馈-清漪县市场监督管理局（由填报窗格汇总）.csv', taken: 2 }]);
    const [sheet] = sheets;
    if (sheet === undefined) throw new Error('no sheet');
    expect(new TextDecoder().decode(await sheetBytes(desk.db, sheet))).toMatch(/8%[\s\S]*酒店抽查[\s\S]*6%/);
  });

  it('表单申报的任务也在工作簿里，之后从工作簿提交不重复', async () => {
    const desk = await openedDesk();
    value(await upload(desk, foodLine));
    value(
      await reply(desk, liaison, {
        answer: null,
        words: '',
        source: { kind: 'form', id: 'f1' },
        key: 'f1',
        sheets: [{ kind: 'form', file: '表单', bytes: planSheet(shopLine) }],
      }),
    );
    const rows = await named(desk, liaison, book);
    expect([...rows.keys()]).toEqual(['餐饮服务联合抽查', '商超抽查']);
    value(await send(desk, liaison, book, [changed(rowNamed(rows, '商超抽查'), { ratio: '3%' })]));
    expect((await stateOf(desk)).replies.get('scjg')?.latest.sheets).toMatchObject([{ taken: 2 }]);
  });

  it('此前只传过文件的反馈，打开工作簿就有这些行，改一行不丢其他行', async () => {
    const desk = await openedDesk();
    value(await upload(desk, foodLine, shopLine));
    await desk.db.write([{ sql: 'delete from reply_row', args: [] }]);
    const rows = await named(desk, liaison, book);
    expect([...rows.keys()]).toEqual(['餐饮服务联合抽查', '商超抽查']);
    const { answers } = value(await send(desk, liaison, book, [changed(rowNamed(rows, '商超抽查'), { ratio: '3%' })]));
    expect(answers).toMatchObject([{ outcome: 'updated', row: { cells: { ratio: '3%' } } }]);
    const after = await named(desk, liaison, book);
    expect(rowNamed(after, '餐饮服务联合抽查')).toEqual(rowNamed(rows, '餐饮服务联合抽查'));
  });

  it('两人改同一行：不同栏的合在一起，同一栏的请后一位定；撤回别人刚改过的行，先看改动', async () => {
    const desk = await openedDesk();
    value(await send(desk, liaison, book, [fresh('n-1', food)]));
    const row = rowNamed(await named(desk, head, book), food.name);
    value(await send(desk, head, book, [changed(row, { ratio: '8%' })]));
    const soft = value(await send(desk, liaison, book, [changed(row, { window: '7月至9月' })]));
    expect(soft.answers).toMatchObject([{ outcome: 'merged', row: { cells: { ratio: '8%', window: '7月至9月' } } }]);
    const hard = value(await send(desk, liaison, book, [changed(row, { ratio: '6%' })]));
    expect(hard.answers).toMatchObject([
      {
        outcome: 'conflict',
        conflicts: [{ field: 'ratio', was: '5%', mine: '6%', theirs: '8%' }],
        row: { cells: { ratio: '8%' }, by: '黄清' },
      },
    ]);
    const taken = value(await send(desk, liaison, book, [withdrawn(row)]));
    expect(taken.answers).toMatchObject([{ outcome: 'conflict' }]);
    const now = rowNamed(await named(desk, head, book), food.name);
    expect(value(await send(desk, liaison, book, [withdrawn(now)])).answers).toMatchObject([
      { outcome: 'withdrawn', row: null },
    ]);
    expect(value(await send(desk, head, book, [changed(now, { ratio: '9%' })])).answers).toMatchObject([
      { outcome: 'refused', row: null },
    ]);
    expect((await stateOf(desk)).replies.get('scjg')?.latest).toMatchObject({ answer: 'joins', sheets: [] });
  });

  it('同时提交同一行：一方写入，一方得到冲突，都不丢', async () => {
    const desk = await openedDesk();
    value(await send(desk, liaison, book, [fresh('n-1', food)]));
    const row = rowNamed(await named(desk, head, book), food.name);
    const both = await Promise.all([
      send(desk, liaison, book, [changed(row, { ratio: '6%' }), fresh('n-2', shop)]),
      send(desk, head, book, [changed(row, { ratio: '7%' }), fresh('n-3', { ...shop, name: '集市抽查' })]),
    ]);
    const outcomes = both.map((each) => value(each).answers.map(({ outcome }) => outcome));
    expect(outcomes.map(([first]) => first).sort()).toEqual(['conflict', 'updated']);
    expect(outcomes.map(([, second]) => second)).toEqual(['created', 'created']);
    expect((await page(desk, liaison, book)).rows).toHaveLength(3);
  });

  it('同一批次再次送达，只登记一次，答复与第一次相同；同一批次换了内容的，不受理', async () => {
    const desk = await openedDesk();
    const batch = 'crash-0001';
    const first = value(await send(desk, liaison, book, [fresh('n-1', food)], { batch }));
    value(await send(desk, head, book, [fresh('n-2', shop)]));
    const replies = await count(desk, 'reply-received');
    expect(value(await send(desk, liaison, book, [fresh('n-1', food)], { batch }))).toEqual(first);
    const twice = await Promise.all([1, 2].map(() => send(desk, liaison, book, [fresh('n-1', food)], { batch })));
    expect(twice.map(value)).toEqual([first, first]);
    expect(await count(desk, 'reply-received')).toBe(replies);
    const other = refusal(await send(desk, liaison, book, [fresh('n-1', shop)], { batch }));
    expect(other).toMatchObject({ why: { reason: 'batch-differs' } });
    // Another batch with the same new row, from a workbook that lost its notes.
    expect(value(await send(desk, liaison, book, [fresh('n-1', food)])).answers).toMatchObject([
      { outcome: 'unchanged' },
    ]);
  });

  it('截止之后仍可报送，按逾期登记；计划已经汇总的，说明何时进入计划', async () => {
    const desk = await openedDesk();
    value(await send(desk, liaison, book, [fresh('n-1', food)]));
    value(await compileFromReplies(desk, office, { consultation: '2025-1', plan: 'P-2025' }));
    value(await closeConsultation(desk, office, '2025-1'));
    const [line] = (await booksFor(desk, liaison)).filter(({ book: no }) => no === '2025-1');
    expect(line).toMatchObject({ readOnly: null, rows: 1, year: 2025, withdrawable: true, reason: false });
    expect(line?.note.zh).toMatch(/已于.*截止，仍可报送，按逾期登记。本单位已报 1 行。年度计划已经汇总/);
    const { note } = value(await send(desk, liaison, book, [fresh('n-2', shop)]));
    expect(note.zh).toContain('按逾期登记');
    expect(note.zh).toContain('联席办重新汇总后才进入计划');
    expect((await stateOf(desk)).replies.get('scjg')?.latest.late).toBe(true);
  });

  it('联席办看得到各单位的行而不能改；别的单位、检查人员、没有征询的单位都进不来', async () => {
    const desk = await openedDesk();
    value(await send(desk, liaison, book, [fresh('n-1', food)]));
    value(await send(desk, otherLiaison, book, [fresh('n-1', { ...shop, lead: '县卫健局' })]));
    const { line, rows } = await page(desk, office, book);
    expect(line.readOnly?.zh).toContain('联席办查看');
    expect(rows.map(({ id, locked }) => [id, locked?.zh])).toEqual([
      ['scjg/n-1', '由清漪县市场监督管理局联络员填报'],
      ['wjw/n-1', '由清漪县卫生健康局联络员填报'],
    ]);
    expect((await page(desk, otherLiaison, book)).rows.map(({ cells }) => cells.name)).toEqual(['商超抽查']);
    expect(refusal(await send(desk, office, book, [fresh('n-5', food)]))).toMatchObject({ stage: 'rights' });
    expect(refusal(await rowsOf(desk, inspector, book, ''))).toMatchObject({ stage: 'rights' });
    const unasked = person('l8', '方明', 'sfj', ['liaison']);
    expect(refusal(await send(desk, unasked, book, [fresh('n-6', food)]))).toMatchObject({
      why: { reason: 'not-asked' },
    });
    expect(await booksFor(desk, inspector)).toEqual([]);
    expect((await booksFor(desk, unasked)).map(({ book: no }) => no)).not.toContain('2025-1');
    expect(value(await referenceOf(desk, liaison, book)).own?.code).toBe('scjg');
  });

  it('没有发函的年度，各单位自行报送，撤回全部行也可以', async () => {
    const desk = await consultDesk('shishi-2024');
    const unasked: BookRef = { sheet: 'plan-tasks', book: '2025-0' };
    expect((await booksFor(desk, liaison)).map(({ book: no }) => no)).toContain('2025-0');
    value(await send(desk, liaison, unasked, [fresh('n-1', food)]));
    const row = rowNamed(await named(desk, liaison, unasked), food.name);
    expect((await booksFor(desk, office)).find(({ book: no }) => no === '2025-0')).toMatchObject({ rows: 1 });
    value(await send(desk, liaison, unasked, [withdrawn(row)]));
    expect((await page(desk, liaison, unasked)).rows).toEqual([]);
    expect((await stateOf(desk, '2025-0')).replies.get('scjg')?.latest.sheets).toEqual([]);
  });

  it('去年的、别的单位的、别处联席办的工作簿：说明怎么办，什么也不写', async () => {
    const desk = await openedDesk();
    const before = await facts(desk);
    const rows = [fresh('n-1', food)];
    const last = refusal(await send(desk, liaison, book, rows, { workbook: { year: 2024 } }));
    expect(last).toMatchObject({ why: { reason: 'year-over', year: 2024, now: 2025 } });
    expect(sayRefusal(last).zh).toBe(
      '这是 2024 年的工作簿，现在是 2025 年。本次未写入任何内容，工作簿中的行保持原样；请打开 2025 年的工作簿，需要的行可以复制过去。',
    );
    const other = refusal(await send(desk, liaison, book, rows, { workbook: { department: 'wjw' } }));
    expect(sayRefusal(other).zh).toContain('该工作簿属于“清漪县卫生健康局”，您登录的单位是“清漪县市场监督管理局”');
    const elsewhere = refusal(await send(desk, liaison, book, rows, { workbook: { office: '别处联席办' } }));
    expect(elsewhere).toMatchObject({ why: { reason: 'other-office' } });
    expect(refusal(await send(desk, liaison, { ...book, book: '2024-1' }, rows))).toMatchObject({
      why: { reason: 'year-over' },
    });
    expect(refusal(await send(desk, liaison, { ...book, book: '2025-7' }, rows))).toMatchObject({
      why: { reason: 'no-consultation' },
    });
    expect(await facts(desk)).toEqual(before);
  });

  it('公式样的名称按文字保存，存成文件也不会被当作公式', async () => {
    const desk = await openedDesk();
    const name = '=cmd|calc!A0';
    value(await send(desk, liaison, book, [fresh('n-1', { ...food, name })]));
    expect((await page(desk, liaison, book)).rows[0]?.cells.name).toBe(name);
    const [sheet] = (await stateOf(desk)).replies.get('scjg')?.latest.sheets ?? [];
    if (sheet === undefined) throw new Error('no sheet');
    expect(new TextDecoder().decode(await sheetBytes(desk.db, sheet))).toContain(`,'${name},`);
    const compiled = value(await compileFromReplies(desk, office, { consultation: '2025-1', plan: 'P-2025' }));
    expect(compiled.plan.tasks[0]?.name).toBe(name);
  });

  it('恶意的行：不认识的栏、原型名、过长的格、奇怪的行标识，逐行说明，其余照收', async () => {
    const desk = await openedDesk();
    const wire = JSON.parse(
      `{"id":"p-1","base":null,"withdrawn":false,"set":{"__proto__":{"was":"","now":"x"},"constructor":{"was":"","now":"y"}}}`,
    );
    const strange: RowChange[] = [
      wire,
      fresh('u-1', { ...food, colour: '红' }),
      fresh('long', { ...food, name: '长'.repeat(32_767) }),
      fresh('a\u0000b', food),
      fresh('x'.repeat(201), food),
      fresh('__proto__', food),
      fresh('__proto__', food),
      fresh('i'.repeat(200), shop),
    ];
    const { answers } = value(await send(desk, liaison, book, strange));
    expect(answers.map(({ outcome, remarks }) => [outcome, remarks.map(({ field }) => field)])).toMatchObject([
      ['refused', expect.arrayContaining(['constructor'])],
      ['refused', ['colour']],
      ['refused', ['name']],
      ['refused', ['']],
      ['refused', ['']],
      ['created', ['items']],
      ['refused', ['']],
      ['created', ['items']],
    ]);
    expect((await page(desk, liaison, book)).rows.map(({ id }) => id.slice(0, 9))).toEqual(['__proto__', 'iiiiiiiii']);
    const sent = {
      ...book,
      batch: 'batch-9999',
      workbook: { office: 'x', department: 'y', year: 2025 },
      rows: strange,
      reason: '',
    };
    expect(parseWire(submission, sent).ok).toBe(false);
  });

  it('五百行一次收下', async () => {
    const desk = await openedDesk();
    const rows = Array.from({ length: 500 }, (_, n) => fresh(`n-${n}`, { ...shop, name: `商超抽查${n}` }));
    const { answers } = value(await send(desk, liaison, book, rows));
    expect(answers.filter(({ outcome }) => outcome === 'created')).toHaveLength(500);
    const more = Array.from({ length: 501 }, (_, n) => fresh(`m-${n}`, shop));
    expect(refusal(await send(desk, liaison, book, more))).toMatchObject({ why: { reason: 'too-many-rows' } });
  });

  it('人员离岗之后，名单仍写得出是谁改的', async () => {
    const desk = await openedDesk();
    value(await enrol(desk, office, person('l9', '沈一舟', 'scjg', ['liaison'])));
    value(await send(desk, person('l9', '沈一舟', 'scjg', ['liaison']), book, [fresh('n-1', food)]));
    expect((await page(desk, liaison, book)).rows[0]).toMatchObject({ by: '沈一舟', at: '2025-06-05T09:00' });
  });
});
