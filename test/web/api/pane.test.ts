/** The pane as it is served: in pieces with lasting names, in frames of Excel's only, with Office.js from where the office wants it. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isInOffice } from '../../../addin/in-office.ts';
import { settingsOf } from '../../../bot/slack/config.ts';
import { createApp } from '../../../bot/web/app.ts';
import { bundledPane, type PaneSource, paneSource } from '../../../bot/web/pane/bundle.ts';
import { officeCopy } from '../../../bot/web/pane/office-copy.ts';
import { type PaneServing, whenAsked } from '../../../bot/web/pane/serve.ts';
import { freshDesk } from '../../desk.ts';
import { site } from './workbook.ts';

/** A pane of three lines, of which one piece is loaded later, and a copy of Office.js beside it. */
function smallPane(): { readonly source: PaneSource; readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'mingchou-pane-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
  mkdirSync(join(folder, 'icons'));
  mkdirSync(join(folder, 'office', 'zh-cn'), { recursive: true });
  put('main.ts', `document.title = '明抽'; import('./later.ts').then(({ later }) => later());`);
  put('later.ts', `export const later = () => document.body.append('later');`);
  put('commands.ts', `Object.assign(globalThis, { run: true });`);
  put('icons/icon-32.png', 'png');
  put('manifest.xml', `<a href="https://mingchou.invalid/addin/"/>`);
  put('office/office.js', `globalThis.Office = {};`);
  put('office/zh-cn/office_strings.js', `"文字"`);
  put('secret.txt', 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'office', 'link.txt'));
  const at = (name: string) => join(folder, name);
  const source = {
    ...paneSource,
    pane: at('main.ts'),
    commands: at('commands.ts'),
    icons: at('icons'),
    manifest: at('manifest.xml'),
  };
  return { source, folder };
}

async function served(around: Partial<PaneServing> = {}) {
  const { source, folder } = smallPane();
  const desk = await freshDesk([]);
  const pane = { bundle: whenAsked(() => bundledPane(source)), office: { kind: 'global' } as const, ...around };
  const app = createApp({ ...desk, site: 'https://mingchou.example.invalid', pane });
  return { folder, source, get: async (path: string, init?: RequestInit) => app.request(`${site}${path}`, init) };
}

describe('the page of the pane', () => {
  it('names its programs by their content, which a browser keeps; the page itself it asks for anew', async () => {
    const { get } = await served();
    const answer = await get('/addin/');
    const text = await answer.text();
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const scripts = [...text.matchAll(/<script type="module" src="([^"]+)">/g)].map(([, src = '']) => src);
    expect(scripts).toEqual([
      expect.stringMatching(/^\/addin\/office-start-[A-Z0-9]{8}\.js$/),
      expect.stringMatching(/^\/addin\/main-[A-Z0-9]{8}\.js$/),
    ]);
    for (const src of scripts) {
      const script = await get(src);
      expect([script.status, script.headers.get('cache-control'), script.headers.get('content-type')]).toEqual([
        200,
        'public, max-age=31536000, immutable',
        'text/javascript; charset=utf-8',
      ]);
    }
    expect(text).not.toMatch(/<script>|<style|style=| on[a-z]+=/);
    expect((await get('/addin')).headers.get('location')).toBe('/addin/');
  });

  it('may be shown in a frame by Excel on the web, in China too, and asks for scripts from nowhere else', async () => {
    const { get } = await served();
    const { headers } = await get('/addin/');
    const policy = headers.get('content-security-policy') ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'self' https://appsforoffice.microsoft.com;",
      "frame-ancestors 'self' https://*.office.com",
      'https://*.partner.officewebapps.cn',
      "base-uri 'none'",
    ])
      expect(policy).toContain(rule);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|\s\*[;\s]/);
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('cross-origin-opener-policy')).toBeNull();
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('alone: every other page stays out of frames', async () => {
    const { get } = await served();
    for (const path of ['/', '/api/openapi.json', '/assets/page.css', '/addins']) {
      const { headers } = await get(path);
      expect([path, headers.get('content-security-policy')?.includes("frame-ancestors 'none'")]).toEqual([path, true]);
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    }
  });

  it('has the ribbon’s page, the icons and the manifest with the own address beside it', async () => {
    const { get } = await served();
    expect(await (await get('/addin/commands.html')).text()).toContain('/addin/commands-');
    expect((await get('/addin/icon-32.png')).headers.get('content-type')).toBe('image/png');
    expect(await (await get('/addin/manifest.xml')).text()).toBe('<a href="https://mingchou.example.invalid/addin/"/>');
    for (const path of ['/addin/nothing.js', '/addin/office/office.js', '/addin/..%2fpackage.json'])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });

  it('is sent compressed to whoever understands it', async () => {
    const { source } = smallPane();
    const desk = await freshDesk([]);
    const pane = { bundle: whenAsked(() => bundledPane(source)), office: { kind: 'none' } as const };
    const app = createApp({ ...desk, pane });
    const answer = await app.request('/addin/', { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await answer.arrayBuffer()).toString()).toContain('正在打开明抽填报');
  });

  it('says so where the server cannot make it, and the rest of the site stands', async () => {
    const desk = await freshDesk([]);
    const app = createApp({ ...desk, pane: { bundle: async () => null, office: { kind: 'none' } } });
    const answer = await app.request('/addin/', { headers: { accept: 'text/html' } });
    expect([answer.status, (await answer.text()).includes('没有准备好填报窗格')]).toEqual([503, true]);
    expect((await app.request('/')).status).toBe(200);
  });
});

