/** The interface as a workbook asks it: signed in by a code, by bearer token, in JSON. */
import type { Actor } from '../../../bot/actor.ts';
import type { Deps } from '../../../bot/deps.ts';
import { paneCode } from '../../../bot/verbs/chat/excel.ts';
import { createApp, type Site } from '../../../bot/web/app.ts';

export const site = 'http://mingchou.invalid';

export interface Told {
  readonly status: number;
  readonly headers: Headers;
  /** JSON of the answer. */
  readonly body: unknown;
}

export interface Workbook {
  readonly token: string;
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Told>;
  /** @param body text and bytes go as they are, everything else as JSON */
  readonly post: (path: string, body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Told>;
}

/** @param token '' for nobody */
export function workbookAt(deps: Deps, token = '', around: Site = {}): Workbook {
  const app = createApp({ site, ...deps, ...around });
  const bearer = token === '' ? {} : { authorization: `Bearer ${token}` };
  const ask = async (path: string, init: RequestInit): Promise<Told> => {
    const answer = await app.request(`${site}${path}`, init);
    return { status: answer.status, headers: answer.headers, body: JSON.parse(await answer.text()) };
  };
  return {
    token,
    get: (path, headers = {}) => ask(path, { headers: { ...bearer, ...headers } }),
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { ...bearer, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
      }),
  };
}

/** Signed in by a code from the chat. */
export async function signedIn(deps: Deps, actor: Actor, around: Site = {}): Promise<Workbook> {
  const { code } = await paneCode(deps, actor);
  const { status, body } = await workbookAt(deps, '', around).post('/api/sign-in', { code });
  if (status !== 200) throw new Error(`not signed in: ${status} ${JSON.stringify(body)}`);
  const { token } = body as { readonly token: string };
  return workbookAt(deps, token, around);
}
