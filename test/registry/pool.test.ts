import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wannian2022 } from '../../core/policy/wannian-2022.ts';
import {
  confirmMove,
  openRound,
  type PoolFact,
  type Proposal,
  poolOf,
  poolSizes,
  poolsOn,
  proposeMove,
  refuseMove,
} from '../../core/registry/pool.ts';
import { poolRulesOf } from '../../core/registry/pool-rules.ts';

const rules = poolRulesOf(wannian2022, 'pool', '2023-01-01') ?? {
  labels: [],
  rest: '',
  grounds: [],
  proposedByMembers: [],
  moves: [],
  roundsPerYear: null,
};
const round: PoolFact = { kind: 'round-opened', no: 'R1', on: '2023-01-10', reason: '' };
const entry: Proposal = {
  no: '1',
  subject: 'uscc:1',
  from: 'B',
  to: 'A',
  by: { kind: 'office' },
  basis: { kind: 'ground', ground: '旅游业', round: 'R1' },
  on: '2023-01-11',
};
const inA: readonly PoolFact[] = [
  round,
  { kind: 'move-proposed', ...entry },
  { kind: 'move-confirmed', no: '1', by: 'ljb', on: '2023-01-12' },
];
const clean = { outcome: 'J-1', clean: true };
const asked = (
  facts: readonly PoolFact[],
  proposal: Proposal,
  last: { outcome: string; clean: boolean } | null = null,
) => {
  const result = proposeMove(rules, poolsOn(facts, proposal.on), proposal, last);
  return result.ok ? 'asked' : result.error.kind;
};

const sizesOf = (standing: ReturnType<typeof poolsOn>, register: readonly string[]) =>
  poolSizes(
    rules,
    register.map((subject) => poolOf(standing, rules, subject)),
  );

