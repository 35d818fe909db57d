/**
 * Socket Mode, for an office that cannot open a port to the internet: Slack is reached from inside by WebSocket, and what it would post
 * comes in envelopes. Each connection is a client of its own, so that the next one stands before one that Slack is about to close is
 * given up, and an answer goes out the way its question came. Coming again is not left to the client: what fails there ends the process.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { SocketModeClient } from '@slack/socket-mode';
import { err, ok, type Result } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { callTroubleOf, clientOptions, quiet } from './client.ts';
import type { SlackConfig } from './config.ts';
import { type Intake, isEvent, type Taken } from './intake.ts';
import { within } from './patience.ts';
import { isObject, type Payload, payloadOf, textIn } from './payload.ts';

export interface SlackSocket {
  /** Resolves once Slack has greeted us, or with words where it does not. Afterwards a loss is mended for as long as it takes. */
  readonly start: () => Promise<Result<null, Words>>;
  /** Takes nothing more, answers what was taken, and leaves. */
  readonly stop: () => Promise<void>;
}

interface Connection {
  /** Resolves when it was lost or Slack is about to close it. */
  readonly ending: Promise<void>;
  readonly close: () => Promise<void>;
}

interface Envelope {
  readonly body: unknown;
  readonly retry_num?: number;
  readonly ack: (reply?: unknown) => Promise<void>;
}

const greetingMs = 10_000;
const answeringMs = 3000;
const goodbyeMs = 2000;
/** One that ended sooner is not followed at once, lest Slack be asked without pause. */
const shortLifeMs = 1000;
const longestWaitMs = 60_000;

export function slackSocket(
  { take }: Pick<Intake, 'take'>,
  config: Pick<SlackConfig, 'api'>,
  appToken: string,
): SlackSocket {
  const halt = new AbortController();
  let staying: Promise<void> = Promise.resolve();

  /** @throws what Slack or the network refused it with */
  async function connect(): Promise<Connection> {
    const client = new Client({
      appToken,
      logger: quiet,
      autoReconnectEnabled: false,
      clientOptions: clientOptions(config),
    });
    const answering = new Set<Promise<void>>();
    client.on('slack_event', (envelope: Envelope) => {
      if (halt.signal.aborted) return;
      const work = answered(take, envelope).finally(() => answering.delete(work));
      answering.add(work);
    });
    const ending = new Promise<void>((resolve) => {
      client.once(leaving, resolve);
      client.once('disconnected', resolve);
    });
    const close = async (): Promise<void> => {
      await within(Promise.all(answering), answeringMs);
      await within(client.disconnect(), goodbyeMs);
    };
    const greeted = await within(client.start(), greetingMs);
    if (greeted.done) return { ending, close };
    await close();
    throw new Error('no greeting');
  }

  /** Null where we are to stop. */
  async function connectAgain(firstWaitMs: number): Promise<Connection | null> {
    for (let wait = firstWaitMs; ; wait = Math.min(longestWaitMs, Math.max(1000, wait * 2))) {
      await pause(wait, undefined, { signal: halt.signal }).catch(() => {});
      if (halt.signal.aborted) return null;
      try {
        return await connect();
      } catch (thrown) {
        console.error(`chat socket ${callTroubleOf(thrown).code}`);
      }
    }
  }

  async function stay(first: Connection): Promise<void> {
    const halted = new Promise<void>((resolve) => halt.signal.addEventListener('abort', () => resolve()));
    for (let current: Connection | null = first; current !== null; ) {
      const since = performance.now();
      await Promise.race([current.ending, halted]);
      const next: Connection | null = await connectAgain(performance.now() - since < shortLifeMs ? shortLifeMs : 0);
      const closed = current.close();
      if (next === null) await closed;
      current = next;
    }
  }

  return {
    start: async () => {
      try {
        staying = stay(await connect());
        return ok(null);
      } catch (thrown) {
        return err(wordsOf(thrown));
      }
    },
    stop: async () => {
      halt.abort();
      await staying;
    },
  };
}

const leaving = 'leaving';

class Client extends SocketModeClient {
  /** Slack says some seconds before that it will close a connection: it is still good for answers until the next one stands. */
  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    const message = typeof data === 'string' ? payloadOf(data, 'application/json') : null;
    if (message === null) return;
    if (message.type === 'disconnect') {
      this.emit(leaving);
      return;
    }
    // An event without a type throws there, and nobody would catch it.
    if (message.type === 'events_api' && !hasEvent(message.payload)) return;
    await super.onWebSocketMessage(data, isBinary);
  }
}

const hasEvent = (payload: unknown): boolean =>
  isObject(payload) && isObject(payload.event) && textIn(payload.event, 'type') !== '';

/** What is not acknowledged is delivered again, or said to have failed to the one who asked. */
async function answered(take: Intake['take'], { body, retry_num: retry = 0, ack }: Envelope): Promise<void> {
  if (!isObject(body)) return;
  const taken = await take(body, retry);
  // Lost on the way: then Slack asks again, and what is done is known.
  if (isAcked(taken, body)) await ack(taken.kind === 'answered' ? taken.reply : undefined).catch(() => {});
}

/** Over a socket, an acknowledgement is the one way to say that an event need not come again. */
const isAcked = (taken: Taken, body: Payload): boolean =>
  taken.kind === 'answered' || (taken.kind === 'refused' && taken.why === 'other-team' && isEvent(body));

function wordsOf(thrown: unknown): Words {
  const { code, unsure } = callTroubleOf(thrown);
  return unsure || code === 'ratelimited'
    ? {
        zh: `不能经 Socket Mode 连接 Slack（${code}）：请检查网络或代理后再启动。`,
        en: `Slack cannot be reached by Socket Mode (${code}): look at the network or proxy and start again.`,
      }
    : {
        zh: `Slack 不认 MINGCHOU_SLACK_APP_TOKEN（${code}），或应用没有打开 Socket Mode：请在 Slack 应用页面“Socket Mode”打开，并在“Basic Information”取 xapp- 令牌。`,
        en: `Slack refuses MINGCHOU_SLACK_APP_TOKEN (${code}), or Socket Mode is off: turn it on on the app’s page and take the xapp- token under Basic Information.`,
      };
}
