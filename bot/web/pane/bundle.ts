/**
 * Makes the pane's programs out of `addin/`, in pieces that are loaded when they are needed. Each file is named by its content, so that a
 * browser keeps it as long as it likes and still never shows an old one.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { target, withoutLocales } from '../bundle.ts';
import { fileOf, type PaneBundle, type PaneFile, type Program } from './file.ts';

export interface PaneSource {
  /** Brings Office.js in; first of each page's scripts. */
  readonly start: string;
  readonly pane: string;
  readonly commands: string;
  readonly icons: string;
  readonly manifest: string;
}

const inProject = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export const paneSource: PaneSource = {
  start: inProject('addin/office-start.ts'),
  pane: inProject('addin/pane/main.tsx'),
  commands: inProject('addin/commands/main.ts'),
  icons: inProject('addin/assets'),
  manifest: inProject('manifest.xml'),
};

/** @throws where the source does not build, or has no pane */
export async function bundledPane(source: PaneSource = paneSource): Promise<PaneBundle> {
  const entries = [source.start, source.pane, ...(existsSync(source.commands) ? [source.commands] : [])];
  const outdir = resolve('pane');
  const { outputFiles, metafile } = await build({
    entryPoints: entries,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    metafile: true,
    outdir,
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    assetNames: '[name]-[hash]',
    jsx: 'automatic',
    // Paths of the type checker are none of the bundler's.
    tsconfigRaw: {},
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.svg': 'file', '.png': 'file', '.woff2': 'file' },
    logLevel: 'silent',
    plugins: [withoutLocales],
  });
  const files = new Map(outputFiles.map(({ path, contents }) => [relative(outdir, path), fileOf(path, contents)]));
  const programOf = (entry: string) => program(metafile, files, [source.start, entry], outdir);
  return {
    files,
    pane: programOf(source.pane),
    commands: entries.includes(source.commands) ? programOf(source.commands) : null,
    icons: iconsIn(source.icons),
    manifest: existsSync(source.manifest) ? readFileSync(source.manifest, 'utf8') : null,
  };
}

function program(
  { outputs }: Metafile,
  files: PaneBundle['files'],
  entries: readonly string[],
  outdir: string,
): Program {
  const nameOf = (path: string): string => relative(outdir, resolve(path));
  const made = entries.map((entry) => {
    const found = Object.entries(outputs).find(([, { entryPoint = '' }]) => resolve(entryPoint) === entry);
    if (found === undefined) throw new Error(`no program ${basename(entry)}`);
    return { name: nameOf(found[0]), style: found[1].cssBundle === undefined ? [] : [nameOf(found[1].cssBundle)] };
  });
  const scripts = made.map(({ name }) => name);
  const styles = made.flatMap(({ style }) => style);
  const first = new Set([...scripts, ...styles]);
  // A set that grows while it is walked through is walked to its end.
  for (const name of first) {
    const [, output] = Object.entries(outputs).find(([path]) => nameOf(path) === name) ?? [];
    for (const { kind, path, external } of output?.imports ?? [])
      if (kind === 'import-statement' && external !== true) first.add(nameOf(path));
  }
  const contents = [...first].flatMap((name) => files.get(name) ?? []);
  return {
    scripts,
    styles,
    first: {
      bytes: sum(contents.map(({ bytes }) => bytes.length)),
      gzip: sum(contents.map(({ bytes }) => gzipSync(bytes, { level: 9 }).length)),
      files: [...first],
    },
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function iconsIn(folder: string): ReadonlyMap<string, PaneFile> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const pictures = names.filter((name) => /^[a-z0-9-]+\.(png|svg)$/.test(name));
  return new Map(pictures.map((name) => [name, fileOf(name, readFileSync(resolve(folder, name)))] as const));
}
