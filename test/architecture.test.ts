/**
 * The map of the project: which folder may import which, and the one file of core that may name each outside library.
 * `core ← db ← bot`, `core ← addin`; whatever this table does not allow is a defect of the layout.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Folder → folders of the project that it may import. */
const mayImport: Record<string, readonly string[]> = {
  core: ['core'],
  db: ['core', 'db'],
  bot: ['core', 'db', 'bot'],
  addin: ['core', 'addin'],
};

/** Outside library → the one file of core that knows it. */
const libraryOfCore: Record<string, string> = {
  '@noble/hashes': 'core/digest.ts',
  canonicalize: 'core/canonical.ts',
  'chinese-days': 'core/policy/holidays.ts',
  'csv-parse': 'core/sheet/csv.ts',
  hucre: 'core/sheet/xlsx.ts',
  seedrandom: 'core/draw/stream.ts',
  'temporal-polyfill': 'core/calendar.ts',
  zod: 'core/wire.ts',
};

/** What core must not name even where the compiler would let it: the clock, ambient chance, the reader's locale. */
const ambient = [
  /\bDate\.now\b/,
  /\bnew Date\(\)/,
  /\bMath\.random\b/,
  /\blocaleCompare\b/,
  /\btoLocale\w+\(/,
  /\bIntl\./,
];

const files = (folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => join(folder, name))
    : [];

const sources = Object.keys(mayImport).flatMap(files);
const code = (file: string) =>
  readFileSync(join(root, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
/** Statements that import or re-export, and imports inside expressions and types; not a `from` in somebody's sentence. */
const importing = [
  /^\s*(?:import|export)\b[^;'"`]*?\bfrom\s*'([^']+)'/gm,
  /^\s*import\s*'([^']+)'/gm,
  /\bimport\(\s*'([^']+)'/g,
];
const imports = (file: string) =>
  importing.flatMap((pattern) => [...code(file).matchAll(pattern)].map((match) => match[1] as string));
const topFolder = (file: string) => file.split('/')[0] as string;
const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

describe('the map of the project', () => {
  it('has source to judge', () => expect(sources.length).toBeGreaterThan(20));

  it('core knows nothing of db and bot, db nothing of bot, and nobody reaches into the tests', () => {
    const crossings = sources.flatMap((file) =>
      imports(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => relative(root, resolve(root, dirname(file), specifier)))
        .filter((target) => !mayImport[topFolder(file)]?.includes(topFolder(target)))
        .map((target) => `${file} → ${target}`),
    );
    expect(crossings).toEqual([]);
  });

  it('each outside library of core is known to one file only', () => {
    const strays = sources
      .filter((file) => topFolder(file) === 'core')
      .flatMap((file) =>
        imports(file)
          .filter((specifier) => !specifier.startsWith('.'))
          .filter((specifier) => libraryOfCore[packageOf(specifier)] !== file)
          .map((specifier) => `${file} → ${specifier}`),
      );
    expect(strays).toEqual([]);
  });

  it('core names no clock, no ambient chance and no locale', () => {
    const strays = sources
      .filter((file) => topFolder(file) === 'core')
      .filter((file) => ambient.some((pattern) => pattern.test(code(file))));
    expect(strays).toEqual([]);
  });

  it('nothing imports the practice entry', () => {
    const strays = sources
      .filter((file) => !file.startsWith('bot/practice/'))
      .flatMap((file) => imports(file).filter((specifier) => specifier.includes('practice/')));
    expect(strays).toEqual([]);
  });

  it('no folder or file is a drawer for odds and ends', () => {
    const drawers = sources.filter((file) =>
      /(^|\/)(utils?|helpers?|types|services|misc|common|index)(\/|\.ts$)/.test(file),
    );
    expect(drawers.filter((file) => file !== 'core/policy/index.ts')).toEqual([]);
  });

  it('no jurisdiction is named in code: a county is data', () => {
    const branches = sources
      .filter((file) => !file.startsWith('core/policy/') && !file.startsWith('bot/practice/'))
      .filter((file) => /sanming|shishi|fuan|wannian|ganzhou/i.test(code(file)));
    expect(branches).toEqual([]);
  });

  it('runs on Node 24, whatever npm itself runs on', () => {
    expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(24);
  });
});
