import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { digest } from '../../core/digest.ts';
import { manifestDigest } from '../../core/draw/manifest.ts';
import type { DrawRecord } from '../../core/draw/record.ts';
import { pageDigest } from '../../core/draw/roster.ts';
import { commitmentOf, secretDigest } from '../../core/draw/seal.ts';
import { streamOf } from '../../core/draw/stream.ts';
import { verify } from '../../core/draw/verify.ts';
import { DICE, section } from './by-hand.ts';

const readme = readFileSync(new URL('../../core/draw/README.md', import.meta.url), 'utf8');
const chapter = readme.slice(readme.indexOf('## 11.'));
const json = /```json\n([\s\S]*?)```/.exec(chapter)?.[1] ?? '';
/** What the page says of a thing, out of its tables. */
const says = (label: string): string =>
  new RegExp(`\\| \`${label}\` \\| \`([^\`]*)\` \\|`).exec(chapter)?.[1] ?? 'not said';

describe('the tiny draw in the README', () => {
  let record: DrawRecord;
  beforeAll(() => {
    const verdict = verify(JSON.parse(json));
    if (!verdict.ok) throw new Error(`${verdict.step} ${verdict.at}`);
    record = verdict.record;
  });

  it('is what the code writes today', () => {
    expect(chapter).toBe(section(DICE));
  });

  it('every digest that the page shows is the digest of what it shows', () => {
    const M = manifestDigest(record.manifest);
    expect(says('M')).toBe(M);
    expect(says('H of the page')).toBe(pageDigest(record.roster[0] ?? ''));
    const shownRoster = /→\):\n\n```\n([\s\S]*?)```/.exec(chapter)?.[1] ?? '';
    expect(shownRoster.replaceAll('→', '\t')).toBe(record.roster[0]);
    const rs = ['0', '1', '2'].map((id) => {
      const [nonce, typed] = says(`nonce ${id}, typed ${id}`).split(' ');
      const secret = { nonce: nonce ?? '', typed: typed ?? '' };
      expect(says(`r ${id}`)).toBe(secretDigest(secret));
      expect(says(`c ${id}`)).toBe(commitmentOf(1, M, id, secret));
      return `${id}:${id === '2' ? 'ABSENT' : says(`r ${id}`)}`;
    });
    const C = digest('mingchou/draw/1/commitments', M, ...['0', '1', '2'].map((id) => `${id}:${says(`c ${id}`)}`));
    expect(says('C')).toBe(C);
    const S = digest('mingchou/draw/1/seed', M, C, ...rs, says('public'));
    expect(says('S')).toBe(S);
    expect(record.seed).toBe(S);
    expect(says('key of stream tickets')).toBe(digest('mingchou/draw/1/stream', S, 'tickets'));
  });

  it('the tickets, turned tickets and cut-offs in its tables are those of the seed', () => {
    const stream = streamOf(record.seed, 'tickets');
    const rows = [...chapter.matchAll(/^\| (\d) \| (\d+) \| (\d+) \| `(.{4})` \|$/gm)];
    expect(rows.length).toBe(6);
    for (const [i, [, row, ticket, turned, marks]] of rows.entries()) {
      expect(row).toBe(String(i));
      expect(ticket).toBe(String(stream.ticket()));
      expect(BigInt(turned ?? 0)).toBe((BigInt(ticket ?? 0) + 2n ** 52n) % 2n ** 53n);
      expect(record.roster[0]?.split('\n')[i]?.endsWith(`\t${marks}`)).toBe(true);
    }
    const tasks = [...chapter.matchAll(/^\| (\d) \| 5 \| 4 \| 1 \| (\d) \| (–|\d) \| (\d+) \|$/gm)];
    expect(tasks.map(([, no, drawn, skipped, cutoff]) => [no, drawn, skipped, cutoff])).toEqual(
      record.result.tasks.map(({ no, tiers: [tier] }) => [
        no,
        String(tier?.drawn[0]),
        tier?.skipped.length === 0 ? '–' : String(tier?.skipped[0]),
        String(tier?.cutoff),
      ]),
    );
  });

  it('the numbers taken for matching are those of the stream, one after the other', () => {
    const stream = streamOf(record.seed, 'match/甲局');
    const list = (pattern: RegExp): number[] => (pattern.exec(chapter)?.[1] ?? '').split(' ').map(Number);
    const filling = [...chapter.matchAll(/^\| \d \| \d \| [\d ]+ \| ([\d ]{23}) \| \d{3} \|$/gm)];
    expect(filling.length).toBe(4);
    for (const [line, numbers] of filling) {
      const below = line.split('|')[3]?.trim().split(' ').length ?? 0;
      for (const n of numbers?.split(' ') ?? []) expect(stream.below(below)).toBe(Number(n));
    }
    for (const n of list(/exchanges, pairs[^`]*`([\d ]+)`/)) expect(stream.below(4)).toBe(n);
    for (const [i, n] of list(/permuting[^`]*`([\d ]+)`/).entries()) expect(stream.below(4 - i)).toBe(n);
    for (const n of list(/starts of the posts' substitutes: `([\d ]+)`/)) expect(stream.below(4)).toBe(n);
  });

  const hasPython = spawnSync('python3', ['--version']).status === 0;
  // A machine without Python (a Worker's build) cannot ask the oracle; everything above holds there as well.
  it.skipIf(!hasPython)('the oracle in another language comes to the same', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'draw-')), 'record.json');
    writeFileSync(path, json);
    const oracle = new URL('../oracle/verify.py', import.meta.url).pathname;
    expect(execFileSync('python3', [oracle, path], { encoding: 'utf8' }).trim()).toBe('ok');
  });
});
