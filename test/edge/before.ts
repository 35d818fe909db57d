/** Stands before a rehearsed Worker as the network of its site: passes every request on and tells it the instant of the county's clock. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { instantHeader } from './rehearsal.ts';

export interface Before {
  /** The site. */
  readonly url: string;
  readonly requests: () => number;
  /** From now on requests go there. */
  readonly pass: (worker: string) => void;
  readonly close: () => Promise<void>;
}

/** @param now the county's clock, ISO */
export async function before(now: () => string): Promise<Before> {
  let target: URL | null = null;
  let requests = 0;
  const server = createServer((incoming, outgoing) => {
    requests += 1;
    if (target === null) return void outgoing.writeHead(503).end();
    const passed = request(
      {
        ...{ host: target.hostname, port: target.port, method: incoming.method, path: incoming.url },
        // The site's own host name goes along, as it does through Cloudflare.
        headers: { ...incoming.headers, [instantHeader]: now() },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(outgoing);
      },
    );
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    pass: (worker) => {
      target = new URL(worker);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
