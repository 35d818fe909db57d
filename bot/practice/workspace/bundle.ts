/** Bundles the page when the workspace starts: React and all, nothing is fetched from elsewhere. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface PageBundle {
  readonly html: string;
  readonly js: string;
  readonly css: string;
}

const here = (name: string): string => fileURLToPath(new URL(`../page/${name}`, import.meta.url));

export async function bundlePage(): Promise<PageBundle> {
  const built = await build({
    entryPoints: [here('main.tsx')],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const file = (end: string): string => built.outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  return { html: await readFile(here('page.html'), 'utf8'), js: file('.js'), css: file('.css') };
}
