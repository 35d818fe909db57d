/** Workbook files over the real desk, as an official brings them: late, broken, somebody else's, tampered with. Refused with words, nothing lost. */
import type ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { apiClient } from '../../addin/api.ts';
import type { FileHost } from '../../addin/host/file/file-host.ts';
import { keptCells, keptWorksheet } from '../../addin/host/kept.ts';
import type { Done, Filling } from '../../addin/sync/filling.ts';
import { batchLine } from '../../addin/sync/kept/outbox-log.ts';
import { openFilling } from '../../addin/sync/open-filling.ts';
import { type Store, tokenKey } from '../../addin/sync/store-port.ts';
import type { Actor } from '../../bot/actor.ts';
import { paneCode } from '../../bot/verbs/chat/excel.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { createApp } from '../../bot/web/app.ts';
import { byExcelJs, hostOf, newHost } from '../addin/file-host/make.ts';
import { got, memoryStore, troubleOf } from '../addin/sync/bench.ts';
import { liaison, office, openedDesk, otherLiaison } from '../consult/desk.ts';
import { type TestDesk, value } from '../desk.ts';
import { csv } from '../verbs/make.ts';
import { page } from '../verbs/sheet/send.ts';

const list = { sheet: 'inspectors', book: 'standing' } as const;
const name = '执法检查人员名录库';
const headers = ['单位工号', '姓名', '所在单位', '执法证号', '执法证有效期', '所在辖区'];
const line = (n: number, department = '清漪县市场监督管理局') => [
  `R0000${n}`,
  `甲${n}`,
  department,
  `Z${n}`,
  '2028-12-31',
  '望江所',
];

interface Pane extends Filling {
  readonly cut: (how: 'none' | 'before' | 'after') => void;
}

async function paneOf(desk: TestDesk, actor: Actor, host: FileHost, store: Store = memoryStore()): Promise<Pane> {
  const app = createApp({ ...desk, site: 'http://mingchou.invalid' });
  let cut: 'none' | 'before' | 'after' = 'none';
  const api = apiClient({
    origin: 'http://mingchou.invalid',
    token: () => held.token,
    lang: () => 'zh',
    fetch: async (input, init) => {
      const lost = cut !== 'none' && init?.method === 'POST';
      if (lost && cut === 'before') throw new TypeError('no line');
      const answer = await app.request(input instanceof URL ? input.href : input, init);
      if (lost) throw new TypeError('no line');
      return answer;
    },
  });
  const held: { token: string | null } = { token: await store.read(tokenKey) };
  const filling = await openFilling({
    host,
    api,
    store: {
      read: store.read,
      write: async (key, text) => {
        if (key === tokenKey) held.token = text;
        await store.write(key, text);
      },
    },
    makeId: () => crypto.randomUUID(),
    now: () => new Date(desk.now()),
  });
  if (held.token === null) got(await filling.signIn((await paneCode(desk, actor)).code));
  return {
    ...filling,
    cut: (how) => {
      cut = how;
    },
  };
}

async function opened() {
  const desk = await openedDesk();
  const file = csv(headers, line(1), line(2), line(9, '清漪县卫生健康局'));
  value(await importList(desk, office, { bytes: file, file: 'inspectors.csv' }));
  const host = newHost();
  const pane = await paneOf(desk, liaison, host);
  got(await pane.open(list));
  return { desk, host, pane, bytes: await host.save() };
}

