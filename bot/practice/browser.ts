/** The desk's pages as a browser or a phone asks for them: signed in by the private link from the chat, or by nobody. */
import type { Driver } from './workspace/driver.ts';
import type { Person } from './workspace/driver-person.ts';
import { NotSo } from './year/told.ts';

/** Where the desk's pages are, and the chat in which the links are given. */
export interface Pages {
  readonly site: string;
  readonly driver: Driver;
}

export interface Browser {
  readonly get: (path: string) => Promise<string>;
  /** Sends a page's form; where it led. @throws NotSo with what the page says where it was not taken */
  readonly post: (path: string, fields: readonly (readonly [string, string])[]) => Promise<string>;
}

/** A button or command of the chat opens the private link. */
export async function browserOf(pages: Pages, person: Person, ask: () => Promise<unknown>): Promise<Browser> {
  await ask();
  const { forms, world } = pages.driver.workspace.ground;
  const own = [...world.posts.values()].flat().filter(({ only }) => only === person.id);
  // In a window, or in a post that only he sees.
  const shown = JSON.stringify([own, forms.top(person.id)]);
  await person.close();
  const link = [...shown.matchAll(/http[^"|>]+\/in\/[^"|>]+/g)].at(-1)?.[0] ?? '';
  if (link === '') throw new NotSo(`${person.name}的登录链接`, shown.slice(0, 300));
  const answer = await fetch(link, sending(pages.site, '', [['to', '/']]));
  return browsing(pages, (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '');
}

/** Anybody. */
export const anonymous = (pages: Pages): Browser => browsing(pages, '');

function browsing({ site, driver }: Pages, cookie: string): Browser {
  return {
    get: async (path) => {
      const answer = await fetch(`${site}${path}`, { headers: { cookie, accept: 'text/html' } });
      if (!answer.ok) throw new NotSo(`打开 ${path}`, `${answer.status} ${textOf(await answer.text())}`);
      return answer.text();
    },
    post: async (path, fields) => {
      const answer = await fetch(`${site}${path}`, sending(site, cookie, fields));
      const text = await answer.text();
      if (answer.status >= 400) throw new NotSo(`提交 ${path}`, `${answer.status} ${textOf(text)}`);
      await driver.settle();
      return answer.headers.get('location') ?? textOf(text);
    },
  };
}

function sending(site: string, cookie: string, fields: readonly (readonly [string, string])[]): RequestInit {
  const body = new URLSearchParams();
  for (const [name, value] of fields) body.append(name, value);
  return { method: 'POST', redirect: 'manual', headers: { origin: site, cookie, accept: 'text/html' }, body };
}

/** What a page says, without its marks. */
export const textOf = (page: string): string =>
  page
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 600);

/** Values of a page's fields of one name. */
export const valuesOf = (page: string, name: string): readonly string[] =>
  [...page.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(([, value = '']) => value);
