/** The same over the desk itself: its own interface, verbs and database; only the spreadsheet program is in memory. */
import { describe, expect, it } from 'vitest';
import { apiClient } from '../../../addin/api.ts';
import type { Filling } from '../../../addin/sync/filling.ts';
import { openFilling } from '../../../addin/sync/open-filling.ts';
import { tokenKey } from '../../../addin/sync/store-port.ts';
import type { Actor } from '../../../bot/actor.ts';
import { person } from '../../../bot/practice/people.ts';
import { paneCode } from '../../../bot/verbs/chat/excel.ts';
import { enrol } from '../../../bot/verbs/people/enrol.ts';
import { importList } from '../../../bot/verbs/registry/import-list.ts';
import { createApp } from '../../../bot/web/app.ts';
import { liaison, office, openedDesk, otherLiaison } from '../../consult/desk.ts';
import { type TestDesk, value } from '../../desk.ts';
import { hands as staff } from '../../drawn-desk.ts';
import { csv } from '../../verbs/make.ts';
import { dayIn, handedDesk, manned, methodIn } from '../../verbs/outcome/entered-desk.ts';
import { changed, named, page, rowNamed, send } from '../../verbs/sheet/send.ts';
import { type HostFaults, hands, type MemoryBook, memoryHost, newBook } from '../memory-host.ts';
import { got, memoryStore, troubleOf } from './bench.ts';

const site = 'http://mingchou.invalid';
const ref = { sheet: 'plan-tasks', book: '2025-1' } as const;

interface Pane extends Filling {
  readonly lose: (answers: number) => void;
}

/** A pane of this person's over a workbook; the answers to what it submits can be lost. */
async function paneOf(desk: TestDesk, actor: Actor, book: MemoryBook, faults: HostFaults = {}): Promise<Pane> {
  const app = createApp({ ...desk, site });
  const store = memoryStore();
  let lost = 0;
  let token: string | null = null;
  const api = apiClient({
    origin: site,
    token: () => token,
    lang: () => 'zh',
    fetch: async (input, init) => {
      const answer = await app.request(input instanceof URL ? input.href : input, init);
      if (init?.method !== 'POST' || lost === 0) return answer;
      lost--;
      throw new TypeError('the line is dead');
    },
  });
  const filling = await openFilling({
    host: memoryHost(book, faults),
    api,
    store: {
      ...store,
      write: async (key, text) => {
        if (key === tokenKey) token = text;
        await store.write(key, text);
      },
    },
    makeId: () => crypto.randomUUID(),
    now: () => new Date(desk.now()),
  });
  got(await filling.signIn((await paneCode(desk, actor)).code));
  return {
    ...filling,
    lose: (answers) => {
      lost = answers;
    },
  };
}

const food = {
  抽查任务名称: '餐饮服务联合抽查',
  抽查事项: '餐饮服务监督检查',
  牵头部门: '县市场监管局',
  配合部门: '县消防救援大队',
  抽查比例: '5%',
  抽查时间: '6月至9月',
};
const shop = { ...food, 抽查任务名称: '商超抽查', 抽查事项: '商超检查', 配合部门: '', 抽查比例: '2%', 抽查时间: '7月' };

/** Beyond the list nothing is checked, so that it must be there. */
const items = csv(
  ['抽查事项名称', '抽查依据', '检查主体', '抽查对象', '检查方式', '清单类别'],
  ['餐饮服务监督检查', '食品安全法第一百一十条', 'scjg', '餐饮服务单位', '实地检查', '部门联合抽查事项'],
  ['商超检查', '食品安全法第一百一十条', 'scjg', '商场超市', '实地检查', '部门抽查事项'],
);

async function filled(faults: HostFaults = {}) {
  const desk = await openedDesk();
  value(await importList(desk, office, { bytes: items, file: 'items.csv' }));
  const book = newBook();
  const opening = await paneOf(desk, liaison, book);
  const { worksheet } = got(await opening.open(ref));
  const at = hands(book, worksheet);
  at.add(food);
  at.add(shop);
  const pane = await paneOf(desk, liaison, book, faults);
  const submit = async (by: Filling) => by.submit(got(await by.preview(worksheet)), { reason: '', withdraw: [] });
  return { desk, book, worksheet, at, pane, submit };
}

