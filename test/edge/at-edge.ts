/**
 * A year's product at the edge: the Worker in workerd over a libSQL server, and an administrator's machine whose command line reaches the
 * same server. The three share nothing but the database and the key.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDesk } from '../../bot/desk/desk.ts';
import { chanceAt } from '../../bot/practice/installation/chance-at.ts';
import { commanded } from '../../bot/practice/installation/command-line.ts';
import { databaseFile, type Install } from '../../bot/practice/installation/installation.ts';
import { keepCheckpoint, keptCheckpoints } from '../../db/checkpoint-file.ts';
import { serveHrana } from '../hrana/server.ts';
import { before } from './before.ts';
import { idlePath, seedSetting } from './rehearsal.ts';
import { workerd } from './workerd.ts';

export interface Counts {
  /** Requests that reached the Worker, and those that reached the database, so far. */
  readonly worker: number;
  readonly database: number;
}

export interface AtEdge {
  readonly install: Install;
  readonly counts: () => Counts;
  /** What the Worker said in its log. */
  readonly logs: () => readonly string[];
}

const token = 'rehearsal';

export function atEdge(): AtEdge {
  let counts = (): Counts => ({ worker: 0, database: 0 });
  let logs = (): readonly string[] => [];
  const install: Install = async ({ seed, office, out, now, workspace: { app }, api }) => {
    const database = await serveHrana({ file: join(out, databaseFile), token });
    const keyFile = join(out, `${databaseFile}.key`);
    const posted = join(out, `${databaseFile}.checkpoints`);
    const bytes = chanceAt(seed, 'command-line');
    const desk = await openDesk({
      ...{ database: database.url, authToken: token, office, now, keyFile, practice: true },
      randomBytes: (count) => bytes(now(), count),
    });
    const site = await before(now);
    const worker = await workerd({
      entry: 'test/edge/rehearsal-worker.ts',
      vars: {
        MINGCHOU_DB: database.url,
        MINGCHOU_DB_TOKEN: token,
        MINGCHOU_OFFICE: office,
        MINGCHOU_SITE: site.url,
        MINGCHOU_KEY: (await readFile(keyFile, 'utf8')).trim(),
        MINGCHOU_SLACK_API: api,
        MINGCHOU_SLACK_BOT_TOKEN: app.token,
        MINGCHOU_SLACK_SIGNING_SECRET: app.signingSecret,
        [seedSetting]: seed,
      },
    });
    site.pass(worker.url);
    counts = () => ({ worker: site.requests(), database: database.requests() });
    logs = worker.logs;
    return {
      site: site.url,
      ...commanded({
        ...desk,
        postedOutside: () => keptCheckpoints(posted),
        keepOutside: (checkpoint) => keepCheckpoint(posted, checkpoint),
      }),
      idle: async () => {
        await fetch(`${worker.url}${idlePath}`);
      },
      minute: () => worker.minute(new Date(now())),
      close: async () => {
        await site.close();
        await worker.close();
        desk.close();
        await database.close();
      },
    };
  };
  return { install, counts: () => counts(), logs: () => logs() };
}
