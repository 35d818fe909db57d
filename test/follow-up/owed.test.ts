/** What is owed about findings: by whom, by when, and when it is reminded of. */
import { describe, expect, it } from 'vitest';
import { fromFollowUp } from '../../core/owed/from-follow-up.ts';
import { wordsOfMatter } from '../../core/owed/words.ts';
import { acts, begun, caseOf, type History, having, received } from './made.ts';

const calendar = {
  notices: [
    { year: 2025, source: 'test', rest: [], makeUp: [] },
    { year: 2026, source: 'test', rest: [], makeUp: [] },
  ],
  local: [],
};
const owedOf = (...histories: readonly History[]) =>
  fromFollowUp(
    histories.map((history, i) => ({ ...caseOf(history), no: `3-000${i}` })),
    () => null,
    calendar,
  );

describe('owed about findings', () => {
  it('S0-40 a re-check is reminded of three working days ahead, on its day, and once when it is over', () => {
    const [debt, ...rest] = owedOf(
      having(begun(), { ...acts.order, by: '2025-07-18' }),
      having(begun(), { ...acts.order, by: '2025-07-18' }),
    );
    expect(rest).toEqual([]);
    expect(debt).toMatchObject({
      by: 'department:scjg',
      due: '2025-07-18',
      matter: { nos: ['3-0000', '3-0001'], findings: 2 },
    });
    expect(debt?.rounds.map(({ name, from }) => [name, from])).toEqual([
      ['ahead', '2025-07-15'],
      ['last', '2025-07-18'],
      ['over', '2025-07-21'],
    ]);
  });

  it('S1-41 of a reminder before listing nothing is said until its time is over', () => {
    const [debt] = owedOf(having(begun({ code: 'unreachable' }), { ...acts.remind, until: '2025-07-18' }));
    expect(debt?.rounds.map(({ name, from }) => [name, from])).toEqual([['over', '2025-07-21']]);
  });

  it('S0-55 S2-55 a transfer is owed by its receiver, to the department that waits for it', () => {
    const handed = having(begun(), acts.transfer);
    expect(owedOf(handed)).toMatchObject([
      { by: 'department:wj', waits: 'department:scjg', matter: { step: 'receive' } },
    ]);
    expect(owedOf(having(handed, received(10)))).toMatchObject([{ by: 'department:wj', matter: { step: 'result' } }]);
  });

  it('what nobody has dealt with is reminded of after three working days, and said by numbers of visits alone', () => {
    const [debt] = owedOf(begun());
    expect(debt).toMatchObject({ due: null, rounds: [{ name: 'waiting', from: '2025-07-04' }] });
    expect(debt && wordsOfMatter(debt.matter, (code) => code).zh).toBe('处置发现的问题：检查编号 3-0000，问题 1 个');
  });

  it('nothing is owed about what is closed', () => {
    expect(owedOf(having(begun(), acts.penalty, acts.close))).toEqual([]);
  });
});