describe('a workbook and the desk', () => {
  it('a plan that is filled in is a reply, and the worksheet agrees with what the desk holds', async () => {
    const { desk, at, pane, submit, worksheet } = await filled();
    got(await pane.check(worksheet));
    const sent = got(await submit(pane));
    expect(sent.counts).toMatchObject({ created: 2, refused: 0 });
    expect(sent.note.zh).toContain('本单位共 2 行');
    const rows = await named(desk, liaison, ref);
    expect(at.text('商超抽查', '行标识')).toBe(rowNamed(rows, '商超抽查').id);
    expect(at.all('校验结果').every((text) => /^[✓！] ?已提交/.test(text))).toBe(true);
    expect(got(await pane.preview(worksheet)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
    expect(got(await pane.refresh(worksheet))).toMatchObject({ created: 0, updated: 0, withdrawn: 0 });
  });

  it('an answer that was lost after commit doubles nothing', async () => {
    const { desk, book, pane, submit, worksheet } = await filled();
    const shown = got(await pane.preview(worksheet));
    pane.lose(1);
    expect(troubleOf(await pane.submit(shown, { reason: '', withdraw: [] }))).toContain('2 行已存入发件箱');
    expect((await page(desk, liaison, ref)).rows).toHaveLength(2);
    const later = await paneOf(desk, liaison, book);
    expect(got(await later.unfinished())).toBe(2);
    expect(got(await later.resume()).counts.created).toBe(2);
    expect((await page(desk, liaison, ref)).rows).toHaveLength(2);
    expect(got(await submit(later)).note.zh).toContain('没有需要提交的内容');
    expect(got(await later.preview(worksheet)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
  });

  it('a colleague who finds the workbook unfinished goes on with it', async () => {
    const { desk, book, pane, submit, worksheet } = await filled();
    const colleague = person('l9', '赵平', 'scjg', ['liaison']);
    value(await enrol(desk, office, colleague));
    pane.lose(1);
    await submit(pane);
    const theirs = await paneOf(desk, colleague, book);
    expect(got(await theirs.resume()).counts).toMatchObject({ created: 0, unchanged: 2 });
    expect((await page(desk, liaison, ref)).rows).toHaveLength(2);
    expect(got(await theirs.preview(worksheet)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
  });

  it('two authors of one workbook who press at the same moment send every row once', async () => {
    const { desk, book, pane, worksheet } = await filled();
    const other = await paneOf(desk, liaison, book);
    const shown = [got(await pane.preview(worksheet)), got(await other.preview(worksheet))] as const;
    const choice = { reason: '', withdraw: [] };
    await Promise.all([pane.submit(shown[0], choice), other.submit(shown[1], choice)]);
    got(await pane.resume());
    expect((await page(desk, liaison, ref)).rows).toHaveLength(2);
    expect(got(await pane.preview(worksheet)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
    expect(got(await pane.unfinished())).toBe(0);
  });

  it('the program ends at any write: after reopening the desk holds every row once', async () => {
    for (let dieAt = 1; dieAt < 20; dieAt++) {
      const { desk, book, pane, submit, worksheet } = await filled({ dieAt, half: dieAt % 2 === 0 });
      const shown = await pane.preview(worksheet);
      const sent = shown.ok ? await pane.submit(shown.value, { reason: '', withdraw: [] }) : shown;
      const later = await paneOf(desk, liaison, book);
      got(await later.resume());
      got(await submit(later));
      expect((await page(desk, liaison, ref)).rows).toHaveLength(2);
      expect(got(await later.preview(worksheet)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
      if (sent.ok) return;
    }
    throw new Error('never got through');
  });

  it('a colleague’s other field merges, the same field is asked about', async () => {
    const { desk, at, pane, submit, worksheet } = await filled();
    got(await submit(pane));
    const before = rowNamed(await named(desk, liaison, ref), '商超抽查');
    await send(desk, liaison, ref, [changed(before, { remark: '与消防同行', ratio: '4%' })]);
    at.type('商超抽查', '抽查时间', '8月');
    const soft = got(await submit(pane));
    expect(soft.counts).toMatchObject({ merged: 1 });
    expect(at.text('商超抽查', '备注')).toBe('与消防同行');
    const now = rowNamed(await named(desk, liaison, ref), '商超抽查');
    await send(desk, liaison, ref, [changed(now, { ratio: '6%' })]);
    at.type('商超抽查', '抽查比例', '3%');
    const hard = got(await submit(pane));
    expect(hard.conflicts).toMatchObject([{ label: '商超抽查', by: '黄清', fields: [{ mine: '3%', theirs: '6%' }] }]);
    got(await pane.solve(worksheet, now.id, { ratio: 'mine' }));
    expect(rowNamed(await named(desk, liaison, ref), '商超抽查').cells).toMatchObject({
      ratio: '3%',
      remark: '与消防同行',
    });
    expect(got(await pane.preview(worksheet)).counts).toMatchObject({ changed: 0, unchanged: 2 });
  });

  it('another department’s workbook and one of last year are refused with words', async () => {
    const { desk, book, pane, at, submit } = await filled();
    const other = await paneOf(desk, otherLiaison, book);
    const mine = got(await pane.bound())[0];
    if (mine === undefined) throw new Error('not bound');
    expect(troubleOf(await other.refresh(mine.worksheet))).toContain('本工作簿属于');
    const shown = got(await pane.preview(mine.worksheet));
    expect(troubleOf(await other.submit(shown, { reason: '', withdraw: [] }))).toContain('本工作簿属于');
    desk.setNow('2026-02-01T02:00:00.000Z');
    const later = await paneOf(desk, liaison, book);
    expect(troubleOf(await submit(later))).toMatch(/不能提交|不再/);
    expect(at.all('抽查任务名称')).toEqual(['餐饮服务联合抽查', '商超抽查']);
    expect((await page(desk, liaison, ref)).rows).toEqual([]);
  });

  describe('a standing list, whose rows are named by their number', () => {
    const list = { sheet: 'inspectors', book: 'standing' } as const;
    const headers = ['单位工号', '姓名', '所在单位', '执法证号', '执法证有效期', '所在辖区'];
    const row = (n: number, place: string) => [
      `R0000${n}`,
      `甲${n}`,
      '清漪县市场监督管理局',
      `Z${n}`,
      '2028-12-31',
      place,
    ];
    const cells = (n: number, place: string) =>
      Object.fromEntries(row(n, place).map((text, i) => [headers[i] ?? '', text]));

    async function listed() {
      const desk = await openedDesk();
      const file = csv(headers, row(1, '望江所'), row(2, '望江所'));
      value(await importList(desk, office, { bytes: file, file: 'inspectors.csv' }));
      const book = newBook();
      const pane = await paneOf(desk, liaison, book);
      const submit = async (worksheet: string) =>
        got(await pane.submit(got(await pane.preview(worksheet)), { reason: '', withdraw: [] }));
      return { desk, book, pane, submit };
    }

    it('takes new and changed rows once', async () => {
      const { desk, book, pane, submit } = await listed();
      const { worksheet } = got(await pane.open(list));
      const at = hands(book, worksheet);
      at.type('甲1', '所在辖区', '城关所');
      at.add(cells(3, '城关所'));
      expect((await submit(worksheet)).counts).toMatchObject({ created: 1, updated: 1 });
      expect(at.text('甲3', '行标识')).toBe((await page(desk, liaison, list)).rows.at(-1)?.id);
      expect(got(await pane.preview(worksheet)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
      expect((await page(desk, liaison, list)).rows).toHaveLength(3);
    });

    it('a row that the list has already with other content is asked about, under the list’s own name', async () => {
      const { desk, book, pane, submit } = await listed();
      const { worksheet } = got(await pane.open(list));
      const at = hands(book, worksheet);
      at.remove('甲2');
      at.add(cells(2, '东门所'));
      const sent = await submit(worksheet);
      expect(sent.conflicts).toMatchObject([{ fields: [{ field: 'place', mine: '东门所', theirs: '望江所' }] }]);
      const [open] = got(await pane.conflicts(worksheet));
      expect(open?.id).toBe(at.text('甲2', '行标识'));
      got(await pane.solve(worksheet, open?.id ?? '', { place: 'mine' }));
      const held = (await page(desk, liaison, list)).rows;
      expect(held.map((each) => each.cells.place)).toEqual(['望江所', '东门所']);
      expect(got(await pane.preview(worksheet)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
    });

    it('a table of the department’s own is taken as it stands, and only differences are sent', async () => {
      const { desk, book, pane, submit } = await listed();
      const header = ['编号', '姓名', '所属单位', '证件编号', '有效期至', '辖区'];
      book.worksheets.set('本局人员', [['执法人员一览'], header, row(2, '望江所'), row(3, '东门所'), row(1, '城关所')]);
      expect(got(await pane.candidates())).toMatchObject([{ worksheet: '本局人员', sheet: 'inspectors', why: null }]);
      got(await pane.adopt('本局人员', list));
      const shown = got(await pane.preview('本局人员'));
      expect(shown.counts).toEqual({ new: 1, changed: 1, unchanged: 1, 'cannot-be-sent': 0 });
      expect((await submit('本局人员')).counts).toMatchObject({ created: 1, updated: 1 });
      expect((await page(desk, liaison, list)).rows.map((each) => each.cells.place)).toEqual([
        '城关所',
        '望江所',
        '东门所',
      ]);
    });
  });

  describe('a worksheet whose rows the desk gives', () => {
    async function given() {
      const { desk, ref: outcomes, rows } = await handedDesk();
      const book = newBook();
      const pane = await paneOf(desk, staff.liaison, book);
      const { worksheet } = got(await pane.open(outcomes));
      return { pane, worksheet, rows, at: hands(book, worksheet) };
    }

    it('the check counts rows that nobody has filled in, and calls none of them good', async () => {
      const { pane, worksheet, rows, at } = await given();
      expect(got(await pane.check(worksheet)).rows.map(({ filled }) => filled)).toEqual(rows.map(() => false));
      at.type(rows[0]?.id ?? '', '备注', '已电话联系');
      const checked = got(await pane.check(worksheet));
      expect(checked.rows.filter(({ filled }) => filled).map(({ id }) => id)).toEqual([rows[0]?.id]);
      expect(got(await pane.preview(worksheet)).rows.filter(({ filled }) => filled)).toHaveLength(1);
    });

    it('a cell of the desk’s that was typed over is told at once, with what stood there, and is not sent', async () => {
      const { pane, worksheet, rows, at } = await given();
      const [row] = manned(rows);
      at.type(row?.id ?? '', '检查对象名称', '别的单位');
      const said = got(await pane.check(worksheet)).rows.flatMap(({ remarks }) => remarks);
      expect(said).toMatchObject([
        {
          header: '检查对象名称',
          value: '别的单位',
          weight: 'refused',
          words: { zh: expect.stringContaining(`应为“${row?.cells.name}”`) },
        },
      ]);
      expect(at.text(row?.id ?? '', '校验结果')).toMatch(/^✗ .*检查对象名称：由系统给出/);
      const shown = got(await pane.preview(worksheet));
      expect(shown.counts).toMatchObject({ changed: 0, 'cannot-be-sent': 1 });
    });

    it('a row that was copied or added is none of the desk’s, and is told so', async () => {
      const { pane, worksheet, rows, at } = await given();
      at.add({ 检查编号: '3-9999', 抽查事项: '特种设备检查' });
      const checked = got(await pane.check(worksheet));
      expect(checked.rows.at(-1)?.remarks.map(({ words }) => words.zh)).toContainEqual(
        expect.stringContaining('不是系统给出的行'),
      );
      expect(got(await pane.preview(worksheet)).counts).toMatchObject({
        new: 0,
        unchanged: rows.length,
        'cannot-be-sent': 1,
      });
    });
  });

  it('outcomes are entered beside what the desk gives: filled rows go, the others wait', async () => {
    const { desk, ref: outcomes, rows } = await handedDesk();
    const book = newBook();
    const pane = await paneOf(desk, staff.liaison, book);
    const { worksheet } = got(await pane.open(outcomes));
    const at = hands(book, worksheet);
    const [good, bad] = manned(rows);
    if (good === undefined || bad === undefined) throw new Error('nobody is sent anywhere');
    for (const row of [good, bad]) {
      at.type(row.id, '检查结果', row === good ? '未发现问题' : '违反食品药品管理相关规定');
      at.type(row.id, '检查日期', dayIn(row).replaceAll('-', '.'));
      at.type(row.id, '核查方式', methodIn(row));
      at.type(row.id, '实际检查人员', '同派出');
    }
    at.sort('检查对象名称', true);
    const shown = got(await pane.preview(worksheet));
    expect(shown.counts).toEqual({ new: 0, changed: 1, unchanged: rows.length - 2, 'cannot-be-sent': 1 });
    expect(shown.rows.find(({ id }) => id === bad.id)?.remarks.map(({ header }) => header)).toContain('发现问题情况');
    const sent = got(await pane.submit(shown, { reason: '', withdraw: [] }));
    expect(sent.refused).toEqual([]);
    expect(sent.counts).toMatchObject({ created: 0, updated: 1, refused: 0 });
    expect(at.text(good.id, '校验结果')).toMatch(/^[✓！] ?已提交/);
    expect(at.text(good.id, '检查日期')).toBe(dayIn(good).replaceAll('-', '.'));
    expect(got(await pane.preview(worksheet)).counts).toMatchObject({ changed: 0, unchanged: rows.length - 1 });
    expect(got(await pane.refresh(worksheet))).toMatchObject({ created: 0, withdrawn: 0, conflicts: [] });
  });
});
