/** From the cell to the database and back: genuine Office.js, our host, the workbook's part, the client, the interface, the verbs. */
import { describe, expect, it } from 'vitest';
import { sortRows } from '../../../addin/practice/model/moves.ts';
import { importList } from '../../../bot/verbs/registry/import-list.ts';
import { liaison, office, openedDesk, stateOf } from '../../consult/desk.ts';
import type { TestDesk } from '../../desk.ts';
import { value } from '../../desk.ts';
import { csv } from '../../verbs/make.ts';
import { page } from '../../verbs/sheet/send.ts';
import { got, troubleOf } from '../sync/bench.ts';
import { type Pane, paneOver, personAt, saved, settled, signedPane, submit } from './chain.ts';
import { typed } from './opened.ts';

const ref = { sheet: 'plan-tasks', book: '2025-1' } as const;

const items = csv(
  ['抽查事项名称', '抽查依据', '检查主体', '抽查对象', '检查方式', '清单类别'],
  ['餐饮服务监督检查', '食品安全法第一百一十条', 'scjg', '餐饮服务单位', '实地检查', '部门联合抽查事项'],
  ['商超检查', '食品安全法第一百一十条', 'scjg', '商场超市', '实地检查', '部门抽查事项'],
);

async function desk(): Promise<TestDesk> {
  const made = await openedDesk();
  value(await importList(made, office, { bytes: items, file: 'items.csv' }));
  return made;
}

const task = (name: string, more: Readonly<Record<string, string>> = {}) => ({
  抽查任务名称: name,
  抽查事项: '餐饮服务监督检查',
  牵头部门: '清漪县市场监督管理局',
  抽查比例: '5%',
  抽查时间: '6月至9月',
  ...more,
});

const namesAt = async (at: TestDesk) => (await page(at, liaison, ref)).rows.map(({ cells }) => cells.name ?? '').sort();

/** A workbook with two tasks typed in, not yet submitted. */
async function filled() {
  const at = await desk();
  const pane = await signedPane(at, liaison);
  const { worksheet } = got(await pane.open(ref));
  const person = personAt(pane, worksheet);
  person.add(task('餐饮联合抽查'));
  person.add(task('商超抽查', { 抽查事项: '商超检查' }));
  return { desk: at, pane, worksheet, person };
}

