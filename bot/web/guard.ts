/** What guards every page: no script but our own, nothing from elsewhere, no frame around it, and forms from our own pages only. */
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';

export const headers = (): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    // With no-referrer a browser says `Origin: null` of our own forms, and without https nothing else tells them from foreign ones.
    referrerPolicy: 'same-origin',
  });

/** A paper brings its own style inside, and no script. Where it is refused, the answer is a page like all others. */
export const ofPaper: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.status !== 200) return;
  c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
};

/** @param site the own address as browsers know it, which behind a proxy is not the one that the request names */
export const ownForms = (site: string | undefined): MiddlewareHandler =>
  csrf({
    origin: (origin, c) => origin === new URL(c.req.url).origin || (site !== undefined && origin === originOf(site)),
  });

const originOf = (site: string): string => (URL.canParse(site) ? new URL(site).origin : '');

/** No form of ours is longer than a few lines. */
export const shortForms = bodyLimit({ maxSize: 20_000 });
