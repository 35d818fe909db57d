/** The pages as a browser would ask for them: with a cookie, from our own address, wanting HTML. */
import type { Actor } from '../../bot/actor.ts';
import type { Deps } from '../../bot/deps.ts';
import { signInCode } from '../../bot/verbs/chat/sign-in.ts';
import { createApp } from '../../bot/web/app.ts';

export const site = 'http://mingchou.invalid';

export interface Browser {
  readonly get: (path: string, accept?: string) => Promise<Seen>;
  /** A form of our own pages, unless other headers say otherwise. */
  readonly post: (
    path: string,
    fields?: Readonly<Record<string, string>>,
    from?: Record<string, string>,
  ) => Promise<Seen>;
  /** What the browser holds to show who it is. */
  readonly cookie: () => string;
  readonly setCookie: (cookie: string) => void;
}

export interface Seen {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

export function browserAt(deps: Deps): Browser {
  const app = createApp({ ...deps, site });
  let cookie = '';
  const ask = async (path: string, init: RequestInit): Promise<Seen> => {
    const headers = { ...init.headers, ...(cookie === '' ? {} : { cookie }) };
    const answer = await app.request(`${site}${path}`, { ...init, headers });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      if (!set.includes('Max-Age=0')) cookie = pair;
    }
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return { status: answer.status, text: new TextDecoder().decode(bytes), headers: answer.headers, bytes };
  };
  return {
    get: (path, accept = 'text/html') => ask(path, { headers: { accept } }),
    post: (path, fields = {}, from = { origin: site }) =>
      ask(path, {
        method: 'POST',
        headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...from },
        body: new URLSearchParams(fields).toString(),
      }),
    cookie: () => cookie,
    setCookie: (set) => {
      cookie = set;
    },
  };
}

/** A browser in which the person has signed in by a private link. */
export async function signedInAs(deps: Deps, actor: Actor): Promise<Browser> {
  const browser = browserAt(deps);
  const done = await browser.post(`/in/${await signInCode(deps, actor)}`, { to: '/' });
  if (done.status !== 303) throw new Error(`not signed in: ${done.status}`);
  return browser;
}
