/**
 * Makes the pane's programs out of `addin/`, in pieces that are loaded when they are needed. Each file is named by its content, so that a
 * browser keeps it as long as it likes and still never shows an old one.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { forBrowsers } from '../bundle.ts';
import { fileOf, type PaneBundle, type PaneFile, type Program, type Weight } from './file.ts';

export interface PaneSource {
  /** Brings Office.js in; first of each page's scripts. */
  readonly start: string;
  readonly pane: string;
  /** Modules that the pane asks for itself before its first screen, inside Excel. */
  readonly atOnce: readonly string[];
  readonly commands: string;
  readonly icons: string;
  readonly manifest: string;
}

const inProject = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export const paneSource: PaneSource = {
  start: inProject('addin/office-start.ts'),
  pane: inProject('addin/pane/main.tsx'),
  atOnce: [inProject('addin/pane/desk.ts'), inProject('addin/host/excel/excel-host.ts')],
  commands: inProject('addin/commands/main.ts'),
  icons: inProject('addin/assets'),
  manifest: inProject('manifest.xml'),
};

/** @throws where the source does not build, or has no pane */
export async function bundledPane(source: PaneSource = paneSource): Promise<PaneBundle> {
  const entries = [source.start, source.pane, ...(existsSync(source.commands) ? [source.commands] : [])];
  const outdir = resolve('pane');
  const { outputFiles, metafile } = await build({
    ...forBrowsers,
    entryPoints: entries,
    splitting: true,
    metafile: true,
    outdir,
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    assetNames: '[name]-[hash]',
    jsx: 'automatic',
    // The same parser with a Buffer of its own: browsers have none.
    alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' },
    // Paths of the type checker are none of the bundler's.
    tsconfigRaw: {},
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.svg': 'file', '.png': 'file', '.woff2': 'file' },
  });
  const files = new Map(outputFiles.map(({ path, contents }) => [relative(outdir, path), fileOf(path, contents)]));
  const programOf = (entry: string, atOnce: readonly string[] = []) =>
    program(metafile, files, { entries: [source.start, entry], atOnce }, outdir);
  return {
    files,
    pane: programOf(source.pane, source.atOnce),
    commands: entries.includes(source.commands) ? programOf(source.commands) : null,
    icons: iconsIn(source.icons),
    manifest: existsSync(source.manifest) ? readFileSync(source.manifest, 'utf8') : null,
  };
}

function program(
  { outputs }: Metafile,
  files: PaneBundle['files'],
  { entries, atOnce }: { readonly entries: readonly string[]; readonly atOnce: readonly string[] },
  outdir: string,
): Program {
  const nameOf = (path: string): string => relative(outdir, resolve(path));
  const outputOf = (entry: string) =>
    Object.entries(outputs).find(([, { entryPoint = '' }]) => resolve(entryPoint) === entry);
  const made = entries.map((entry) => {
    const found = outputOf(entry);
    if (found === undefined) throw new Error(`no program ${basename(entry)}`);
    return { name: nameOf(found[0]), style: found[1].cssBundle === undefined ? [] : [nameOf(found[1].cssBundle)] };
  });
  const scripts = made.map(({ name }) => name);
  const styles = made.flatMap(({ style }) => style);
  const later = atOnce.flatMap((entry) => outputOf(entry)?.[0] ?? []).map(nameOf);
  const importsOf = (name: string): readonly string[] =>
    (Object.entries(outputs).find(([path]) => nameOf(path) === name)?.[1].imports ?? []).flatMap(
      ({ kind, path, external }) => (kind === 'import-statement' && external !== true ? [nameOf(path)] : []),
    );
  const weigh = (names: readonly string[]): Weight => {
    const all = new Set(names);
    // A set that grows while it is walked through is walked to its end.
    for (const name of all) for (const imported of importsOf(name)) all.add(imported);
    const contents = [...all].flatMap((name) => files.get(name) ?? []);
    return {
      bytes: sum(contents.map(({ bytes }) => bytes.length)),
      gzip: sum(contents.map(({ bytes }) => gzipSync(bytes, { level: 9 }).length)),
      files: [...all],
    };
  };
  const asked = [...scripts, ...styles];
  return { scripts, styles, first: weigh(asked), ready: weigh([...asked, ...later]) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function iconsIn(folder: string): ReadonlyMap<string, PaneFile> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const pictures = names.filter((name) => /^[a-z0-9-]+\.(png|svg)$/.test(name));
  return new Map(pictures.map((name) => [name, fileOf(name, readFileSync(resolve(folder, name)))] as const));
}
