/**
 * `/addin/`: the pane, the same page inside Excel and as a page of its own; its programs, pictures and manifest, and where the office wants
 * it a copy of Office.js. Excel on the web shows it in a frame, which no other page of ours allows.
 */
import { Hono, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { manifestFor } from '../../../core/api/manifest.ts';
import type { Words } from '../../../core/words.ts';
import { html } from '../../paper/html.ts';
import type { Answering, Visit, Web } from '../answer.ts';
import { both } from '../frame.ts';
import { noPage } from '../problem.ts';
import type { PaneBundle, PaneFile } from './file.ts';
import { forADay, forEver } from './keeping.ts';
import { type OfficeJs, officeHosts } from './office.ts';
import { commandsPage, panePage } from './page.ts';

export interface PaneServing {
  /** Made when it is first asked for; null where it cannot be made. */
  readonly bundle: () => Promise<PaneBundle | null>;
  readonly office: OfficeJs;
  /** Whoever stands in front compresses, as at the edge, where it would be done twice. */
  readonly compressedInFront?: true;
  /** Pages besides Excel's that may show the pane in a frame: the practice workspace. */
  readonly shownBy?: readonly string[];
}

/** Where Excel on the web and SharePoint show add-ins, at large and in China (notes of Office.js's own list of hosts). */
const excelHosts = [
  'https://*.office.com',
  'https://*.officeapps.live.com',
  'https://*.cloud.microsoft',
  'https://*.sharepoint.com',
  'https://*.partner.officewebapps.cn',
  'https://*.partner.sharepoint.cn',
] as const;

/** To be used before the general headers, so that it has the last word. */
export function paneHeaders({ office, shownBy = [] }: Pick<PaneServing, 'office' | 'shownBy'>): MiddlewareHandler {
  const hosts = officeHosts(office);
  const policy = [
    "default-src 'none'",
    ['script-src', "'self'", ...hosts].join(' '),
    "worker-src 'self'",
    // Office.js and the components write their styles at run time.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ['connect-src', "'self'", ...hosts, ...(hosts.length > 0 ? ['https://*.office.net'] : [])].join(' '),
    ['frame-ancestors', "'self'", ...excelHosts, ...shownBy].join(' '),
    // Whether a host that is none of Microsoft's is trusted, Office.js asks its page beside it, in a frame.
    ...(shownBy.length > 0 ? ["frame-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
  return async (c, next) => {
    await next();
    c.header('content-security-policy', policy);
    c.header('cross-origin-resource-policy', 'cross-origin');
    c.header('x-frame-options', undefined);
    // With it a dialog could not speak to the pane that opened it.
    c.header('cross-origin-opener-policy', undefined);
  };
}

/** @param siteOf the own address as browsers know it, without a slash at the end */
export function paneRoutes(
  { bundle, office, compressedInFront }: PaneServing,
  { page, problem }: Answering,
  siteOf: (c: Visit) => string,
): Hono<Web> {
  const app = new Hono<Web>();
  if (compressedInFront === undefined) app.use('/addin/*', compress());
  const gives = (c: Visit, file: PaneFile | null | undefined, cache: string): Response =>
    file ? c.body(file.bytes, 200, { 'content-type': file.type, 'cache-control': cache }) : problem(c, noPage);

  app.get('/addin', (c) => c.redirect('/addin/', 301));
  app.get('/addin/', async (c) => {
    const made = await bundle();
    return made === null ? page(c, notInstalled, 503) : c.html(panePage(made.pane, office));
  });
  app.get('/addin/commands.html', async (c) => {
    const made = await bundle();
    return made === null || made.commands === null ? problem(c, noPage) : c.html(commandsPage(made.commands, office));
  });
  app.get('/addin/manifest.xml', async (c) => {
    const made = await bundle();
    if (made === null || made.manifest === null) return problem(c, noPage);
    return c.body(manifestFor(made.manifest, { site: siteOf(c) }), 200, {
      'content-type': 'application/xml; charset=utf-8',
      'content-disposition': 'attachment; filename="mingchou-excel.xml"',
    });
  });
  app.get('/addin/office/:path{.+}', async (c) =>
    gives(c, office.kind === 'self' ? await office.file(c.req.param('path')) : null, forADay),
  );
  app.get('/addin/:name', async (c) => {
    const made = await bundle();
    const name = c.req.param('name');
    const icon = made?.icons.get(name);
    return icon === undefined ? gives(c, made?.files.get(name), forEver) : gives(c, icon, forADay);
  });
  return app;
}

const words: Words = {
  zh: '本服务器没有准备好填报窗格（原因见服务器日志），请联系联席办的系统管理员；也可在聊天中直接发送表格。',
  en: 'The pane is not ready on this server (its log says why); ask the administrator, or send your sheet in the chat.',
};
const notInstalled = {
  title: { zh: '填报窗格', en: 'The pane' },
  body: html`<p class="card refused">${both(words)}</p>`,
};

/** Made once, when it is first asked for; what does not build is said in the log, and would not build the next time either. */
export function whenAsked(make: () => Promise<PaneBundle>): () => Promise<PaneBundle | null> {
  let made: Promise<PaneBundle | null> | null = null;
  return () => {
    made ??= make().catch((thrown: unknown) => {
      console.error(
        `the pane cannot be made: ${thrown instanceof Error ? thrown.message.slice(0, 500) : typeof thrown}`,
      );
      return null;
    });
    return made;
  };
}
