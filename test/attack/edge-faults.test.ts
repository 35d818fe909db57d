/** The database answers late, wrongly or not at all: nothing is lost, nothing is doubled, and whoever asked is told what is known. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { run } from '../../bot/cli/program.ts';
import { signInCode } from '../../bot/verbs/chat/sign-in.ts';
import { ok } from '../../core/result.ts';
import { commit } from '../../db/commit.ts';
import { openUnmigrated } from '../../db/open.ts';
import { type DatabaseTrouble, troubleOf } from '../../db/trouble.ts';
import { facts, people } from '../desk.ts';
import { type DeskAtServer, deskAtServer } from '../faults/desk.ts';
import type { Fault } from '../hrana/faults.ts';
import { channels, consult, installation, users } from '../slack/installation.ts';
import { browserAt, site } from '../web/site.ts';

let desk: DeskAtServer;
const fresh = async (): Promise<void> => {
  desk = await deskAtServer();
};

const secret = '贺新个体户';
const record = () =>
  commit(desk.db, desk, async ({ seq }) =>
    ok({ facts: [{ kind: 'plan-drafted', actor: 'person:a', body: { secret } }], value: seq }),
  );
const drafted = async (): Promise<number> => (await facts(desk)).filter(({ kind }) => kind === 'plan-drafted').length;
const trouble = (work: Promise<unknown>): Promise<DatabaseTrouble> =>
  work.then(() => expect.fail('no trouble'), troubleOf);
const onWrites = { when: ({ writes }: { readonly writes: boolean }) => writes };

const faults: readonly Fault[] = [
  ...(['answer-lost', 'request-lost', 'late', 'cut', 'status-500', 'stream-expired'] as const),
  ...(['transaction-timeout', 'busy', { slowMs: 400 }] as const),
];

describe('a commit', () => {
  beforeEach(fresh);

  it('finds out what stands after each fault on the way, and is done once', async () => {
    for (const fault of faults) {
      const before = await drafted();
      desk.server.inject(fault, onWrites);
      expect([fault, await record()]).toMatchObject([fault, { ok: true }]);
      expect([fault, await drafted()]).toEqual([fault, before + 1]);
    }
  });

  it('says that nothing is recorded where the database was away before it wrote', async () => {
    desk.server.down();
    expect(await trouble(record())).toMatchObject({ why: 'silent', recorded: 'nothing' });
    desk.server.up();
    expect(await drafted()).toBe(0);
  });

  it('says that it is not known where the answer was lost and the database stays away; done again it finds the first', async () => {
    let isAway = false;
    desk.server.faults.choose(({ writes }) => {
      if (isAway) return 'request-lost';
      isAway = writes;
      return writes ? 'answer-lost' : null;
    });
    const told = await trouble(record());
    expect(told).toMatchObject({ why: 'silent', recorded: 'unknown' });
    expect(`${told.message} ${told.stack}`).not.toContain(secret);
    desk.server.faults.clear();
    expect(await drafted()).toBe(1);
  });
});

describe('each kind of trouble is told from the others, and says nothing of what was sent', () => {
  const answers: readonly (readonly [name: string, (answer: ServerResponse) => void, object])[] = [
    [
      'a token that is not accepted',
      (a) => a.writeHead(401).end('secret'),
      { why: 'refused', network: false, status: 401 },
    ],
    [
      'a service that has stopped',
      (a) => json(a, 400, { code: 'BLOCKED', message: 'reads are blocked' }),
      { why: 'blocked', network: false },
    ],
    [
      'a page of something in between',
      (a) => a.writeHead(200, { 'content-type': 'text/html' }).end('<html>登录'),
      { code: 'MALFORMED', network: true },
    ],
    ['an answer of another protocol', (a) => json(a, 200, { hello: 1 }), { why: 'silent', network: true }],
    [
      'a page that leads elsewhere',
      (a) => a.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
      { why: 'silent', status: 302 },
    ],
    ['too many requests', (a) => a.writeHead(429).end(), { why: 'silent', network: true }],
    [
      'a request that is not understood',
      (a) => a.writeHead(400).end(`JSON error near ${secret}`),
      { why: 'wrong', network: false },
    ],
    ['no answer at all', () => {}, { code: 'TIMEOUT', network: true }],
  ];
  const json = (answer: ServerResponse, status: number, body: object) =>
    answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

  it.each(answers)('%s', async (name, answering, expected) => {
    const server = createServer((request, answer) => request.resume().on('end', () => answering(answer)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const db = openUnmigrated({
      ...{ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, authToken: 'the-token' },
      // Only the one that never comes is waited for in vain; on a slow machine the others take their time.
      ...{ answerMs: name === 'no answer at all' ? 60 : 10_000, patienceMs: 0 },
    });
    onTestFinished(() => {
      db.close();
      server.closeAllConnections();
      server.close();
    });
    const told = await trouble(db.read({ sql: 'select ?', args: [secret] }));
    expect(told).toMatchObject(expected);
    expect(`${told.message} ${told.stack}`).not.toMatch(new RegExp(`${secret}|the-token|secret`));
  });
});

describe('at each door, while the database is away', () => {
  // A busy machine answers slowly; the database that is away here refuses at once.
  beforeEach(async () => {
    desk = await deskAtServer(5000);
  });

  it('the command line says that nothing was recorded, and ends in 4', async () => {
    const printed: string[] = [];
    let exit = 0;
    desk.server.down();
    await run(['--as', 'o1', 'people', 'list'], {
      ...{ print: (_, text) => void printed.push(text), isWatched: false, env: {} },
      openDesk: async () => ({ ...desk, close: () => {} }),
      end: (code) => {
        exit = code;
      },
    });
    expect([exit, printed.join()]).toEqual([4, expect.stringMatching(/数据库没有回音.*NETWORK/)]);
  });

  it('a page is 503 and may be asked again; a form gives back what was typed; nothing is kept on the way', async () => {
    const browser = browserAt(desk);
    const code = await signInCode(desk, people.liaison);
    expect((await browser.post(`/in/${code}`, { to: '/' })).status).toBe(303);
    desk.server.down();
    for (const path of ['/', '/figures', '/mine']) {
      const page = await browser.get(path);
      expect([path, page.status, page.headers.get('retry-after'), page.headers.get('cache-control')]).toEqual([
        path,
        503,
        '20',
        'no-store',
      ]);
      expect(page.text).toMatch(/暂时不能查看.*Look again later/s);
    }
    const form = await browser.post(
      '/visits/1/2/enter',
      { finding: '未亮照<b>经营', items: 'A-01' },
      { origin: site, 'content-length': '60' },
    );
    expect([form.status, form.text]).toEqual([503, expect.stringContaining('value="未亮照&lt;b&gt;经营"')]);
    expect(form.text).toMatch(/没有记录.*没有丢失.*重新提交/s);
    const program = await browser.get('/draws/1', 'application/json');
    expect([program.status, program.headers.get('content-type')]).toEqual([
      503,
      expect.stringContaining('problem+json'),
    ]);
  });

  it('a command is answered; a form stays open with what was typed, and is done once when it is sent again', async () => {
    const here = await installation({}, onTestFinished, desk);
    const office = here.user('联席办');
    await office.command('/mingchou', '登记');
    desk.server.down();
    office.fill({ 人员编号: 'x9', 姓名: '贺新', 所在单位: 'scjg', 身份: ['联络员'] });
    const away = await submitted();
    expect(Object.values(away.errors ?? {}).join()).toMatch(/没有记录.*再办一次.*编号/);
    desk.server.up();
    desk.server.inject('answer-lost', onWrites);
    expect((await office.submit()).form?.text).toContain('已登记贺新');
    expect((await facts(desk)).filter(({ body }) => JSON.stringify(body).includes('"x9"'))).toHaveLength(1);
    expect(here.deliveries().every(({ status, ms }) => status === 200 && ms < 3000)).toBe(true);

    async function submitted() {
      return (await office.submit()).form ?? expect.fail('the form is gone');
    }
  });

  it('a list that only one person sees keeps its buttons, and what is pressed again is recorded once', async () => {
    const here = await installation({}, onTestFinished, desk);
    await consult(here);
    const liaison = here.user('市场监管局联络员').in('市场监管局');
    const owed = '反馈征询函 2025-1';
    expect((await liaison.command('/mingchou', '待办')).said.join()).toContain(owed);
    desk.server.down();
    const { said } = await liaison.press('无意见', { of: owed });
    expect(said.join()).toMatch(/没有记录.*再办一次/s);
    desk.server.up();
    expect((await liaison.press('无意见', { of: owed })).said.join()).toContain('已记录');
    expect((await facts(desk)).filter(({ kind }) => kind === 'reply-received')).toHaveLength(1);
  });

  it('a form that only asks for a yes stays open too, with what is known above it, said once however often it is tried', async () => {
    const here = await installation({}, onTestFinished, desk);
    const { team } = here.workspace.app;
    const question = { type: 'section', block_id: 'asked', text: { type: 'mrkdwn', text: '将公示检查结果 3 项。' } };
    const asked = {
      type: 'modal',
      callback_id: 'notice-publish-confirm',
      private_metadata: JSON.stringify([
        channels.scjg,
        JSON.stringify({ book: '1', department: 'scjg', tasks: [], day: '2025-04-01', destinations: [] }),
      ]),
      title: { type: 'plain_text', text: '确认公示' },
      submit: { type: 'plain_text', text: '确认公示' },
    };
    const submitted = async (blocks: unknown): Promise<{ readonly view: { readonly blocks: readonly object[] } }> => {
      const view = { ...asked, id: 'V1', hash: '1.1', blocks, state: { values: {} } };
      const payload = { type: 'view_submission', team: { id: team }, user: { id: users.liaison, team_id: team }, view };
      const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
      const answer = await here.raw({ body, contentType: 'application/x-www-form-urlencoded' });
      expect(answer.status).toBe(200);
      return JSON.parse(await answer.text());
    };
    desk.server.down();
    const once = await submitted([question]);
    expect(once).toMatchObject({
      response_action: 'update',
      view: { ...asked, blocks: [{ type: 'section' }, question] },
    });
    expect(JSON.stringify(once.view.blocks[0])).toMatch(/没有记录.*再办一次/);
    const twice = await submitted(once.view.blocks);
    expect(twice.view.blocks).toHaveLength(2);
    expect(twice.view.blocks[1]).toEqual(question);
    desk.server.up();
    // Back again, it is answered by the rule: nothing was drawn here that could be published.
    expect(JSON.stringify(await submitted(twice.view.blocks))).not.toContain('数据库');
  });
});