describe('万年: three pools', () => {
  it('S3-10, S3-19: what nobody has named is in B, and the three add up to the register', () => {
    const register = ['uscc:1', 'uscc:2', 'reg15:3'];
    expect(Object.fromEntries(sizesOf(poolsOn(inA, '2023-02-01'), register))).toEqual({ A: 1, B: 2, C: 0 });
  });

  it('S3-12: a row enters A on the day of the office’s yes and not before', () => {
    const on = (day: string) => poolOf(poolsOn(inA, day), rules, 'uscc:1');
    expect([on('2023-01-11'), on('2023-01-12')]).toEqual(['B', 'A']);
  });

  it('S3-11: A is entered with good credit or one of the five fields, C on grounds of its own', () => {
    expect(asked([round], entry)).toBe('asked');
    expect(asked([round], { ...entry, basis: { kind: 'ground', ground: '餐饮业', round: 'R1' } })).toBe(
      'no-such-ground',
    );
    expect(asked([round], { ...entry, to: 'C' })).toBe('no-such-ground');
  });

  it('S3-12: a department cannot put a row into A', () => {
    expect(asked([round], { ...entry, by: { kind: 'member', department: 'wtlj' } })).toBe('not-yours-to-propose');
  });

  it('S3-22, S3-23: a member proposes a row for C, the office settles it or returns it with a reason', () => {
    const toC: Proposal = {
      ...entry,
      to: 'C',
      by: { kind: 'member', department: 'yjj' },
      basis: { kind: 'ground', ground: '安全', round: 'R1' },
    };
    const proposed = proposeMove(rules, poolsOn([round], toC.on), toC, null);
    expect(proposed.ok).toBe(true);
    const standing = poolsOn(proposed.ok ? [round, proposed.value] : [], '2023-01-12');
    expect(refuseMove(standing, '1', 'ljb', '2023-01-12', ' ')).toMatchObject({ error: { kind: 'reason-missing' } });
    expect(refuseMove(standing, '1', 'ljb', '2023-01-12', '不涉及安全领域').ok).toBe(true);
    expect(confirmMove(standing, '1', 'ljb', '2023-01-12').ok).toBe(true);
    expect(confirmMove(standing, '9', 'ljb', '2023-01-12')).toMatchObject({ error: { kind: 'unknown-proposal' } });
  });

  it('S3-27: one adjustment a year; a second one needs a reason', () => {
    const standing = poolsOn([round], '2023-06-01');
    expect(openRound(rules, standing, { no: 'R2', on: '2023-06-01', reason: '' })).toMatchObject({
      error: { kind: 'round-needs-reason', made: 1, allowed: 1 },
    });
    expect(openRound(rules, standing, { no: 'R2', on: '2023-06-01', reason: '机构改革' }).ok).toBe(true);
    expect(openRound(rules, standing, { no: 'R2', on: '2024-01-05', reason: '' }).ok).toBe(true);
  });

  it('S3-27: lists change only in a round that was opened', () => {
    expect(asked([], entry)).toBe('no-round');
  });

  it('S3-28, S3-29: an ordinary or slight violation leads from A to B, a major one from A to C and not by way of B', () => {
    const violation = (degree: 'minor' | 'ordinary' | 'major', to: string): Proposal => ({
      ...entry,
      no: '2',
      from: 'A',
      to,
      basis: { kind: 'violation', degree, outcome: 'J-9' },
      on: '2023-07-01',
    });
    expect(asked(inA, violation('ordinary', 'B'))).toBe('asked');
    expect(asked(inA, violation('minor', 'B'))).toBe('asked');
    expect(asked(inA, violation('major', 'C'))).toBe('asked');
    expect(asked(inA, violation('major', 'B'))).toBe('no-such-move');
    expect(asked(inA, violation('minor', 'C'))).toBe('no-such-move');
  });

  it.each([
    { way: 'its own application', by: { kind: 'subject' as const } },
    { way: 'a member’s recommendation', by: { kind: 'member' as const, department: 'wtlj' } },
  ])('S3-30: a firm checked clean moves from B to A on $way', ({ by }) => {
    const move: Proposal = { ...entry, by, basis: { kind: 'clean', outcome: 'J-1' } };
    expect(asked([], move, clean)).toBe('asked');
    expect(asked([], move, null)).toBe('never-checked');
    expect(asked([], move, { outcome: 'J-1', clean: false })).toBe('finding-stands');
  });

  it('S3-31: the move from B to A waits for the office’s yes, with name and date', () => {
    const move: PoolFact = {
      kind: 'move-proposed',
      ...entry,
      by: { kind: 'subject' },
      basis: { kind: 'clean', outcome: 'J-1' },
    };
    expect(poolOf(poolsOn([move], '2023-12-31'), rules, 'uscc:1')).toBe('B');
    expect(asked([move], { ...entry, no: '2', basis: { kind: 'clean', outcome: 'J-1' } }, clean)).toBe(
      'already-proposed',
    );
    const yes = confirmMove(poolsOn([move], '2023-02-01'), '1', 'ljb-01', '2023-02-01');
    expect(yes).toEqual({ ok: true, value: { kind: 'move-confirmed', no: '1', by: 'ljb-01', on: '2023-02-01' } });
    expect(poolOf(poolsOn(yes.ok ? [move, yes.value] : [], '2023-02-01'), rules, 'uscc:1')).toBe('A');
  });

  it('whatever is asked and answered, each subject is in exactly one pool', () => {
    const subject = fc.constantFrom('uscc:1', 'uscc:2', 'uscc:3');
    const label = fc.constantFrom('A', 'B', 'C');
    const step = fc.record({
      subject,
      from: label,
      to: label,
      yes: fc.boolean(),
      ground: fc.constantFrom('旅游业', '安全'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const facts: PoolFact[] = [round];
        for (const [i, { yes, ground, ...move }] of steps.entries()) {
          const basis =
            move.to === 'B'
              ? { kind: 'ended' as const, reason: '调出', round: 'R1' }
              : { kind: 'ground' as const, ground, round: 'R1' };
          const proposed = proposeMove(
            rules,
            poolsOn(facts, '2023-03-01'),
            { ...entry, ...move, no: String(i), basis, on: '2023-03-01' },
            null,
          );
          if (!proposed.ok) continue;
          facts.push(proposed.value);
          const answer = yes
            ? confirmMove(poolsOn(facts, '2023-03-01'), String(i), 'ljb', '2023-03-01')
            : refuseMove(poolsOn(facts, '2023-03-01'), String(i), 'ljb', '2023-03-01', '不符');
          if (answer.ok) facts.push(answer.value);
        }
        const sizes = sizesOf(poolsOn(facts, '2023-03-01'), ['uscc:1', 'uscc:2', 'uscc:3', 'uscc:4']);
        expect([...sizes.values()].reduce((a, b) => a + b, 0)).toBe(4);
      }),
    );
  });
});
