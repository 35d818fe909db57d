/** A witness's page and the re-check in a real browser: what a witness sees, does, and can trust. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Actor } from '../../bot/actor.ts';
import { recordFor } from '../../bot/verbs/draw/disclose.ts';
import { ceremonyHeld } from '../../bot/verbs/draw/held.ts';
import { webLink } from '../../bot/web/link.ts';
import { canonical } from '../../core/canonical.ts';
import { secretDigest } from '../../core/draw/seal.ts';
import { value } from '../desk.ts';
import {
  ceremonyUntil,
  frozenAt,
  hands,
  openedBy,
  type PlannedDesk,
  plannedDesk,
  revealAs,
  sealAs,
  thrown,
  typedTwice,
} from '../drawn-desk.ts';
import { hasChromium, served, theBrowser, withoutChromium } from './chromium.ts';

/** A browser of somebody's own; what it sends is kept, since that is what a witness has to fear. */
async function pageOf(url: string): Promise<{ page: Page; sent: string[]; complaints: string[] }> {
  const context = await (await theBrowser()).newContext({ baseURL: url, acceptDownloads: true });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const sent: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, sent, complaints };
}

async function opened(desk: PlannedDesk) {
  const server = await served(desk);
  onTestFinished(server.close);
  return server.url;
}

async function signIn(page: Page, desk: PlannedDesk, url: string, actor: Actor, path: string): Promise<void> {
  await page.goto(await webLink({ ...desk, site: url }, actor, path));
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL(`${url}${path}`);
}

