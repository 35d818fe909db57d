/** The cookie that says who a browser belongs to; what that person may do is read anew at every request. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { actorOfSession, sessionHours, signOut } from '../verbs/chat/sign-in.ts';
import { ownPath } from './link.ts';

const name = 'mingchou';
/** Where somebody wanted to go who had to sign in first. */
const wanted = 'mingchou-to';

/** Who is signed in here, or null. */
export async function visitor(c: Context, deps: Pick<Deps, 'db' | 'now'>): Promise<Actor | null> {
  const session = getCookie(c, name);
  return session === undefined ? null : actorOfSession(deps, session);
}

/** @param site this installation's own address, which decides whether a cookie travels by https only */
const guarded = (site: string) =>
  ({ httpOnly: true, sameSite: 'Lax', secure: site.startsWith('https:'), path: '/' }) as const;

export function keepSession(c: Context, session: string, site: string): void {
  setCookie(c, name, session, {
    ...guarded(site),
    maxAge: sessionHours * 3600,
  });
}

export async function endSession(c: Context, deps: Pick<Deps, 'db' | 'now'>): Promise<void> {
  const session = getCookie(c, name);
  if (session !== undefined) await signOut(deps, session);
  deleteCookie(c, name, { path: '/' });
}

/** Kept in the browser for as long as getting a private link takes. */
export function keepWanted(c: Context, site: string): void {
  setCookie(c, wanted, c.req.path, { ...guarded(site), maxAge: 1800 });
}

/** Where signing in leads: where the link says, or else where this browser wanted to go, or else to the person's own page. */
export const wantedPath = (c: Context, asked: string): string =>
  [asked, getCookie(c, wanted) ?? '/'].map(ownPath).find((path) => path !== '/') ?? '/mine';

export const forgetWanted = (c: Context): void => void deleteCookie(c, wanted, { path: '/' });
