/**
 * The pages as the edge serves them, in a real browser: from workerd over Hrana, with the programs that `npm run build` wrote. Pictures go to
 * the folder of MINGCHOU_SHOTS, where it is set.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestHarness } from 'wrangler';
import type { Actor } from '../../bot/actor.ts';
import { serveWorkspace } from '../../bot/practice/workspace/serve.ts';
import { openWorkspace } from '../../bot/practice/workspace/workspace.ts';
import { paneCode } from '../../bot/verbs/chat/excel.ts';
import { signInCode } from '../../bot/verbs/chat/sign-in.ts';
import { bundled } from '../../bot/web/bundle.ts';
import { bundledPane } from '../../bot/web/pane/bundle.ts';
import { facts } from '../desk.ts';
import { hands } from '../drawn-desk.ts';
import { builtPane, builtPrograms } from '../edge/built.ts';
import { serveHrana } from '../hrana/server.ts';
import { hasChromium, launched, withoutChromium } from '../web/chromium.ts';
import { type PublicDesk, publicDesk } from '../web/public-desk.ts';

process.env.WRANGLER_SEND_METRICS = 'false';
process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false';

const root = resolve(import.meta.dirname, '../..');
const shots = process.env.MINGCHOU_SHOTS;
const cleanUps: (() => unknown)[] = [];
const finished = (cleanUp: () => unknown): void => void cleanUps.unshift(cleanUp);

const build = (...said: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bot/edge/assets/main.ts', ...said], { cwd: root });
  if (status !== 0) throw new Error(String(stderr));
  return String(stdout);
};

let shown: PublicDesk;
let address = '';
let browser: Browser | null = null;

beforeAll(async () => {
  // A copy of Office.js as an office would have it: small letters in the package, capitals in what the library asks for.
  const copy = mkdtempSync(join(tmpdir(), 'mingchou-office-'));
  finished(() => rmSync(copy, { recursive: true, force: true }));
  mkdirSync(join(copy, 'zh-cn'));
  writeFileSync(join(copy, 'office.js'), 'globalThis.Office = {};');
  writeFileSync(join(copy, 'zh-cn', 'office_strings.js'), '"文字"');
  expect(build('--office-js', copy)).toContain('Office.js of them: 2');
  finished(() => build('--office-js', 'none'));

  shown = await publicDesk(0, finished);
  const database = await serveHrana({ file: shown.desk.database });
  finished(() => database.close());
  const workspace = await openWorkspace({});
  const slack = await serveWorkspace(workspace);
  finished(() => slack.close());
  const worker = createTestHarness({
    root,
    workers: [
      {
        configPath: 'wrangler.toml',
        vars: {
          MINGCHOU_DB: database.url,
          MINGCHOU_DB_TOKEN: 'none',
          MINGCHOU_OFFICE: shown.desk.office,
          MINGCHOU_SITE: 'https://mingchou.example.invalid',
          MINGCHOU_KEY: '0'.repeat(64),
          MINGCHOU_OFFICE_JS: 'self',
          MINGCHOU_SLACK_API: slack.api,
          MINGCHOU_SLACK_BOT_TOKEN: workspace.app.token,
          MINGCHOU_SLACK_SIGNING_SECRET: workspace.app.signingSecret,
        },
      },
    ],
  });
  finished(() => worker.close());
  address = (await worker.listen()).url.origin;
  if (hasChromium) browser = await launched();
  finished(() => browser?.close());
}, 240_000);
afterAll(async () => {
  for (const cleanUp of cleanUps) await cleanUp();
});

describe('the edge', () => {
  it('carries the very bytes that the desk makes', async () => {
    const [pane, here] = [builtPane(), await bundledPane()];
    const bytesOf = (files: typeof pane.files) =>
      [...files].map(([name, { bytes }]) => [name, Buffer.from(bytes).toString('base64')]).sort();
    expect(bytesOf(pane.files)).toEqual(bytesOf(here.files));
    expect(bytesOf(pane.icons)).toEqual(bytesOf(here.icons));
    expect([pane.pane, pane.commands, pane.manifest]).toEqual([here.pane, here.commands, here.manifest]);
    expect(builtPrograms()).toEqual(await bundled());
  });

  it('serves an office’s own copy of Office.js, whichever capitals the library asks with', async () => {
    for (const path of ['office.js', 'OFFICE.js', 'zh-cn/office_strings.js', 'zh-CN/Office_Strings.js']) {
      const answer = await fetch(`${address}/addin/office/${path}`);
      expect([path, answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
        path,
        200,
        'text/javascript; charset=utf-8',
        'public, max-age=86400',
      ]);
    }
    expect((await fetch(`${address}/addin/office/nothing.js`)).status).toBe(404);
    expect(await (await fetch(`${address}/addin/`)).text()).toContain('content="/addin/office/office.js"');
  });

  it('makes a record public on its day, by its minute', async () => {
    const record = () => fetch(`${address}/draws/${shown.ceremony}/record.json`);
    expect((await record()).status).toBe(403);
    expect(await (await fetch(`${address}/cdn-cgi/handler/scheduled?cron=*+*+*+*+*`)).text()).toBe('ok');
    expect((await record()).status).toBe(200);
    expect((await facts(shown.desk)).map(({ kind }) => kind)).toContain('ceremony-disclosed');
  });
});

describe.skipIf(!hasChromium)(`the edge in a browser${withoutChromium}`, () => {
  it('anybody checks a draw again, with the programs of the edge', async () => {
    const { page, complaints } = await pageOf(1200);
    await page.goto(`/draws/${shown.ceremony}`);
    await shot(page, 'edge-draw');
    await page.goto(`/verify?draw=${shown.ceremony}`);
    await page.getByRole('button', { name: '下载记录并核验' }).click();
    await page.getByText('核验通过').waitFor();
    expect(await page.locator('ol.steps li.good').count()).toBe(15);
    await shot(page, 'edge-verify');
    expect(complaints).toEqual([]);
  });

  it('a witness checks the draw on his own page; a liaison and an inspector have theirs', async () => {
    const witness = await signedInAs(hands.deputy, 1200);
    await witness.page.goto(`/witness/${shown.ceremony}`);
    await witness.page.getByRole('button', { name: '下载记录并核验' }).click();
    await witness.page.getByText('核验通过').waitFor();
    await shot(witness.page, 'edge-witness');
    const liaison = await signedInAs(hands.liaison, 390);
    await liaison.page.goto('/mine');
    await shot(liaison.page, 'edge-mine');
    await liaison.page.goto('/visits');
    await shot(liaison.page, 'edge-visits');
    await liaison.page.goto(`/visits/${shown.ceremony}`);
    await shot(liaison.page, 'edge-phone');
    expect([...witness.complaints, ...liaison.complaints]).toEqual([]);
  });

  it('the pane signs in with a code and opens a book, which is downloaded as a workbook', async () => {
    const { page, complaints } = await pageOf(360);
    await page.goto('/addin/');
    await shot(page, 'edge-pane-sign-in');
    await page.getByLabel(/填报码/).fill((await paneCode(now(), hands.liaison)).code);
    await page.keyboard.press('Enter');
    await page.getByText('可打开的表').waitFor();
    await shot(page, 'edge-pane-books');
    await page
      .getByRole('button', { name: /^打开 执法检查人员名录库/ })
      .first()
      .click();
    await page.getByText('已在本工作簿').waitFor();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载工作簿' }).first().click();
    expect((await downloading).suggestedFilename()).toMatch(/\.xlsx$/);
    await shot(page, 'edge-pane-book');
    expect(complaints).toEqual([]);
  });

  it('figures are pictures, and a paper is a document, made at the edge', async () => {
    const { page } = await signedInAs(hands.drafter, 1200);
    await page.goto('/figures');
    await shot(page, 'edge-figures');
    const [, image = ''] = /<img src="(\/figures\/[^"]+)"/.exec(await page.content()) ?? [];
    const chart = await page.request.get(image.replaceAll('&amp;', '&'));
    expect([chart.status(), chart.headers()['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    await page.goto('/papers');
    await shot(page, 'edge-papers');
    const book = await page.request.get(`/lists/${shown.ceremony}/visits.xlsx`);
    expect([book.status(), (await book.body()).subarray(0, 2).toString()]).toEqual([200, 'PK']);
    const paper = await page.request.get(`/papers/draft.docx?kind=draw-record&about=${shown.ceremony}`);
    expect([paper.status(), (await paper.body()).subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });
});

/** The Worker's clock is the real one. */
const now = () => ({ ...shown.desk, now: () => new Date().toISOString(), site: address });

async function pageOf(width: number): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  if (browser === null) throw new Error('no browser');
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height: 900 },
    locale: 'zh-CN',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, complaints };
}

async function signedInAs(
  actor: Actor,
  width: number,
): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const opened = await pageOf(width);
  await opened.page.goto(`/in/${await signInCode(now(), actor)}`);
  await opened.page.getByRole('button', { name: '登录' }).click();
  await opened.page.waitForURL(/\/mine$/);
  return opened;
}

async function shot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}
