/**
 * Part 11: what distance costs. A whole year is acted with the product as at the edge, each request with a database client that counts: how
 * often an act goes there and back before it is answered, against the ways that fit into the three seconds that Slack waits, and how many
 * requests it makes in all, against the platform's ten thousand. Then the commonest readings once more over HTTP, twenty milliseconds away.
 */
import { join } from 'node:path';
import { home } from '../../bot/chat/home.ts';
import { openDesk } from '../../bot/desk/desk.ts';
import { askAhead } from '../../bot/edge/asked-ahead.ts';
import { databaseFile } from '../../bot/practice/installation/installation.ts';
import { runYear } from '../../bot/practice/year/run.ts';
import { years } from '../../bot/practice/year/years.ts';
import { roll } from '../../bot/verbs/people/roll.ts';
import { createApp } from '../../bot/web/app.ts';
import { openWeb } from '../../db/open-web.ts';
import { type CountedAct, countingYear } from '../distance/counting-year.ts';
import { serveHrana } from '../hrana/server.ts';
import { type Figure, median, under } from './figure.ts';

/** One way there and back to a database in the same part of the world. */
const wayMs = 20;
const slackMs = 3000;
const subrequestsMost = 10_000;

/** How the platform's and the chat's names read in a table; the rest is left out. */
const commonest: readonly (readonly [beginning: string, words: string])[] = [
  ['event message', 'words in a thread'],
  ['command /mingchou 填报', '/mingchou 填报, a link to the workbook'],
  ['command /draw 封签', '/draw 封签'],
  ['button draw-reveal', 'a witness opens its number (button)'],
  ['button draw-open', 'the draw is opened (button)'],
  ['button assign-visits', 'visits are handed out (button)'],
  ['form draw-freeze', 'the roster is frozen (form)'],
  ['form plan-compile', 'the plan is compiled (form)'],
  ['form recusal-declare', 'a recusal is declared (form)'],
  ['GET /visits/', 'phone page of a visit'],
  ['GET /api/books', 'workbooks: what may be opened'],
  ['POST /api/rows', 'workbooks: rows sent'],
  ['GET /plans', 'public page: plans'],
  ['GET /enterprise/', 'public page: an enterprise'],
  ['GET /figures', 'public page: figures'],
];

export async function distance(folder: string): Promise<readonly Figure[]> {
  const [script] = years.filter(({ id }) => id === 'fuan-2018');
  if (script === undefined) throw new Error('there is no such year');
  const acts: CountedAct[] = [];
  const { year } = await runYear(
    script,
    join(folder, 'distance'),
    () => {},
    undefined,
    countingYear((act) => void acts.push(act)),
  );
  await year.close();
  return [
    ...commonest.flatMap(([beginning, words]) =>
      figureOf(
        words,
        acts.filter(({ what }) => what.startsWith(beginning)),
      ),
    ),
    ...minutes(acts.filter(({ what }) => what === 'minute')),
    ...(await atDistance(join(year.out, databaseFile))),
  ];
}

function figureOf(words: string, acts: readonly CountedAct[]): readonly Figure[] {
  if (acts.length === 0) return [];
  const rounds = acts.map(({ done }) => done.rounds);
  const worst = Math.max(...rounds);
  const requests = Math.max(...acts.map(({ all }) => all.requests));
  const ours = `${median(rounds)} ways there and back, at most ${worst}: ${worst * wayMs} ms; ${requests} requests with all that follows`;
  return [
    under(11, `${words} (${acts.length})`, [worst * wayMs, ours], [slackMs, `3 s that Slack waits, at ${wayMs} ms`], 1),
    ...(requests * 10 < subrequestsMost
      ? []
      : [under(11, `${words}: requests`, [requests, `${requests}`], [subrequestsMost, '10,000 a request'], 0.1)]),
  ];
}

/** The cheapest quarter: those in which nothing was due. */
function minutes(acts: readonly CountedAct[]): readonly Figure[] {
  const idle = acts
    .map(({ all }) => all)
    .sort((a, b) => a.requests - b.requests)
    .slice(0, 40);
  const [requests, rows] = [median(idle.map((each) => each.requests)), median(idle.map((each) => each.rows))];
  return [
    under(
      11,
      'a minute in which nothing is due',
      [requests, `${requests} requests, ${rows} rows`],
      [8, '8 requests'],
      1,
    ),
  ];
}

async function atDistance(file: string): Promise<readonly Figure[]> {
  const desk = await openDesk({ database: `file:${file}`, practice: true });
  const server = await serveHrana({ file, distanceMs: wayMs });
  const figures: Figure[] = [];
  try {
    const office = (await roll(desk)).find(({ roles, ended }) => !ended && roles.includes('office'));
    const each = async (words: string, work: (deps: typeof desk & { readonly site: string }) => Promise<unknown>) => {
      const db = openWeb({ url: server.url, authToken: '' });
      const before = server.requests();
      const began = performance.now();
      askAhead(db, desk.now());
      await work({ ...desk, db, site: 'https://mingchou.invalid' });
      const ms = performance.now() - began;
      const requests = server.requests() - before;
      figures.push(
        under(11, `${words}, over HTTP`, [ms, `${ms.toFixed(0)} ms, ${requests} requests`], [slackMs, '3 s'], 1),
      );
      db.close();
    };
    for (const path of ['/', '/plans', '/draws', '/lists', '/outcomes', '/figures'])
      await each(`public page ${path}`, async (deps) => (await createApp(deps).request(path)).text());
    if (office !== undefined) await each('the office’s home page', (deps) => home(deps, office));
  } finally {
    await server.close();
    desk.close();
  }
  return figures;
}
