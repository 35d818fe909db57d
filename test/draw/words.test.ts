import { describe, expect, it } from 'vitest';
import type { EventRefusal } from '../../core/draw/event.ts';
import type { Shortage } from '../../core/draw/shortage.ts';
import { verifySteps } from '../../core/draw/verify.ts';
import { sayEvent, sayFailure, sayShortage, sayStep } from '../../core/draw/words.ts';

const shortage: Shortage = {
  pool: '市场监管局',
  departments: ['市场监管局'],
  needs: ['锅炉'],
  places: [],
  posts: 20,
  officers: ['S10', 'S11'],
  capacity: 10,
  atOnce: 1,
  short: 10,
};

describe('what people read about a draw', () => {
  it('a shortage says which posts, who alone could take them, and how many are missing', () => {
    expect(sayShortage(shortage).zh).toBe(
      '市场监管局有 20 个岗位需要“锅炉”专长，可派的只有 2 人（S10、S11），合计可承担 10 个，缺 10 个。',
    );
    expect(sayShortage({ ...shortage, officers: [], capacity: 0, short: 20 }).zh).toBe(
      '市场监管局有 20 个岗位需要“锅炉”专长，无人可派。',
    );
    const atOnce = { ...shortage, needs: [''], posts: 2, officers: ['S10'], capacity: 5, atOnce: 2, short: 1 };
    expect(sayShortage(atOnce).zh).toBe(
      '市场监管局的 2 个检查人员岗位，同一次检查要 2 名不同人员，可派的只有 1 人（S10），缺 1 个。',
    );
    const long = sayShortage({ ...shortage, officers: Array.from({ length: 30 }, (_, i) => `S${10 + i}`) });
    expect(long.zh).toContain('S15等');
    expect(long.zh).not.toContain('S16');
  });

  it.each<[EventRefusal, string]>([
    [{ kind: 'unknown-officer', officer: 'S99' }, 'S99'],
    [{ kind: 'already-unavailable', officer: 'S01' }, 'S01'],
    [{ kind: 'unknown-post', post: 812 }, '812'],
    [{ kind: 'visit-ended', post: 812, visit: 34 }, '34'],
    [{ kind: 'post-open', post: 812 }, '812'],
    [{ kind: 'no-standing-visit', row: 77 }, '77'],
    [{ kind: 'evidence-not-older', evidence: '2025-05-02', frozen: '2025-05-01' }, '2025-05-01'],
    [{ kind: 'event-too-early', at: '2025-05-01T00:00:00.000Z', last: '2025-05-02T00:00:00.000Z' }, '2025-05-02'],
  ])('%o is refused in both languages, with the fact', (refusal, fact) => {
    const { zh, en } = sayEvent(refusal);
    expect(zh).toContain(fact);
    expect(zh).toMatch(/[一-龥].*。$/);
    expect(en).toContain(fact);
  });

  it('every step of a verification has its own name, and a failure says place, expectation and finding', () => {
    expect(new Set(verifySteps.map((step) => sayStep(step).zh)).size).toBe(verifySteps.length);
    expect(sayFailure({ step: 'seed', at: 'seed', expected: 'aa', found: 'bb' }).zh).toBe(
      '核验不通过：“种子”一步，seed 应为 aa，实为 bb。',
    );
    expect(sayFailure({ step: 'format', at: '', expected: 'object', found: 'null' }).zh).toContain('整个记录');
  });
});
