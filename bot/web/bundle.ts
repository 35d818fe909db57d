/** Makes the browser's programs out of `browser/` and core, when a server of ours starts or before a deployment; the edge only carries them. */
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { type Assets, type Script, scripts } from './frame.ts';

export async function bundled(): Promise<Assets> {
  const made = await Promise.all(scripts.map(async (name) => [name, await program(name)] as const));
  return Object.fromEntries(made) as Record<Script, string>;
}

/** What every program for a browser is made with. Chromium of five years ago is what many offices still have. */
export const forBrowsers = {
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  write: false,
  logLevel: 'silent',
} as const satisfies BuildOptions;

async function program(name: Script): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`browser/${name}.ts`, import.meta.url))],
    ...forBrowsers,
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`no program ${name}`);
  return file.text;
}
