/** What outcomes say together: reasons to look, with their rows and thresholds, and no verdict. */
import { describe, expect, it } from 'vitest';
import type { PoolRules } from '../../core/registry/pool.ts';
import { movesAsked } from '../../core/risk/move.ts';
import { cleanSubjects, grouped, repeatedFindings, riskThreshold, type SeenOutcome } from '../../core/risk/seen.ts';
import { signsIn, signThresholds } from '../../core/risk/sign.ts';

let no = 0;
function seen(given: Partial<SeenOutcome> & { readonly subject: string }): SeenOutcome {
  no += 1;
  const visit = given.visit ?? `3/${no}`;
  return {
    ...{ id: `${visit}/scjg/A1`, visit, department: 'scjg', item: 'A1', code: 'no-problem', degree: null, finding: '' },
    ...{ checkedOn: '2025-07-01', inspectors: ['Z1', 'Z2'], person: 'p1', seq: no, at: '2025-07-01T01:00:00.000Z' },
    ...{ place: '城关', trades: ['餐饮'] },
    ...given,
  };
}
const problem = { code: 'commerce', degree: 'minor' } as const;

describe('findings and clean subjects', () => {
  it('S0-54: a finding is repeated where it was made at two visits, not where one visit has two items', () => {
    const [a, b] = ['uscc:A', 'uscc:B'];
    const outcomes = [
      seen({ subject: a, visit: '3/1', ...problem }),
      seen({ subject: a, visit: '4/1', ...problem }),
      seen({ subject: b, visit: '3/2', item: 'A1', ...problem }),
      seen({ subject: b, visit: '3/2', item: 'A2', ...problem }),
    ];
    expect(repeatedFindings(outcomes).map(({ subject }) => subject)).toEqual([a]);
  });

  it('a subject is clean where it was seen and nothing was found all year; a closed door proves nothing', () => {
    const outcomes = [
      seen({ subject: 'uscc:A' }),
      seen({ subject: 'uscc:B', code: 'closed' }),
      seen({ subject: 'uscc:C' }),
      seen({ subject: 'uscc:C', ...problem }),
    ];
    expect(cleanSubjects(outcomes).map(({ subject }) => subject)).toEqual(['uscc:A']);
  });
});

describe('areas and trades', () => {
  const many = (place: string, visits: number, found: number) =>
    Array.from({ length: visits }, (_, i) =>
      seen({ subject: `uscc:${place}${i}`, place, ...(i < found ? problem : {}) }),
    );

  it('S4-57, S3-62: an area stands out at twice the usual rate, from the stated number of visits, with the rows behind it', () => {
    const { groups, visits, withFindings } = grouped(
      [...many('东街', 10, 5), ...many('西街', 40, 4), ...many('南街', riskThreshold.visits - 1, 4)],
      ({ place }) => [place],
    );
    expect({ visits, withFindings }).toEqual({ visits: 54, withFindings: 13 });
    expect(groups.filter(({ stands }) => stands)).toMatchObject([{ name: '东街', visits: 10, withFindings: 5 }]);
    expect(groups.find(({ name }) => name === '东街')?.outcomes).toHaveLength(5);
  });

  it('S4-56: groups stand by name and are never ranked by what was found', () => {
    const { groups } = grouped([...many('丙', 9, 9), ...many('甲', 9, 0), ...many('乙', 9, 3)], ({ place }) => [place]);
    expect(groups.map(({ name }) => name)).toEqual(['丙', '乙', '甲'].sort());
  });
});

describe('moves between pools', () => {
  const rules: PoolRules = {
    labels: ['A', 'B', 'C'],
    rest: 'B',
    grounds: [],
    proposedByMembers: [],
    moves: [
      { from: 'A', to: 'B', on: { kind: 'violation', degree: 'minor' } },
      { from: 'A', to: 'C', on: { kind: 'violation', degree: 'major' } },
      { from: 'B', to: 'A', on: { kind: 'clean' } },
    ],
    roundsPerYear: 1,
  };
  const pools: Record<string, string> = { 'uscc:A': 'A', 'uscc:AA': 'A', 'uscc:B': 'B', 'uscc:BB': 'B' };
  const asked = (outcomes: readonly SeenOutcome[]) => movesAsked(rules, outcomes, (subject) => pools[subject] ?? 'B');

  it('S3-12, S3-13: the gravest violation decides where a subject of the first pool goes', () => {
    const moves = asked([
      seen({ subject: 'uscc:A', ...problem }),
      seen({ subject: 'uscc:AA', ...problem }),
      seen({ subject: 'uscc:AA', code: 'commerce', degree: 'major' }),
    ]);
    expect(moves.map(({ subject, from, to }) => [subject, from, to])).toEqual([
      ['uscc:A', 'A', 'B'],
      ['uscc:AA', 'A', 'C'],
    ]);
  });

  it('S3-15: whoever was checked clean may ask to move up; one finding and nobody may', () => {
    const moves = asked([
      seen({ subject: 'uscc:B' }),
      seen({ subject: 'uscc:BB' }),
      seen({ subject: 'uscc:BB', ...problem }),
    ]);
    expect(moves).toMatchObject([{ subject: 'uscc:B', to: 'A', why: 'clean' }]);
  });
});

describe('signs of formalism', () => {
  const at = (seconds: number) => new Date(Date.UTC(2025, 6, 1, 1, 0, seconds)).toISOString();

  it('S1-46: many visits entered one by one within minutes are a sign; the same rows sent in one workbook are none', () => {
    const { visits } = signThresholds.atOnce;
    const byOne = Array.from({ length: visits }, (_, i) =>
      seen({ subject: `uscc:${i}`, seq: 100 + i, at: at(i * 20) }),
    );
    const atOnce = Array.from({ length: visits }, (_, i) => seen({ subject: `uscc:${i}`, seq: 900, at: at(0) }));
    expect(signsIn(byOne)).toMatchObject([{ kind: 'entered-at-once', department: 'scjg' }]);
    expect(signsIn(atOnce)).toEqual([]);
    expect(signsIn(byOne.map((each, i) => ({ ...each, at: at(i * 200) })))).toEqual([]);
    // An outcome entered some minutes before does not break the run in two and hide it.
    const early = seen({ visit: '3/900', id: '3/900/scjg/SX1', subject: 'uscc:900', seq: 1, at: at(0) });
    const later = byOne.map((each, i) => ({ ...each, seq: 100 + i, at: at(280 + i * 5) }));
    expect(signsIn([early, ...later])).toMatchObject([
      { kind: 'entered-at-once', outcomes: later.map(({ id }) => id) },
    ]);
  });

  it('S0-66: the same words about many enterprises, and a pair that never finds what others find', () => {
    const words = '未按规定公示年度报告';
    const same = Array.from({ length: signThresholds.sameWords.subjects }, (_, i) =>
      seen({ subject: `uscc:${i}`, finding: words, ...problem, at: at(i * 4000) }),
    );
    expect(signsIn(same)).toMatchObject([{ kind: 'same-words', about: words }]);
    const never = Array.from({ length: signThresholds.neverFinds.visits }, (_, i) =>
      seen({ subject: `uscc:${i}`, inspectors: ['Z9', 'Z8'], at: at(i * 4000) }),
    );
    expect(signsIn([...never, ...same.slice(0, 1)])).toMatchObject([{ kind: 'never-finds', about: 'Z8、Z9' }]);
    expect(signsIn(never)).toEqual([]);
  });
});
