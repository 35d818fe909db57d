/**
 * The Worker in the real workerd, and its database late, wrong or away: what a failure looks like there, and that Slack is answered within its
 * three seconds whatever the database does; nothing is lost and nothing doubled.
 */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '@libsql/client/web';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTime } from '../../db/in-time.ts';
import { troubleOf, type Why } from '../../db/trouble.ts';
import { facts } from '../desk.ts';
import { type Workerd, workerd } from '../edge/workerd.ts';
import type { Fault } from '../hrana/faults.ts';
import { type HranaServer, serveHrana } from '../hrana/server.ts';
import { type Installation, installation } from '../slack/installation.ts';

const cleanUps: (() => unknown)[] = [];
afterAll(async () => {
  for (const cleanUp of cleanUps) await cleanUp();
});

let here: Installation;
let server: HranaServer;
let worker: Workerd;
beforeAll(async () => {
  here = await installation({}, (cleanUp) => cleanUps.unshift(cleanUp));
  server = await serveHrana({ file: here.desk.database });
  cleanUps.unshift(() => server.close());
  worker = await workerd({
    vars: {
      MINGCHOU_DB: server.url,
      MINGCHOU_DB_TOKEN: 'none',
      MINGCHOU_OFFICE: here.desk.office,
      MINGCHOU_SITE: 'https://mingchou.example.invalid',
      MINGCHOU_KEY: '0'.repeat(64),
      MINGCHOU_SLACK_API: here.config.api,
      MINGCHOU_SLACK_BOT_TOKEN: here.config.botToken,
      MINGCHOU_SLACK_SIGNING_SECRET: here.config.signingSecret,
    },
  });
  cleanUps.unshift(() => worker.close());
  here.workspace.outgoing.connect(`${worker.url}/slack/events`);
}, 120_000);

const writes = { when: (seen: { readonly writes: boolean }) => seen.writes };

describe('what a failure looks like', () => {
  const shapes: readonly (readonly [Fault | 'down', Why])[] = [
    ['answer-lost', 'silent'],
    ['request-lost', 'silent'],
    ['cut', 'silent'],
    ['down', 'silent'],
    ['status-500', 'silent'],
    ['stream-expired', 'silent'],
    ['transaction-timeout', 'silent'],
    ['busy', 'busy'],
    [{ slowMs: 800 }, 'silent'],
  ];

  it('the product has the same name for it in Node and in workerd', async () => {
    const probed = await serveHrana({ file: join(here.desk.folder, 'probe.db') });
    cleanUps.unshift(() => probed.close());
    const plain = createClient({ url: probed.url });
    await plain.execute('create table probe (text)');
    const probe = await workerd({ entry: 'test/faults/probe-worker.ts', vars: {} });
    cleanUps.unshift(() => probe.close());
    const inNode = async (ours: boolean): Promise<string> => {
      const client = ours ? createClient({ url: probed.url, fetch: inTime(300) }) : plain;
      return client.batch(["insert into probe values ('x')"], 'write').then(
        () => 'no trouble',
        (thrown) => (ours ? troubleOf(thrown).why : `${thrown.constructor.name} ${thrown.name}: ${thrown.message}`),
      );
    };
    const inWorkerd = async (ours: boolean): Promise<string> =>
      (await fetch(`${probe.url}/?database=${encodeURIComponent(probed.url)}${ours ? '&ours' : ''}`)).text();
    for (const [fault, why] of shapes) {
      const seen: string[] = [];
      for (const ask of [inNode, inWorkerd]) {
        for (const ours of [false, true]) {
          if (fault === 'down') probed.down();
          else probed.inject(fault, writes);
          seen.push(await ask(ours));
          probed.up();
          probed.faults.clear();
        }
      }
      const [node, nodeOurs, edge, edgeOurs] = seen;
      console.log(`${typeof fault === 'string' ? fault : 'slow'}\n  Node     ${node}\n  workerd  ${edge}`);
      expect([fault, nodeOurs, edgeOurs]).toEqual([fault, why, why]);
    }
  }, 120_000);
});

describe('a database that hangs or is away', () => {
  const office = () => here.user('联席办');
  const enrolled = async (person: string): Promise<number> =>
    (await facts(here.desk)).filter(({ body }) => JSON.stringify(body).includes(`"${person}"`)).length;
  const inTimeAll = () =>
    expect(here.deliveries().filter(({ ms, failure }) => ms >= 3000 || failure === 'timeout')).toEqual([]);
  const opened = async () => {
    await office().command('/mingchou', '登记');
    // The window is filled after the command was answered.
    await expect
      .poll(() =>
        office()
          .form()
          ?.fields.map(({ label }) => label),
      )
      .toContain('人员编号');
  };
  const fill = (person: string) =>
    office().fill({ 人员编号: person, 姓名: '贺新', 所在单位: 'scjg', 身份: ['联络员'] });
  const hang = (isOn: boolean) => server.faults.choose(() => (isOn ? { slowMs: 20_000 } : null));

  it('a command, a button and a form are answered in time, and the form keeps what was typed', async () => {
    await opened();
    fill('x9');
    for (const away of [() => hang(true), () => server.down()]) {
      away();
      const { form } = await office().submit();
      expect(Object.values(form?.errors ?? {}).join()).toMatch(/没有记录.*再办一次/s);
      const { said } = await office().command('/mingchou', '帮助');
      expect(said.join()).toMatch(/数据库没有回音.*does not answer/s);
      hang(false);
      server.up();
    }
    const done = await office().submit();
    await expect.poll(() => office().form()?.text ?? done.form?.text).toContain('已登记贺新');
    expect(await enrolled('x9')).toBe(1);
    inTimeAll();
    await office().close();
  }, 60_000);

  it('each fault at a form’s own write: registered once, and said so', async () => {
    const faults: readonly Fault[] = [
      ...(['answer-lost', 'request-lost', 'late', 'cut', 'status-500', 'stream-expired'] as const),
      ...(['transaction-timeout', 'busy', { slowMs: 11_000 }] as const),
    ];
    for (const [i, fault] of faults.entries()) {
      await opened();
      fill(`y${i}`);
      server.inject(fault, { when: ({ sql }) => sql.some((text) => text.startsWith('insert into ledger (')) });
      await office().submit();
      await expect.poll(() => office().form()?.text, { timeout: 20_000 }).toContain('已登记贺新');
      expect([fault, await enrolled(`y${i}`)]).toEqual([fault, 1]);
      await office().close();
    }
    inTimeAll();
  }, 120_000);

  it('pages say so, and the minute does its work when it is back', async () => {
    server.down();
    const page = await fetch(`${worker.url}/`, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('cache-control')]).toEqual([503, 'no-store']);
    expect(page.headers.get('retry-after')).not.toBeNull();
    expect(await page.text()).toContain('数据库没有回音');
    const api = await fetch(`${worker.url}/api/books`, { headers: { authorization: 'Bearer none' } });
    expect([api.status, api.headers.get('content-type')]).toEqual([503, expect.stringContaining('problem+json')]);
    await worker.minute(new Date());
    server.up();
    await wait(10);
    await worker.minute(new Date());
    expect((await fetch(`${worker.url}/`)).status).toBe(200);
  }, 60_000);
});
