/**
 * One address for everything: Slack's requests under `/slack`, all else the pages. They are kept apart because the pages guard
 * themselves against forms from elsewhere, which every request of Slack's is.
 */
import { Hono } from 'hono';

/** What answers a request, at the desk and on the edge. */
export interface Answering {
  readonly fetch: (request: Request, ...means: readonly never[]) => Response | Promise<Response>;
}

export interface Serving {
  readonly fetch: (request: Request, env?: object, context?: ExecutionContext) => Response | Promise<Response>;
}

/** As far as hono needs it: work that goes on after the answer. */
export interface ExecutionContext {
  waitUntil(work: Promise<unknown>): void;
  passThroughOnException(): void;
  props: unknown;
}

export function serving(pages: Pick<Hono, 'fetch'>, slack: Hono): Serving {
  const chat = new Hono().route('/slack', slack);
  chat.notFound((c) => c.body(null, 404));
  chat.onError((error, c) => {
    console.error(`slack ${error.name}`);
    return c.body(null, 500);
  });
  return {
    fetch: (request, env, context) =>
      new URL(request.url).pathname.startsWith('/slack/')
        ? chat.fetch(request, env, context)
        : pages.fetch(request, env, context),
  };
}
