/**
 * Every page and public answer on one screen; the desk runs it by Node, the edge as a Worker. The digests of a draw are answered at
 * once, its whole record only to those who may have it. What is for people signed in needs the whole desk behind it.
 */
import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Deps } from '../deps.ts';
import { assignmentPage } from '../paper/assignments.ts';
import { sealedSlip } from '../paper/sealed-slip.ts';
import { workbook } from '../paper/workbook.ts';
import { sayRefusal } from '../say/refusal.ts';
import { databaseTroubleIn } from '../say/trouble.ts';
import { actorOfToken } from '../verbs/chat/excel.ts';
import { signIn, signInOf } from '../verbs/chat/sign-in.ts';
import { printSlip } from '../verbs/draw/print-slip.ts';
import { slipDesk } from '../verbs/draw/slips.ts';
import { listsFor } from '../verbs/visit/lists-for.ts';
import { outsideVisitsFor } from '../verbs/visit/outside-visits.ts';
import { answering, fileAnswer, type Web } from './answer.ts';
import { bearerOf } from './api/asker.ts';
import { answerFault } from './api/fault.ts';
import { answerTrouble, refusedBy } from './api/problem.ts';
import type { Limits } from './api/rate.ts';
import { apiRoutes } from './api/routes.ts';
import { unlessMoved } from './closed.ts';
import { drawPage, waysFor } from './draw-page.ts';
import { ceremonyOnPage, checkpointText, type PublicDeps, recordOnPage } from './draws.ts';
import { bodyOf, textOf } from './form.ts';
import { mark, type Programs, scripts } from './frame.ts';
import { headers, ofPaper, ownForms, shortForms } from './guard.ts';
import { listsPage, sheetsOf } from './lists-page.ts';
import { noticeRoutes } from './notices.ts';
import { outsidePage } from './outside-page.ts';
import { ownPage, ownWays } from './own-page.ts';
import { eachTime } from './pane/keeping.ts';
import { type PaneServing, paneHeaders, paneRoutes } from './pane/serve.ts';
import { paperRoutes } from './papers.ts';
import { away, foreignForm, noPage, notSignedIn, tooLong, trouble, wantsPage } from './problem.ts';
import { publicCaching, publicPaths } from './public/caching.ts';
import { figuresRoutes } from './public/figures-routes.ts';
import { type PublicLimits, publicLimits } from './public/limits.ts';
import { publicRoutes } from './public/routes.ts';
import { withTelephones } from './public/telephones.ts';
import { voiceRoutes } from './public/voice.ts';
import { leftBy, sentAgain } from './sent-again.ts';
import { endSession, forgetWanted, keepSession, keepWanted, visitor, wantedPath } from './session.ts';
import { signInPage } from './sign-in.ts';
import { slipPage } from './slip-page.ts';
import { style } from './style.ts';
import { verifyPage } from './verify-page.ts';
import { visitRoutes } from './visit-form/routes.ts';
import { carryOut, refusedAct, toldOf, witnessActs, witnessed } from './witness.ts';
import { witnessPage } from './witness-page.ts';

export interface Site {
  /** The own address as browsers know it, without a slash at the end. */
  readonly site?: string;
  /** Programs for the browser; without them the pages say what can be done at the command line. */
  readonly assets?: Programs;
  /** The pane of workbooks, where this server has it. */
  readonly pane?: PaneServing;
  /** How often the interface of workbooks may be asked. */
  readonly limits?: Limits;
  /** How often the public may send and look up; at the edge it outlives the request. */
  readonly publicLimits?: PublicLimits;
}

/** Only the public part works without the desk's own means (its key, its clock, its chance). */
export type AppDeps = (PublicDeps | Deps) & Site;

const draw = '/:no{[0-9]{1,9}}';
const numberOf = (c: Context): number => Number(c.req.param('no'));

