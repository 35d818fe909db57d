/**
 * What a server has to serve for the practice window: the page under `/excel/` and Microsoft's Office.js, as it was installed, under
 * `/office/`. The pane itself, `/addin/`, is served by whoever serves it to everybody.
 */
import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface PracticeAsset {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** @returns the file of a path, or null where there is none */
export type PracticeAssets = (path: string) => PracticeAsset | null;

const dist = fileURLToPath(new URL('../../node_modules/office-js/dist/', import.meta.url));
const here = (name: string): string => fileURLToPath(new URL(`page/${name}`, import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.json': 'application/json',
  '.xml': 'text/xml; charset=utf-8',
};
const typeOf = (path: string): string => types[extname(path).toLowerCase()] ?? 'application/octet-stream';

/**
 * A file of Office.js as it was installed. The library asks for `AgaveErrorUX/…` and the package has it in small letters: Microsoft's
 * servers do not tell them apart.
 */
export function officeFile(path: string): PracticeAsset | null {
  const wanted = path.replaceAll('%5C', '/').replaceAll('\\', '/').toLowerCase();
  if (!/^[\w./-]+$/.test(wanted) || wanted.includes('..')) return null;
  try {
    return { type: typeOf(wanted), bytes: bytesOf(`${dist}${wanted}`) };
  } catch {
    return null;
  }
}

const bytesOf = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path));
const encoded = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

export async function practiceAssets(): Promise<PracticeAssets> {
  const { outputFiles } = await build({
    entryPoints: [here('main.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const pages = new Map<string, PracticeAsset>([
    ['/excel/', { type: types['.html'] ?? '', bytes: bytesOf(here('page.html')) }],
    ['/excel/page.js', { type: types['.js'] ?? '', bytes: encoded(outputFiles[0]?.text ?? '') }],
    ['/excel/page.css', { type: types['.css'] ?? '', bytes: bytesOf(here('page.css')) }],
    [
      '/excel/manifest.xml',
      { type: types['.xml'] ?? '', bytes: bytesOf(fileURLToPath(new URL('../../manifest.xml', import.meta.url))) },
    ],
  ]);
  return (path) => pages.get(path) ?? (path.startsWith('/office/') ? officeFile(path.slice('/office/'.length)) : null);
}

/** Whether Office.js is installed at all: it is a dependency of development only. */
export const officeInstalled = (): boolean => existsSync(`${dist}office.js`);
