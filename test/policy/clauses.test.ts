/**
 * The table of clauses (core/policy/CLAUSES.md) is kept by hand; this holds it to what there is: every demand of the five
 * documents once, every file and word that it names found, every test that it names found, its counts its own.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruling } from '../../core/policy/cited.ts';
import { fuan2018 } from '../../core/policy/fuan-2018.ts';
import { ganzhou2023 } from '../../core/policy/ganzhou-2023.ts';
import { sanming2025 } from '../../core/policy/sanming-2025.ts';
import type { Policy } from '../../core/policy/shape.ts';
import { shishi2024 } from '../../core/policy/shishi-2024.ts';
import { wannian2022 } from '../../core/policy/wannian-2022.ts';
import { bare, citedIn } from './cited.ts';

const root = resolve(import.meta.dirname, '../..');
const shared = resolve(root, '../shared');
const text = readFileSync(join(root, 'core/policy/CLAUSES.md'), 'utf8');

const documents: readonly { id: string; name: string; rows: number; policy: Policy; file: string }[] = [
  { id: 'S0', name: '三明 2025', rows: 80, policy: sanming2025, file: 'core/policy/sanming-2025.ts' },
  { id: 'S1', name: '石狮 2024', rows: 56, policy: shishi2024, file: 'core/policy/shishi-2024.ts' },
  { id: 'S2', name: '福安 2018', rows: 97, policy: fuan2018, file: 'core/policy/fuan-2018.ts' },
  { id: 'S3', name: '万年 2022', rows: 77, policy: wannian2022, file: 'core/policy/wannian-2022.ts' },
  { id: 'S4', name: '甘州 2023', rows: 89, policy: ganzhou2023, file: 'core/policy/ganzhou-2023.ts' },
];
const states = ['enforced', 'held', "people's work", 'open'] as const;
const stages = [
  'consult',
  'visit',
  'outcome',
  'notice',
  'follow-up',
  'bulletin',
  'chat',
  'Excel',
  'public page',
  'paper',
];

interface Row {
  readonly id: string;
  readonly clause: string;
  readonly asked: string;
  readonly where: readonly Named[];
  readonly tests: readonly Named[];
  /** Who will carry it, or what is left of it. */
  readonly stage: string | null;
  readonly state: string;
}

/** A file, and the words that must be found in it. */
interface Named {
  readonly file: string;
  readonly words: readonly string[];
}

const isPath = (word: string) => /^(core|db|bot|addin|test)\/\S+\.(ts|py|sql)$/.test(word);

const rows: readonly Row[] = text
  .split('\n')
  .filter((line) => /^\| S\d-/.test(line))
  .map((line) => {
    const cells = line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim());
    if (cells.length !== 6) throw new Error(`not six cells: ${line}`);
    const [id = '', clause = '', asked = '', where = '', tests = '', state = ''] = cells;
    const stage = / → (.+)$/.exec(where)?.[1] ?? null;
    return { id, clause, asked, where: namedIn(where), tests: namedIn(tests), stage, state };
  });

const documentOf = (id: string) => documents.find((each) => id.startsWith(each.id));

