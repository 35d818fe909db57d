/** A Worker that asks a database once and tells what came of it: as the client throws it by itself, and as the product has it. For the trial only. */
import { createClient } from '@libsql/client/web';
import { inTime } from '../../db/in-time.ts';
import { troubleOf } from '../../db/trouble.ts';

async function told(work: () => Promise<unknown>, as: (thrown: unknown) => string): Promise<string> {
  const never = new Promise<string>((resolve) => setTimeout(() => resolve('neither an answer nor an error'), 2000));
  try {
    return await Promise.race([work().then(() => 'no trouble'), never]);
  } catch (thrown) {
    return as(thrown);
  }
}

const bare = (thrown: unknown): string =>
  thrown instanceof Error ? `${thrown.constructor.name} ${thrown.name}: ${thrown.message}` : typeof thrown;

export default {
  fetch: async (request: Request): Promise<Response> => {
    const { searchParams } = new URL(request.url);
    const url = searchParams.get('database') ?? '';
    const ours = searchParams.has('ours');
    const client = createClient(ours ? { url, fetch: inTime(300) } : { url });
    const write = () => client.batch(["insert into probe values ('x')"], 'write');
    return new Response(await told(write, ours ? (thrown) => troubleOf(thrown).why : bare));
  },
};
