import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { costTable, deskYuan, measured, prices } from '../../bot/edge/costs.ts';

const pages = [
  { lang: 'en', file: 'COSTS.md' },
  { lang: 'zh', file: 'COSTS.zh-CN.md' },
] as const;

describe('the page about the cost of a month', () => {
  it.each(pages)(
    '$file holds the table that the program reckons, and the figures that it reckons with',
    ({ lang, file }) => {
      const text = readFileSync(new URL(`../../bot/edge/${file}`, import.meta.url), 'utf8');
      expect(text).toContain(`<!-- table -->\n${costTable(lang)}\n<!-- /table -->`);
      const counted = Object.values(measured).flatMap((each) => Object.values(each));
      const priced = prices.turso.flatMap(({ base, storageGb }) => [base, storageGb]).filter((each) => each > 0);
      for (const figure of [...counted, ...priced, prices.slackPerSeat, prices.yuan.dollar])
        expect(text).toContain(figure >= 1000 ? figure.toLocaleString('en-US') : String(figure));
    },
  );

  it('a machine of one’s own costs its current and the hours of whoever looks after it', () => {
    expect(deskYuan(30, 0)).toBeCloseTo(12.96);
    expect(deskYuan(0, 2)).toBe(120);
  });
});
