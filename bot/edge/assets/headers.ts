/**
 * `_headers` of the static files: what the pages' own guards say, asked of them and written down. The one difference from the desk: which
 * network Office.js comes from is a setting of the running Worker, so a program's own policy (a worker thread lives by it) names none.
 */
import { Hono } from 'hono';
import { headers } from '../../web/guard.ts';
import { eachTime, forADay, forEver } from '../../web/pane/keeping.ts';
import { paneHeaders } from '../../web/pane/serve.ts';

/** By path; a later rule adds to an earlier one, and none says a name twice. */
export async function headersFile(): Promise<string> {
  const app = new Hono();
  app.use('/addin/*', paneHeaders({ office: { kind: 'none' } }));
  app.use(headers());
  app.get('*', (c) => c.body(null));
  const guarded = async (path: string): Promise<Headers> => (await app.request(path)).headers;
  const rules: readonly (readonly [string, Iterable<readonly [string, string]>])[] = [
    ['/assets/*', [...(await guarded('/assets/a')), ['cache-control', eachTime]]],
    ['/addin/*', await guarded('/addin/a')],
    ...['js', 'css', 'woff2'].map((end) => [`/addin/:name.${end}`, [['cache-control', forEver]]] as const),
    ['/addin/:name.png', [['cache-control', forADay]]],
    ['/addin/:name.svg', [['cache-control', forADay]]],
    ['/addin/office/*', [['cache-control', forADay]]],
  ];
  return rules
    .map(([path, said]) => `${path}\n${[...said].map(([name, value]) => `  ${name}: ${value}\n`).join('')}`)
    .join('');
}
