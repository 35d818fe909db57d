/**
 * Filling over a workbook and the desk. Whatever writes comes one after the other, so that two clicks do not meet in one worksheet; a second
 * submission while one is under way joins it.
 */
import type { Who } from '../../core/api/shapes.ts';
import { books as booksShape } from '../../core/api/shapes.ts';
import type { SheetHost } from '../host/sheet-host.ts';
import type { Api, ApiDone } from './api-port.ts';
import { type Done, type Filling, quiet, type Sent } from './filling.ts';
import { keptOnce } from './kept/kept-once.ts';
import { openSession } from './session.ts';
import type { Store } from './store-port.ts';
import { pending } from './submit/outbox.ts';
import { attempt, done, ofApi } from './trouble.ts';
import type { Work } from './work.ts';

type Acts = typeof import('./acts.ts');

export interface FillingDeps {
  readonly host: SheetHost;
  readonly api: Api;
  readonly store: Store;
  /** 8 to 60 letters, digits and hyphens that nobody else has, such as `crypto.randomUUID()`. */
  readonly makeId: () => string;
  readonly now: () => Date;
}

export async function openFilling(deps: FillingDeps): Promise<Filling> {
  const session = await openSession(deps.store, deps.now);
  const api = watched(deps.api, session.expire);
  const references: Work['references'] = new Map();
  /** For one act. */
  const newWork = (): Work => ({ ...deps, host: keptOnce(deps.host), api, session, references });
  const inTurn = turns();
  const underWay = new Map<string, Promise<Done<Sent>>>();
  /** The same act while it is under way is the same act. */
  const joined = (key: string, sends: () => Promise<Done<Sent>>): Promise<Done<Sent>> => {
    const running = underWay.get(key);
    if (running !== undefined) return running;
    const begun = inTurn(sends).finally(() => underWay.delete(key));
    underWay.set(key, begun);
    return begun;
  };
  /** One act on worksheets, once the program for it is there. */
  const act = <T>(does: (acts: Acts, work: Work) => Promise<Done<T>>): Promise<Done<T>> =>
    attempt(async () => does(await import('./acts.ts'), newWork()));
  const asked = async <T>(answer: Promise<ApiDone<T>>): Promise<Done<T>> => {
    const given = await answer;
    return given.ok ? done(given.value) : { ok: false, trouble: ofApi(given.trouble) };
  };

  return {
    who: session.who,
    signIn: (code) =>
      attempt(async (): Promise<Done<Who>> => {
        const signed = await asked(api.signIn({ code: code.trim() }));
        if (!signed.ok) return signed;
        await session.begin(signed.value);
        references.clear();
        return done(signed.value.who);
      }),
    signOut: async () => {
      // Whether the desk hears of it or not: here it ends.
      if (session.who() !== null) await api.signOut();
      await session.end();
      references.clear();
    },
    books: () =>
      attempt(async () => {
        const books = await asked(api.books());
        if (books.ok) {
          await session.listed(books.value);
          return done(books.value.books);
        }
        const copy = books.trouble.kind === 'offline' ? await session.kept('books', booksShape) : null;
        return copy === null ? books : done(copy.value.books);
      }),
    bound: () => inTurn(() => act(({ boundSheets }, work) => boundSheets(work))),
    open: (ref, step = quiet) => inTurn(() => act(({ openBook }, work) => openBook(work, ref, step))),
    candidates: () => inTurn(() => act(({ candidatesOf }, work) => candidatesOf(work))),
    adopt: (worksheet, ref, named = {}) => inTurn(() => act(({ adopt }, work) => adopt(work, worksheet, ref, named))),
    nameColumns: (worksheet, answers) =>
      inTurn(() => act(({ nameColumns }, work) => nameColumns(work, worksheet, answers))),
    check: (worksheet, step = quiet) =>
      inTurn(() => act(({ checkAndMark }, work) => checkAndMark(work, worksheet, step))),
    recheck: (worksheet, why, step = quiet) =>
      inTurn(() => act(({ recheck }, work) => recheck(work, worksheet, why, step))),
    preview: (worksheet, step = quiet) => inTurn(() => act(({ preview }, work) => preview(work, worksheet, step))),
    submit: (preview, choice, step = quiet) =>
      joined(`submit ${preview.sheet.worksheet}`, () => act(({ submit }, work) => submit(work, preview, choice, step))),
    unfinished: () =>
      attempt(async () => {
        // What is just being sent from here is no matter for anybody yet.
        if (underWay.size > 0) return done(0);
        return done((await pending(newWork())).reduce((sum, { request }) => sum + request.rows.length, 0));
      }),
    resume: (step = quiet) => joined('resume', () => act(({ resume }, work) => resume(work, step))),
    refresh: (worksheet, step = quiet) => inTurn(() => act(({ refresh }, work) => refresh(work, worksheet, step))),
    conflicts: (worksheet) => inTurn(() => act(({ conflictsOf }, work) => conflictsOf(work, worksheet))),
    solve: (worksheet, id, sides, reason = '') =>
      joined(`solve ${worksheet} ${id}`, () =>
        act(({ solve }, work) => solve(work, worksheet, id, { sides, reason }, quiet)),
      ),
    show: (worksheet, row, header) => act(({ showCell }, work) => showCell(work, worksheet, row, header)),
    draws: () =>
      attempt(async () => {
        const draws = await asked(api.draws());
        return draws.ok ? done(draws.value.draws) : draws;
      }),
    record: (no) => attempt(() => asked(api.record(no))),
    figures: () =>
      inTurn(() =>
        act(async ({ figuresSheet }) => {
          const figures = await asked(api.figures());
          if (!figures.ok) return figures;
          const { layout, charts } = figuresSheet(figures.value);
          await deps.host.figures(layout, charts);
          return figures;
        }),
      ),
  };
}

/** Wherever the desk says that the token is worth nothing any more, the sign-in ends here too. */
function watched(api: Api, expire: () => void): Api {
  const heard = async <T>(answer: Promise<ApiDone<T>>): Promise<ApiDone<T>> => {
    const given = await answer;
    if (!given.ok && given.trouble.kind === 'signed-out') expire();
    return given;
  };
  return {
    signIn: (request) => api.signIn(request),
    signOut: () => api.signOut(),
    books: () => heard(api.books()),
    rows: (query) => heard(api.rows(query)),
    reference: (query) => heard(api.reference(query)),
    submit: (request) => heard(api.submit(request)),
    draws: () => heard(api.draws()),
    figures: () => heard(api.figures()),
    record: (no) => heard(api.record(no)),
  };
}

/** One after the other, also where an earlier one failed. */
function turns(): <T>(act: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const next = last.then(act, act);
    last = next.catch(() => undefined);
    return next;
  };
}
