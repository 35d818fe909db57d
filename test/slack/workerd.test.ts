/** The Worker in the real workerd: bundled as it is deployed, over libSQL by HTTP, asked by really signed requests. */
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestHarness } from 'wrangler';
import { signInCode } from '../../bot/verbs/chat/sign-in.ts';
import { createApp } from '../../bot/web/app.ts';
import { facts, people } from '../desk.ts';
import { builtPane, builtPrograms } from '../edge/built.ts';
import { everyAddress, toldBy } from '../edge/same-answers.ts';
import { serveHrana } from '../hrana/server.ts';
import { consult, type Installation, installation } from './installation.ts';

// Nothing is asked of a network, and nothing told to one.
process.env.WRANGLER_SEND_METRICS = 'false';
process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false';

const root = resolve(import.meta.dirname, '../..');
/** Of Microsoft, as the pane's own policy names them. */
const networks = / https:\/\/(appsforoffice\.microsoft\.com|\*\.office\.net)/g;
const site = 'https://mingchou.example.invalid';

/** Without what is made anew for each reader: the mark of a form. */
const sameEachTime = (text: string): string => text.replaceAll(/name="mark" value="[^"]*"/g, '');

describe('the Worker', () => {
  let here: Installation;
  let address: string;
  const atEdge = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(new URL(path, address), { redirect: 'manual', ...init });

  const cleanUps: (() => unknown)[] = [];
  beforeAll(async () => {
    here = await installation({}, (cleanUp) => cleanUps.unshift(cleanUp));
    const database = await serveHrana({ file: here.desk.database });
    cleanUps.unshift(() => database.close());
    const worker = createTestHarness({
      root,
      workers: [
        {
          configPath: 'wrangler.toml',
          vars: {
            MINGCHOU_DB: database.url,
            MINGCHOU_DB_TOKEN: 'none',
            MINGCHOU_OFFICE: here.desk.office,
            MINGCHOU_SITE: site,
            MINGCHOU_KEY: '0'.repeat(64),
            MINGCHOU_SLACK_API: here.config.api,
            MINGCHOU_SLACK_BOT_TOKEN: here.config.botToken,
            MINGCHOU_SLACK_SIGNING_SECRET: here.config.signingSecret,
          },
        },
      ],
    });
    cleanUps.unshift(() => worker.close());
    address = (await worker.listen()).url.href;
    here.workspace.outgoing.connect(new URL('/slack/events', address).href);
  }, 120_000);
  afterAll(async () => {
    for (const cleanUp of cleanUps) await cleanUp();
  });

  it('answers a signed command, takes a reply in a thread and delivers what follows', async () => {
    const { said } = await here.user('市场监管局联络员').command('/mingchou', '帮助');
    expect(said.join()).toContain('/mingchou');
    expect((await here.raw({ body: '{}', secret: 'forged' })).status).toBe(401);
    expect(here.deliveries().every(({ status }) => status === 200)).toBe(true);
    expect((await atEdge('/checkpoint')).status).toBe(200);

    await consult(here);
    await here.settle();
    await here.user('市场监管局联络员').reply('我局无意见');
    await expect
      .poll(async () => (await facts(here.desk)).filter(({ kind }) => kind === 'reply-received').length)
      .toBe(1);
    await expect.poll(() => here.channel('联席办').join()).toContain('已反馈：1/2 个单位');
  });

  it('delivers each minute what nobody was there to deliver', async () => {
    // Written at the desk, where nothing goes round: only the Worker's minute posts it.
    const posted = () => here.channel('卫健局').length;
    const before = posted();
    await consult(here, 'k2');
    expect(posted()).toBe(before);
    expect(await (await atEdge('/cdn-cgi/handler/scheduled?cron=*+*+*+*+*')).text()).toBe('ok');
    await expect.poll(posted).toBeGreaterThan(before);
  });

  it('guards every page, answer and file as the desk does, for whoever asks', async () => {
    const deps = { ...here.desk, now: () => new Date().toISOString(), site };
    const pane = builtPane();
    const app = createApp({
      ...deps,
      assets: builtPrograms(),
      pane: { bundle: async () => pane, office: { kind: 'global' } },
    });
    const atDesk = (path: string, init: RequestInit = {}) => app.request(`${site}${path}`, init);
    const signedIn = async (ask: typeof atEdge): Promise<{ readonly cookie: string; readonly set: string }> => {
      const code = await signInCode(deps, people.office);
      const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: site };
      const [set = ''] = (await ask(`/in/${code}`, { method: 'POST', headers, body: 'to=/' })).headers.getSetCookie();
      return { cookie: set.split(';')[0] ?? '', set };
    };
    const edge = await signedIn(atEdge);
    expect(edge.set).toMatch(/^mingchou=.*; HttpOnly; Secure; SameSite=Lax$/);
    const addresses = everyAddress(app);
    // Whoever is signed in reads the same interface and files, and sends forms that are guarded before anybody asks who sent them.
    const mine = addresses.filter(({ method, path }) => method === 'GET' && !/^\/(api|assets|addin)/.test(path));
    const asked = [
      ...addresses.map((each) => ({ ...each, cookie: '' })),
      ...mine.map((each) => ({ ...each, cookie: edge.cookie })),
    ];
    const told = await Promise.all(
      asked.map(async ({ method, path, cookie }) => {
        const init = { method, headers: { accept: 'text/html', ...(cookie === '' ? {} : { cookie }) } };
        const [here, there] = await Promise.all([atDesk(path, init), atEdge(path, init)]);
        const of = { method, path, signedIn: cookie !== '' };
        const [said, saidThere] = [await here.text(), await there.text()];
        return {
          here: { ...of, ...toldBy(here), text: sameEachTime(said) },
          there: { ...of, ...toldBy(there), text: sameEachTime(saidThere) },
        };
      }),
    );
    const differing = told.filter(({ here, there }) => !isDeepStrictEqual(here, there));
    expect(differing.map(({ there }) => there)).toEqual(differing.map(({ here }) => here));
    // What is compared is not refusals only.
    expect(told.filter(({ there }) => there.status === 200).length).toBeGreaterThan(35);

    const files = [...pane.files, ...pane.icons];
    const served = await Promise.all(
      files.map(async ([name, { bytes }]) => {
        const [here, there] = await Promise.all([atDesk(`/addin/${name}`), atEdge(`/addin/${name}`)]);
        const told = toldBy(here);
        // Where Office.js comes from is a setting of the running Worker; a file's own policy names no network.
        const policy = told.headers['content-security-policy']?.replaceAll(networks, '');
        const headers = { ...told.headers, 'content-security-policy': policy };
        return {
          here: { name, ...told, headers, same: true },
          there: { name, ...toldBy(there), same: Buffer.from(await there.arrayBuffer()).equals(bytes) },
        };
      }),
    );
    expect(served.map(({ there }) => there)).toEqual(served.map(({ here }) => here));
  });
});
