/** A site that is none of ours and never ends its answer. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { asked } from '../../bot/doctor/asked.ts';

it('an examination reads no more of an answer without end than ours could have', async () => {
  const part = Buffer.alloc(1 << 20, 97);
  let sent = 0;
  const server = createServer((_, response) => {
    const send = (): void => {
      while (!response.destroyed) {
        sent += part.length;
        if (!response.write(part)) return void response.once('drain', send);
      }
    };
    send();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const answer = await asked(`http://127.0.0.1:${(server.address() as AddressInfo).port}/checkpoint`);
  expect([answer?.status, (answer?.text.length ?? 0) < 2_000_000]).toEqual([200, true]);
  expect(sent).toBeLessThan(50_000_000);
});