export function createApp(deps: AppDeps): Hono<Web> {
  const app = new Hono<Web>();
  const { page, refused, problem } = answering(deps.office, deps.assets, isDesk(deps));
  const { publicLimits: limits = publicLimits() } = deps;
  // First, so that it has the last word over the general policy.
  for (const path of [`/lists${draw}/sheet`, `/slip${draw}/paper`]) app.use(path, ofPaper);
  if (deps.pane !== undefined) app.use('/addin/*', paneHeaders(deps.pane));
  app.use(headers());
  app.use(unlessMoved(deps, { problem }));
  app.use(async (c, next) => {
    c.set('actor', await visitor(c, deps));
    c.header('cache-control', 'no-store');
    await next();
  });

  for (const path of publicPaths) app.use(path, ...publicCaching);
  for (const path of [...publicPaths, '/verify', '/voice', '/voice/*']) app.use(path, withTelephones(deps));
  app.route('/', publicRoutes(deps, isDesk(deps) ? deps : null, { page, refused, problem }, limits));
  app.get('/checkpoint', async (c) => c.text(await checkpointText(deps)));
  app.get('/verify', (c) =>
    page(c, verifyPage(/^\d{1,9}$/.test(c.req.query('draw') ?? '') ? Number(c.req.query('draw')) : null)),
  );
  for (const { name, type, text } of beside(deps)) {
    app.get(`/assets/${name}`, (c) => c.body(text, 200, { 'content-type': type, 'cache-control': eachTime }));
  }

  app.get(`/draws${draw}`, async (c) => {
    const found = await ceremonyOnPage(deps, numberOf(c));
    if (!found.ok) return refused(c, found.error);
    return wantsPage(c) ? page(c, drawPage(found.value, waysFor(c.get('actor'), found.value))) : c.json(found.value);
  });
  app.get('/draws/:file{[0-9]{1,9}\\.json}', async (c) => {
    const found = await ceremonyOnPage(deps, Number.parseInt(c.req.param('file'), 10));
    return found.ok ? c.json(found.value) : refused(c, found.error);
  });
  app.get(`/draws${draw}/record.json`, async (c) => {
    // A pane shows its token: to read a record, and for nothing else among the pages.
    const token = bearerOf(c);
    const holder = token === null ? null : await actorOfToken(deps, token);
    const found = await recordOnPage(deps, numberOf(c), holder?.ok ? holder.value : c.get('actor'));
    if (found.ok) return c.json(found.value);
    if (holder === null) return refused(c, found.error);
    return answerTrouble(c, refusedBy(holder.ok ? found.error : holder.error));
  });

  if (isDesk(deps)) signedIn(app, deps, limits);
  if (deps.pane !== undefined) {
    app.route('/', paneRoutes(deps.pane, { page, refused, problem }, siteOf(deps)));
  }

  app.onError(async (error, c) => {
    if (error instanceof HTTPException) return problem(c, error.status === 413 ? tooLong : foreignForm);
    if (c.req.path.startsWith('/api/')) return answerFault(error, c);
    const database = databaseTroubleIn(error);
    if (database !== null) {
      console.error(`page ${database.code}`);
      return problem(c, away(database.why, leftBy(c, database)), await sentAgain(c));
    }
    // The driver's messages may hold the statement; the reader is told nothing of it.
    console.error(error.name);
    return problem(c, trouble);
  });
  app.notFound((c) => problem(c, noPage));
  return app;
}

/** What pages ask for beside themselves. */
function beside({
  assets = 'beside',
}: Site): readonly { readonly name: string; readonly type: string; readonly text: string }[] {
  const programs = assets === 'beside' ? [] : scripts.map((name) => ({ name: `${name}.js`, text: assets[name] }));
  return [
    { name: 'page.css', type: 'text/css; charset=utf-8', text: style },
    { name: 'mark.svg', type: 'image/svg+xml', text: mark },
    ...programs.map((program) => ({ ...program, type: 'text/javascript; charset=utf-8' })),
  ];
}

/** The own address as browsers know it; where it is not set, the one that was asked. */
const siteOf =
  ({ site }: Site) =>
  (c: Context): string =>
    site ?? new URL(c.req.url).origin;

const isDesk = (deps: AppDeps): deps is Deps & Site => 'sealKey' in deps;

