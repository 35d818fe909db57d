import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseRecordText } from '../../core/draw/text.ts';
import { verify } from '../../core/draw/verify.ts';
import { hasPython } from '../verbs/verified.ts';

const golden = readFileSync(new URL('../draw/golden/v1-plain.json', import.meta.url), 'utf8').trim();
const oracle = fileURLToPath(new URL('../oracle/verify.py', import.meta.url));
const steps = (n: number): string =>
  `${'{"kind":"steps","steps":[{"upTo":null,"share":'.repeat(n)}{"kind":"count","n":1}${'}]}'.repeat(n)}`;
const withQuota = (quota: string): string => golden.replace(/"quota":\{[^{}]*\}/, () => `"quota":${quota}`);

const hostile: readonly (readonly [string, string])[] = [
  ['a member named twice', `{"seed":"${'0'.repeat(64)}",${golden.slice(1)}`],
  ['a member named twice, once in escapes', `{"\\u0073eed":"${'0'.repeat(64)}",${golden.slice(1)}`],
  ['a hundred thousand lists in one another', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['five thousand steps in one another', withQuota(steps(5000))],
  ['sixty steps in one another', withQuota(steps(60))],
  ['a member of Object’s own', `${golden.slice(0, -1)},"__proto__":{"a":1}}`],
  ['nothing', ''],
];

describe('a hostile record', () => {
  it.each(hostile)('with %s is refused at its shape and harms nobody', (_, text) => {
    const value = parseRecordText(text);
    if (value === undefined) return;
    expect(verify(value)).toMatchObject({ ok: false, step: 'format' });
  });

  it.skipIf(!hasPython).each(hostile)('with %s is refused by the verifier in Python too', (_, text) => {
    const folder = mkdtempSync(join(tmpdir(), 'mingchou-hostile-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'record.json'), text);
    const run = spawnSync('python3', [oracle, join(folder, 'record.json')], { encoding: 'utf8' });
    expect(`${run.stdout}${run.stderr}`).toMatch(/^fails: format: /);
  });

  it('a good one is read as it is, also behind a byte order mark', () => {
    expect(verify(parseRecordText(golden)).ok).toBe(true);
    expect(verify(parseRecordText(`\ufeff${golden}`)).ok).toBe(true);
    expect(parseRecordText('{"a":[{"b":1},{"b":"a:\\"b\\":"}],"b":2}')).toEqual({
      a: [{ b: 1 }, { b: 'a:"b":' }],
      b: 2,
    });
    expect(parseRecordText('{"a":{"b":1,"b":2}}')).toBe(undefined);
  });
});
