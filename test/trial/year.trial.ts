/**
 * A whole year of each of the five documents, from its own beginning to its yearly summaries, through the doors that people use: the year
 * stops where a door refuses or says something else, and nothing here looks behind the doors either.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runYear } from '../../bot/practice/year/run.ts';
import { years } from '../../bot/practice/year/years.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingchou-years-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What every document demands in one wording or another: everything published, everything dealt with, every task finished. */
const reached = { 抽查结果公示率: '100%', 发现问题后续处置率: '100%' };

/** Goals without a measure: what is to rise is held against the year before, of which a first year has nothing. */
const withoutMeasure = '目标提高';

/** An idle machine needs well under half of it. */
const yearMs = 300_000;

describe.each(years)('$title', (script) => {
  it(
    'runs through to its end; the ledger holds, and nobody was left without an answer',
    async () => {
      const lines: string[] = [];
      const { year } = await runYear(script, folder, (line) => lines.push(line));
      try {
        const verified = await year.mingchou('o1', 'ledger', 'verify');
        expect([verified.exit, verified.err]).toEqual([0, '']);
        expect(year.driver.deliveries().filter(({ failure }) => failure !== 'none')).toEqual([]);
        const titles = script.days.map(({ title }) => title);
        expect(titles.filter((title) => !lines.some((line) => line.includes(title)))).toEqual([]);
        const left = readdirSync(year.out, { recursive: true, encoding: 'utf8' });
        const empty = left.filter((name) => {
          const held = statSync(join(year.out, name));
          return held.isFile() && held.size === 0 && !name.endsWith('-wal');
        });
        expect(empty).toEqual([]);
        expect(left.filter((name) => name.endsWith('.xlsx')).length).toBeGreaterThan(8);
        // Official papers, what was sent to be published, the yearly summary with its workbook, figures, public pages.
        for (const kind of [
          /^公文\/.*\.docx$/,
          /^公示报送\/.*\.json$/,
          /^通报\/.*全年\.xlsx$/,
          /^指标 .*\.txt$/,
          /^公开网页\/.*\.html$/,
        ])
          expect([kind, left.some((name) => kind.test(name))]).toEqual([kind, true]);
        const figures = left.filter((name) => name.startsWith('指标 ')).toSorted();
        const yearly = readFileSync(join(year.out, figures.at(-1) ?? ''), 'utf8').split('\n');
        for (const [figure, share] of Object.entries(reached))
          expect([figure, yearly.find((line) => line.startsWith(figure))]).toEqual([
            figure,
            expect.stringContaining(`${figure} ${share}`),
          ]);
        const goals = yearly.filter((line) => line.includes('目标') && !line.includes(withoutMeasure));
        expect(goals.length).toBeGreaterThan(0);
        expect(goals.filter((line) => line.includes('未达到') || !line.includes('达到'))).toEqual([]);
        // A command that a year does not insist on is told, too.
        expect(lines.filter((line) => line.includes('未办成'))).toEqual([]);
      } finally {
        await year.close();
      }
    },
    yearMs,
  );
});
