/** 公众窗口的每一页：读屏能用，看得清，手机上不必左右滑动；没有脚本也能看。截图存放在 MINGCHOU_SHOTS 指定的目录（可不设）。 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { disclose, recordFor } from '../../bot/verbs/draw/disclose.ts';
import { publishList } from '../../bot/verbs/registry/publish-list.ts';
import { type VerifyStep, verifySteps } from '../../core/draw/verify.ts';
import { sayStep } from '../../core/draw/words.ts';
import { value } from '../desk.ts';
import { ceremonyUntil, hands, plannedDesk, times } from '../drawn-desk.ts';
import { hasChromium, launched, served, withoutChromium } from '../web/chromium.ts';
import { publicDesk } from '../web/public-desk.ts';
import { serious } from '../web/sound.ts';

const widths = [1360, 360] as const;
const shots = process.env.MINGCHOU_SHOTS;

it.skipIf(!hasChromium)(`每一页都可读、可打印、不横向滚动${withoutChromium}`, { timeout: 300_000 }, async () => {
  const { desk, ceremony, subjects } = await publicDesk(0);
  desk.setNow(times.disclosed);
  value(await disclose(desk, hands.drafter, ceremony));
  const list = { department: 'scjg', channel: '政府门户网站', where: 'https://example.invalid/list', on: '2025-06-26' };
  for (const each of ['items', 'inspectors']) value(await publishList(desk, hands.liaison, { ...list, list: each }));
  const site = await served(desk);
  const browser = await launched();
  const [subject] = subjects;
  if (subject === undefined) throw new Error('nobody was inspected');
  const plan = encodeURIComponent(desk.plan);
  const paths: Readonly<Record<string, string>> = {
    home: '/',
    policy: '/policy',
    plans: '/plans',
    plan: `/plans/${plan}`,
    lists: '/lists',
    items: '/lists/items/scjg',
    inspectors: '/lists/inspectors/scjg',
    draws: '/draws',
    draw: `/draws/${ceremony}`,
    ticket: `/draws/${ceremony}/ticket?number=${subject.number}`,
    outcomes: '/outcomes',
    found: `/outcomes?q=${encodeURIComponent(subject.name.slice(0, 2))}`,
    task: `/outcomes?plan=${plan}&task=${desk.tasks[0]}`,
    enterprise: `/enterprise/${subject.kind}/${subject.number}`,
    figures: '/figures',
    verify: `/verify?draw=${ceremony}`,
    voice: '/voice?about=about-inspector',
    answer: '/voice/answer',
    published: '/published',
    missing: '/enterprise/uscc/000000000000000000',
  };
  try {
    for (const width of widths) {
      const context = await browser.newContext({ viewport: { width, height: 800 } });
      const page = await context.newPage();
      for (const [name, path] of Object.entries(paths)) {
        const answer = await page.goto(`${site.url}${path}`);
        expect([name, answer?.status()]).toEqual([name, name === 'missing' ? 404 : 200]);
        if (shots !== undefined) {
          mkdirSync(shots, { recursive: true });
          await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true });
        }
        expect([name, width, await page.evaluate('document.documentElement.scrollWidth - innerWidth')]).toEqual([
          name,
          width,
          0,
        ]);
        expect([name, width, await serious(page)]).toEqual([name, width, []]);
      }
      await context.close();
    }
    if (shots !== undefined) {
      const page = await browser.newPage();
      for (const name of ['plan', 'enterprise', 'items', 'ticket', 'figures']) {
        await page.goto(`${site.url}${paths[name]}`);
        await page.pdf({ path: join(shots, `${name}.pdf`), format: 'A4' });
      }
    }
  } finally {
    await browser.close();
    site.close();
  }
});

it.skipIf(!hasChromium)(
  `核验逐步进行：改动哪一处，就指出哪一步，其后各步不再声称${withoutChromium}`,
  { timeout: 120_000 },
  async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'opened');
    const record = value(await recordFor(desk, hands.drafter, ceremony));
    const { manifest, result } = record;
    const [visit] = result.visits;
    const [opening] = record.opened;
    if (visit === undefined || opening === undefined) throw new Error('nobody was drawn');
    const turned = (hex: string): string => hex.replace(/^./, (c) => (c === '0' ? '1' : '0'));
    const changed: readonly (readonly [step: VerifyStep, record: unknown])[] = [
      ['format', { ...record, seed: 1 }],
      ['manifest', { ...record, manifest: { ...manifest, plan: `${manifest.plan}改` } }],
      [
        'roster',
        { ...record, roster: record.roster.map((page) => page.replace(/\d/, (c) => (c === '1' ? '2' : '1'))) },
      ],
      ['seed', { ...record, seed: turned(record.seed) }],
      ['root', { ...record, root: turned(record.root) }],
      ['digest', { ...record, digest: turned(record.digest) }],
      ['visits', { ...record, result: { ...result, visits: result.visits.slice(1) } }],
    ];
    const site = await served(desk);
    const browser = await launched();
    try {
      const page = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage();
      await page.goto(`${site.url}/verify`);
      for (const [step, text] of changed) {
        const file = { name: `${step}.json`, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(text)) };
        await page.locator('#record-file').setInputFiles(file);
        await page.getByText(`核验不通过：“${sayStep(step).zh}”一步`).waitFor();
        const steps = page.locator('ol.steps > li');
        const classes = await steps.evaluateAll((items) =>
          items.map((item) => (item as { className: string }).className),
        );
        const at = verifySteps.indexOf(step);
        expect([step, classes]).toEqual([step, verifySteps.map((_, i) => (i < at ? 'good' : i === at ? 'bad' : ''))]);
        expect(await steps.nth(at).innerText()).toContain('本步不符');
        if (at + 1 < verifySteps.length) expect(await steps.nth(at + 1).innerText()).toContain('未再核验');
        if (shots !== undefined) await page.screenshot({ path: join(shots, `verify-${step}.png`), fullPage: true });
        expect([step, await serious(page)]).toEqual([step, []]);
      }
    } finally {
      await browser.close();
      site.close();
    }
  },
);
