/**
 * The public's window: pages that anybody reads without an account. What is not public yet and what does not exist are answered alike, with
 * the same status and the same words, from the same reading of what is public today.
 */
import { type Context, Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { mayHaveRecord } from '../../verbs/draw/disclose.ts';
import { namesAsHeld } from '../../verbs/plan/names.ts';
import { atHead } from '../../verbs/public/at-head.ts';
import { enterpriseForPublic } from '../../verbs/public/enterprise.ts';
import { type Followed, followedUp } from '../../verbs/public/followed.ts';
import { listForPublic, listsForPublic } from '../../verbs/public/lists.ts';
import { mattersForPublic } from '../../verbs/public/matters.ts';
import { latestForPublic, type OutcomesPage, outcomesForPublic, pagesMost } from '../../verbs/public/outcomes.ts';
import { planForPublic, plansForPublic } from '../../verbs/public/plans.ts';
import { ownTicket } from '../../verbs/public/ticket.ts';
import { policyInForce } from '../../verbs/registry/policy-in-force.ts';
import type { Answering, Web } from '../answer.ts';
import { addressOf } from '../api/asker.ts';
import { drawsPage } from '../draw-page.ts';
import { drawLines, type PublicDeps } from '../draws.ts';
import { nothing } from '../frame.ts';
import { noPage, tooOften } from '../problem.ts';
import { enterprisePage } from './enterprise-page.ts';
import { homePage } from './home-page.ts';
import { everywhere, type PublicLimits } from './limits.ts';
import { publicListPage, publicListsPage } from './lists-page.ts';
import { keyInPath, keyTyped } from './number.ts';
import { outcomesPage, type Search } from './outcomes-page.ts';
import { planPage, plansPage } from './plans-page.ts';
import { policyPage } from './policy-page.ts';
import { publishedPage } from './published-page.ts';
import { quietCard } from './quiet.ts';
import { ticketPage } from './ticket-page.ts';

const draw = '/draws/:no{[0-9]{1,9}}';

/** @param desk the desk's own means, where this server has them: what became of findings is worked out with them */
export function publicRoutes(
  deps: PublicDeps,
  desk: Deps | null,
  { page, refused, problem }: Answering,
  limits: PublicLimits,
): Hono<Web> {
  const app = new Hono<Web>();
  const { db } = deps;
  const today = () => dayOf(deps.now());
  const draws = () => atHead(db, today(), 'draws', () => drawLines(deps));
  const policyNow = () => policyInForce(db, today());

  app.get('/', async (c) => {
    const [policy, plans, lines, latest] = await Promise.all([
      policyNow(),
      plansForPublic(db, today()),
      draws(),
      latestForPublic(db, today()),
    ]);
    return page(c, homePage({ policy, today: today(), plans, draws: lines, latest, desk: desk !== null }));
  });
  app.get('/policy', async (c) => page(c, policyPage(await policyNow(), today())));

  app.get('/plans', async (c) => page(c, plansPage(await plansForPublic(db, today()))));
  app.get('/plans/:no', async (c) => {
    const plan = await planForPublic(db, c.req.param('no'), today());
    const asked = c.req.query('version');
    const version =
      asked === undefined ? plan?.versions.at(-1) : plan?.versions.find((each) => String(each.plan.version) === asked);
    if (plan === null || version === undefined) return problem(c, noPage);
    const [policy, lines] = await Promise.all([policyNow(), draws()]);
    const key = `names/${plan.no}/${version.plan.version}`;
    const around = {
      names: await atHead(db, today(), key, () => namesAsHeld(db, version.plan)),
      draws: lines.filter((each) => each.plan === plan.no),
      quiet: policy === null ? nothing : quietCard(policy, today()),
    };
    return page(c, planPage(plan, version, around));
  });

  app.get('/published', async (c) => page(c, publishedPage(await mattersForPublic(db, today()))));

  app.get('/lists', async (c) => page(c, publicListsPage(await listsForPublic(db, today()))));
  app.get('/lists/:list{[a-z-]+}/:department', async (c) => {
    const asked = { list: c.req.param('list'), department: c.req.param('department') };
    const list = await listForPublic(db, asked, today());
    return list === null ? problem(c, noPage) : page(c, publicListPage(list));
  });

  app.get('/draws', async (c) => page(c, drawsPage(await draws())));
  app.get(`${draw}/ticket`, async (c) => {
    const ceremony = Number(c.req.param('no'));
    const typed = (c.req.query('number') ?? '').slice(0, 60);
    const key = keyTyped(typed);
    const allowed = await mayHaveRecord(deps, null, ceremony);
    if (!allowed.ok) return refused(c, allowed.error);
    if (key === null) return page(c, ticketPage({ ceremony, typed, ticket: null }));
    const seconds = Math.max(await limits.tickets.waitFor(addressOf(c)), await limits.allTickets.waitFor(everywhere));
    if (seconds > 0) {
      c.header('retry-after', String(seconds));
      return problem(c, tooOften);
    }
    const ticket = await ownTicket(deps, ceremony, key);
    return ticket.ok ? page(c, ticketPage({ ceremony, typed, ticket: ticket.value })) : refused(c, ticket.error);
  });

  app.get('/outcomes', async (c) => {
    const search = searchOf(c);
    const found = await foundBy(search, pageOf(c));
    const plans = search.kind === 'none' || search.kind === 'task' ? await plansForPublic(db, today()) : [];
    return page(c, outcomesPage(search, found, plans));
  });
  const foundBy = async (search: Search, no: number): Promise<OutcomesPage> => {
    if (search.kind === 'none' || search.kind === 'too-short') return { rows: [], page: 1, more: false };
    const { plan, task } = search.kind === 'task' ? search : { plan: undefined, task: undefined };
    const asked = search.kind === 'text' ? { search: search.typed } : { ...(plan === undefined ? {} : { plan, task }) };
    return outcomesForPublic(db, { ...asked, page: no }, today());
  };
  app.get('/enterprise/:kind/:number', async (c) => {
    const key = keyInPath(c.req.param('kind'), c.req.param('number'));
    const found = key === null ? null : await enterpriseForPublic(db, key, today());
    if (found === null) return problem(c, noPage);
    const followed = desk === null ? new Map<string, Followed>() : await followedUp(desk, found.outcomes);
    return page(c, enterprisePage(found, followed, { policy: await policyNow(), today: today() }));
  });
  return app;
}

function searchOf(c: Context): Search {
  const typed = (c.req.query('q') ?? '').normalize('NFKC').trim().slice(0, 60);
  const [plan, task] = [c.req.query('plan'), c.req.query('task')];
  if (typed !== '') return { kind: [...typed].length < 2 ? 'too-short' : 'text', typed };
  return plan !== undefined && task !== undefined ? { kind: 'task', plan, task } : { kind: 'none' };
}

const pageOf = (c: Context): number => {
  const asked = Number(c.req.query('page') ?? '1');
  return Number.isInteger(asked) && asked >= 1 && asked <= pagesMost ? asked : 1;
};
