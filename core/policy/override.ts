/**
 * Higher rules prevail (福安 2018 三 “另有规定的，从其规定”; 三明 2025 一(三) “国家有关部门另有规定的除外”): a value of a national
 * or provincial rule takes the place of the policy's from its date. Both sources stay and both are shown.
 */
import type { CivilDate } from '../calendar.ts';
import type { BasisPoints } from '../plan/ratio.ts';
import { err, ok, type Result } from '../result.ts';
import type { Cited, Source } from './cited.ts';
import type { Figure } from './figure.ts';
import type { Area, Bound, Cap, ClassRef, DeadlineKey, Policy, Target, When } from './shape.ts';

/** Which value gives way, and to what. */
export type Change =
  | { readonly kind: 'cap'; readonly area: Area; readonly of: ClassRef | null; readonly cap: Cap }
  | { readonly kind: 'coverage'; readonly bound: Bound; readonly bp: BasisPoints }
  | { readonly kind: 'draws-per-year'; readonly atLeast: number }
  | { readonly kind: 'window'; readonly of: ClassRef; readonly months: readonly number[] | null }
  | { readonly kind: 'deadline'; readonly key: DeadlineKey; readonly when: When }
  | { readonly kind: 'target'; readonly figure: Figure; readonly goal: Target['goal'] };

export interface Override {
  readonly from: CivilDate;
  /** For these items only; for all when empty. */
  readonly items: readonly string[];
  readonly source: Omit<Source, 'basis'>;
  readonly change: Change;
}

export type OverrideRefusal =
  /** The policy says nothing there, so that nothing can give way. */
  | { readonly kind: 'nothing-to-replace'; readonly change: Change }
  | { readonly kind: 'no-source'; readonly missing: 'document' | 'clause' | 'quote' }
  /** Only a cap can give way for some items and stand for the others. */
  | { readonly kind: 'not-by-item'; readonly change: Change };

/** The policy with the higher value entered; the given policy is not changed. */
export function withOverride(policy: Policy, override: Override): Result<Policy, OverrideRefusal> {
  const { change, source } = override;
  for (const missing of ['document', 'clause', 'quote'] as const)
    if (source[missing].trim() === '') return err({ kind: 'no-source', missing });
  if (override.items.length > 0 && change.kind !== 'cap') return err({ kind: 'not-by-item', change });

  const replaced = apply(policy, override);
  return replaced === null ? err({ kind: 'nothing-to-replace', change }) : ok(replaced);
}

function apply(policy: Policy, override: Override): Policy | null {
  const { change } = override;
  switch (change.kind) {
    case 'cap': {
      const fits = (value: { area: Area; of: ClassRef | null }) =>
        value.area === change.area && sameClass(value.of, change.of);
      const caps = replaceWhere(policy.caps, fits, (value) => ({ ...value, cap: change.cap }), override);
      return caps && { ...policy, caps };
    }
    case 'coverage': {
      const fits = (value: { bound: Bound }) => value.bound === change.bound;
      const coverage = replaceWhere(policy.coverage, fits, (value) => ({ ...value, bp: change.bp }), override);
      return coverage && { ...policy, coverage };
    }
    case 'draws-per-year': {
      if (policy.drawsPerYear === null) return null;
      const value = { ...policy.drawsPerYear.value, atLeast: change.atLeast };
      return { ...policy, drawsPerYear: replace(policy.drawsPerYear, value, override) };
    }
    case 'window': {
      const fits = (value: ClassRef) => sameClass(value, change.of);
      const windows = replaceWhere(policy.windows, fits, (value) => ({ ...value, months: change.months }), override);
      return windows && { ...policy, windows };
    }
    case 'deadline': {
      const fits = (value: { key: DeadlineKey }) => value.key === change.key;
      const deadlines = replaceWhere(policy.deadlines, fits, (value) => ({ ...value, when: change.when }), override);
      return deadlines && { ...policy, deadlines };
    }
    case 'target': {
      const fits = (value: { figure: Figure }) => value.figure === change.figure;
      const targets = replaceWhere(policy.targets, fits, (value) => ({ ...value, goal: change.goal }), override);
      return targets && { ...policy, targets };
    }
  }
}

const sameClass = (a: ClassRef | null, b: ClassRef | null): boolean =>
  a === null || b === null ? a === b : a.scheme === b.scheme && a.label === b.label;

function replaceWhere<T>(
  list: readonly Cited<T>[],
  fits: (value: T) => boolean,
  changed: (value: T) => T,
  override: Override,
): readonly Cited<T>[] | null {
  if (!list.some((each) => fits(each.value))) return null;
  return list.map((each) => (fits(each.value) ? replace(each, changed(each.value), override) : each));
}

function replace<T>(cited: Cited<T>, value: T, { from, items, source }: Override): Cited<T> {
  const by = { ...source, basis: 'text' as const, value };
  return { ...cited, replaced: [...(cited.replaced ?? []), { from, items, by }] };
}
