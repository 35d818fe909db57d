/**
 * What the bench has the edge do: the product's own verbs in a Worker, over libSQL by HTTP, as `bot/edge/edge.ts` opens it; without the
 * chat around them, whose answers do not grow with the lists.
 */

import type { Deps } from '../../../bot/deps.ts';
import { staff } from '../../../bot/practice/people.ts';
import { freeze } from '../../../bot/verbs/draw/freeze.ts';
import { ceremonyHeld } from '../../../bot/verbs/draw/held.ts';
import { heldTable } from '../../../bot/verbs/draw/held-roster.ts';
import { open } from '../../../bot/verbs/draw/open.ts';
import { wholeRecord } from '../../../bot/verbs/draw/record.ts';
import { importSubjects } from '../../../bot/verbs/registry/large/import-large.ts';
import { selectionOf } from '../../../core/draw/result.ts';
import { ticketsOf } from '../../../core/draw/stream.ts';
import { chineseCalendar } from '../../../core/policy/holidays.ts';
import { policies } from '../../../core/policy/index.ts';
import { stageRecord } from '../../../db/draws.ts';
import { openWeb } from '../../../db/open-web.ts';
import { secretKey } from '../../../db/secret.ts';
import { asked, frozenAt, openedAt } from '../jobs/asked.ts';
import { must } from '../must.ts';

interface Env {
  readonly DATABASE: string;
  readonly KEY: string;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const name = new URL(request.url).pathname.slice(1);
    const job = jobs.get(name);
    if (job === undefined) return new Response(`no job ${name}`, { status: 404 });
    try {
      return Response.json(await job(await depsOf(env, name === 'open' ? openedAt : frozenAt), request));
    } catch (thrown) {
      return new Response(thrown instanceof Error ? `${thrown.stack}` : String(thrown), { status: 500 });
    }
  },
};

async function depsOf({ DATABASE, KEY }: Env, now: string): Promise<Deps> {
  return {
    db: openWeb({ url: DATABASE, authToken: 'none' }),
    now: () => now,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    office: '清漪县联席会议办公室',
    policies,
    calendar: chineseCalendar(),
    sealKey: () => secretKey(KEY),
    postedOutside: async () => [],
    keepOutside: async () => {},
  };
}

type Facts = Readonly<Record<string, number | string>>;

const jobs = new Map<string, (deps: Deps, request: Request) => Promise<Facts>>([
  ['idle', async (deps) => ({ rows: (await deps.db.read('select 1')).length })],
  [
    'import',
    // The file lies where it can be read twice, as in a store of objects; a body of a request can be read once, and 100 MB at most.
    async (deps, request) => {
      const address = await request.text();
      const source = async function* (): AsyncGenerator<Uint8Array> {
        const { body } = await fetch(address);
        if (body === null) throw new Error('no file');
        yield* body;
      };
      const { added, rejected } = must(await importSubjects(deps, staff.drafter, { source, file: 'list.csv' }));
      return { added, rejected: rejected.length };
    },
  ],
  [
    'freeze',
    async (deps) => {
      const { manifest } = must(await freeze(deps, staff.drafter, asked));
      return { rows: manifest.roster.rows, pages: manifest.roster.pages.length };
    },
  ],
  [
    'draw',
    async (deps) => {
      const { manifest } = must(await ceremonyHeld(deps.db, 1));
      const table = await heldTable(deps.db, manifest);
      const selection = selectionOf(manifest, table, ticketsOf('0'.repeat(64), table.rows));
      await stageRecord(deps.db, selection.tasks);
      return { visits: selection.visits.length };
    },
  ],
  [
    'open',
    async (deps) => {
      const { record } = must(await open(deps, staff.drafter, 1));
      return { digest: record.digest, pages: record.pages.length };
    },
  ],
  [
    'record',
    async (deps) => {
      const record = must(await wholeRecord(deps.db, 1));
      return { visits: record.result.visits.length };
    },
  ],
]);
