/**
 * Two Workers, the desk's server and a machine with a command line write at once to one database: departments' replies in the chat, each
 * delivered twice and to different servers, and commands. Once all of them over HTTP, once the desk on the very file that is served.
 */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { person } from '../../bot/practice/people.ts';
import { postsIn } from '../../bot/practice/workspace/world.ts';
import { linkForPerson } from '../../bot/verbs/chat/link-chat.ts';
import { nameChannel } from '../../bot/verbs/chat/name-channel.ts';
import { openConsultation } from '../../bot/verbs/consult/open.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { verifyLedger } from '../../db/ledger.ts';
import { facts, people, value } from '../desk.ts';
import { type Workerd, workerd } from '../edge/workerd.ts';
import { serveHrana } from '../hrana/server.ts';
import { type Installation, installation } from '../slack/installation.ts';
import { address, settingsFor, start } from '../slack/server.ts';
import { csv } from '../verbs/make.ts';

const departments = Array.from({ length: 30 }, (_, i) => `d${String(i + 1).padStart(2, '0')}`);
const letters = ['第一批', '第二批', '第三批'];
const words = '我局无意见';
const commands = 100;
const token = 'writers';

const ways = [
  { title: 'over HTTP as well', isServed: true },
  { title: 'on the very file that is served', isServed: false },
];

it.each(ways)(
  'two Workers, and a desk $title: one chain; what was acknowledged stands once, every post once',
  async ({ title, isServed }) => {
    const began = Date.now();
    const here = await county();
    const file = here.desk.database.replace(/^file:/, '');
    const keyFile = `${file}.key`;
    const database = await serveHrana({ file, token });
    onTestFinished(() => database.close());
    const where = isServed ? database.url : here.desk.database;

    const vars = {
      ...settingsFor(here),
      MINGCHOU_DB: database.url,
      MINGCHOU_DB_TOKEN: token,
      MINGCHOU_KEY: (await readFile(keyFile, 'utf8')).trim(),
    };
    const workers: Workerd[] = [];
    for (const _ of ['one', 'other']) {
      const worker = await workerd({ vars });
      onTestFinished(() => worker.close());
      workers.push(worker);
    }
    const server = start({
      ...settingsFor(here),
      MINGCHOU_DB: where,
      ...(isServed ? { MINGCHOU_DB_TOKEN: token } : {}),
      MINGCHOU_KEY: keyFile,
    });
    const sites = [...workers.map(({ url }) => url), await address(server)];
    let turn = 0;
    /** What each reply's deliveries were answered with, by the post that is the reply. */
    const answers = new Map<string, number[]>();
    here.workspace.outgoing.connect(async (request) => {
      const site = sites[turn++ % sites.length] ?? '';
      const body = await request.text();
      const answer = await fetch(`${site}/slack/events`, { method: 'POST', headers: request.headers, body });
      const reply = replyIn(body);
      if (reply !== null) answers.set(reply, [...(answers.get(reply) ?? []), answer.status]);
      return answer;
    });

    here.hold();
    for (const department of departments)
      for (const letter of letters) await here.user(`${department}联络员`).reply(words, { to: letter });
    const ready = Date.now();
    const [commanded] = await Promise.all([commandsAt(where, keyFile), here.release({ times: 2, order: 'shuffled' })]);
    const written = Date.now();
    const slowest = Math.max(...here.deliveries().map(({ ms }) => ms));
    // An answer may come before the work is done: it is waited for a minute.
    const replies = departments.length * letters.length;
    await expect
      .poll(async () => [(await repliesIn(here)).length, await unsent(here)], { timeout: 60_000, interval: 500 })
      .toEqual([replies, 0]);
    const delivered = Date.now();
    server.child.kill('SIGTERM');
    expect([await server.ended, ...server.lines.filter((line) => /trouble|fail/i.test(line))]).toEqual([0]);

    const replied = await repliesIn(here);
    expect(replied).toHaveLength(replies);
    expect([...answers].filter(([reply]) => !replied.includes(reply))).toEqual([]);
    expect(new Set(replied).size).toBe(replies);
    const answered = here.deliveries().filter(({ status }) => status === 200).length;
    const enrolled = (await facts(here.desk))
      .filter(({ kind }) => kind === 'person-enrolled')
      .map(({ body }) => JSON.stringify(body))
      .filter((body) => body.includes('办事员'));
    expect(commanded).toHaveLength(commands);
    expect(enrolled).toHaveLength(commands);
    for (const number of commanded) expect(enrolled.filter((body) => body.includes(`"${number}"`))).toHaveLength(1);

    const verified = await verifyLedger(here.desk.db);
    expect(verified).toMatchObject({ ok: true });
    expect(doubled(here)).toEqual([]);
    expect(here.channel('联席办').filter((post) => post.includes('已反馈：30/32'))).toHaveLength(letters.length);
    console.log(
      [
        `${title}: ${replied.length} replies and ${commanded.length} commands, ${answered} deliveries answered well`,
        `of ${here.deliveries().length}, the slowest in ${(slowest / 1000).toFixed(1)} s; written in ${((written - ready) / 1000).toFixed(1)} s, delivered after`,
        `${((delivered - ready) / 1000).toFixed(1)} s, ${((Date.now() - began) / 1000).toFixed(0)} s in all; ${database.requests()} requests to the database`,
      ].join(' '),
    );
  },
  600_000,
);

