/**
 * Which of the public pages somebody has opened: who reads them has no account and leaves no row in the ledger, so that the workspace itself keeps
 * what the tour's steps there are ticked by.
 */
import type { Store } from './workspace/store.ts';

/** `outcomes`: a search for outcomes, or an enterprise's own page; `record`: a draw's whole record, as the browser fetches it to compute it again. */
export type PublicPage = 'outcomes' | 'record';

function pageOf({ pathname, search }: URL): PublicPage | null {
  if (/^\/enterprise\/./.test(pathname) || (pathname === '/outcomes' && search !== '')) return 'outcomes';
  return /^\/draws\/\d+\/record\.json$/.test(pathname) ? 'record' : null;
}

type Answer = (request: Request, env?: object) => Response | Promise<Response>;

/** @param now the county's time */
export const noting =
  (store: Store, now: () => string, answer: Answer): Answer =>
  async (request, env) => {
    const answered = await answer(request, env);
    const page = request.method === 'GET' && answered.ok ? pageOf(new URL(request.url)) : null;
    if (page !== null) await store.append({ kind: 'looked', page, at: now() });
    return answered;
  };

/** Whether the page was opened at this time or later; at any time where none is said. */
export function lookedSince({ world }: Store, page: PublicPage, since = ''): boolean {
  const last = world.looks.get(page);
  return last !== undefined && last >= since;
}
