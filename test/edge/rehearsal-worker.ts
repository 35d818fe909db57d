/**
 * The Worker of a rehearsed year: the office's very `edge()`, with a practice database, and with time and chance from outside. For tests
 * only; it is deployed nowhere.
 */
import { type Edge, type Env, edge } from '../../bot/edge/edge.ts';
import { type BytesAt, chanceAt } from '../../bot/practice/installation/chance-at.ts';
import type { ExecutionContext } from '../../bot/serve/serving.ts';
import { idlePath, instantHeader, seedSetting } from './rehearsal.ts';

/** One isolate, one year. */
let bytes: BytesAt | null = null;
let working = 0;
const lookEveryMs = 2;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, lookEveryMs));

function edgeAt(instant: string, env: Env): Edge {
  bytes ??= chanceAt(String(env[seedSetting]), 'server');
  const drawn = bytes;
  return edge({
    now: () => instant,
    randomBytes: (count) => drawn(instant, count),
    realNow: () => Date.now(),
    spacingMs: 0,
    practice: true,
  });
}

/** The same, and what goes on after the answer is counted. */
const counting = (context: ExecutionContext): ExecutionContext => ({
  waitUntil: (work) => context.waitUntil(counted(work)),
  passThroughOnException: () => context.passThroughOnException(),
  props: context.props,
});

async function counted<T>(work: Promise<T>): Promise<T> {
  working += 1;
  try {
    return await work;
  } finally {
    working -= 1;
  }
}

export default {
  fetch: async (request, env, context) => {
    if (new URL(request.url).pathname === idlePath) {
      while (working > 0) await pause();
      return new Response(null, { status: 204 });
    }
    const instant = request.headers.get(instantHeader);
    if (instant === null) return new Response(`no ${instantHeader}`, { status: 400 });
    return counted(edgeAt(instant, env).fetch(request, env, counting(context)));
  },
  scheduled: (event, env, context) => {
    const instant = new Date(timeOf(event)).toISOString();
    return counted(edgeAt(instant, env).scheduled(event, env, counting(context)));
  },
} satisfies Edge;

const timeOf = (event: unknown): number => {
  if (typeof event === 'object' && event !== null && 'scheduledTime' in event) return Number(event.scheduledTime);
  throw new TypeError('a trigger without a time');
};