/** A county of thirty departments, each with a liaison in its channel, and three letters to all of them. */
async function county(): Promise<Installation> {
  const here = await installation({ minuteMs: 2000 });
  const { desk, workspace } = here;
  const bytes = csv(
    ['单位代码', '单位名称', '单位类别', '行政执法主体资格', '加入日期'],
    ['office', '清漪县联席会议办公室', '联席会议办公室', '否', '2020-01-01'],
    ['scjg', '清漪县市场监督管理局', '成员单位', '是', '2020-01-01'],
    ['wjw', '清漪县卫生健康局', '成员单位', '是', '2020-01-01'],
    ...departments.map((code) => [code, `清漪县${code}局`, '成员单位', '是', '2020-01-01']),
  );
  value(await importList(desk, people.office, { bytes, file: '成员单位.csv' }));
  for (const code of departments) {
    const [user, channel] = [`U0${code.toUpperCase()}`, `C0${code.toUpperCase()}`];
    value(await enrol(desk, people.office, person(`${code}-l`, `联络员${code}`, code, ['liaison'])));
    await workspace.addMember({ id: user, realName: `${code}联络员` });
    await workspace.addChannel({ id: channel, name: code, members: [user] });
    value(await linkForPerson(desk, people.office, { platform: 'slack', user }, `${code}-l`));
    value(await nameChannel(desk, people.office, { platform: 'slack', typed: code, channel }));
  }
  for (const letter of letters)
    value(
      await openConsultation(desk, people.office, {
        key: letter,
        year: 2025,
        letter: `${letter}：请各单位研究提出本年度抽查任务。`,
        matters: '抽查任务',
        deadline: { kind: 'working-days', days: 5 },
        asked: ['scjg', 'wjw', ...departments],
        contact: null,
      }),
    );
  await here.settle();
  return here;
}

/** @returns numbers of those whose enrolment was acknowledged */
function commandsAt(database: string, keyFile: string): Promise<readonly string[]> {
  const script = resolve(import.meta.dirname, '../edge/desk-writer.ts');
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script, database, keyFile, 'x', String(commands)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH ?? '', MINGCHOU_DB_TOKEN: token },
      cwd: join(keyFile, '..'),
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.once('error', fail);
    child.once('close', () => done(said.split('\n').filter((line) => line !== '')));
  });
}

/** The posts that replies in the ledger come from. */
const repliesIn = async ({ desk }: Installation): Promise<readonly string[]> =>
  (await facts(desk))
    .filter(({ kind }) => kind === 'reply-received')
    .map(({ body }) => /C0D\d\d:[\d.]+/.exec(JSON.stringify(body))?.[0] ?? '');

const unsent = async ({ desk }: Installation): Promise<number> =>
  Number((await desk.db.read('select count(*) as n from outbox where sent is null'))[0]?.n);

/** Posts of the bot that stand twice for one matter. */
function doubled({ workspace }: Installation): readonly string[] {
  const { world } = workspace.ground;
  const slots = [...world.channels.keys()].flatMap((channel) =>
    postsIn(world, channel)
      .filter(({ metadata }) => metadata !== null)
      .map(({ metadata }) => `${channel} ${JSON.stringify(metadata)}`),
  );
  return slots.filter((slot, at) => slots.indexOf(slot) !== at);
}

/** `C0D01:1743469200.000001`, where an event tells of a department's reply. */
function replyIn(body: string): string | null {
  if (!body.startsWith('{')) return null;
  const { event }: { readonly event?: { readonly text?: string; readonly channel?: string; readonly ts?: string } } =
    JSON.parse(body);
  return event?.text === words ? `${event.channel}:${event.ts}` : null;
}
