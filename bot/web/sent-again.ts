/**
 * The database was away, or the office moving, when a form came in: what was typed is given back to the browser that sent it, with a button
 * that sends it again as it was. Reading a page needs no more than asking again.
 */
import type { Context } from 'hono';
import type { DatabaseTrouble } from '../../db/trouble.ts';
import { type Html, html } from '../paper/html.ts';
import type { Left } from '../say/trouble.ts';
import type { Visit } from './answer.ts';
import { nothing, words } from './frame.ts';

/** As much as the longest of our forms; one that does not say how long it is comes from no browser. */
const bytesMax = 200_000;

/** Before it is known who asks nothing is done; afterwards only `commit` knows. */
export function leftBy(c: Visit, { recorded }: DatabaseTrouble): Left {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return 'read';
  return recorded ?? (c.get('actor') === undefined ? 'nothing' : 'unknown');
}

export async function sentAgain(c: Context): Promise<Html> {
  const length = Number(c.req.header('content-length') ?? Number.NaN);
  if (c.req.method !== 'POST' || !(length <= bytesMax)) return nothing;
  const fields = await c.req.parseBody({ all: true }).catch(() => ({}));
  const typed = Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().flatMap((value) => (typeof value === 'string' ? [{ name, value }] : [])),
  );
  const url = new URL(c.req.url);
  return html`<p>${words('填写的内容没有丢失。请不要关闭本页，稍后点下面的按钮重新提交。', 'What you typed is not lost. Keep this page open and send it again later.')}</p>
<form class="thumb" method="post" action="${url.pathname}${url.search}">${typed.map(({ name, value }) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="actions main"><button>${words('重新提交', 'Send it again')}</button></div></form>`;
}
