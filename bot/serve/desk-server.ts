/**
 * The desk's server, told everything by its environment. It begins no database and refuses one of practice, says all that is wrong with its
 * settings at once, and stops without leaving work half done.
 */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { ok, type Result } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { movedFrom } from '../../db/moved.ts';
import { DatabaseTrouble } from '../../db/trouble.ts';
import { type Desk, openDesk } from '../desk/desk.ts';
import { unusableWords } from '../desk/unusable.ts';
import { deliverer } from '../post/deliverer.ts';
import { sayRefusal } from '../say/refusal.ts';
import { slackDoor } from '../slack/app.ts';
import { type Identity, type Settings, type SlackSettings, settingsOf } from '../slack/config.ts';
import { identityOf } from '../slack/identity.ts';
import { slackSocket } from '../slack/socket.ts';
import { createApp, type Site } from '../web/app.ts';
import type { OfficeJs } from '../web/pane/office.ts';
import { officeCopy } from '../web/pane/office-copy.ts';
import { whenAsked } from '../web/pane/serve.ts';
import { serving } from './serving.ts';
import { tended } from './tend.ts';

const deliverEveryMs = 2000;
const remindEveryMs = 60_000;
const paneAfterMs = 10_000;
/** Longer than the longest call to Slack. */
const patienceMs = 15_000;

const settings = settingsOf(process.env);
if (!settings.ok) stop(settings.error);
await run(settings.value);

async function run(settings: Settings): Promise<void> {
  const { slack, site, host, port } = settings;
  const office = officeOf(settings);
  const identity = slack === null ? null : await identityOf(slack);
  if (identity?.ok === false) stop([identity.error.words]);
  const desk = await opened(settings);
  const gone = await goneFrom(desk);
  if (gone !== null) stop([gone]);
  const deps = { ...desk, site };
  const chat = slack === null || identity === null ? noChat() : slackChat(deps, slack, identity.value);

  const server = serve({
    fetch: serving(createApp({ ...deps, ...(await assets(office)) }), chat.hono).fetch,
    hostname: host,
    port,
  });
  await new Promise<void>((resolve) => server.once('listening', resolve));
  const greeted = await chat.start();
  if (!greeted.ok) stop([greeted.error]);
  const timers = [
    setInterval(chat.kick, deliverEveryMs),
    setInterval(() => void tended(deps).then(chat.kick), remindEveryMs),
    setInterval(() => void endOnceGone(), deliverEveryMs),
  ];
  const at = `http://${host}:${(server.address() as AddressInfo).port}`;
  const how = chat.how(site);
  console.log(`明抽已启动：${at}，${how.zh}`);
  console.log(`Mingchou listens at ${at}; ${how.en}`);

  let stopping = false;
  const shutDown = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    for (const timer of timers) clearInterval(timer);
    setTimeout(() => process.exit(1), patienceMs).unref();
    await chat.stop();
    await new Promise((resolve) => server.close(resolve));
    await chat.idle();
    desk.close();
    process.exit(0);
  };
  // Two desks would share the chat's events between them.
  const endOnceGone = async (): Promise<void> => {
    const gone = await goneFrom(desk).catch(() => null);
    if (gone === null || stopping) return;
    say([gone]);
    await shutDown();
  };
  process.once('SIGINT', shutDown);
  process.once('SIGTERM', shutDown);
}

/** The chat as far as the server has to do with it. */
interface Chat {
  readonly hono: Hono;
  readonly start: () => Promise<Result<null, Words>>;
  /** Something may be there to be delivered. */
  readonly kick: () => void;
  readonly stop: () => Promise<void>;
  readonly idle: () => Promise<void>;
  readonly how: (site: string) => Words;
}

/** An office without a chat: what would be posted waits, and is posted if one comes. */
function noChat(): Chat {
  return {
    hono: new Hono(),
    start: async () => ok(null),
    kick: () => {},
    stop: async () => {},
    idle: async () => {},
    how: () => ({ zh: '没有聊天群', en: 'without a chat' }),
  };
}