/** Kept for whoever wants to look at the pages: `MINGCHOU_SHOTS=folder`. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.MINGCHOU_SHOTS;
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

describe.skipIf(!hasChromium)(`in a real browser${withoutChromium}`, () => {
  it('a witness co-signs, seals, opens and re-checks the draw; before the opening only the commitment leaves the device', async () => {
    const desk = await plannedDesk();
    const frozen = await frozenAt(desk);
    const { ceremony, manifestDigest } = frozen;
    const url = await opened(desk);
    const { page, sent, complaints } = await pageOf(url);
    await signIn(page, desk, url, hands.deputy, `/witness/${ceremony}`);
    await shot(page, 'witness-1-frozen');

    await page.getByLabel('摘要前 8 位').fill(manifestDigest.slice(0, 8));
    await page.getByRole('button', { name: '会签' }).click();
    await page.getByText('您已会签').waitFor();

    await page.getByLabel('键入至少 6 位数字').fill('12ab');
    await page.getByRole('button', { name: '在本机生成封签' }).click();
    await page.getByText('键入的应全部是数字').waitFor();
    await page.getByLabel('键入至少 6 位数字').fill('20250626');
    await page.getByRole('button', { name: '在本机生成封签' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('另存封签文件').click()]);
    expect(download.suggestedFilename()).toBe(`封签-第${ceremony}次-w1.json`);
    const file = join(desk.folder, 'seal.json');
    await download.saveAs(file);
    const saved: { nonce: string; typed: string; commitment: string } = JSON.parse(readFileSync(file, 'utf8'));
    expect(saved).toMatchObject({ typed: '20250626', person: 'w1', manifest: manifestDigest });
    await shot(page, 'witness-2-made');

    // A page that is loaded again still has it, and makes no other one.
    await page.reload();
    await page.getByRole('button', { name: '提交承诺值' }).click();
    await page.getByText('这台设备上保存的封签与登记的承诺值一致').waitFor();
    const { state } = value(await ceremonyHeld(desk.db, ceremony));
    expect(state.sealed.find(({ id }) => id === 'w1')?.commitment).toBe(saved.commitment);
    const told = sent.join('\n');
    for (const secret of [saved.nonce, saved.typed, secretDigest(saved)]) expect(told).not.toContain(secret);
    await shot(page, 'witness-3-sealed');

    for (const witness of [hands.discipline, hands.thirdParty]) await sealAs(desk, frozen, witness);
    await page.goto(`/witness/${ceremony}`);
    await shot(page, 'witness-4-opening');
    await page.getByRole('button', { name: '启封' }).click();
    await page.getByText('您已启封').waitFor();

    for (const witness of [hands.discipline, hands.thirdParty]) await revealAs(desk, frozen, witness);
    desk.setNow(frozen.manifest.deadlines.reveal);
    await typedTwice(desk, ceremony, thrown);
    await openedBy(desk, ceremony);

    // The day's session is eight hours long: the same browser goes on.
    await page.goto(`/witness/${ceremony}`);
    await page.getByRole('button', { name: '下载记录并核验' }).click();
    await page.getByText('核验通过').waitFor();
    await page.getByText('记录摘要与公布的一致').waitFor();
    await page.getByText('正是这台设备上保存的那一份').waitFor();
    expect(await page.locator('ol.steps li.good').count()).toBe(15);

    await page.getByLabel('查一户').fill(numberOfSomebody(desk));
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByText(/号签 \d+/).waitFor();
    await shot(page, 'witness-5-checked');
    await page.setViewportSize({ width: 390, height: 844 });
    await shot(page, 'witness-6-phone');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('a seal made elsewhere is opened from its file; a wrong one is not even sent', async () => {
    const desk = await plannedDesk();
    const frozen = await frozenAt(desk);
    const { ceremony } = frozen;
    const url = await opened(desk);
    const first = await pageOf(url);
    await signIn(first.page, desk, url, hands.deputy, `/witness/${ceremony}`);
    await first.page.getByLabel('摘要前 8 位').fill(frozen.manifestDigest.slice(0, 8));
    await first.page.getByRole('button', { name: '会签' }).click();
    await first.page.getByLabel('键入至少 6 位数字').fill('８８８８８８');
    await first.page.keyboard.press('Enter');
    const [download] = await Promise.all([
      first.page.waitForEvent('download'),
      first.page.getByText('另存封签文件').click(),
    ]);
    const file = join(desk.folder, 'seal.json');
    await download.saveAs(file);
    await first.page.getByRole('button', { name: '提交承诺值' }).click();
    await first.page.getByText('您已封签').waitFor();
    for (const witness of [hands.discipline, hands.thirdParty]) await sealAs(desk, frozen, witness);

    const { page, sent } = await pageOf(url);
    await signIn(page, desk, url, hands.deputy, `/witness/${ceremony}`);
    await page.getByText('这台设备上没有保存您的封签').waitFor();
    const saved: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
    const foreign = join(desk.folder, 'foreign.json');
    writeFileSync(foreign, JSON.stringify({ ...saved, person: 'w3' }));
    await page.getByLabel('不是这台设备封签的').setInputFiles(foreign);
    await page.getByText('这不是您本次抽取的封签文件').waitFor();
    await page.getByLabel('随机串').fill('0'.repeat(64));
    await page.getByLabel('键入的数字').fill('888888');
    await page.getByRole('button', { name: '启封' }).click();
    await page.getByText('与封签时的承诺值不符').waitFor();
    expect(sent.filter((each) => each.includes('/open'))).toEqual([]);
    await page.getByLabel('不是这台设备封签的').setInputFiles(file);
    await page.getByRole('button', { name: '启封' }).click();
    await page.getByText('您已启封').waitFor();
  }, 60_000);

  it('anybody drops a record on the page: a true one holds at every step, a changed one is named where it differs', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'opened');
    const record = value(await recordFor(desk, hands.drafter, ceremony));
    const files = [
      ['true.json', canonical(record)],
      [
        'changed.json',
        canonical({ ...record, public: { ...record.public, number: record.public.number.replace('3', '4') } }),
      ],
      ['twice.json', canonical(record).replace('{', '{"seed":"x",')],
      ['nonsense.json', 'no record at all'],
    ] as const;
    for (const [name, text] of files) writeFileSync(join(desk.folder, name), text);
    const url = await opened(desk);
    const { page, sent, complaints } = await pageOf(url);
    // As in a browser of some years ago.
    await page.addInitScript('delete String.prototype.isWellFormed; delete Map.groupBy; delete Set.prototype.union');
    await page.goto('/verify');
    await shot(page, 'verify-1-empty');
    const check = async (name: string, words: string): Promise<void> => {
      await page.getByLabel('选择或拖入 record.json').setInputFiles(join(desk.folder, name));
      await page.getByText(words).waitFor();
    };
    await check('true.json', '核验通过');
    await shot(page, 'verify-2-good');
    await check('changed.json', '核验不通过：“种子”一步');
    await shot(page, 'verify-3-bad');
    await check('twice.json', '核验不通过：“记录格式”一步');
    await check('nonsense.json', '核验不通过：“记录格式”一步');
    await page.getByLabel('公布的记录摘要').fill('f'.repeat(64));
    await check('true.json', '不是公布的那一份');
    expect(sent.filter((each) => !/\/(verify|assets\/\S+) $/.test(each))).toEqual([]);
    // An outsider who asks for a record before its day is told so in words.
    await page.goto(`/verify?draw=${ceremony}`);
    await page.getByRole('button', { name: '下载记录并核验' }).click();
    await page.getByText('起公开').first().waitFor();
    expect(complaints.filter((each) => !each.includes('403'))).toEqual([]);
    await page.goto(`/draws/${ceremony}`);
    await shot(page, 'draw-public');
  }, 60_000);
});

function numberOfSomebody({ sample }: PlannedDesk): string {
  const subject = sample.subjects.find(({ kind }) => kind === 'uscc');
  if (subject === undefined) throw new Error('a sample has subjects');
  return subject.number;
}
