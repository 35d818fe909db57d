/**
 * The workspace on a port of this machine. It binds the loopback address only, and answers only to requests that name it so: a
 * page from elsewhere that points its own name at 127.0.0.1 gets nothing.
 */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { api } from './api.ts';
import type { Workspace } from './workspace.ts';

export interface Serving {
  /** `http://127.0.0.1:4870`. */
  readonly origin: string;
  /** Where the Web API is: what a bot is given as the address of Slack. */
  readonly api: string;
  readonly close: () => Promise<void>;
}

const host = '127.0.0.1';

/** @param port 0 for any free one @param more further answers of this server: the page, the bot's own pages @throws where the port is taken */
export async function serveWorkspace(workspace: Workspace, port = 0, more?: Hono): Promise<Serving> {
  const app = new Hono();
  app.use(async (c, next) => {
    if (!isOurs(c.req.header('host'), workspace.ground.origin())) return c.text('421 Misdirected Request', 421);
    const origin = c.req.header('origin');
    if (origin !== undefined && !isOurs(origin.replace(/^http:\/\//, ''), workspace.ground.origin())) {
      return c.text('403 Forbidden', 403);
    }
    return next();
  });
  const { line } = workspace.ground;
  app.route('/', api(workspace.ground));
  if (more !== undefined) app.route('/', more);

  const server = serve({ fetch: app.fetch, hostname: host, port });
  server.on('upgrade', line.upgrade);
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  workspace.reachedAt(origin);
  return {
    origin,
    api: `${origin}/api/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        line.cut();
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** `127.0.0.1:4870`, or the machine's own names for it, at our port. */
function isOurs(given: string | undefined, origin: string): boolean {
  const port = new URL(origin).port;
  return given !== undefined && ['127.0.0.1', 'localhost', '[::1]'].some((name) => given === `${name}:${port}`);
}
