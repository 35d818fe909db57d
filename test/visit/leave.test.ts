/** 无事不扰、无处不在: who may be visited without having been drawn, asked of each document's own words. */
import { describe, expect, it } from 'vitest';
import { leaveAt } from '../../bot/verbs/visit/classes.ts';
import type { PartVisit } from '../../bot/verbs/visit/part.ts';
import { quietFault } from '../../bot/verbs/visit/rules.ts';
import { ganzhou2023 } from '../../core/policy/ganzhou-2023.ts';
import { sanming2025 } from '../../core/policy/sanming-2025.ts';
import { type ClassRef, type Ground, grounds, type Policy } from '../../core/policy/shape.ts';
import { shishi2024 } from '../../core/policy/shishi-2024.ts';
import { wannian2022 } from '../../core/policy/wannian-2022.ts';

const low: ClassRef = { scheme: 'credit', label: 'A' };
const others: readonly ClassRef[] = ['B', 'C', 'D'].map((label) => ({ scheme: 'credit', label }));

describe('a firm of the lowest risk', () => {
  it.each<[string, Policy]>([
    ['S0-15', sanming2025],
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
  const pool = (label: string): ClassRef => ({ scheme: 'pool', label });

  it.each([
    ['S3-39', 'A', ['2023-06-01', '2023-06-30'], ['2023-05-31', '2023-07-01', '2023-09-30']],
    ['S3-40', 'B', ['2023-06-30', '2023-09-30'], ['2023-05-31', '2023-08-31', '2023-10-01']],
    ['S3-41', 'C', ['2023-01-01', '2023-05-31', '2023-10-01'], []],
  ])(
    '%s: a drawn visit of pool %s is made in its months alone, unless the plan filed its task',
    (_, label, open, quiet) => {
      const rules = {
        policy: wannian2022,
        ruleOf: () => ({ planned: 'on-site', desk: null, signs: false }) as const,
        classesOf: () => ({ all: [pool(label)], inTask: () => pool(label) }),
      };
      const at = (on: string, filed: readonly string[] = []) =>
        quietFault(rules, drawnBy('T1'), on, new Set(filed))?.kind ?? null;
      for (const on of open) expect([on, at(on)]).toEqual([on, null]);
      for (const on of quiet) expect([on, at(on), at(on, ['T1'])]).toEqual([on, 'quiet', null]);
    },
  );

  it('S3-42, S3-43: whoever enters in the quiet months has one of the seven grounds or a written other, and is filed with 联席办 and 司法局', () => {
    const at = (label: string, ground: Ground | null) =>
      leaveAt(wannian2022, [pool(label)], { date: '2023-08-01', drawn: true, ground });
    const seven = [
      'safety',
      'environment',
      'fire',
      'occupational-health',
      'emergency',
      'complaint',
      'assigned',
    ] as const;
    for (const label of ['A', 'B']) {
      expect(at(label, null)).toMatchObject({ kind: 'ground-needed', grounds: [...seven, 'other'] });
      for (const ground of [...seven, 'other'] as const)
        expect(at(label, ground)).toMatchObject({ kind: 'with-filing', ground, receivers: ['office', 'legal'] });
      expect(at(label, 'transferred').kind).toBe('ground-needed');
    }
    expect(at('C', null).kind).toBe('free');
  });
});

/** The quiet months ask of a visit nothing but the numbers of its tasks. */
const drawnBy = (no: string): PartVisit => ({ id: '1/0', tasks: [{ no }] }) as unknown as PartVisit;