/** Pages of people who came by a private link from the chat. */
function signedIn(app: Hono<Web>, deps: Deps & Site, limits: PublicLimits): void {
  const { page, refused, problem } = answering(deps.office, deps.assets, true);
  const site = siteOf(deps);
  const signInFirst = (c: Context<Web>): Response => {
    if (c.req.method === 'GET') keepWanted(c, site(c));
    return problem(c, notSignedIn);
  };
  app.route('/', apiRoutes(deps));
  app.route('/', visitRoutes(deps, { page, refused, problem }, signInFirst));
  app.route('/', noticeRoutes(deps, { refused, problem }, signInFirst));
  app.route('/', paperRoutes(deps, { page, refused }, signInFirst));
  app.route('/', figuresRoutes(deps, { page, refused, problem }));
  app.route('/', voiceRoutes(deps, { page, refused, problem }, limits));

  for (const path of ['/in/*', '/out', '/witness/*', '/slip/*']) app.use(path, ownForms(deps.site), shortForms);
  app.get('/in/:code', async (c) => {
    const to = wantedPath(c, c.req.query('to') ?? '/');
    const whose = await signInOf(deps, c.req.param('code'));
    if (whose.ok) return page(c, signInPage(c.req.param('code'), whose.value, to));
    return c.get('actor') === null ? refused(c, whose.error) : c.redirect(to, 303);
  });
  app.post('/in/:code', async (c) => {
    const to = wantedPath(c, textOf((await bodyOf(c)).to));
    const begun = await signIn(deps, c.req.param('code'));
    if (begun.ok) keepSession(c, begun.value.session, site(c));
    // The button pressed twice: the first press has signed in already.
    else if (c.get('actor') === null) return refused(c, begun.error);
    forgetWanted(c);
    return c.redirect(to, 303);
  });
  app.post('/out', async (c) => {
    await endSession(c, deps);
    return c.redirect('/', 303);
  });

  app.get('/mine', async (c) => {
    const actor = c.get('actor');
    return actor === null ? signInFirst(c) : page(c, ownPage(await ownWays(deps, actor, deps.pane !== undefined)));
  });

  app.get(`/lists${draw}`, async (c) => {
    const actor = c.get('actor');
    if (actor === null) return signInFirst(c);
    const lists = await listsFor(deps, actor, numberOf(c));
    return lists.ok ? page(c, listsPage(lists.value)) : refused(c, lists.error);
  });
  app.get(`/lists${draw}/:file{(visits|assignments)\\.xlsx}`, async (c) => {
    const actor = c.get('actor');
    if (actor === null) return signInFirst(c);
    const lists = await listsFor(deps, actor, numberOf(c));
    if (!lists.ok) return refused(c, lists.error);
    const which = c.req.param('file') === 'visits.xlsx' ? 'visits' : 'assignments';
    const sheets = sheetsOf(which, lists.value);
    if (sheets.length === 0 || lists.value.scope.kind === 'inspector') return problem(c, noPage);
    return fileAnswer(c, await workbook(sheets, lists.value.head.date), bookNames[which], xlsx);
  });
  app.get(`/lists${draw}/sheet`, async (c) => {
    const actor = c.get('actor');
    if (actor === null) return signInFirst(c);
    const lists = await listsFor(deps, actor, numberOf(c));
    if (!lists.ok) return refused(c, lists.error);
    if (actor.inspector === '') return problem(c, noPage);
    const { head, visits } = lists.value;
    return c.html(assignmentPage(head, visits, actor.inspector));
  });

  app.get(`/outside${draw}`, async (c) => {
    const actor = c.get('actor');
    if (actor === null) return signInFirst(c);
    const found = await outsideVisitsFor(deps, actor, numberOf(c));
    return found.ok ? page(c, outsidePage(found.value)) : refused(c, found.error);
  });

  app.get(`/slip${draw}`, async (c) => {
    const actor = c.get('actor');
    if (actor === null) return signInFirst(c);
    const found = await slipDesk(deps, actor, numberOf(c));
    return found.ok ? page(c, slipPage(found.value, null)) : refused(c, found.error);
  });
  app.post(`/slip${draw}/paper`, async (c) => {
    const actor = c.get('actor');
    if (actor === null) return signInFirst(c);
    const ceremony = numberOf(c);
    const { supervisor, reason } = await c.req.parseBody();
    const printed = await printSlip(deps, actor, { ceremony, supervisor: textOf(supervisor), reason: textOf(reason) });
    if (printed.ok) return c.html(sealedSlip(printed.value));
    const found = await slipDesk(deps, actor, ceremony);
    return found.ok ? page(c, slipPage(found.value, sayRefusal(printed.error)), 422) : refused(c, printed.error);
  });

  app.get(`/witness${draw}`, async (c) => {
    const actor = c.get('actor');
    if (actor === null) return signInFirst(c);
    const found = await witnessed(deps, actor, numberOf(c));
    return found.ok ? page(c, witnessPage(found.value, actor, toldOf(c.req.query('done')))) : refused(c, found.error);
  });
  for (const act of witnessActs) {
    app.post(`/witness${draw}/${act}`, async (c) => {
      const actor = c.get('actor');
      if (actor === null) return signInFirst(c);
      const ceremony = numberOf(c);
      const body = await bodyOf(c);
      const done = await carryOut(deps, actor, { act, ceremony, field: (name) => textOf(body[name]) });
      if (done.ok) return c.redirect(`/witness/${ceremony}?done=${act}`, 303);
      const found = await witnessed(deps, actor, ceremony);
      return found.ok ? page(c, witnessPage(found.value, actor, refusedAct(done.error)), 422) : refused(c, found.error);
    });
  }
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const bookNames = { visits: '待检名单.xlsx', assignments: '执法检查人员任务安排.xlsx' } as const;
