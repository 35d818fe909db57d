#!/usr/bin/env node
/**
 * `npm run excel-manifest -- --site https://mingchou.example.gov.cn [--label 测试] [--id …] [--out manifest-test.xml]`: the manifest of an environment, looked
 * over before it is written. What only the running server can show (icons, functions) is looked at by `--online` through its own address.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { manifestFor } from '../../core/api/manifest.ts';
import { lintManifest } from './lint.ts';
import { excelApi, functionNames } from './needs.ts';
import { pictureSize } from './picture-size.ts';

const { site, label, id, out, online } = asked();
if (site === undefined || !URL.canParse(site) || new URL(site).protocol !== 'https:' || site.endsWith('/'))
  stop(
    '请用 --site 写明网址，如 https://mingchou.example.gov.cn（https，末尾不带斜线）。',
    'Give --site as https://… without a slash at the end.',
  );
const source = readFileSync(new URL('../../manifest.xml', import.meta.url), 'utf8');
const text = manifestFor(source, {
  site,
  ...(label === undefined ? {} : { label }),
  ...(id === undefined ? {} : { id }),
});
const pictures = new Map<string, { width: number; height: number } | null>();
for (const size of [16, 32, 64, 80]) {
  const url = `${site}/addin/icon-${size}.png`;
  pictures.set(url, online ? await fetched(url) : { width: size, height: size });
}
const wrong = lintManifest(text, { pictures, functions: functionNames, excelApi });
if (wrong.length > 0) stop(`清单有 ${wrong.length} 处问题：\n${wrong.join('\n')}`, 'The manifest is not in order.');
if (out === undefined) process.stdout.write(text);
else {
  writeFileSync(out, text);
  console.log(`已写入 ${out} · written`);
}

async function fetched(url: string): Promise<{ width: number; height: number } | null> {
  const answer = await fetch(url).catch(() => null);
  return answer?.ok ? pictureSize(new Uint8Array(await answer.arrayBuffer())) : null;
}

function asked() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      options: { site: text, label: text, id: text, out: text, online: { type: 'boolean', default: false } },
    }).values;
  } catch {
    return stop(
      '用法：npm run excel-manifest -- --site https://… [--label 测试] [--id GUID] [--out 文件] [--online]',
      'Usage as above.',
    );
  }
}

function stop(zh: string, en: string): never {
  console.error(`${zh}\n${en}`);
  process.exit(2);
}
