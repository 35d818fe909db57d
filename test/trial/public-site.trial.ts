/** 公众窗口的每一页：读屏能用，看得清，手机上不必左右滑动；没有脚本也能看。截图存放在 MINGCHOU_SHOTS 指定的目录（可不设）。 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { disclose } from '../../bot/verbs/draw/disclose.ts';
import { publishList } from '../../bot/verbs/registry/publish-list.ts';
import { value } from '../desk.ts';
import { hands, times } from '../drawn-desk.ts';
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
        expect([name, width, await page.evaluate('document.documentElement.scrollWidth - innerWidth')]).toEqual([name, width, 0]);
        expect([name, width, await serious(page)]).toEqual([name, width, []]);
      }
      await context.close();
    }
  } finally {
    await browser.close();
    site.close();
  }
});
