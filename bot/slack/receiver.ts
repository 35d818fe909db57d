/**
 * Takes in what Slack sends by HTTP, as a hono app. The signature is looked at before anything else is believed, `ssl_check` included; a
 * body is never read beyond its limit. What becomes of it stands in `intake.ts`.
 */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { never } from '../../core/result.ts';
import type { Intake, Taken } from './intake.ts';
import { payloadOf, textIn } from './payload.ts';
import { isSigned } from './signature.ts';

export interface Receiving extends Pick<Intake, 'take'> {
  readonly signingSecret: string;
  readonly realNow: () => number;
}

const bodyMax = 1_000_000;
const noRetry = { 'x-slack-no-retry': '1' };

export function receiving({ signingSecret, realNow, take }: Receiving): Hono {
  const hono = new Hono();
  hono.use(bodyLimit({ maxSize: bodyMax, onError: (c) => c.body(null, 413) }));
  hono.post('/events', async (c) => {
    const raw = await c.req.text();
    const signed = {
      timestamp: c.req.header('x-slack-request-timestamp'),
      signature: c.req.header('x-slack-signature'),
    };
    if (!(await isSigned(signingSecret, raw, signed, realNow()))) return c.body(null, 401);
    const payload = payloadOf(raw, c.req.header('content-type') ?? '');
    if (payload === null) return c.body(null, 400);
    if (payload.ssl_check !== undefined) return c.body(null, 200);
    if (payload.type === 'url_verification') return c.json({ challenge: textIn(payload, 'challenge') });
    const retry = Number(c.req.header('x-slack-retry-num') ?? 0);
    return answer(c, await take(payload, retry, (work) => outlive(c, work)));
  });
  return hono;
}

function outlive(c: Context, work: Promise<void>): void {
  try {
    c.executionCtx.waitUntil(work);
  } catch {
    // At the desk the process itself goes on.
  }
}

function answer(c: Context, taken: Taken): Response {
  switch (taken.kind) {
    case 'answered': {
      const { reply } = taken;
      if (reply == null || reply === '') return c.body(null, 200, noRetry);
      return typeof reply === 'string' ? c.text(reply) : c.json(reply);
    }
    case 'failed':
      return c.body(null, 503, taken.again ? {} : noRetry);
    case 'refused':
      return taken.why === 'other-team' ? c.body(null, 403, noRetry) : c.body(null, 400);
    default:
      return never(taken);
  }
}
