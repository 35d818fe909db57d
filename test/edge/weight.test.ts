/** What `npm run size` says, in both languages, and where it finds the Worker too heavy. */
import { describe, expect, it } from 'vitest';
import { isTooHeavy, type Weight, weightWords } from '../../bot/say/weight.ts';

const weight: Weight = {
  plainKib: 3807,
  gzipKib: 1199,
  startMs: 84,
  files: 69,
  filesKib: 1643,
  parts: [
    ['bot/verbs', 395],
    ['docx', 318],
  ],
};

describe('the weight of the Worker', () => {
  it('is told in Chinese with English beside it, every figure in both', () => {
    const said = weightWords(weight);
    for (const lang of ['zh', 'en'] as const) {
      const text = said.map((line) => line[lang]).join('\n');
      for (const figure of ['3,807', '1,199', '84', '69', '1,643', 'bot/verbs 395', 'docx 318'])
        expect(text).toContain(figure);
    }
    expect(said[0]?.zh).toContain('启动 84 毫秒');
    expect(said.at(-1)?.zh).toBe('在各项上限以内。');
  });

  it.each([
    { gzipKib: 3072, says: '在各项上限以内。', tooHeavy: false },
    { gzipKib: 3073, says: '在付费计划的上限以内，超出免费计划。', tooHeavy: false },
    { gzipKib: 10_241, says: '超出付费计划的上限，不能部署。', tooHeavy: true },
    { plainKib: 65_537, says: '超出付费计划的上限，不能部署。', tooHeavy: true },
    { startMs: 1001, says: '超出付费计划的上限，不能部署。', tooHeavy: true },
  ])('$gzipKib KiB compressed, $plainKib plain, $startMs ms: $says', ({ says, tooHeavy, ...changed }) => {
    expect(weightWords({ ...weight, ...changed }).at(-1)?.zh).toBe(says);
    expect(isTooHeavy({ ...weight, ...changed })).toBe(tooHeavy);
  });
});
