/**
 * The way to the bot: signed requests, three seconds for an answer, events retried at once, after one minute and after five. Every
 * delivery is written down, so that a test can ask how long each ack took and which failed.
 */
import { pause } from '../../../db/database.ts';
import { signature } from './sign.ts';

export type Bot = (request: Request) => Response | Promise<Response>;

export type Cargo = 'event' | 'command' | 'interaction';

export interface Delivery {
  readonly cargo: Cargo;
  /** 0 for the first try. */
  readonly retry: number;
  /** null where nothing came back in time. */
  readonly status: number | null;
  readonly ms: number;
  readonly body: string;
  readonly failure: 'none' | 'timeout' | 'status' | 'unreachable';
}

export interface Outgoing {
  readonly connect: (bot: Bot | string) => void;
  /** One try; what came back is the answer to show. */
  readonly ask: (cargo: 'command' | 'interaction', body: string) => Promise<Delivery>;
  /** An event with its retries; not waited for. */
  readonly tell: (event: string) => void;
  /** Keeps events back, to be let go in another order or number. */
  readonly hold: () => void;
  readonly release: (how: Release) => void;
  /** Anything at all, signed or not: for tests of what a stranger sends. */
  readonly raw: (how: Raw) => Promise<Response>;
  readonly deliveries: () => readonly Delivery[];
  /** When nothing is on its way any more. */
  readonly settled: () => Promise<void>;
}

export interface Release {
  /** How often each is delivered: once. */
  readonly times?: number;
  readonly order?: 'as-sent' | 'reversed' | 'shuffled';
}

export interface Raw {
  readonly body: string;
  readonly contentType?: string;
  /** Other than the real one: a forgery. */
  readonly secret?: string;
  /** Seconds by which the timestamp is too old. */
  readonly age?: number;
  /** Headers that replace those made. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface OutgoingOptions {
  readonly signingSecret: string;
  readonly real: () => number;
  /** 3,000. */
  readonly ackMs?: number;
  /** How long a minute of retrying is: 60,000. */
  readonly minuteMs?: number;
}

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';
const keptDeliveries = 5000;

export function makeOutgoing({ signingSecret, real, ackMs = 3000, minuteMs = 60_000 }: OutgoingOptions): Outgoing {
  let bot: Bot = () => new Response(null, { status: 503 });
  let held: string[] | null = null;
  const deliveries: Delivery[] = [];
  const underWay = new Set<Promise<unknown>>();

  function note(delivery: Delivery): Delivery {
    deliveries.push(delivery);
    if (deliveries.length > keptDeliveries) deliveries.shift();
    return delivery;
  }

  async function request({ body, contentType = json, secret = signingSecret, age = 0, headers = {} }: Raw) {
    const timestamp = String(Math.floor(real() / 1000) - age);
    return new Request('http://bot.invalid/slack/events', {
      method: 'POST',
      headers: {
        'content-type': contentType,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': await signature(secret, timestamp, body),
        ...headers,
      },
      body,
    });
  }

  async function once(
    cargo: Cargo,
    body: string,
    retry: number,
    reason: string,
    begun = () => {},
  ): Promise<Delivery & { stop: boolean }> {
    const began = performance.now();
    const headers: Record<string, string> =
      retry === 0 ? {} : { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': reason };
    const sent = await request({ body, contentType: cargo === 'event' ? json : form, headers });
    const took = () => Math.round((performance.now() - began) * 10) / 10;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), ackMs);
    });
    try {
      const asked = Promise.resolve(bot(sent));
      begun();
      const answer = await Promise.race([asked, late]);
      if (answer === null) {
        return { ...note({ cargo, retry, status: null, ms: took(), body: '', failure: 'timeout' }), stop: false };
      }
      const text = await answer.text();
      const failure = answer.ok ? 'none' : 'status';
      return {
        ...note({ cargo, retry, status: answer.status, ms: took(), body: text, failure }),
        stop: answer.headers.get('x-slack-no-retry') === '1',
      };
    } catch {
      begun();
      return { ...note({ cargo, retry, status: null, ms: took(), body: '', failure: 'unreachable' }), stop: false };
    } finally {
      clearTimeout(timer);
    }
  }

  const reasons = {
    none: '',
    timeout: 'http_timeout',
    status: 'http_error',
    unreachable: 'connection_failed',
  } as const;

  async function persist(event: string, begun: () => void): Promise<void> {
    let reason = '';
    for (const [retry, minutes] of [0, 0, 1, 5].entries()) {
      if (minutes > 0) await pause(minutes * minuteMs);
      const done = await once('event', event, retry, reason, begun);
      if (done.failure === 'none' || done.stop) return;
      reason = reasons[done.failure];
    }
  }

  function keep(doing: Promise<unknown>): void {
    const work = doing.finally(() => underWay.delete(work));
    underWay.add(work);
  }

  const send = (event: string): void => keep(persist(event, () => {}));

  /** One after the other on their way, without waiting for the answers. */
  async function sendInOrder(events: readonly string[]): Promise<void> {
    for (const event of events) {
      await new Promise<void>((begun) => keep(persist(event, begun).then(begun)));
    }
  }

  return {
    connect: (to) => {
      bot = typeof to === 'string' ? async (asked) => fetch(to, await copied(asked)) : to;
    },
    ask: async (cargo, body) => {
      const { stop: _, ...delivery } = await once(cargo, body, 0, '');
      return delivery;
    },
    tell: (event) => {
      if (held !== null) held.push(event);
      else send(event);
    },
    hold: () => {
      held ??= [];
    },
    release: ({ times = 1, order = 'as-sent' }) => {
      const all = Array.from({ length: times }, () => held ?? []).flat();
      held = null;
      if (order === 'reversed') all.reverse();
      if (order === 'shuffled') shuffle(all);
      keep(sendInOrder(all));
    },
    raw: async (how) => bot(await request(how)),
    deliveries: () => deliveries,
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/** The same request for another address. */
const copied = async (asked: Request): Promise<RequestInit> => ({
  method: asked.method,
  headers: asked.headers,
  body: await asked.text(),
  redirect: 'manual',
});

function shuffle<T>(list: T[]): void {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    const [one, two] = [list[last], list[other]];
    if (one === undefined || two === undefined) return;
    list[last] = two;
    list[other] = one;
  }
}
