/** 演练群旁边的电子表格，在真的浏览器里走一段：领码、登录、填报、照校验结果改正、提交、看群里反馈；断网、关窗之后接着交；两人改同一行。 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Practice, startPractice } from '../../bot/practice/serve.ts';
import { type Driver, drive } from '../../bot/practice/workspace/driver.ts';
import type { PageState } from '../../bot/practice/workspace/page-shape.ts';
import { actorOf } from '../../bot/verbs/people/roll.ts';
import { rowsOf } from '../../bot/verbs/sheet/rows.ts';
import type { BookSheet } from '../../core/sheet/book.ts';
import { value } from '../desk.ts';
import { hasChromium, theBrowser, withoutChromium } from '../web/chromium.ts';
import { openedWindow, type Window, windowOn } from './spreadsheet-hands.ts';

const liaison = '县农业农村局联络员';
const consultation = { sheet: 'plan-tasks', book: '2025-1' } as const;
const task = '2025年农药经营单位联合抽查';
const plan = { sheet: 'plan-tasks', book: 'P-2025' } as const;

describe.skipIf(!hasChromium)(`电子表格与群聊${withoutChromium}`, () => {
  let practice: Practice;
  let driver: Driver;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  let folder = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mingchou-spreadsheet-'));
    practice = await startPractice({ database: `file:${join(folder, 'practice.db')}`, port: 0, subjects: 2000 });
    driver = drive(practice.workspace, { idle: practice.idle });
    const office = driver.user('联席办综合组').in('联席办');
    await office.command('/consult', '新建');
    await office.fill({ 反馈期限: 5 }).submit();
    await office.close();
    browser = await theBrowser();
  }, 60_000);
  afterAll(async () => {
    for (const each of contexts) await each.close();
    await practice?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function newContext(): Promise<BrowserContext> {
    const made = await browser.newContext({ viewport: { width: 1360, height: 820 } });
    contexts.push(made);
    return made;
  }

  const ask = (path: string, body: object) =>
    fetch(`${practice.origin}/page/do/${path}`, {
      method: 'POST',
      headers: { 'x-practice': '1' },
      body: JSON.stringify(body),
    }).then((answer) => answer.json());
  const state = async () => (await (await fetch(`${practice.origin}/page/state?as=U0O1`)).json()) as PageState;

  async function held(ref: { readonly sheet: BookSheet; readonly book: string }, person: string) {
    const actor = await actorOf(practice.deps, person);
    if (actor === null) throw new Error(`nobody is called ${person}`);
    return value(await rowsOf(practice.deps, actor, ref, '')).rows;
  }

  async function codeFor(title: string): Promise<string> {
    const { said } = await driver.user(title).command('/mingchou', '填报');
    return codeIn(said.join('\n'));
  }

  async function signedIn(context: BrowserContext, title: string): Promise<Window> {
    const window = await openedWindow(context, `${practice.site}/excel/`);
    await window.signIn(await codeFor(title));
    return window;
  }

  /** Where a field of the department's task stands in a person's plan sheet. */
  async function placesOf(person: string): Promise<(field: string) => string> {
    const actor = await actorOf(practice.deps, person);
    if (actor === null) throw new Error(`nobody is called ${person}`);
    const { fields, rows } = value(await rowsOf(practice.deps, actor, plan, ''));
    const row = rows.findIndex(({ cells }) => cells.name === task);
    return (field) => `${String.fromCharCode(65 + fields.indexOf(field))}${row + 5}`;
  }

  async function submitted(at: Window, reason = '征询后调整'): Promise<void> {
    if (await at.pane.getByRole('button', { name: '首页', exact: true }).isVisible()) await at.press('首页');
    await at.press(/^提交：/);
    await at.pane.getByLabel('修改理由').fill(reason);
    // One act at a time: while the worksheet is being checked the button only says so, and a person presses again.
    const button = at.pane.getByRole('button', { name: /^提交 1 行$/ });
    const told = at.pane.getByText(/提交完成|部分完成/).first();
    for (let tries = 0; tries < 3 && (await button.isVisible()); tries++) {
      await button.click();
      await told.waitFor({ timeout: 5000 }).catch(() => {});
    }
    await at.reads(/提交完成|部分完成/);
  }

  let context: BrowserContext;
  let workspace: Page;
  let window: Window;

  it('从群里领码，在窗格里登录，打开征询反馈', async () => {
    context = await newContext();
    workspace = await context.newPage();
    await workspace.goto(practice.origin);
    await become(workspace, liaison);
    await workspace.getByLabel('发消息').fill('/mingchou 填报');
    await workspace.keyboard.press('Enter');
    await workspace.getByText('打开填报网页').first().waitFor();
    const code = codeIn(await workspace.locator('.middle').innerText());
    const opening = context.waitForEvent('page');
    await workspace.locator('.top').getByRole('link', { name: '电子表格' }).click();
    window = windowOn(await opening);
    await window.page.getByText('这不是 Excel').first().waitFor();
    await window.signIn(code);
    await window.press(/^打开 2025年度抽查计划征询反馈/);
    await window.reads('已在本工作簿');
    expect(await window.text('A4')).toContain('抽查任务编号');
  }, 60_000);

  it('八处差错逐一指到单元格，改正后可以提交', async () => {
    const { tour } = await state();
    const example = tour.find(({ id }) => id === 'reply-workbook')?.copy?.text ?? '';
    const row = (cells: Readonly<Record<number, string>>) =>
      Array.from({ length: 21 }, (_, column) => cells[column] ?? own[column] ?? '').join('\t');
    await window.paste('A5', [
      example,
      row({ 1: '', 3: '农产品质量安全检查', 4: '特级', 5: '农产品生产企业、合作社', 7: '', 14: '电话' }),
      row({ 1: '农药标签抽查', 12: '400次/年' }),
      row({ 1: '代别局填的抽查', 6: '清漪县公安局' }),
      row({ 1: '重复的抽查' }),
      row({ 1: '重复的抽查' }),
    ]);
    await window.press(/^校验：/);
    await window.reads('校验完成：');
    const wrong: readonly (readonly [string, string, RegExp])[] = [
      ['H5', '配合部门', /成员单位中没有该单位/],
      ['J5', '抽查比例', /数字后没有 % 或 户/],
      ['B6', '抽查任务名称', /必填/],
      ['E6', '事项类别', /一般检查事项、重点检查事项/],
      ['O6', '检查方式', /实地检查、书面检查/],
      ['M7', '抽查频次', /1 到 366/],
      ['G8', '牵头部门', /只能填报本单位/],
      ['B10', '抽查任务名称', /与第 9 行内容相同/],
    ];
    for (const [address, header, words] of wrong) {
      const verdict = await window.text(`V${address.slice(1)}`);
      expect(verdict).toMatch(/^✗/);
      expect(verdict).toContain(header);
      expect(verdict).toMatch(words);
      await window.pane.getByRole('button', { name: `转到单元格 ${address} ${header}` }).waitFor();
    }
    await window.type('H5', '清漪县市场监督管理局、清漪县生态环境局');
    await window.type('J5', 'A类不纳入抽查；B类不纳入抽查；C类8%；D类20%');
    await window.type('B6', '2025年农产品质量安全抽查');
    await window.type('E6', '一般检查事项');
    await window.type('O6', '实地检查');
    await window.clearRows(7, 10);
    await window.reads('校验完成：2 行可提交');
  }, 60_000);

  it('提交后断了网、关了窗，再打开接着交，系统里每行只有一份，群里看得到反馈', async () => {
    await window.press('提交前预览');
    await window.pane.getByRole('button', { name: '提交 2 行' }).waitFor();
    await context.setOffline(true);
    await window.press('提交 2 行');
    await window.reads('网络不通');
    expect(await held(consultation, 'l-nyj')).toEqual([]);
    await context.setOffline(false);
    // Now the desk takes the rows, and its answer never arrives.
    await window.page.route('**/api/rows', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    const asked = window.page.waitForEvent('requestfailed');
    await window.press('继续提交');
    await asked;
    await window.pane.getByRole('button', { name: '继续提交' }).waitFor();
    expect(await held(consultation, 'l-nyj')).toHaveLength(2);
    await window.page.unrouteAll();
    await window.page.getByRole('button', { name: '关闭窗格' }).click();
    await window.page.getByText('已保存在本浏览器').waitFor();
    await window.page.reload();
    await window.reads('上次有 2 行已提交');
    await window.press('继续提交');
    await window.reads('提交完成');
    expect(await held(consultation, 'l-nyj')).toHaveLength(2);
    expect(await window.text('V5')).toMatch(/^✓/);
    await become(workspace, '联席办综合组');
    await workspace.getByText('1/29 个单位').waitFor();
  }, 60_000);

  it('联席办和单位改同一份计划：各改一格的合并并说明，同一格的由人选', async () => {
    for (const step of ['reply-rest', 'compile']) expect(await ask('tour', { step })).toEqual({});
    const office = await signedIn(await newContext(), '联席办综合组');
    const department = await signedIn(await newContext(), liaison);
    for (const each of [office, department]) {
      await each.press(/^打开 2025年度抽查计划表/);
      await each.reads('已在本工作簿');
    }
    const inOffice = await placesOf('o1');
    const own = await placesOf('l-nyj');
    const standing = async (field: string) =>
      (await held(plan, 'o1')).find(({ cells }) => cells.name === task)?.cells[field];

    await office.type(inOffice('section'), '农资监管股');
    await submitted(office);
    await department.type(own('responsible'), '农药股股长');
    await submitted(department);
    await department.reads('与他人的改动合并');
    await department.reads(/责任股室：农资监管股/);
    expect(await department.text(own('section'))).toBe('农资监管股');
    expect([await standing('section'), await standing('responsible')]).toEqual(['农资监管股', '农药股股长']);

    await office.press('首页');
    await office.press(/^刷新：/);
    await office.press('开始刷新');
    await office.reads('刷新完成');
    await office.type(inOffice('section'), '联席办所改股室');
    await office.type(inOffice('responsible'), '联席办所改责任人');
    await submitted(office);
    await department.type(own('section'), '本局所改股室');
    await department.type(own('responsible'), '本局所改责任人');
    await submitted(department);
    await department.press('去处理冲突');
    await department.reads('同一格您和他人填了不同的内容');
    await department.pane.getByRole('radio', { name: /本表的值：本局所改股室/ }).check();
    await department.pane.getByRole('radio', { name: /系统中的值：联席办所改责任人/ }).check();
    await department.pane.getByLabel('修改理由').fill('与联席办商定');
    await department.press(/^确定：/);
    await department.reads(/已按您的选择提交|已采用系统中的值/);
    const settled = ['本局所改股室', '联席办所改责任人'];
    expect([await standing('section'), await standing('responsible')]).toEqual(settled);
    expect([await department.text(own('section')), await department.text(own('responsible'))]).toEqual(settled);
    expect([...window.errors, ...office.errors, ...department.errors]).toEqual([]);
  }, 90_000);
});

/** A row of the department's own without a fault, by column. */
const own: readonly string[] = [
  '',
  '',
  '农资监管',
  '农药标签检查',
  '一般检查事项',
  '农药经营者',
  '清漪县农业农村局',
  '清漪县市场监督管理局',
  '',
  '50%',
  '',
  '',
  '1次/年',
  '定向',
  '实地检查',
  '2025-07-07至2025-08-29',
  '',
  '',
  '',
  '县级',
  '',
];

const codeIn = (text: string): string => /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(text)?.[0] ?? '';

async function become(page: Page, name: string): Promise<void> {
  await page.locator('.who-me').click();
  await page.getByPlaceholder('查找人员').fill(name);
  await page.locator('.who-list li button').first().click();
  await page.locator('.who-me strong', { hasText: name }).waitFor();
}
