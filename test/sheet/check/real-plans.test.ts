/** Plans that offices really published, beside the rules of a county that is not theirs: much is said, and nothing breaks. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkGrid } from '../../../core/sheet/check.ts';
import { openFile } from '../../../core/sheet/open.ts';
import { county } from '../../plan/county.ts';
import { market, planReferenceOf } from './make.ts';

const data = new URL('../../../../shared/data/', import.meta.url);
const jurisdictions = ['三明', '石狮', '福安', '万年', '甘州'] as const;

describe.skipIf(!existsSync(data))('real plans (needs ../shared, which is not part of the project)', () => {
  const names = existsSync(data) ? readdirSync(data).filter((name) => /^(?:plan|items)_.*\.csv$/.test(name)) : [];
  it.each(names)('%s: every row is answered for, or the table is refused with what it lacks', async (name) => {
    const opened = await openFile(new Uint8Array(readFileSync(new URL(name, data))));
    if (!opened.ok || opened.value[0] === undefined) throw new Error(name);
    const [grid] = opened.value;
    for (const jurisdiction of jurisdictions) {
      for (const own of [null, market]) {
        const checked = checkGrid(grid, planReferenceOf(county(jurisdiction), own));
        if (!checked.ok) {
          expect(['no-header', 'missing-columns']).toContain(checked.error.kind);
          continue;
        }
        const { rows, recognised, notes } = checked.value;
        const filled = grid.rows.slice(recognised.firstRow).filter((cells) => cells.some((cell) => cell !== '')).length;
        expect(rows.length + notes.length).toBe(filled);
        for (const { remarks } of rows)
          for (const { value, words } of remarks) {
            expect(value.length).toBeLessThan(70);
            expect(words.zh).not.toMatch(/\n/);
          }
      }
    }
  });
});
