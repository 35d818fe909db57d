/**
 * The page's own server: the page itself, what a member sees, what he does, and a signal whenever something changed. It stands beside
 * the Web API on the same port, and asks for a header that no other site's page can send.
 */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { addWorkingDays, type Calendar, parseDate } from '../../../core/calendar.ts';
import type { Words } from '../../../core/words.ts';
import { dayOf, minuteOf } from '../../today.ts';
import type { PracticeClock } from '../clock.ts';
import { fileAnswer } from './api.ts';
import type { PageBundle } from './bundle.ts';
import { type Obj, objOf, parsed, strOf } from './json.ts';
import { postScheduled } from './methods/chat.ts';
import { pageAct } from './page-act.ts';
import type { PageCommand, PageSpreadsheet, PageStep } from './page-shape.ts';
import { maySeeFile, pageState } from './page-state.ts';
import type { Workspace } from './workspace.ts';

export interface PageOptions {
  readonly workspace: Workspace;
  readonly bundle: PageBundle;
  readonly commands: readonly PageCommand[];
  readonly time: PageTime | null;
  readonly tour: PageTour | null;
  readonly spreadsheet?: PageSpreadsheet;
}

export interface PageTime {
  readonly clock: PracticeClock;
  readonly calendar: Calendar;
  /** After the clock was moved: what is due by then is done. */
  readonly moved: () => Promise<void>;
}

export interface PageTour {
  readonly steps: () => Promise<readonly PageStep[]>;
  /** Does a step in the reader's place. @returns what hindered it, if anything */
  readonly forMe: (step: string) => Promise<Words | null>;
}

const bodyMax = 40_000_000;
const csp =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function page({ workspace, bundle, commands, time, tour, spreadsheet }: PageOptions): Hono {
  const { ground } = workspace;
  const app = new Hono();

  const text = (body: string, type: string) =>
    new Response(body, {
      headers: {
        'content-type': `${type}; charset=utf-8`,
        'content-security-policy': csp,
        'cache-control': 'no-store',
      },
    });
  app.get('/', () => text(bundle.html, 'text/html'));
  app.get('/page/page.js', () => text(bundle.js, 'text/javascript'));
  app.get('/page/page.css', () => text(bundle.css, 'text/css'));
  app.get('/favicon.ico', () => new Response(null, { status: 204 }));

  const isMember = (id: string): boolean => ground.world.members.get(id)?.bot === false;

  app.get('/page/state', async (c) => {
    const me = c.req.query('as') ?? '';
    if (!isMember(me)) return c.json({ problem: 'no-member', members: first(workspace) });
    const given = {
      now: time === null ? new Date(ground.county()).toISOString() : time.clock.now(),
      clock: time !== null,
      commands,
      tour: tour === null ? [] : await tour.steps(),
      spreadsheet: spreadsheet ?? null,
    };
    return c.json(pageState(ground, me, c.req.query('channel') ?? '', given));
  });

  app.get('/page/files/:id', (c) => {
    const id = c.req.param('id');
    return maySeeFile(ground, c.req.query('as') ?? '', id) ? fileAnswer(ground, id) : c.text('not found', 404);
  });

  app.get('/page/changes', (c) =>
    streamSSE(c, async (stream) => {
      let changed: () => void = () => {};
      // What changes while a signal is being written waits for the next one.
      let due = false;
      const stop = ground.store.onChange(() => {
        due = true;
        changed();
      });
      stream.onAbort(() => {
        stop();
        changed();
      });
      await stream.writeSSE({ data: 'open' });
      while (!stream.aborted) {
        if (!due)
          await new Promise<void>((resolve) => {
            changed = resolve;
            setTimeout(resolve, 20_000).unref();
          });
        // Many changes come together; one signal is enough for them.
        await stream.sleep(40);
        due = false;
        if (!stream.aborted) await stream.writeSSE({ data: String(ground.store.size()) });
      }
    }),
  );

  app.use('/page/do/*', async (c, next) => (c.req.header('x-practice') === '1' ? next() : c.text('403', 403)));
  app.use('/page/do/*', bodyLimit({ maxSize: bodyMax }));
  app.post('/page/do/act', async (c) => {
    const { as, act } = await bodyOf(c);
    const user = strOf(as);
    return isMember(user) ? c.json(await pageAct(ground, user, objOf(act))) : c.json({ problem: 'no-member' }, 404);
  });
  app.post('/page/do/language', async (c) => {
    const { locale } = await bodyOf(c);
    await workspace.setLocale(locale === 'en-US' ? 'en-US' : 'zh-CN');
    return c.json({});
  });
  app.post('/page/do/clock', async (c) => {
    if (time === null) return c.json({ problem: 'no-clock' }, 404);
    const { to } = await bodyOf(c);
    const civil = civilOf(strOf(to), time);
    if (civil === null) return c.json({ problem: 'not-a-date' });
    time.clock.moveTo(civil);
    await postScheduled(ground);
    await time.moved();
    ground.store.touch();
    return c.json({ now: time.clock.now() });
  });
  app.post('/page/do/tour', async (c) => {
    const { step } = await bodyOf(c);
    const hindered = tour === null ? null : await tour.forMe(strOf(step));
    ground.store.touch();
    return c.json(hindered === null ? {} : { hindered });
  });
  return app;
}

const bodyOf = async (c: Context): Promise<Obj> => objOf(parsed(await c.req.text()));

/** For a page that does not know anybody yet. */
const first = ({ ground }: Workspace): readonly Obj[] =>
  [...ground.world.members.values()].filter(({ bot }) => !bot).map(({ id, realName }) => ({ id, name: realName }));

/** `next-working-day`, `hour`, or a civil time that lies ahead. */
function civilOf(to: string, { clock, calendar }: PageTime): string | null {
  const now = clock.now();
  if (to === 'next-working-day') return `${addWorkingDays(calendar, dayOf(now), 1).date}T09:00`;
  if (to === 'hour') return minuteOf(new Date(Date.parse(now) + 3_600_000).toISOString());
  const [date = '', minute = '09:00'] = to.split('T');
  return parseDate(date).ok && /^([01]\d|2[0-3]):[0-5]\d$/.test(minute) ? `${date}T${minute}` : null;
}
