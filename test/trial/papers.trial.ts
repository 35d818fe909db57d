/**
 * Every official paper as LibreOffice prints it: A4, text within 156 mm × 225 mm, page numbers at the outer side, tables over pages with their
 * head, names of 38 characters whole. Skipped with words where LibreOffice or poppler is not installed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officialDocx } from '../../bot/paper/official/docx.ts';
import { heading, paperOf, text } from '../../bot/paper/official/official-paper.ts';
import { paperKinds } from '../../bot/paper/official/papers.ts';
import { chineseNumeral } from '../../core/chinese-numeral.ts';
import { bureauImprint, jointImprint, longName, planPaper, sample } from '../paper/official-sample.ts';

const has = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
const lacking = ['soffice', 'pdfinfo', 'pdftotext'].filter((program) => !has(program));
if (lacking.length > 0) console.warn(`papers are not printed: ${lacking.join(', ')} is not installed`);

interface Word {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly text: string;
}
interface Page {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
}

const mm = (points: number): number => (points * 25.4) / 72;
const plain = (words: string): string => words.replace(/\s/g, '');
const textOf = ({ words }: Page): string => plain(words.map((each) => each.text).join(''));
const isNumber = ({ y }: Word, { height }: Page, foot: number): boolean => mm(height - y[0]) < foot;

let folder = '';
const pages = (name: string): readonly Page[] => {
  const xml = execFileSync('pdftotext', ['-bbox', join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' });
  return [...xml.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g)].map(
    ([, width, height, body]) => ({
      width: Number(width),
      height: Number(height),
      words: [
        ...(body ?? '').matchAll(
          /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g,
        ),
      ].map(([, x1, y1, x2, y2, said]) => ({
        x: [Number(x1), Number(x2)],
        y: [Number(y1), Number(y2)],
        text: said ?? '',
      })),
    }),
  );
};

describe.skipIf(lacking.length > 0)('公文付印', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mingchou-papers-'));
    for (const kind of paperKinds) writeFileSync(join(folder, `${kind}.docx`), await officialDocx(sample[kind]));
    writeFileSync(join(folder, 'long.docx'), await officialDocx(planPaper(120)));
    writeFileSync(join(folder, 'joint.docx'), await officialDocx(planPaper(2, jointImprint)));
    const counted = Array.from({ length: 24 }, (_, i) => [heading(`第${i + 1}部分`), text('一'.repeat(28 * 3))]).flat();
    writeFileSync(
      join(folder, 'lines.docx'),
      await officialDocx(paperOf(bureauImprint, { format: 'plain', title: '行数和字数', blocks: counted })),
    );
    const files = ['long', 'joint', 'lines', ...paperKinds].map((name) => join(folder, `${name}.docx`));
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...files,
      ],
      { stdio: 'ignore' },
    );
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(paperKinds)('%s is on A4, within its margins, with its title whole', (kind) => {
    const printed = pages(kind);
    expect(printed.length).toBeGreaterThan(0);
    for (const page of printed) {
      const sides = [mm(page.width), mm(page.height)].map(Math.round).toSorted((a, b) => a - b);
      expect(sides).toEqual([210, 297]);
      const across = page.width > page.height;
      for (const word of page.words) {
        expect(mm(word.x[0])).toBeGreaterThan((across ? 35 : 28) - 1);
        expect(mm(page.width - word.x[1])).toBeGreaterThan((across ? 37 : 26) - 2);
        expect(mm(page.height - word.y[1])).toBeGreaterThan(10);
      }
    }
    expect(printed.map(textOf).join('')).toContain(plain(sample[kind].title));
  });

  it('22 lines of 28 characters fill the page', () => {
    const [, second] = pages('lines');
    if (second === undefined) throw new Error('two pages');
    const tops = new Set(second.words.filter((word) => !isNumber(word, second, 35)).map(({ y }) => Math.round(y[0])));
    expect(tops.size).toBe(22);
    const full = second.words.filter(({ text: said }) => /^一+$/.test(said));
    expect(Math.max(...full.map(({ text: said }) => [...said].length))).toBe(28);
    // 一、 … 二十四、
    const all = pages('lines').map(textOf).join('');
    for (let n = 1; n <= 24; n += 1) expect(all).toContain(`${chineseNumeral(n)}、第${n}部分`);
  });

  it('odd pages have their number to the right, even ones to the left', () => {
    for (const [i, page] of pages('lines').entries()) {
      const number = page.words.filter((word) => isNumber(word, page, 30));
      const left = Math.min(...number.map(({ x }) => x[0]));
      expect(plain(number.map((word) => word.text).join(''))).toBe(`—${i + 1}—`);
      expect(left > page.width / 2).toBe(i % 2 === 0);
    }
  });

  it('a table of 120 tasks goes on over its pages, each with its head, and no row is lost', () => {
    const across = pages('long').filter(({ width, height }) => width > height);
    expect(across.length).toBeGreaterThan(10);
    for (const page of across) expect(textOf(page)).toContain('任务名称');
    const all = across.map(textOf).join('');
    for (let n = 1; n <= 120; n += 1) expect(all).toContain(`T-${String(n).padStart(2, '0')}`);
  });

  it('a name of 38 characters is printed whole in every paper about it', () => {
    for (const kind of [
      'approval-form',
      'visit-notice',
      'record-sheet',
      'transfer-record',
      'penalty-and-repair',
    ] as const)
      expect(pages(kind).map(textOf).join('')).toContain(longName);
  });

  it('抄送、印发 stand at the foot of the last upright page', () => {
    const upright = pages('special-notice').filter(({ width, height }) => width < height);
    const last = upright.at(-1);
    const printed = last?.words.find(({ text: said }) => said.includes('印发'));
    expect(printed && last && mm(last.height - printed.y[1])).toBeGreaterThan(34);
    expect(printed && last && mm(last.height - printed.y[1])).toBeLessThan(42);
  });

  it('two issuers sign beside each other over one date', () => {
    const signed = pages('joint').find((page) => /6月23日印发/.test(textOf(page)));
    const names = signed?.words.filter(({ text: said }) => /^松岭市(市场监督管理局|农业农村局)$/.test(said)) ?? [];
    expect(new Set(names.map(({ y }) => Math.round(y[0]))).size).toBeLessThanOrEqual(1);
    expect(names).toHaveLength(2);
  });
});
