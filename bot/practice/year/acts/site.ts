/** 公众的窗口: what anybody reads without an account, kept as pages. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { anonymous } from '../../browser.ts';
import type { Act } from '../year.ts';

const most = 40;

const fileOf = (path: string): string => `${path === '/' ? '首页' : path.slice(1).replace(/[^\w.-]/g, '_')}.html`;

/** Styles, scripts, charts. */
const assetFile = (path: string): string =>
  `assets/${path
    .replace(/^\/(assets\/)?/, '')
    .replace(/&amp;/g, '&')
    .replace(/[^\w.-]/g, '_')}${/\.\w+$/.test(path) ? '' : '.svg'}`;

/** Every page that can be reached from the first, as a visitor follows its links; kept so that they open from the folder and lead to each other. */
export const visitSite: Act = async (year) => {
  const folder = join(year.out, '公开网页');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  const browser = anonymous(year);
  const pages = new Map<string, string>();
  const assets = new Set<string>();
  const next = ['/'];
  const missing: string[] = [];
  for (let path = next.shift(); path !== undefined && pages.size < most; path = next.shift()) {
    if (pages.has(path)) continue;
    const page = await browser.get(path).catch((thrown: unknown) => {
      missing.push(`${path}：${thrown instanceof Error ? thrown.message.slice(0, 80) : ''}`);
      return '';
    });
    if (page === '') continue;
    pages.set(path, page);
    for (const [, asset = ''] of page.matchAll(/(?:href="(?=\/assets\/)|src=")(\/[^"#]+)"/g)) assets.add(asset);
    for (const [, to = ''] of page.matchAll(/href="(\/[^"#?]*)"/g))
      if (!/\.(css|js|json|png|xlsx|svg|woff2?)$/.test(to) && !pages.has(to)) next.push(to);
  }
  for (const asset of assets) writeFileSync(join(folder, assetFile(asset)), await browser.get(asset));
  for (const [path, page] of pages) {
    const kept = page
      .replaceAll(/(href|src)="(\/[^"#]+)"/g, (all, name: string, of: string) =>
        assets.has(of) ? `${name}="${assetFile(of)}"` : all,
      )
      .replaceAll(/href="(\/[^"#?]*)"/g, (all, to: string) => (pages.has(to) ? `href="${fileOf(to)}"` : all));
    writeFileSync(join(folder, fileOf(path)), kept);
  }
  year.say.did(
    year.now(),
    '一位市民',
    `浏览公开网页（网页）`,
    `${pages.size} 页存入 公开网页/${missing.length === 0 ? '' : `\n打不开：${missing.join('；')}`}`,
  );
};
