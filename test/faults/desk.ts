/** A fresh desk over a libSQL server on which things go wrong; it loses patience quickly. */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDesk } from '../../bot/desk/desk.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { people, type TestDesk, value } from '../desk.ts';
import { type HranaServer, serveHrana } from '../hrana/server.ts';

export interface DeskAtServer extends TestDesk {
  readonly server: HranaServer;
}

/** @param answerMs how long an answer is waited for */
export async function deskAtServer(answerMs = 250): Promise<DeskAtServer> {
  const folder = mkdtempSync(join(tmpdir(), 'mingchou-faults-'));
  const server = await serveHrana({ file: join(folder, 'desk.db') });
  let clock = '2025-04-01T01:00:00.000Z';
  const desk = await openDesk({
    ...{ database: server.url, keyFile: join(folder, 'desk.key'), now: () => clock, answerMs, patienceMs: 60 },
  });
  onTestFinished(async () => {
    desk.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  value(await enrol(desk, people.office, people.office));
  for (const each of Object.values(people)) value(await enrol(desk, people.office, each));
  return {
    ...desk,
    postedOutside: async () => [],
    keepOutside: async () => {},
    ...{ folder, server, database: server.url },
    setNow: (moved) => {
      clock = moved;
    },
  };
}