function slackChat(deps: Desk & { readonly site: string }, slack: SlackSettings, identity: Identity): Chat {
  const config = { ...slack, identity, realNow: () => Date.now(), spacingMs: 1000 };
  const door = slackDoor(deps, config, () => outbox.kick());
  const outbox = deliverer(deps, door.messenger);
  const socket = slack.appToken === undefined ? null : slackSocket(door, slack, slack.appToken);
  return {
    hono: door.hono,
    start: async () => (socket === null ? ok(null) : socket.start()),
    kick: outbox.kick,
    stop: async () => socket?.stop(),
    idle: async () => {
      await door.idle();
      await outbox.deliverDue().catch(() => {});
    },
    how: (site) =>
      socket === null
        ? { zh: `Slack 请求地址 ${site}/slack/events`, en: `Slack posts to ${site}/slack/events` }
        : { zh: '经 Socket Mode 连接 Slack', en: 'Slack by Socket Mode' },
  };
}

async function opened({ database, databaseToken, office, keyFile }: Settings): Promise<Desk> {
  try {
    const desk = await openDesk({
      database,
      begins: false,
      office,
      ...(databaseToken === undefined ? {} : { authToken: databaseToken }),
      ...(keyFile === undefined ? {} : { keyFile }),
    });
    // A key that is missing is missed now, not in the midst of a ceremony.
    await desk.sealKey();
    return desk;
  } catch (thrown) {
    const unusable = unusableWords(thrown);
    if (unusable !== null) stop([unusable]);
    if (thrown instanceof DatabaseTrouble)
      stop([
        {
          zh: `数据库打不开（${thrown.code}），请检查 MINGCHOU_DB 和 MINGCHOU_DB_TOKEN。`,
          en: `The database cannot be opened (${thrown.code}); look at MINGCHOU_DB and MINGCHOU_DB_TOKEN.`,
        },
      ]);
    throw thrown;
  }
}

/** Programs of the pages are made at start where the tool for it is installed; without them the pages say what else can be done. */
async function assets(office: OfficeJs): Promise<Pick<Site, 'assets' | 'pane'>> {
  try {
    const { bundled } = await import('../web/bundle.ts');
    const { bundledPane } = await import('../web/pane/bundle.ts');
    const bundle = whenAsked(bundledPane);
    // Not while the office is waiting for the start itself; whoever opens the pane before has it made at once.
    setTimeout(bundle, paneAfterMs).unref();
    return { assets: await bundled(), pane: { bundle, office } };
  } catch {
    console.error('pages without programs: esbuild is not installed');
    return { pane: { bundle: async () => null, office } };
  }
}

function officeOf({ officeJs }: Settings): OfficeJs {
  if (officeJs.kind !== 'self') return officeJs;
  const copy = officeCopy(officeJs.directory);
  if (copy !== null) return copy;
  return stop([
    {
      zh: `MINGCHOU_OFFICE_JS_DIR 不对：目录 ${officeJs.directory} 中没有 office.js；应为 npm 包 @microsoft/office-js 的 dist 目录或其副本。`,
      en: `MINGCHOU_OFFICE_JS_DIR is wrong: there is no office.js in ${officeJs.directory}; it is the dist directory of the npm package @microsoft/office-js, or a copy of it.`,
    },
  ]);
}

/** Where the office has gone, in words; null where it is here. */
async function goneFrom({ db }: Desk): Promise<Words | null> {
  const moved = await movedFrom(db);
  return moved === null ? null : sayRefusal({ stage: 'ledger', why: { reason: 'moved', moved } });
}

/** Says what is wrong, all of it, and ends. */
function stop(problems: readonly Words[]): never {
  say(problems);
  process.exit(2);
}

function say(problems: readonly Words[]): void {
  for (const { zh, en } of problems) console.error(`${zh}\n  ${en}`);
}
