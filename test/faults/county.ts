/** A year's product in this process over a libSQL server on which things go wrong: what the year's people use, with a hand on the line between. */

import { join } from 'node:path';
import { openDesk } from '../../bot/desk/desk.ts';
import { deliverer } from '../../bot/post/deliverer.ts';
import { commanded } from '../../bot/practice/installation/command-line.ts';
import { listening } from '../../bot/practice/installation/in-process.ts';
import { databaseFile, type Install } from '../../bot/practice/installation/installation.ts';
import { slackConfigOf } from '../../bot/practice/workspace/slack-config.ts';
import { serving } from '../../bot/serve/serving.ts';
import { tended } from '../../bot/serve/tend.ts';
import { slackDoor } from '../../bot/slack/app.ts';
import { createApp } from '../../bot/web/app.ts';
import { bundled } from '../../bot/web/bundle.ts';
import type { Checkpoint } from '../../core/ledger/checkpoint.ts';
import { type FactKind, isFactKind } from '../../core/ledger/fact.ts';
import { keepCheckpoint, keptCheckpoints } from '../../db/checkpoint-file.ts';
import type { Fault, Seen } from '../hrana/faults.ts';
import { type HranaServer, serveHrana } from '../hrana/server.ts';
import { takenBack } from './chance.ts';

export const answerMs = 2500;
/** Longer than an answer is waited for. */
export const slow: Fault = { slowMs: answerMs + 300 };

/** Not carried out when it was sent: what was decided is decided once more. */
const decidedAgain: ReadonlySet<Fault> = new Set([
  'request-lost',
  'late',
  'status-500',
  'stream-expired',
  'transaction-timeout',
  'busy',
]);

export type Door = 'page' | 'interface' | 'command line' | 'minute' | 'chat';

export interface Weather {
  /** How long a write is tried again. */
  readonly patienceMs: number;
  /** A batch with facts of these kinds is on its way. */
  readonly onFacts: (kinds: readonly FactKind[], server: HranaServer) => Fault | null;
  /** Something is read. */
  readonly onRead: (server: HranaServer) => Fault | null;
  /** A page or an answer of the interface was 503; true: whoever asked does so once more. */
  readonly onTrouble: (door: Door, words: string, server: HranaServer) => boolean;
  /** Nobody gets through to the database at present. */
  readonly isDown: () => boolean;
}

export const faultyCounty =
  (weather: Weather): Install =>
  async ({ seed, office, out, now, workspace: { app }, api }) => {
    const server = await serveHrana({ file: join(out, databaseFile) });
    const chance = takenBack(seed);
    const bytes = (where: string) => (count: number) => chance.bytes(where, now(), count);
    const posted = join(out, `${databaseFile}.checkpoints`);
    const opened = await openDesk({
      ...{ database: server.url, office, now, practice: true, answerMs, patienceMs: weather.patienceMs },
      keyFile: join(out, `${databaseFile}.key`),
      randomBytes: bytes('command-line'),
    });
    // Beside the file, as at a desk of its own: another year's are none of this one's.
    const desk = {
      ...opened,
      postedOutside: () => keptCheckpoints(posted),
      keepOutside: (checkpoint: Checkpoint) => keepCheckpoint(posted, checkpoint),
    };
    let fault: Fault | null = null;
    const fallsOn = (seen: Seen): boolean => {
      if (seen.sql.some((sql) => headSql.test(sql))) chance.mark();
      fault = isOfFacts(seen)
        ? weather.onFacts([...new Set(seen.args.filter(isFactKind))], server)
        : seen.writes
          ? null
          : weather.onRead(server);
      if (fault !== null && isOfFacts(seen) && decidedAgain.has(fault)) chance.rewind();
      return fault !== null;
    };
    server.faults.choose((seen) => (fallsOn(seen) ? fault : null));

    const pages = await listening();
    const deps = { ...desk, randomBytes: bytes('server'), site: pages.origin };
    const underWay = new Set<Promise<unknown>>();
    const deliver = (): void => {
      const work = outbox
        .deliverDue()
        .catch(() => {})
        .finally(() => underWay.delete(work));
      underWay.add(work);
    };
    const config = slackConfigOf(app, api);
    const door = slackDoor(deps, config, deliver);
    const outbox = deliverer(deps, door.messenger);
    const { fetch } = serving(createApp({ ...deps, assets: await bundled() }), door.hono);
    pages.answer(async (request) => {
      const path = new URL(request.url).pathname;
      if (path.startsWith('/slack/')) return fetch(request);
      for (;;) {
        const answer = await fetch(request.clone());
        if (answer.status !== 503) return answer;
        const words = await answer.clone().text();
        if (!weather.onTrouble(path.startsWith('/api/') ? 'interface' : 'page', words, server)) return answer;
      }
    });
    const idle = async (): Promise<void> => {
      do {
        await door.idle();
        await Promise.all(underWay);
      } while (underWay.size > 0);
    };
    const { mingchou, waits, head } = commanded(desk);
    return {
      site: pages.origin,
      ...{ head, idle },
      // While nobody gets through, nothing can be seen to wait.
      waits: async () => !weather.isDown() && (await waits()),
      mingchou: async (args) => {
        for (;;) {
          const printed = await mingchou(args);
          const isAgain =
            printed.exit === 4 && weather.isDown() && weather.onTrouble('command line', printed.err, server);
          if (!isAgain) return printed;
        }
      },
      minute: async () => {
        const minute = async (): Promise<void> => {
          await tended(deps);
          await outbox.deliverDue().catch(() => {});
        };
        await minute();
        // What fails is done by the next one.
        if (weather.isDown() && weather.onTrouble('minute', '', server)) await minute();
      },
      close: async () => {
        await pages.close();
        await idle();
        desk.close();
        await server.close();
      },
    };
  };

const headSql = /^select seq, hash from ledger order by seq desc limit 1/;
const isOfFacts = ({ sql }: Seen): boolean => sql.some((text) => text.startsWith('insert into ledger ('));
