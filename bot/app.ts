/**
 * Every public answer on one screen; the desk runs it by Node, the edge as a Worker. What is not public yet is not here: the digests
 * of a draw are answered at once, its whole record only once it is disclosed.
 */
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Refusal } from './refusal.ts';
import { sayRefusal } from './say/refusal.ts';
import type { PublicDeps } from './web/draws.ts';
import { ceremonyOnPage, checkpointText, recordOnPage } from './web/draws.ts';

export function createApp(deps: PublicDeps): Hono {
  const app = new Hono();
  app.use(secureHeaders());
  app.get('/checkpoint', async (c) => c.text(await checkpointText(deps)));
  app.get('/draws/:no{[0-9]{1,9}}', async (c) => {
    const found = await ceremonyOnPage(deps, Number(c.req.param('no')));
    return found.ok ? c.json(found.value) : problem(found.error);
  });
  app.get('/draws/:no{[0-9]{1,9}}/record.json', async (c) => {
    const found = await recordOnPage(deps, Number(c.req.param('no')));
    return found.ok ? c.json(found.value) : problem(found.error);
  });
  app.onError((error) => {
    // The driver's messages may hold the statement; the reader is told nothing of it.
    console.error(error.name);
    return problemBody(500, {
      zh: '服务暂时不可用，请稍后再试。',
      en: 'The service is not available; try again later.',
    });
  });
  app.notFound(() => problemBody(404, { zh: '没有这个页面。', en: 'There is no such page.' }));
  return app;
}

/** RFC 9457, in both languages since the reader's is not known. */
function problem(refusal: Refusal): Response {
  const missing = refusal.stage === 'draw' && refusal.why.reason === 'no-ceremony';
  return problemBody(missing ? 404 : 403, sayRefusal(refusal));
}

const problemBody = (status: number, { zh, en }: { readonly zh: string; readonly en: string }): Response =>
  new Response(JSON.stringify({ type: 'about:blank', status, title: zh, detail: en }), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
  });
