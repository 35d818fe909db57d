/**
 * 覆盖面: floors and ceilings of different subjects in a year after merging, classes that are covered in full, items without
 * a task, targets that can be foreseen, subjects that no class lets in.
 */
import { visitsAtLeastOf } from '../../policy/ask.ts';
import { deadlineOf } from '../../policy/due.ts';
import { targetsFor } from '../../policy/measure.ts';
import { classOf, drawnBy } from '../cells.ts';
import { expectedOf, meets } from '../groups.ts';
import { type Desk, inPlan, inTask, itemsOf, knownLabels, weightOf } from './desk.ts';
import type { Finding } from './finding.ts';
import { ratesOf } from './ratios.ts';

export const checkCoverage = (desk: Desk): readonly Finding[] => [
  ...floorsAndCeilings(desk),
  ...fullClasses(desk),
  ...unplannedItems(desk),
  ...foreseenTargets(desk),
  ...frames(desk),
];

function floorsAndCeilings(desk: Desk): readonly Finding[] {
  const { proposal, coverage, cells, goals, rollDate } = desk;
  const found = goals
    .filter(({ roll }) => roll > 0)
    .map(({ rule, department, roll, goal }) => {
      const expected = expectedOf(coverage.reached, cells, goal.cells);
      const missed = goal.bound === 'at-least' ? ('floor-missed' as const) : ('ceiling-passed' as const);
      const kind = meets(goal, expected) ? ('coverage-expected' as const) : missed;
      const weight = kind === 'coverage-expected' ? 'notice' : weightOf(rule.source, rule.value.binding);
      return inPlan(desk, weight, rule.source, {
        kind,
        of: rule.value.of,
        bound: rule.value.bound,
        department,
        expected: Math.round(expected * 10) / 10,
        limit: goal.subjects,
        roll,
        bp: rule.value.bp,
        rollDate,
        groups: proposal.groups,
      });
    });
  const { floor } = proposal.because;
  if (floor === 0) return found;
  const without = proposal.groups - floor;
  return [...found, inPlan(desk, 'notice', null, { kind: 'groups-for-floor', groups: proposal.groups, without })];
}

/** 万年 C: every subject at least once a year. */
function fullClasses(desk: Desk): readonly Finding[] {
  const { policy, on, cells, coverage, fallback } = desk;
  return policy.schemes.flatMap(({ value: { id: scheme } }) =>
    knownLabels(policy, scheme, on).flatMap((label) => {
      const rule = visitsAtLeastOf(policy, { scheme, label }, on);
      if (rule === null) return [];
      const places = cells.flatMap((cell, place) => (classOf(cell, scheme, fallback) === label ? [place] : []));
      const all = places.reduce((sum, place) => sum + (cells[place]?.count ?? 0), 0);
      const sure = places.filter((place) => (coverage.visits[place] ?? 0) >= rule.value - 1e-9);
      const expected = expectedOf(coverage.reached, cells, places);
      if (sure.length === places.length && expected >= all - 1e-6) return [];
      const fault = {
        kind: 'class-not-covered',
        scheme,
        label,
        expected: Math.floor(expected),
        all,
        atLeast: rule.value,
      } as const;
      return [inPlan(desk, weightOf(rule.source), rule.source, fault)];
    }),
  );
}

/** Each item of the list has a task (甘州 二(二)1, 万年 三(二)2, 福安 四(二)); whether it was finished is seen later. */
function unplannedItems(desk: Desk): readonly Finding[] {
  const { policy, on, tasks, items } = desk;
  const target = targetsFor(policy, 'items-planned', on)[0] ?? targetsFor(policy, 'items-finished', on)[0];
  const source = target?.source ?? deadlineOf(policy, 'mechanism-coverage', on)?.source;
  if (source === undefined) return [];
  const planned = new Set(tasks.flatMap(itemsOf));
  return items
    .filter(({ code, repealedFrom }) => !planned.has(code) && (repealedFrom === null || repealedFrom > on))
    .map(({ code, body }) =>
      inPlan(desk, weightOf(source), source, { kind: 'item-unplanned', item: code, department: body }),
    );
}

/** A target's share as it follows from the plan, before anybody is drawn. */
export interface Foreseen {
  readonly figure: 'differentiated' | 'classes-applied';
  /** Subjects drawn, or tasks: those that count, of all. */
  readonly part: number;
  readonly all: number;
}

/** 差异化抽查的户数占比 (石狮 2024 三(二)) and 分类结果应用率. */
export function foreseenOf({ reaches }: Pick<Desk, 'reaches'>): readonly Foreseen[] {
  const drawn = (counted: readonly (typeof reaches)[number][]) =>
    counted.reduce((sum, reach) => sum + drawnBy(reach) * reach.task.drawsPerYear, 0);
  const differs = reaches.filter((reach) => {
    const rates = ratesOf(reach).map(({ rate }) => rate);
    return reach.task.scheme !== '' && new Set(rates).size > 1;
  });
  const byClass = reaches.filter(({ task }) => task.scheme !== '');
  return [
    { figure: 'differentiated', part: drawn(differs), all: drawn(reaches) },
    { figure: 'classes-applied', part: byClass.length, all: reaches.length },
  ];
}

/** What a plan foresees is held against its targets, so that a shortfall is seen before anybody is drawn. */
function foreseenTargets(desk: Desk): readonly Finding[] {
  const { policy, on } = desk;
  return foreseenOf(desk).flatMap(({ figure, part, all }) =>
    targetsFor(policy, figure, on).flatMap(({ value: { goal }, source }) => {
      if (goal.kind !== 'share' || all === 0 || part * 10_000 >= goal.bp * all) return [];
      const fault = { kind: 'target-missed', figure, bp: Math.floor((part * 10_000) / all), goalBp: goal.bp } as const;
      return [inPlan(desk, 'in-principle', source, fault)];
    }),
  );
}

function frames({ reaches }: Desk): readonly Finding[] {
  return reaches.flatMap((reach) => {
    const { task, frame, outside } = reach;
    if (frame === 0) return [inTask(task, 'refused', null, { kind: 'nobody-in-frame' })];
    if (drawnBy(reach) === 0) return [inTask(task, 'refused', null, { kind: 'nobody-drawn' })];
    return outside.unclassed === 0 && outside.otherClass === 0
      ? []
      : [inTask(task, 'notice', null, { kind: 'not-drawable', ...outside, frame })];
  });
}
