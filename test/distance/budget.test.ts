/**
 * How often the commonest acts go to the database and back, at the edge. Counted, not timed: Slack waits three seconds, and a way there and
 * back may take forty milliseconds. And what a minute costs in which nothing is due: there are 1,440 a day.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ChatDeps } from '../../bot/chat/door.ts';
import { home } from '../../bot/chat/home.ts';
import { askAhead } from '../../bot/edge/asked-ahead.ts';
import { measured } from '../../bot/edge/costs.ts';
import { tended } from '../../bot/serve/tend.ts';
import type { Frozen } from '../../bot/verbs/draw/freeze.ts';
import { reveal } from '../../bot/verbs/draw/reveal.ts';
import { calendarInForce } from '../../bot/verbs/registry/calendar-in-force.ts';
import { remindNow } from '../../bot/verbs/remind/remind.ts';
import { createApp } from '../../bot/web/app.ts';
import { database } from '../../db/database.ts';
import { pending } from '../../db/outbox.ts';
import { remembering } from '../../db/remembered.ts';
import { together } from '../../db/together.ts';
import { value } from '../desk.ts';
import { ceremonyUntil, hands, ownSecret, type PlannedDesk, plannedDesk, times } from '../drawn-desk.ts';
import { counted, type Tally, tally } from './counted.ts';

const cleanUps: (() => void)[] = [];
let desk: PlannedDesk;
let frozen: Frozen;
beforeAll(async () => {
  desk = await plannedDesk(times.morning, (cleanUp) => void cleanUps.push(cleanUp));
  frozen = await ceremonyUntil(desk, 'sealed');
  desk.setNow(times.seal);
  return () => {
    for (const cleanUp of cleanUps.reverse()) cleanUp();
  };
});

/** What one request at the edge asks of its database. */
async function asked(work: (deps: ChatDeps) => Promise<unknown>): Promise<Tally> {
  const { client, during } = counted(join(desk.folder, 'desk.db'));
  const all = tally();
  await during(all, async () => {
    const seen = remembering(together(client));
    const db = database(seen.client, seen.forget);
    const calendar = calendarInForce(db);
    askAhead(db, desk.now());
    await work({ ...desk, db, calendar: await calendar, site: 'https://mingchou.invalid' });
  });
  client.close();
  return all;
}

const page =
  (path: string) =>
  async (deps: ChatDeps): Promise<void> => {
    const { status } = await createApp(deps).request(path.replace('%plan', desk.plan));
    expect(status).toBe(200);
  };

describe('ways there and back at the edge', () => {
  it.each([
    ['the list of plans', 8, page('/plans')],
    ['a plan', 8, page('/plans/%plan')],
    ['the draws', 8, page('/draws')],
    ['the policy', 8, page('/policy')],
    ['the lists', 8, page('/lists')],
    ['somebody’s home page', 12, (deps: ChatDeps) => home(deps, hands.drafter)],
    ['a reminder by hand', 15, (deps: ChatDeps) => remindNow(deps, hands.drafter)],
  ] as const)('%s: at most %i', async (_, most, work) => {
    const { rounds, requests } = await asked(work);
    expect(rounds).toBeGreaterThan(0);
    expect(rounds).toBeLessThanOrEqual(most);
    expect(requests).toBeLessThanOrEqual(most + 5);
  });

  it('a witness opens its number in at most 12', async () => {
    const custody = frozen.manifest.participants.find(({ id }) => id === hands.deputy.person)?.custody;
    const secret = custody === 'desk' ? null : ownSecret(hands.deputy.person);
    const { rounds } = await asked(async (deps) => value(await reveal(deps, hands.deputy, { ceremony: 1, secret })));
    expect(rounds).toBeLessThanOrEqual(12);
  });
});

describe('a minute in which nothing is due', () => {
  const minute = (deps: ChatDeps): Promise<unknown> => tended(deps).then(() => pending(deps.db, deps.now(), 10_000));

  it('asks a handful of times and reads a handful of rows, once the minute before has found nothing', async () => {
    desk.setNow('2025-06-26T02:10:00.000Z');
    await asked((deps) => tended(deps));
    desk.setNow('2025-06-26T02:11:00.000Z');
    await asked((deps) => tended(deps));
    desk.setNow('2025-06-26T02:12:00.000Z');
    const idle = await asked(minute);
    // The page about costs reckons with this; here a ceremony is under way, which is looked at besides.
    expect(idle.requests).toBeLessThanOrEqual(measured.idle.subrequests + 1);
    for (const statement of idle.asked.flatMap((sql) => sql.split(' ;; '))) {
      const plan = await desk.db.read({ sql: `explain query plan ${statement}`, args: argsFor(statement) });
      // The last row alone is one row.
      const isLastRow = /from ledger order by seq desc limit 1\b/.test(statement);
      const whole = plan
        .map(({ detail }) => String(detail))
        .filter((detail) => /^SCAN (ledger|l|o|outbox|chat_delivery|outcome|notice|dossier)\b/.test(detail))
        .filter((detail) => !(isLastRow && detail === 'SCAN ledger'));
      expect(whole, statement).toEqual([]);
    }
  });

  it('looks again as soon as something is recorded, and within the hour', async () => {
    desk.setNow('2025-06-26T02:20:00.000Z');
    await asked((deps) => tended(deps));
    desk.setNow('2025-06-26T02:21:00.000Z');
    const idle = await asked((deps) => tended(deps));
    desk.setNow('2025-06-26T06:45:00.000Z');
    const later = await asked((deps) => tended(deps));
    expect(later.requests).toBeGreaterThan(2 * idle.requests);
  });
});

/** As many as there are places for them. */
const argsFor = (statement: string): null[] => (statement.match(/\?(?!\d)/g) ?? []).map(() => null);
