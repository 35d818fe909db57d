/** Makes the browser's programs out of `browser/` and core, when a server of ours starts or before a deployment; the edge only carries them. */
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { type Assets, type Script, scripts } from './frame.ts';

export async function bundled(): Promise<Assets> {
  const made = await Promise.all(scripts.map(async (name) => [name, await program(name)] as const));
  return Object.fromEntries(made) as Record<Script, string>;
}

/** Chromium of five years ago is what many offices still have. */
export const target = 'es2022';

async function program(name: Script): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`browser/${name}.ts`, import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
    plugins: [withoutLocales],
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`no program ${name}`);
  return file.text;
}

/** zod brings its refusals in fifty languages, half of the program's weight; ours are said by core, and none of those is ever shown. */
export const withoutLocales: Plugin = {
  name: 'without-locales',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/locales\/index\.js$/ }, () => ({ path: 'locales', namespace: 'left-out' }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'export {};' }));
  },
};
