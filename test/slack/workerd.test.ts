/** The Worker in the real workerd: bundled as it is deployed, over libSQL by HTTP, asked by really signed requests. */
import { resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createTestHarness } from 'wrangler';
import { facts } from '../desk.ts';
import { servedUntilEnd } from '../hrana/until-end.ts';
import { consult, installation } from './installation.ts';

// Nothing is asked of a network, and nothing told to one.
process.env.WRANGLER_SEND_METRICS = 'false';
process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false';

const root = resolve(import.meta.dirname, '../..');

it('the Worker answers a signed command, takes a reply in a thread and delivers what follows', async () => {
  const here = await installation();
  const database = await servedUntilEnd(here.desk.database);
  const worker = createTestHarness({
    root,
    workers: [
      {
        configPath: 'wrangler.toml',
        vars: {
          MINGCHOU_DB: database.url,
          MINGCHOU_DB_TOKEN: 'none',
          MINGCHOU_OFFICE: '清漪县联席会议办公室',
          MINGCHOU_SITE: 'https://mingchou.example.invalid',
          MINGCHOU_KEY: '0'.repeat(64),
          MINGCHOU_SLACK_API: here.config.api,
          MINGCHOU_SLACK_BOT_TOKEN: here.config.botToken,
          MINGCHOU_SLACK_SIGNING_SECRET: here.config.signingSecret,
        },
      },
    ],
  });
  onTestFinished(() => worker.close());
  const { url: address } = await worker.listen();
  here.workspace.outgoing.connect(new URL('/slack/events', address).href);

  const { said } = await here.user('市场监管局联络员').command('/mingchou', '帮助');
  expect(said.join()).toContain('/mingchou');
  expect((await here.raw({ body: '{}', secret: 'forged' })).status).toBe(401);
  expect(here.deliveries().every(({ status }) => status === 200)).toBe(true);
  expect((await fetch(new URL('/checkpoint', address))).status).toBe(200);

  await consult(here);
  await here.settle();
  await here.user('市场监管局联络员').reply('我局无意见');
  await expect
    .poll(async () => (await facts(here.desk)).filter(({ kind }) => kind === 'reply-received').length)
    .toBe(1);
  await expect.poll(() => here.channel('联席办').join()).toContain('已反馈：1/2 个单位');
}, 120_000);