/** Words in backquotes: a file, then what is named of it. */
function namedIn(cell: string): readonly Named[] {
  const named: { file: string; words: string[] }[] = [];
  for (const [, word = ''] of cell.matchAll(/`([^`]+)`/g)) {
    if (isPath(word)) named.push({ file: word, words: [] });
    else named.at(-1)?.words.push(word);
  }
  return named;
}

const contents = new Map<string, string | null>();
/** What a file says; of a test no more than the names that it gives to its tests: a remark or a value with a clause's number shows nothing. */
function contentOf(file: string): string | null {
  const known = contents.get(file);
  if (known !== undefined) return known;
  const path = join(root, file);
  const read = existsSync(path) ? readFileSync(path, 'utf8') : null;
  const content = read !== null && file.startsWith('test/') ? namesIn(read).join('\n') : read;
  contents.set(file, content);
  return content;
}

/** `('…', () => …` names a test, in whatever way it is called; of a table's row the name is what stands first in it. */
function namesIn(test: string): readonly string[] {
  const code = test.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const named = code.matchAll(/\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1,\s*(?:async\b|\(|\{|function\b|\w+ =>)/g);
  const rows = code.matchAll(/^\s*\[+\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/gm);
  return [...named, ...rows].map(([, , name = '']) => name.replaceAll('\\', ''));
}

/** Names that lead nowhere. */
const astray = (part: 'where' | 'tests') =>
  rows.flatMap(({ id, [part]: named }) =>
    named.flatMap(({ file, words }) => {
      const content = contentOf(file);
      if (content === null) return [`${id}: no file ${file}`];
      return words.filter((word) => !content.includes(word)).map((word) => `${id}: ${file} does not say ${word}`);
    }),
  );

const wrong = (is: (row: Row) => boolean) => rows.filter(is).map(({ id }) => id);

describe('条款对照表', () => {
  it('五份文件的 399 条要求逐条在列，一条不多、一条不少', () => {
    const wanted = documents.flatMap(({ id, rows: n }) =>
      Array.from({ length: n }, (_, i) => `${id}-${String(i + 1).padStart(2, '0')}`),
    );
    expect(wanted).toHaveLength(399);
    expect(rows.map(({ id }) => id)).toEqual(wanted);
  });

  it('每条写明文件和条款，有自己的话', () => {
    expect(wrong(({ id, clause }) => !clause.startsWith(`${documentOf(id)?.name} `))).toEqual([]);
    expect(wrong(({ asked }) => asked.replace(/「[^」]*」/g, '').trim().length < 4)).toEqual([]);
  });

  it('状态只有四种，表头的计数与各行相符', () => {
    expect(wrong(({ state }) => !states.some((known) => known === state))).toEqual([]);
    const counts = states.map((state) => `${state} ${rows.filter((row) => row.state === state).length}`);
    expect(text).toContain(`计数 Counts: ${counts.join(' · ')} · 合计 total 399\n`);
  });

  it('写到的文件都在，写到的函数、值都找得到', () => {
    expect(astray('where')).toEqual([]);
  });

  it('写到的测试都在，条款编号或者测试标题都找得到', () => {
    expect(
      wrong(({ tests }) => tests.some(({ file, words }) => !file.startsWith('test/') || words.length === 0)),
    ).toEqual([]);
    expect(astray('tests')).toEqual([]);
  });

  it('已执行的，写明执行它的代码和证明它的测试', () => {
    const data = documents.map(({ file }) => file);
    const lacks = ({ state, where, tests }: Row) =>
      state === 'enforced' &&
      (tests.length === 0 || !where.some(({ file, words }) => !data.includes(file) && words.length > 0));
    expect(wrong(lacks)).toEqual([]);
  });

  it('已保存、未落实的，写明以后由哪个环节执行；已保存的有测试', () => {
    expect(wrong(({ stage }) => stage !== null && !stages.includes(stage))).toEqual([]);
    expect(wrong(({ state, stage }) => (state === 'held' || state === 'open') && stage === null)).toEqual([]);
    expect(wrong(({ state, where, tests }) => state === 'held' && (where.length === 0 || tests.length === 0))).toEqual(
      [],
    );
  });

  it('文件要求的每项规则都在表里有它的一行', () => {
    const missing = documents.flatMap(({ id, policy, file }) => {
      const named = rows
        .filter((row) => row.id.startsWith(id))
        .flatMap(({ where }) => where.flatMap((each) => (each.file === file ? each.words : [])));
      return policy.duties.map(({ value }) => value).filter((duty) => !named.includes(duty));
    });
    expect(missing).toEqual([]);
  });

  it.each(documents)('$name：每条都指到文件数据里同一条款的一个值', ({ id, name, policy, file }) => {
    const values = citedIn(policy).map(({ at, cited: { clause, quote, value } }) => ({
      clause,
      words: [quote, JSON.stringify(value), ...at.split('.')],
    }));
    const stray = rows.filter((row) => {
      const clause = row.clause.slice(name.length + 1);
      // Heads and annexes are told apart more finely in the demands than in the data.
      const here = values.filter((each) => each.clause === clause || /^(文头|引言|落款|附件)$/.test(each.clause));
      const named = row.where.flatMap((each) => (each.file === file ? each.words : []));
      const stands = (word: string) =>
        here.some(
          ({ words: [quote = '', json = '', ...path] }) => path.includes(word) || `${quote}${json}`.includes(word),
        );
      return row.id.startsWith(id) && !named.some(stands);
    });
    expect(stray.map((row) => row.id)).toEqual([]);
  });

  it.each(documents)('$name：人的工作与文件所列一一对应，条款相同', ({ id, name, policy, file }) => {
    const listed = policy.peoplesWork.map((each) => {
      const { value, source } = ruling(each, policy.from);
      return `${name} ${source.clause} ${value.zh}`;
    });
    const work = rows.filter((row) => row.id.startsWith(id) && row.state === "people's work");
    const told = work.map(({ clause, where }) => {
      const words = where.filter((each) => each.file === file).flatMap((each) => each.words);
      return `${clause} ${words.join()}`;
    });
    expect(told.sort()).toEqual([...listed].sort());
  });

  it.skipIf(!existsSync(join(shared, 'clauses.md')))('与条款底稿逐条一致：编号、条款、引用的词', () => {
    const original = readFileSync(join(shared, 'clauses.md'), 'utf8')
      .split('\n')
      .filter((line) => /^\| S\d-/.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .map(([, id = '', clause = '', obligation = '']) => ({
        id,
        clause: `${documentOf(id)?.name} ${clause}`,
        quotes: obligation.match(/「[^」]*」/g) ?? [],
      }));
    expect(rows.map(({ id, clause, asked }) => ({ id, clause, quotes: asked.match(/「[^」]*」/g) ?? [] }))).toEqual(
      original,
    );
  });

  it.skipIf(!existsSync(join(shared, 'seeds')))('引用的词都在原文里', () => {
    const seeds = readdirSync(join(shared, 'seeds')).sort();
    const originals = seeds.map((name) => bare(readFileSync(join(shared, 'seeds', name), 'utf8')));
    const strange = rows.flatMap(({ id, asked }) =>
      [...asked.matchAll(/「([^」]*)」/g)]
        .filter(([, quote = '']) => !originals[Number(id.slice(1, 2))]?.includes(bare(quote)))
        .map(([quote]) => `${id} ${quote}`),
    );
    expect(strange).toEqual([]);
  });
});