/** Whatever happened before: every row is there once, and the worksheet says the same as the desk. */
async function agree(at: TestDesk, pane: Pane, worksheet: string): Promise<void> {
  const { rows } = await page(at, liaison, ref);
  expect(rows.map(({ cells }) => cells.name).sort()).toEqual(['商超抽查', '餐饮联合抽查']);
  const person = personAt(pane, worksheet);
  expect(person.all('抽查任务名称').sort()).toEqual(['商超抽查', '餐饮联合抽查']);
  for (const { id, cells } of rows) expect(person.text(cells.name ?? '', '行标识')).toBe(id);
  expect(got(await pane.preview(worksheet)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
  expect(got(await pane.unfinished())).toBe(0);
}

it('a liaison signs in with a code, fills in, is told of eight mistakes each at its cell, corrects them and submits', async () => {
  const at = await desk();
  const pane = await paneOver(at);
  expect(troubleOf(await pane.signIn('WRONG-CODE'))).toContain('填报码');
  expect(pane.who()).toBeNull();
  pane.close();
  const signed = await signedPane(at, liaison);
  expect(got(await signed.books()).map(({ book }) => book)).toContain('2025-1');
  const { worksheet } = got(await signed.open(ref));
  const person = personAt(signed, worksheet);
  // The first cell to be filled, not the title.
  const { row } = signed.excel.workbook.book.selection;
  expect(person.textAt(row - 1, '抽查任务名称')).toBe('抽查任务名称 *');
  const mistakes: readonly (readonly [string, string, RegExp])[] = [
    ['抽查比例', '百分之很多', /抽查比例：.*写得不明确.*5%/],
    ['抽查比例', '150%', /抽查比例：.*超过 100%/],
    ['抽查时间', '13月', /抽查时间：“13月”没有写明.*5月6日/],
    ['抽查事项', '没有的事项', /抽查事项：事项“没有的事项”不在/],
    ['牵头部门', '县不存在局', /牵头部门：成员单位中没有该单位/],
    ['配合部门', '清漪县市场监督管理局', /配合部门：与“牵头部门”是同一单位/],
    ['事项类别', '特别', /事项类别：应为以下之一/],
    ['抽查频次', '9999', /抽查频次：应为 1 到 366/],
  ];
  const rows = mistakes.map(([header, wrong], i) => person.add(task(`任务${i + 1}`, { [header]: wrong })));
  got(await signed.check(worksheet));
  mistakes.forEach(([, , words], i) => {
    expect(person.textAt(rows[i] ?? 0, '校验结果')).toMatch(/^✗ /);
    expect(person.textAt(rows[i] ?? 0, '校验结果')).toMatch(words);
  });
  const refused = got(await signed.preview(worksheet));
  expect(refused.counts).toMatchObject({ 'cannot-be-sent': 8, new: 0 });
  expect(refused.rows[0]?.remarks[0]).toMatchObject({ header: '抽查比例', address: 'J5', value: '百分之很多' });
  const right = task('');
  for (const [i, [header]] of mistakes.entries())
    person.typeAt(rows[i] ?? 0, header, header in right ? right[header as keyof typeof right] : '');
  got(await signed.check(worksheet));
  expect(person.all('校验结果').filter((text) => text.startsWith('✗'))).toEqual([]);
  const shown = got(await signed.preview(worksheet));
  expect(shown.counts).toMatchObject({ new: 8, 'cannot-be-sent': 0 });
  const sent = got(await signed.submit(shown, { reason: '', withdraw: [] }));
  expect(sent.counts).toMatchObject({ created: 8, refused: 0 });
  expect(sent.note.zh).toContain('征询 3 家，已反馈 1 家');
  expect(person.all('校验结果').every((text) => text.startsWith('✓ 已提交'))).toBe(true);
  expect((await stateOf(at)).replies.get('scjg')).toBeDefined();
  expect(await namesAt(at)).toHaveLength(8);
  signed.close();
});

describe('two colleagues with a workbook each', () => {
  it('who change different cells of a row have both; who change the same one is asked, and both agree in the end', async () => {
    const { desk: at, pane, worksheet, person } = await filled();
    got(await submit(pane, worksheet));
    const second = await signedPane(at, liaison);
    const theirs = got(await second.open(ref)).worksheet;
    const colleague = personAt(second, theirs);
    colleague.type('商超抽查', '备注', '与消防同行');
    person.type('商超抽查', '抽查时间', '8月');
    got(await submit(second, theirs));
    const soft = got(await submit(pane, worksheet));
    expect(soft.merged).toMatchObject([{ label: '商超抽查', header: '备注', theirs: '与消防同行' }]);
    expect(person.text('商超抽查', '备注')).toBe('与消防同行');
    colleague.type('商超抽查', '抽查比例', '6%');
    got(await submit(second, theirs));
    person.type('商超抽查', '抽查比例', '3%');
    const hard = got(await submit(pane, worksheet));
    expect(hard.conflicts).toMatchObject([
      { label: '商超抽查', fields: [{ header: '抽查比例', mine: '3%', theirs: '6%' }] },
    ]);
    expect(person.text('商超抽查', '校验结果')).toContain('6%');
    expect(person.text('商超抽查', '抽查比例')).toBe('3%');
    const id = hard.conflicts[0]?.id ?? '';
    got(await pane.solve(worksheet, id, { ratio: 'mine' }));
    got(await second.refresh(theirs));
    for (const [header, text] of [
      ['抽查比例', '3%'],
      ['抽查时间', '8月'],
      ['备注', '与消防同行'],
    ] as const) {
      expect(person.text('商超抽查', header)).toBe(text);
      expect(colleague.text('商超抽查', header)).toBe(text);
    }
    await agree(at, pane, worksheet);
    await agree(at, second, theirs);
    pane.close();
    second.close();
  });
});

describe('nothing is lost and nothing doubled when', () => {
  const reopened = async (at: TestDesk, pane: Pane, worksheet: string) => {
    const book = saved(pane);
    pane.close();
    const later = await signedPane(at, liaison, book);
    got(await later.resume());
    got(await submit(later, worksheet));
    await agree(at, later, worksheet);
    later.close();
  };

  it('the network is cut before the rows arrive', async () => {
    const { desk: at, pane, worksheet } = await filled();
    pane.line.cut = 1;
    expect(troubleOf(await submit(pane, worksheet))).toContain('2 行已存入发件箱');
    expect(await namesAt(at)).toEqual([]);
    await reopened(at, pane, worksheet);
  });

  it('the answer is lost after the desk has committed, and the person presses again', async () => {
    const { desk: at, pane, worksheet } = await filled();
    pane.line.deaf = 1;
    expect(troubleOf(await submit(pane, worksheet))).toContain('2 行已存入发件箱');
    expect(await namesAt(at)).toHaveLength(2);
    got(await submit(pane, worksheet));
    await agree(at, pane, worksheet);
    await reopened(at, pane, worksheet);
  });

  it('the pane is closed just when the desk has committed', async () => {
    const { desk: at, pane, worksheet } = await filled();
    const closed = new Promise<void>((done) => {
      pane.line.answered = () => {
        pane.close();
        done();
      };
    });
    void submit(pane, worksheet);
    await closed;
    await settled();
    expect(await namesAt(at)).toHaveLength(2);
    await reopened(at, pane, worksheet);
  });

  it('the program ends at any request to Excel while rows are submitted', { timeout: 60_000 }, async () => {
    const dry = await filled();
    const before = dry.pane.asked();
    got(await submit(dry.pane, dry.worksheet));
    const requests = dry.pane.asked() - before;
    dry.pane.close();
    const points = Array.from({ length: 7 }, (_, i) => 1 + Math.floor((i * (requests - 1)) / 6));
    for (const point of points) {
      const { desk: at, pane, worksheet } = await filled();
      const from = pane.asked();
      pane.line.lastAsked = from + point;
      let over = false;
      void submit(pane, worksheet).finally(() => {
        over = true;
      });
      // One run may need a request less than another; then nothing is left to be cut off.
      while (!over && pane.asked() - from < point) await settled();
      await settled();
      expect(pane.asked() - from).toBeLessThanOrEqual(point);
      await reopened(at, pane, worksheet);
    }
  });
});

describe('refused with words, and nothing is lost', () => {
  it('a row of another department, a cell that is too long, a row of megabytes; the good rows beside them go through', async () => {
    const { desk: at, pane, worksheet, person } = await filled();
    const foreign = person.add(task('别家的', { 牵头部门: '清漪县卫生健康局' }));
    const long = person.add(task('太长', { 备注: '长'.repeat(32_767) }));
    const huge = person.add(task('五兆'));
    for (const header of ['抽查领域', '抽查对象', '参与部门检查内容', '检查依据', '责任股室', '责任人', '备注'])
      person.typeAt(huge, header, '巨'.repeat(32_767));
    const sent = got(await submit(pane, worksheet));
    expect(sent.counts.created).toBe(2);
    expect(await namesAt(at)).toHaveLength(2);
    got(await pane.check(worksheet));
    expect(person.textAt(foreign, '校验结果')).toMatch(/^✗ .*只能填报本单位牵头或者配合的任务/);
    expect(person.textAt(long, '校验结果')).toMatch(/^✗ 备注：有 32767 个字/);
    expect(person.textAt(huge, '校验结果')).toMatch(/^✗ .*抽查领域：有 32767 个字/);
    expect(person.textAt(huge, '备注')).toHaveLength(32_767);
    pane.close();
  });

  it('rows of more than Excel passes on at once are named as too large; what was typed stays', async () => {
    const { pane, worksheet, person } = await filled();
    const huge = person.add(task('六兆'));
    pane.excel.workbook.as('person', () => {
      const cells = pane.excel.workbook.sheet(worksheet).rows[huge]?.cells ?? [];
      for (let column = 30; column < 90; column++)
        cells[column] = { value: '巨'.repeat(32_767), formula: null, style: 0 };
    });
    expect(troubleOf(await pane.check(worksheet))).toMatch(/内容过多/);
    expect(person.textAt(huge, '抽查任务名称')).toBe('六兆');
    pane.close();
  });

  it('a name that would be a formula stays a text, here, at the desk and in a colleague’s workbook', async () => {
    const { desk: at, pane, worksheet, person } = await filled();
    const name = '=HYPERLINK("http://x.invalid","点击领取")';
    person.type('商超抽查', '抽查任务名称', `'${name}`);
    got(await submit(pane, worksheet));
    expect(await namesAt(at)).toContain(name);
    const second = await signedPane(at, liaison);
    const { worksheet: theirs } = got(await second.open(ref));
    for (const [each, sheet] of [
      [pane, worksheet],
      [second, theirs],
    ] as const) {
      expect(personAt(each, sheet).all('抽查任务名称')).toContain(name);
      const cells = each.excel.workbook.sheet(sheet).rows.flatMap((row) => row?.cells ?? []);
      expect(cells.every((cell) => (cell?.formula ?? null) === null)).toBe(true);
      each.close();
    }
  });

  it('an expired token, and after signing in anew it goes on where it stopped', async () => {
    const { desk: at, pane, worksheet, person } = await filled();
    at.setNow('2025-06-05T10:00:00.000Z');
    expect(troubleOf(await submit(pane, worksheet))).toContain('重新登录');
    expect(troubleOf(await pane.books())).toContain('登录已失效');
    expect(person.all('抽查任务名称')).toEqual(['餐饮联合抽查', '商超抽查']);
    const again = await signedPane(at, liaison, saved(pane));
    expect(got(await submit(again, worksheet)).counts.created).toBe(2);
    await agree(at, again, worksheet);
    pane.close();
    again.close();
  });

  it('a workbook of last year', async () => {
    const { desk: at, pane, worksheet, person } = await filled();
    at.setNow('2026-02-01T02:00:00.000Z');
    const later = await signedPane(at, liaison, saved(pane));
    expect(troubleOf(await submit(later, worksheet))).toMatch(/不能提交|不再/);
    expect(person.all('抽查任务名称')).toEqual(['餐饮联合抽查', '商超抽查']);
    expect(await namesAt(at)).toEqual([]);
    pane.close();
    later.close();
  });

  it('a protected worksheet: the desk has the rows, and the verdicts follow when it is open again', async () => {
    const { desk: at, pane, worksheet } = await filled();
    const sheet = pane.excel.workbook.sheet(worksheet);
    sheet.protection = { options: {}, password: '' };
    expect(troubleOf(await pane.check(worksheet))).toContain('受保护');
    sheet.protection = null;
    got(await submit(pane, worksheet));
    await agree(at, pane, worksheet);
    pane.close();
  });
});

describe('a table that people made themselves', () => {
  it('is taken over where it stands, its rows keep their ids when it is sorted, and it is submitted', async () => {
    const at = await desk();
    const pane = await signedPane(at, liaison);
    await typed(
      { excel: pane.excel },
      'A1:E4',
      [
        ['2025年抽查计划', null, null, null, null],
        ['任务名称', '抽查事项', '牵头单位', '抽查比例', '检查时间'],
        ['餐饮联合抽查', '餐饮服务监督检查', '清漪县市场监督管理局', '5%', '6月至9月'],
        ['商超抽查', '商超检查', '清漪县市场监督管理局', '2%', '7月至8月'],
      ],
      '@',
    );
    await typed({ excel: pane.excel }, 'G3', [['自己的记号']]);
    await pane.excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').tables.add('A2:E4', true);
      await context.sync();
    });
    expect(got(await pane.candidates())).toMatchObject([{ worksheet: 'Sheet1', sheet: 'plan-tasks', rows: 2 }]);
    const { worksheet } = got(await pane.adopt('Sheet1', ref));
    const person = personAt(pane, worksheet);
    got(await submit(pane, worksheet));
    await agreeOn(at, person);
    const { workbook } = pane.excel;
    const [table] = workbook.sheet(worksheet).tables;
    if (table === undefined) throw new Error('no table');
    const body = { ...table.area, row: table.area.row + 1, rows: table.area.rows - 1 };
    workbook.as('person', () =>
      sortRows(workbook, workbook.sheet(worksheet), body, [{ key: 0, ascending: false }], false),
    );
    await agreeOn(at, person);
    expect(got(await pane.preview(worksheet)).counts).toMatchObject({ unchanged: 2, changed: 0, new: 0 });
    pane.close();
  });

  const agreeOn = async (at: TestDesk, person: ReturnType<typeof personAt>) => {
    const { rows } = await page(at, liaison, ref);
    expect(rows).toHaveLength(2);
    for (const { id, cells } of rows) expect(person.text(cells.name ?? '', '行标识')).toBe(id);
  };
});
