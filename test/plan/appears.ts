/** Says that a good plan has no such finding and the changed one has exactly these. */
import { expect } from 'vitest';
import type { ReviewInput } from '../../core/plan/review/desk.ts';
import type { Finding, FindingKind } from '../../core/plan/review/finding.ts';
import { found } from './county.ts';

export function appears(
  before: ReviewInput,
  after: ReviewInput,
  kind: FindingKind,
  ...facts: readonly (Partial<Finding> | Record<string, unknown>)[]
): void {
  expect(found(before, kind)).toEqual([]);
  expect(found(after, kind)).toMatchObject(facts.length === 0 ? [{ kind }] : facts);
}

export const silent = (input: ReviewInput, kind: FindingKind): void => expect(found(input, kind)).toEqual([]);
