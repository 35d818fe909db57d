/**
 * The engine's questions about what a policy measures and tells: targets and bulletins.
 */
import type { CivilDate } from '../calendar.ts';
import { type Ruling, ruling } from './cited.ts';
import type { Figure } from './figure.ts';
import type { Party, Policy, Target } from './shape.ts';

export const targetsOf = (policy: Policy, on: CivilDate): readonly Ruling<Target>[] =>
  policy.targets.map((each) => ruling(each, on));

/** Several targets may stand on one figure (2 news a month and 20 a year). */
export const targetsFor = (policy: Policy, figure: Figure, on: CivilDate): readonly Ruling<Target>[] =>
  targetsOf(policy, on).filter((each) => each.value.figure === figure);

/** 通报: how often, and issued by whom. */
export const bulletinsOf = (
  policy: Policy,
  on: CivilDate,
): readonly Ruling<{ every: 'quarter' | 'regular'; by: readonly Party[] }>[] =>
  policy.bulletins.map((each) => ruling(each, on));
