/**
 * 监管库 in numbers (万年 2022 三(一)1): how many subjects each pool holds, which add up to the register since each is counted once; and what
 * the members owe who put subjects of a pool forward: that each of them is checked in the year (由各提出单位自行组织实施, 每年至少检查1次).
 */
import { type PoolRules, poolSizes } from './pool.ts';

/** A subject of the register as far as this needs it. */
export interface Pooled {
  /** `kind:number` */
  readonly subject: string;
  /** What the lists say of it on the day; null where none names it. */
  readonly label: string | null;
  readonly checked: boolean;
}

export interface PoolSize {
  readonly label: string;
  readonly subjects: number;
}

/** What one member put forward into a pool, and how much of it was checked in the year. */
export interface ProposerDuty {
  readonly label: string;
  /** Department code, or the name that the list has; '' where a row names nobody. */
  readonly proposer: string;
  readonly subjects: number;
  readonly checked: number;
  readonly unchecked: readonly string[];
}

export interface PoolCount {
  readonly register: number;
  readonly sizes: readonly PoolSize[];
  readonly duties: readonly ProposerDuty[];
}

/** @param proposerOf who put a subject of such a pool forward */
export function countPools(
  rules: Pick<PoolRules, 'labels' | 'rest' | 'proposedByMembers'>,
  subjects: Iterable<Pooled>,
  proposerOf: (subject: string, label: string) => string,
): PoolCount {
  const pools: string[] = [];
  const duties = new Map<string, { label: string; proposer: string; checked: number; unchecked: string[] }>();
  for (const { subject, label: held, checked } of subjects) {
    const label = held ?? rules.rest;
    pools.push(label);
    if (!rules.proposedByMembers.includes(label)) continue;
    const proposer = proposerOf(subject, label);
    const key = `${label}\n${proposer}`;
    const duty = duties.get(key) ?? { label, proposer, checked: 0, unchecked: [] };
    duties.set(key, duty);
    if (checked) duty.checked += 1;
    else duty.unchecked.push(subject);
  }
  return {
    register: pools.length,
    sizes: [...poolSizes(rules, pools)].map(([label, count]) => ({ label, subjects: count })),
    duties: [...duties]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { label, proposer, checked, unchecked }]) => ({
        ...{ label, proposer, checked, unchecked },
        subjects: checked + unchecked.length,
      })),
  };
}
