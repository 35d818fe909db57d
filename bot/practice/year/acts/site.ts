/** 公众的窗口: what anybody reads without an account, kept as pages; and a word to the office. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { anonymous, textOf } from '../../browser.ts';
import type { Act } from '../year.ts';

const most = 40;

/** Every page that can be reached from the first, as a visitor follows its links. */
export const visitSite: Act = async (year) => {
  const folder = join(year.out, '公开网页');
  mkdirSync(folder, { recursive: true });
  const browser = anonymous(year);
  const seen = new Set<string>();
  const next = ['/'];
  const missing: string[] = [];
  for (let path = next.shift(); path !== undefined && seen.size < most; path = next.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const page = await browser.get(path).catch((thrown: unknown) => {
      missing.push(`${path}：${thrown instanceof Error ? thrown.message.slice(0, 80) : ''}`);
      return '';
    });
    if (page === '') continue;
    writeFileSync(join(folder, `${path === '/' ? '首页' : path.slice(1).replace(/[^\w.-]/g, '_')}.html`), page);
    for (const [, to = ''] of page.matchAll(/href="(\/[^"#?]*)"/g))
      if (!/\.(css|js|json|png|xlsx|svg|woff2?)$/.test(to) && !seen.has(to)) next.push(to);
  }
  year.say.did(
    year.now(),
    '一位市民',
    `浏览公开网页（网页）`,
    `${seen.size} 页存入 公开网页/${missing.length === 0 ? '' : `\n打不开：${missing.join('；')}`}`,
  );
};

/** Says something to the office by the public page. */
export const speak =
  (path: string, fields: readonly (readonly [string, string])[]): Act =>
  async (year) => {
    const said = await anonymous(year).post(path, fields);
    year.say.did(year.now(), '一位市民', '在公开网页上反映情况（网页）', textOf(said));
  };
