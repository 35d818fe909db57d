#!/usr/bin/env node
/**
 * `npm run build`: writes the static files of the Worker into `out/edge/`. wrangler runs it by itself before each deployment and each start
 * (`[build]` in wrangler.toml). `npm run build -- --office-js <folder>` (or MINGCHOU_OFFICE_JS_DIR) puts a copy of Office.js with them,
 * which stays until `--office-js none`.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Words } from '../../../core/words.ts';
import { type Files, filesIn, officeFolder, writeFolder } from './folder.ts';
import { stampOf } from './fresh.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(root, 'out/edge');
const stampFile = join(root, 'out/edge.stamp');

/** Cloudflare's limits of static files: how many a Worker may have (paid plan), and bytes of one. */
const filesMost = 20_000;
const bytesMost = 25 * 1024 * 1024;

const { values } = parseArgs({ options: { 'office-js': { type: 'string' } }, strict: true });
const asked = values['office-js'] ?? process.env.MINGCHOU_OFFICE_JS_DIR?.trim() ?? '';

const stamp = stampOf(root);
const unchanged =
  asked === '' && existsSync(stampFile) && existsSync(folder) && readFileSync(stampFile, 'utf8') === stamp;
const files = unchanged ? filesIn(folder) : await made();
say(files);

async function made(): Promise<Files> {
  // The bundler is not even loaded where nothing has changed.
  const { edgeFiles } = await import('./files.ts');
  const all = await edgeFiles(officeCopy());
  const tooLarge = [...all].filter(([, { length }]) => length > bytesMost).map(([path]) => path);
  if (tooLarge.length > 0 || all.size > filesMost)
    stop({
      zh: `静态文件超出 Cloudflare 的限额（至多 ${filesMost} 个，每个至多 25 MiB）：共 ${all.size} 个，过大的有 ${tooLarge.join('、') || '无'}。`,
      en: `Static files beyond Cloudflare's limits (at most ${filesMost}, each at most 25 MiB): ${all.size} in all, too large: ${tooLarge.join(', ') || 'none'}.`,
    });
  rmSync(stampFile, { force: true });
  mkdirSync(folder, { recursive: true });
  writeFolder(folder, all);
  writeFileSync(stampFile, stamp);
  return all;
}

/** The one asked for, or the one that is there. */
function officeCopy(): Files {
  if (asked === 'none') return new Map();
  if (asked === '') {
    const before = join(folder, officeFolder);
    return existsSync(before) ? filesIn(before) : new Map();
  }
  if (existsSync(join(asked, 'office.js'))) return filesIn(asked);
  return stop({
    zh: `--office-js（或 MINGCHOU_OFFICE_JS_DIR）不对：目录 ${asked} 中没有 office.js；应为 npm 包 @microsoft/office-js 的 dist 目录或其副本。`,
    en: `--office-js (or MINGCHOU_OFFICE_JS_DIR) is wrong: there is no office.js in ${asked}; it is the dist directory of the npm package @microsoft/office-js, or a copy of it.`,
  });
}

function say(all: Files): void {
  const office = [...all.keys()].filter((path) => path.startsWith(officeFolder)).length;
  const kib = Math.round([...all.values()].reduce((sum, { length }) => sum + length, 0) / 1024);
  console.log(
    `静态文件 static files: ${all.size}, ${kib.toLocaleString('en')} KiB, out/edge/` +
      (office === 0 ? '' : `（其中 Office.js of them: ${office}）`),
  );
}

function stop({ zh, en }: Words): never {
  console.error(`${zh}\n  ${en}`);
  process.exit(2);
}