/** What somebody does with the file in another program. */
async function edited(bytes: Uint8Array, change: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void) {
  const book = await byExcelJs(bytes);
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error('no worksheet');
  change(sheet, book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
const texts = (sheet: ExcelJS.Worksheet, row: number): string[] =>
  Array.from({ length: sheet.columnCount }, (_, i) => sheet.getRow(row).getCell(i + 1).text);
const headOf = (sheet: ExcelJS.Worksheet): number =>
  Array.from({ length: 10 }, (_, i) => i + 1).find((row) => texts(sheet, row).includes('行标识')) ?? 0;
function cell(sheet: ExcelJS.Worksheet, who: string, header: string): ExcelJS.Cell {
  const head = headOf(sheet);
  const column = texts(sheet, head).findIndex((each) => each.startsWith(header)) + 1;
  for (let row = head + 1; row <= sheet.rowCount; row++)
    if (texts(sheet, row).includes(who)) return sheet.getRow(row).getCell(column);
  throw new Error(`no row ${who}`);
}
const typed = (who: string, header: string, text: ExcelJS.CellValue) => (sheet: ExcelJS.Worksheet) => {
  cell(sheet, who, header).value = text;
};
const send = async (pane: Filling, worksheet = name): Promise<Done<unknown>> => {
  const shown = await pane.preview(worksheet);
  return shown.ok ? pane.submit(shown.value, { reason: '', withdraw: [] }) : shown;
};
const places = async (desk: TestDesk) =>
  (await page(desk, liaison, list)).rows.map(({ cells }) => `${cells.name} ${cells.place}`);
/** The file as the person gets it back says still what he typed. */
const still = async (host: FileHost, who: string, header: string) =>
  cell((await byExcelJs(await host.save())).getWorksheet(name) as ExcelJS.Worksheet, who, header).text;

describe('refused with words, nothing lost', () => {
  it('the network is cut before or after the desk has heard: the file itself goes on with it on another computer, once', async () => {
    for (const how of ['before', 'after'] as const) {
      const { desk, bytes } = await opened();
      const host = await hostOf(await edited(bytes, typed('甲1', '所在辖区', '城关所')));
      const pane = await paneOf(desk, liaison, host);
      pane.cut(how);
      expect(troubleOf(await send(pane))).toContain('1 行已存入发件箱，随工作簿保存');
      const later = await paneOf(desk, liaison, await hostOf(await host.save()));
      expect(got(await later.unfinished())).toBe(1);
      expect(got(await later.resume()).counts.updated).toBe(1);
      expect(await places(desk)).toEqual(['甲1 城关所', '甲2 望江所']);
      expect(got(await later.preview(name)).counts).toMatchObject({ changed: 0, unchanged: 2 });
    }
  });

  it('a sign-in that ran out, between preview and submission', async () => {
    const { desk, bytes } = await opened();
    const host = await hostOf(await edited(bytes, typed('甲1', '所在辖区', '东门所')));
    const pane = await paneOf(desk, liaison, host);
    const shown = got(await pane.preview(name));
    desk.setNow('2025-06-09T01:00:00.000Z');
    expect(troubleOf(await pane.submit(shown, { reason: '', withdraw: [] }))).toContain('登录已失效，请重新登录');
    expect(await still(host, '甲1', '所在辖区')).toBe('东门所');
    got(await pane.signIn((await paneCode(desk, liaison)).code));
    got(await send(pane));
    expect(await places(desk)).toEqual(['甲1 东门所', '甲2 望江所']);
  });

  it.each([
    ['a cell of 40,000 characters', '所在辖区', '长'.repeat(40_000), '有 40000 个字，最多 4000 个字'],
    ['a row of another department', '所在单位', '清漪县卫生健康局', '只能填报本单位的数据'],
    ['a day that is none', '执法证有效期', '2026-02-30', '日期'],
  ])('%s is said beside the cell, and that row alone stays behind', async (_, header, text, words) => {
    const { desk, bytes } = await opened();
    const wrong = await edited(bytes, typed('甲1', header, text));
    const host = await hostOf(await edited(wrong, typed('甲2', '所在辖区', '城关所')));
    const pane = await paneOf(desk, liaison, host);
    const checked = got(await pane.check(name));
    expect(checked.rows[0]?.remarks.map((each) => each.words.zh).join()).toContain(words);
    got(await send(pane));
    expect(await places(desk)).toEqual(['甲1 望江所', '甲2 城关所']);
    expect(await still(host, '甲1', header)).toBe(text);
    const again = await send(pane);
    expect(again.ok ? JSON.stringify(again.value) : '').toContain('有 1 行须先按“校验结果”改正');
  });

  it('what looks like a formula goes in as a text and comes out as one; a formula is taken for what it shows', async () => {
    const { desk, bytes } = await opened();
    const formula = { formula: 'HYPERLINK("http://x.invalid","甲1")', result: '甲1' };
    const changed = await edited(bytes, typed('甲2', '所在辖区', '@SUM(1)'));
    const host = await hostOf(await edited(changed, typed('甲1', '姓名', formula)));
    const pane = await paneOf(desk, liaison, host);
    got(await pane.check(name));
    got(await send(pane));
    expect(await places(desk)).toEqual(['甲1 望江所', '甲2 @SUM(1)']);
    const anew = newHost();
    const other = await paneOf(desk, liaison, anew);
    got(await other.open(list));
    const given = (await byExcelJs(await anew.save())).getWorksheet(name) as ExcelJS.Worksheet;
    expect(cell(given, '甲2', '所在辖区').formula).toBeUndefined();
    expect(cell(given, '甲2', '所在辖区').numFmt).toBe('@');
  });

  it('a column that was renamed is named with its worksheet; one that was doubled is not silently emptied', async () => {
    const { desk, bytes } = await opened();
    const column = (sheet: ExcelJS.Worksheet, header: string) =>
      texts(sheet, headOf(sheet)).findIndex((each) => each.startsWith(header)) + 1;
    const renamed = await edited(bytes, (sheet) => {
      sheet.getRow(headOf(sheet)).getCell(column(sheet, '姓名')).value = '人';
    });
    expect(troubleOf(await (await paneOf(desk, liaison, await hostOf(renamed))).check(name))).toContain(
      `工作表“${name}”缺少必需的列：姓名。请在表头行加上`,
    );
    const doubled = await edited(bytes, (sheet) => {
      const [head, at] = [headOf(sheet), column(sheet, '所在辖区')];
      sheet.spliceColumns(at, 0, []);
      sheet.getRow(head).getCell(at).value = '所在辖区';
    });
    const said = got(await (await paneOf(desk, liaison, await hostOf(doubled))).check(name)).remarks;
    expect(said.map(({ words }) => words.zh).join()).toMatch(/列名“所在辖区”出现两次：以 I 列为准，J 列不读取/);
  });
});

describe('somebody else’s workbook', () => {
  it('another department’s: read and checked, nothing in it written, sent or taken out of its outbox', async () => {
    const { desk, bytes } = await opened();
    const host = await hostOf(await edited(bytes, typed('甲1', '所在辖区', '城关所')));
    const pane = await paneOf(desk, liaison, host);
    pane.cut('before');
    await send(pane);
    const mailed = await hostOf(await host.save());
    const theirs = await paneOf(desk, otherLiaison, mailed);
    const words = '本工作簿属于“清漪县市场监督管理局”，您登录的单位是“清漪县卫生健康局”';
    for (const did of [await theirs.resume(), await send(theirs), await theirs.refresh(name), await theirs.open(list)])
      expect(troubleOf(did)).toContain(words);
    expect(await places(desk)).toEqual(['甲1 望江所', '甲2 望江所']);
    const back = await paneOf(desk, liaison, mailed);
    expect(got(await back.resume()).counts.updated).toBe(1);
    expect(await places(desk)).toEqual(['甲1 城关所', '甲2 望江所']);
  });

  it('a name of another department’s row that was pasted in is refused, and tells nothing of it', async () => {
    const { desk, bytes } = await opened();
    const host = await hostOf(await edited(bytes, typed('甲1', '单位工号', 'R00009')));
    const pane = await paneOf(desk, liaison, host);
    const sent = await send(pane);
    expect(JSON.stringify(sent)).not.toContain('甲9');
    expect((await page(desk, otherLiaison, list)).rows.map(({ cells }) => cells.name)).toEqual(['甲9']);
  });

  it('a worksheet that was copied beside itself is not sent a second time', async () => {
    const { desk, bytes } = await opened();
    const copied = await edited(bytes, (sheet, book) => {
      const copy = book.addWorksheet(`${name} (2)`);
      sheet.eachRow((row, at) => {
        copy.getRow(at).values = row.values as ExcelJS.CellValue[];
      });
    });
    const pane = await paneOf(desk, liaison, await hostOf(copied));
    expect(got(await pane.bound()).map(({ worksheet }) => worksheet)).toEqual([name]);
    expect(troubleOf(await pane.preview(`${name} (2)`))).toContain('还没有与系统对应');
    expect(troubleOf(await pane.adopt(`${name} (2)`, list))).toContain(`已有工作表“${name}”`);
  });

  it('an outbox that somebody has forged is not sent with what the person has seen', async () => {
    const { desk, bytes } = await opened();
    const [first] = (await page(desk, liaison, list)).rows;
    if (first === undefined) throw new Error('no rows');
    const request = (set: Readonly<Record<string, { was: string; now: string }>>, batch: string) => ({
      ...list,
      batch,
      workbook: { office: desk.office, department: 'scjg', year: null },
      rows: [{ id: first.id, base: first.version, set, withdrawn: false }],
      reason: '',
    });
    const forged = [
      batchLine({
        worksheet: name,
        request: request({ place: { was: '望江所', now: '别处' } }, 'forged-0001'),
        typed: { [first.id]: { place: '望江所' } },
      }),
      batchLine({
        worksheet: name,
        request: {
          ...request({}, 'forged-0002'),
          rows: [{ id: first.id, base: first.version, set: {}, withdrawn: true }],
        },
        typed: {},
      }),
      [
        'batch',
        'another-name',
        name,
        JSON.stringify(request({ place: { was: '望江所', now: '别处' } }, 'forged-0003')),
        '{}',
      ],
    ];
    const tampered = await edited(bytes, (sheet, book) => {
      typed('甲2', '所在辖区', '城关所')(sheet);
      const outbox = book.getWorksheet(keptWorksheet('outbox')) ?? book.addWorksheet(keptWorksheet('outbox'));
      for (const each of forged) outbox.addRow(keptCells(each));
      outbox.state = 'veryHidden';
    });
    const pane = await paneOf(desk, liaison, await hostOf(tampered));
    expect(got(await pane.unfinished())).toBe(2);
    got(await send(pane));
    expect(await places(desk)).toEqual(['甲1 望江所', '甲2 城关所']);
    expect(got(await pane.unfinished())).toBe(0);
    const again = await paneOf(desk, liaison, await hostOf(tampered));
    expect(got(await again.resume()).note.zh).toContain('发件箱中另有 2 行与表中现有内容不一致，没有再次提交');
    expect(await places(desk)).toEqual(['甲1 望江所', '甲2 城关所']);
  });

  it('hidden worksheets that somebody scribbled over lose nothing that was typed', async () => {
    const { desk, bytes } = await opened();
    const scribbled = await edited(bytes, (sheet, book) => {
      typed('甲1', '所在辖区', '城关所')(sheet);
      const rows = book.getWorksheet(keptWorksheet('rows'));
      rows?.spliceRows(1, 1);
      rows?.addRow([{ formula: `'${name}'!A6`, result: '|["row"' }]);
      rows?.addRow(['|["row","inspectors","standing","__proto__","1","","","","{"__proto__":"x"}"]']);
      rows?.addRow([
        '|["conflict","inspectors","standing","x","[{\\"field\\":\\"__proto__\\",\\"was\\":\\"\\",\\"mine\\":\\"\\",\\"theirs\\":\\"\\"}]","","x","1","","","","{}"]',
      ]);
    });
    const host = await hostOf(scribbled);
    const pane = await paneOf(desk, liaison, host);
    got(await pane.check(name));
    const sent = await send(pane);
    expect(sent.ok).toBe(true);
    expect(await still(host, '甲1', '所在辖区')).toBe('城关所');
    const conflicts = got(await pane.conflicts(name));
    if (conflicts.length === 0) expect(await places(desk)).toEqual(['甲1 城关所', '甲2 望江所']);
    else expect(conflicts[0]?.fields).toMatchObject([{ field: 'place', mine: '城关所', theirs: '望江所' }]);
    const again = await paneOf(desk, liaison, await hostOf(await host.save()));
    got(await again.refresh(name));
  });
});
