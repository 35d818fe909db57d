/** Every address of the app, with something in each of its places: what the desk and the edge are asked, to be compared. */
import type { createApp } from '../../bot/web/app.ts';

export interface Asked {
  readonly method: string;
  readonly path: string;
}

/** What stands in the places of addresses; a name that is not here is a route that this list does not know yet. */
const places: Readonly<Record<string, string>> = {
  no: '1',
  list: 'subjects',
  department: 'scjg',
  kind: 'code',
  number: '91350100M000100Y43',
  book: '1',
  visit: '1',
  about: '1',
  seq: '1',
  chart: 'coverage.svg',
  code: 'AAAA-AAAA',
  path: 'office.js',
  name: 'nothing.js',
};
const files = { draws: '1.json', notices: 'results.xlsx', lists: 'visits.xlsx' } as const;

export function everyAddress(app: ReturnType<typeof createApp>): readonly Asked[] {
  const asked = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path !== '*')
    .map(({ method, path }) => ({
      method,
      path: path.replaceAll(/:(\w+)(\{[^/]*\})?/g, (_, name) => placed(path, name)),
    }));
  const beyond = [
    '/nothing',
    '/api/nothing',
    '/addins',
    '/addin/nothing.css',
    '/addin/MAIN.js',
    '/edge/pane.json',
    '/_headers',
  ];
  const all = [...asked, ...beyond.map((path) => ({ method: 'GET', path }))];
  return [...new Map(all.map((each) => [`${each.method} ${each.path}`, each] as const)).values()];
}

function placed(path: string, name: string): string {
  const found =
    name === 'file' ? Object.entries(files).find(([folder]) => path.startsWith(`/${folder}/`))?.[1] : places[name];
  if (found === undefined) throw new Error(`no sample for ${name} of ${path}`);
  return found;
}

/** What guards a page, what it is, and how long it may be kept. */
const compared = [
  'content-type',
  'content-security-policy',
  'x-frame-options',
  'x-content-type-options',
  'referrer-policy',
  'strict-transport-security',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'cache-control',
  'location',
  'allow',
  'content-disposition',
] as const;

export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | null>>;
  /** How the cookies are kept, without their values. */
  readonly cookies: readonly string[];
}

export const toldBy = ({ status, headers }: Response): Told => ({
  status,
  headers: Object.fromEntries(compared.map((name) => [name, headers.get(name)?.toLowerCase() ?? null])),
  cookies: headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]*/, '')),
});
