/**
 * The engine's questions about what a policy measures and moves: targets, bulletins, moves between classes, people's work.
 */
import type { CivilDate } from '../calendar.ts';
import type { Degree } from '../outcome/degree.ts';
import type { Words } from '../words.ts';
import { type Ruling, ruling } from './cited.ts';
import type { Figure } from './figure.ts';
import type { Move, Party, Policy, Target } from './shape.ts';

export const targetsOf = (policy: Policy, on: CivilDate): readonly Ruling<Target>[] =>
  policy.targets.map((each) => ruling(each, on));

/** Several targets may stand on one figure (2 news a month and 20 a year). */
export const targetsFor = (policy: Policy, figure: Figure, on: CivilDate): readonly Ruling<Target>[] =>
  targetsOf(policy, on).filter((each) => each.value.figure === figure);

/** Where a subject goes after a violation of that degree, or null: it stays. */
export const moveAfter = (
  policy: Policy,
  at: { readonly scheme: string; readonly label: string; readonly degree: Degree },
  on: CivilDate,
): Ruling<Move> | null =>
  policy.moves
    .map((each) => ruling(each, on))
    .find(
      ({ value }) =>
        value.scheme === at.scheme &&
        value.from === at.label &&
        value.on.kind === 'violation' &&
        value.on.degree === at.degree,
    ) ?? null;

/** Where a subject may go once it was checked and found clean, who may ask for it and who confirms. */
export const moveWhenClean = (
  policy: Policy,
  at: { readonly scheme: string; readonly label: string },
  on: CivilDate,
): Ruling<Move> | null =>
  policy.moves
    .map((each) => ruling(each, on))
    .find(({ value }) => value.scheme === at.scheme && value.from === at.label && value.on.kind === 'clean') ?? null;

/** Rounds of adjustment of the pools in a year; one more needs a reason. */
export const adjustmentsOf = (policy: Policy, on: CivilDate): Ruling<number> | null =>
  policy.adjustmentsPerYear === null ? null : ruling(policy.adjustmentsPerYear, on);

/** 通报: how often, and issued by whom. */
export const bulletinsOf = (
  policy: Policy,
  on: CivilDate,
): readonly Ruling<{ every: 'quarter' | 'regular'; by: readonly Party[] }>[] =>
  policy.bulletins.map((each) => ruling(each, on));

/** What only people can do, listed on the policy page. */
export const peoplesWorkOf = (policy: Policy, on: CivilDate): readonly Ruling<Words>[] =>
  policy.peoplesWork.map((each) => ruling(each, on));
