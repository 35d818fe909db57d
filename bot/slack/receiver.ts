/**
 * Takes in what Slack sends, as a hono app. The signature is looked at before anything else is believed, `ssl_check` included; a body is
 * never read beyond its limit. An event is answered once its work is done, or after two and a half seconds if that takes longer: so
 * what fails is delivered again by Slack, and what was done is marked only afterwards. Acting twice is harmless (verbs know their
 * keys); losing is not.
 */
import type { ReceiverEvent } from '@slack/bolt';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { within } from './patience.ts';
import { type Payload, payloadOf, teamOf, textIn } from './payload.ts';
import { isSigned } from './signature.ts';

export interface Intake {
  readonly signingSecret: string;
  readonly realNow: () => number;
  /** The one workspace that this installation serves. */
  readonly team: string;
  /** Does what is asked for; rejects where that failed, so that the platform delivers it again. */
  readonly process: (event: ReceiverEvent) => Promise<void>;
  readonly isDone: (key: string) => Promise<boolean>;
  readonly markDone: (key: string) => Promise<void>;
  /** Called whenever a piece of work has ended, well or not: there may be something to deliver. */
  readonly ended?: () => void;
}

export interface Receiving {
  readonly hono: Hono;
  /** Resolves when nothing that was taken in is still being worked on. */
  readonly idle: () => Promise<void>;
}

const bodyMax = 1_000_000;
/** Slack waits three seconds. */
const patienceMs = 2500;
/** Slack tries three more times: at once, after a minute, after five. */
const lastRetry = 3;
const noRetry = { 'x-slack-no-retry': '1' };

export function receiving(intake: Intake): Receiving {
  /** Deliveries of one event that come while it is worked on wait for that work instead of doing it beside. */
  const atWork = new Map<string, Promise<void>>();
  const works = new Set<Promise<unknown>>();

  function keep(c: Context, work: Promise<unknown>): void {
    const quiet = work
      .catch(() => {})
      .finally(() => {
        works.delete(quiet);
        intake.ended?.();
      });
    works.add(quiet);
    try {
      c.executionCtx.waitUntil(quiet);
    } catch {
      // At the desk the process itself goes on.
    }
  }

  async function onEvent(c: Context, payload: Payload): Promise<Response> {
    const key = `slack:${textIn(payload, 'event_id')}`;
    const retryNum = Number(c.req.header('x-slack-retry-num') ?? 0);
    const again = retryNum < lastRetry;
    const work = atWork.get(key) ?? begin();
    keep(c, work);
    try {
      await within(work, patienceMs);
      return c.body(null, 200, noRetry);
    } catch {
      return c.body(null, 503, again ? {} : noRetry);
    }

    function begin(): Promise<void> {
      const begun = (async () => {
        if (await intake.isDone(key)) return;
        await intake.process({ body: { ...payload }, retryNum, customProperties: { again }, ack: async () => {} });
        await intake.markDone(key);
      })().finally(() => atWork.delete(key));
      atWork.set(key, begun);
      return begun;
    }
  }

  function onInteraction(c: Context, payload: Payload): Promise<Response> {
    return new Promise((answer) => {
      const work = intake
        .process({
          body: { ...payload },
          customProperties: { again: false },
          ack: async (reply: unknown) => answer(replied(c, reply)),
        })
        // Whatever nobody listens to (a closed window) is well received all the same; a second answer is ignored.
        .then(() => answer(c.body(null, 200)))
        .catch(() => answer(c.body(null, 500)));
      keep(c, work);
    });
  }

  const hono = new Hono();
  hono.use(bodyLimit({ maxSize: bodyMax, onError: (c) => c.body(null, 413) }));
  hono.post('/events', async (c) => {
    const raw = await c.req.text();
    const signed = {
      timestamp: c.req.header('x-slack-request-timestamp'),
      signature: c.req.header('x-slack-signature'),
    };
    if (!(await isSigned(intake.signingSecret, raw, signed, intake.realNow()))) return c.body(null, 401);
    const payload = payloadOf(raw, c.req.header('content-type') ?? '');
    if (payload === null) return c.body(null, 400);
    if (payload.ssl_check !== undefined) return c.body(null, 200);
    if (payload.type === 'url_verification') return c.json({ challenge: textIn(payload, 'challenge') });
    if (teamOf(payload) !== intake.team) return c.body(null, 403, noRetry);
    if (payload.type !== 'event_callback') return onInteraction(c, payload);
    return textIn(payload, 'event_id') === '' ? c.body(null, 400) : onEvent(c, payload);
  });
  return {
    hono,
    idle: async () => {
      while (works.size > 0) await Promise.all(works);
    },
  };
}

const replied = (c: Context, reply: unknown): Response =>
  reply == null || reply === '' ? c.body(null, 200) : typeof reply === 'string' ? c.text(reply) : c.json(reply);
