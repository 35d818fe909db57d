/** 无事不扰、无处不在: who may be visited without having been drawn, asked of each document's own words. */
import { describe, expect, it } from 'vitest';
import { leaveAt } from '../../bot/verbs/visit/classes.ts';
import type { PartVisit } from '../../bot/verbs/visit/part.ts';
import { quietFault } from '../../bot/verbs/visit/rules.ts';
import { quietMonths } from '../../core/policy/ask.ts';
import { ganzhou2023 } from '../../core/policy/ganzhou-2023.ts';
import { type ClassRef, grounds, type Policy } from '../../core/policy/shape.ts';
import { shishi2024 } from '../../core/policy/shishi-2024.ts';
import { wannian2022 } from '../../core/policy/wannian-2022.ts';

const low: ClassRef = { scheme: 'credit', label: 'A' };
const others: readonly ClassRef[] = ['B', 'C', 'D'].map((label) => ({ scheme: 'credit', label }));

describe('a firm of the lowest risk', () => {
  it.each<[string, Policy]>([
    ['S1-38', shishi2024],
    ['S4-06', ganzhou2023],
  ])('%s: is visited because it was drawn, or on a ground that stands on record, and never otherwise', (_, policy) => {
    const at = (drawn: boolean, ground: (typeof grounds)[number] | null, classes: readonly ClassRef[] = [low]) =>
      leaveAt(policy, classes, { date: policy.from, drawn, ground }).kind;
    expect(at(true, null)).toBe('free');
    expect(at(false, null)).toBe('ground-needed');
    for (const ground of grounds) expect([ground, at(false, ground)]).toEqual([ground, 'with-filing']);
    for (const each of others) expect([each.label, at(false, null, [each])]).toEqual([each.label, 'free']);
    // One class that leaves it in peace is enough, whatever another scheme says.
    expect(at(false, null, [...others, low])).toBe('ground-needed');
  });
});

describe('企业安静期', () => {
  it('S3-41: a drawn visit of a class is not made in a month in which it is left in peace, unless the plan filed it', () => {
    const pool: ClassRef = { scheme: 'pool', label: 'A' };
    const quiet = quietMonths(wannian2022, pool, '2023-01-01');
    expect(quiet.length).toBeGreaterThan(0);
    const visit = drawnBy('T1');
    const rules = {
      policy: wannian2022,
      ruleOf: () => ({ planned: 'on-site', desk: null, signs: false }) as const,
      classesOf: () => ({ all: [pool], inTask: () => pool }),
    };
    for (let month = 1; month <= 12; month += 1) {
      const on = `2023-${String(month).padStart(2, '0')}-10`;
      const isQuiet = quiet.includes(month);
      expect([on, quietFault(rules, visit, on, new Set())?.kind ?? null]).toEqual([on, isQuiet ? 'quiet' : null]);
      expect(quietFault(rules, visit, on, new Set(['T1']))).toBeNull();
    }
  });
});

/** The quiet months ask of a visit nothing but the numbers of its tasks. */
const drawnBy = (no: string): PartVisit => ({ id: '1/0', tasks: [{ no }] }) as unknown as PartVisit;