describe('Office.js', () => {
  it.each([
    ['https://x.invalid/addin/?_host_Info=Excel$Win32$16.01$zh-CN', '', '', true],
    ['https://x.invalid/addin/#_host_Info=Excel$Mac$16.02', '', '', true],
    ['https://x.invalid/addin/', '{"hostInfo":"Excel|Web|16.00"}', '', true],
    ['https://x.invalid/addin/', '', 'Excel$Win32$16.01', true],
    ['https://x.invalid/addin/', '', '', false],
    ['https://x.invalid/addin/?lang=en-US', 'mingchou', '', false],
  ])('is looked for inside of a spreadsheet program only: %s %s%s', (href, name, kept, inside) => {
    const page = { location: { href }, name, sessionStorage: { getItem: () => kept } };
    expect(isInOffice(page)).toBe(inside);
  });

  it('where a browser forbids its store, is looked for by the other marks', () => {
    const sessionStorage = {
      getItem: () => {
        throw new Error('forbidden');
      },
    };
    expect(isInOffice({ location: { href: 'https://x.invalid/' }, name: '', sessionStorage })).toBe(false);
    expect(isInOffice({ location: { href: '' }, name: '', external: { GetHostInfo: () => '' }, sessionStorage })).toBe(
      true,
    );
  });

  it.each([
    ['global', 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'],
    ['china', 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js'],
    ['none', ''],
  ] as const)('comes from where the setting says: %s', async (kind, from) => {
    const { get } = await served({ office: { kind } });
    const answer = await get('/addin/');
    expect(await answer.text()).toContain(`<meta name="office-js" content="${from}">`);
    const hosts = answer.headers.get('content-security-policy')?.match(/script-src [^;]+/)?.[0];
    expect(hosts).toBe(from === '' ? "script-src 'self'" : `script-src 'self' ${new URL(from).origin}`);
  });

  it('of the office’s own is served from its directory, and nothing outside of it', async () => {
    const { folder } = smallPane();
    const office = officeCopy(join(folder, 'office'));
    if (office === null) throw new Error('no copy');
    const { get } = await served({ office });
    expect(await (await get('/addin/')).text()).toContain('content="/addin/office/office.js"');
    expect(await (await get('/addin/office/office.js')).text()).toBe('globalThis.Office = {};');
    expect((await get('/addin/office/zh-cn/office_strings.js')).status).toBe(200);
    for (const path of [
      'link.txt',
      '../secret.txt',
      '..%2fsecret.txt',
      '%2e%2e%2fsecret.txt',
      'zh-cn',
      'zh-cn/',
      'a\0b',
    ])
      expect([path, (await get(`/addin/office/${encodeURI(path)}`)).status]).toEqual([path, 404]);
    expect(officeCopy(folder)).toBeNull();
    expect(officeCopy(join(folder, 'nowhere'))).toBeNull();
  });
});

describe('the setting of Office.js', () => {
  const good = {
    MINGCHOU_DB: 'file:desk.db',
    MINGCHOU_OFFICE: '清漪县联席会议办公室',
    MINGCHOU_SITE: 'https://mingchou.example.invalid/',
    MINGCHOU_SLACK_BOT_TOKEN: 'xoxb-1-2-abc',
    MINGCHOU_SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
  };
  const of = (more: Readonly<Record<string, string>>) => {
    const settings = settingsOf({ ...good, ...more });
    return settings.ok ? settings.value.officeJs : settings.error.map(({ zh }) => zh);
  };

  it('is Microsoft’s network unless another is set', () => {
    expect(of({})).toEqual({ kind: 'global' });
    expect(of({ MINGCHOU_OFFICE_JS: 'china' })).toEqual({ kind: 'china' });
    expect(of({ MINGCHOU_OFFICE_JS: 'self', MINGCHOU_OFFICE_JS_DIR: '/srv/office' })).toEqual({
      kind: 'self',
      directory: '/srv/office',
    });
  });

  it('that is wrong, or lacks its directory, is named', () => {
    expect(of({ MINGCHOU_OFFICE_JS: 'cdn' })).toEqual([expect.stringMatching(/^MINGCHOU_OFFICE_JS 不对：/)]);
    expect(of({ MINGCHOU_OFFICE_JS: 'self' })).toEqual([expect.stringMatching(/^MINGCHOU_OFFICE_JS_DIR 没有设置：/)]);
  });
});

const hasPane = existsSync(paneSource.pane);

describe('what is loaded first', () => {
  it.skipIf(!hasPane)('of the pane itself is less than 200 kB as it travels', async () => {
    const { pane } = await bundledPane();
    expect(pane.first.gzip).toBeLessThan(200_000);
    expect(pane.ready.gzip).toBeLessThan(200_000);
    expect(pane.ready.gzip).toBeGreaterThan(pane.first.gzip);
  });

  it('is measured as it travels: later pieces are not in it', async () => {
    const { source } = smallPane();
    const { pane, files } = await bundledPane(source);
    expect(files.size).toBeGreaterThan(pane.first.files.length);
    expect(pane.first.bytes).toBeLessThan([...files.values()].reduce((sum, { bytes }) => sum + bytes.length, 0));
    expect(pane.first.gzip).toBeGreaterThan(0);
  });
});
