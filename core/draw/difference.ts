/**
 * What a step of a verification found: where, what follows from the earlier steps, and what stands there. `expected` and
 * `found` are short texts for a person who compares; long lists are named by the first place where they part.
 */
import { canonical, type Json } from '../canonical.ts';

export interface Difference {
  /** Path in the record, such as `result.tasks[2].tiers[0].drawn[17]`. */
  readonly at: string;
  readonly expected: string;
  readonly found: string;
}

const SHORT = 200;
const shown = (value: Json | undefined): string => {
  const text = value === undefined ? '(nothing)' : canonical(value);
  return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
};

export const differ = (at: string, expected: Json | undefined, found: Json | undefined): Difference => ({
  at,
  expected: shown(expected),
  found: shown(found),
});

/** The first place where two values part, or null where they are the same value. */
export function firstDifference(at: string, expected: Json | undefined, found: Json | undefined): Difference | null {
  if (expected === found) return null;
  if (isList(expected) && isList(found)) {
    for (let i = 0; i < Math.max(expected.length, found.length); i++) {
      const inner = firstDifference(`${at}[${i}]`, expected[i], found[i]);
      if (inner !== null) return inner;
    }
    return null;
  }
  if (isObject(expected) && isObject(found)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
      const inner = firstDifference(`${at}.${key}`, expected[key], found[key]);
      if (inner !== null) return inner;
    }
    return null;
  }
  return differ(at, expected, found);
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
