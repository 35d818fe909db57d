/** How long the public's pages may be kept on the way: a minute, so that what ends today is soon gone, and a county that looks at once asks once. */
import { etag } from 'hono/etag';
import { createMiddleware } from 'hono/factory';
import type { Web } from '../answer.ts';

/** The record of a draw is not among them: a pane reads it by its token. */
export const publicPaths = [
  '/',
  '/policy',
  '/plans',
  '/plans/:no',
  '/lists',
  '/lists/:list{[a-z-]+}/:department',
  '/draws',
  '/draws/:no{[0-9]{1,9}}',
  '/draws/:no{[0-9]{1,9}}/ticket',
  '/outcomes',
  '/enterprise/:kind/:number',
  '/figures',
  '/figures/:figure',
  '/published',
] as const;

/** Whoever is signed in is shown anew, and so is whoever is refused. */
const keptAWhile = createMiddleware<Web>(async (c, next) => {
  await next();
  if (c.req.method !== 'GET' || c.res.status !== 200 || c.get('actor') !== null) return;
  c.header('cache-control', 'public, max-age=60');
  c.header('vary', 'cookie, accept');
});

export const publicCaching = [etag(), keptAWhile] as const;
