/**
 * 检查频次: draws of a department in a year, fewer draws of milder classes, yearly caps by class in the general area, the
 * statutory cap of each item in a key area. A draw is not a visit.
 */
import { capOf, directionOf, directionRank, drawsPerYearOf } from '../../policy/ask.ts';
import { national, nationalOn } from '../../policy/national.ts';
import { classOf } from '../cells.ts';
import { coverageOf } from '../coverage.ts';
import { areaOf, type Desk, inPlan, inTask, isSpared, itemsOf, weightOf } from './desk.ts';
import type { Finding } from './finding.ts';
import { ratesOf } from './ratios.ts';

export const checkFrequency = (desk: Desk): readonly Finding[] => [
  ...drawsOfDepartments(desk),
  ...milderClassesFewer(desk),
  ...capsByClass(desk),
  ...needOfUncapped(desk),
  ...statutoryCaps(desk),
];

function drawsOfDepartments(desk: Desk): readonly Finding[] {
  const rule = drawsPerYearOf(desk.policy, desk.on);
  if (rule === null) return [];
  const departments = [
    ...new Set(desk.tasks.flatMap(({ bodies }) => bodies.map(({ department }) => department))),
  ].sort();
  return departments.flatMap((department) => {
    const draws = desk.tasks
      .filter(({ bodies }) => bodies.some((body) => body.department === department))
      .reduce((sum, task) => sum + task.drawsPerYear, 0);
    const { atLeast, binding } = rule.value;
    return draws >= atLeast
      ? []
      : [
          inPlan(desk, weightOf(rule.source, binding), rule.source, {
            kind: 'too-few-draws',
            department,
            draws,
            atLeast,
          }),
        ];
  });
}

/** Over the whole plan: in how many draws a year a class takes part. */
function milderClassesFewer(desk: Desk): readonly Finding[] {
  const { policy, on } = desk;
  const schemes = [...new Set(desk.tasks.map(({ scheme }) => scheme))].filter((scheme) => scheme !== '');
  return schemes.flatMap((scheme) => {
    const draws = new Map<string, number>();
    for (const reach of desk.reaches)
      if (reach.task.scheme === scheme)
        for (const { label, rate } of ratesOf(reach))
          draws.set(label, (draws.get(label) ?? 0) + (rate > 0 ? reach.task.drawsPerYear : 0));
    const classes = [...draws].filter(([label]) => !isSpared(policy, scheme, label, on));
    return classes.flatMap(([lower, lowerDraws]) =>
      classes.flatMap(([higher, higherDraws]) => {
        const [a, b] = [lower, higher].map((label) => directionOf(policy, 'frequency', { scheme, label }, on));
        const ranks = [a, b].map((named) => directionRank[named?.value ?? 'usual']);
        const source = (b ?? a)?.source;
        if (source === undefined || (ranks[0] ?? 0) >= (ranks[1] ?? 0) || lowerDraws < higherDraws || lowerDraws === 0)
          return [];
        const fault = { kind: 'frequency-not-lower', scheme, lower, lowerDraws, higher, higherDraws } as const;
        return [inPlan(desk, 'in-principle', source, fault)];
      }),
    );
  });
}

/** More visits asked of a class than its subjects may have together: the draw would run out of them. */
function capsByClass(desk: Desk): readonly Finding[] {
  const { policy, on, cells, reaches, proposal, fallback } = desk;
  const general = reaches.map((reach) =>
    itemsOf(reach.task).some((code) => areaOf(policy, desk.itemOf.get(code), on) === 'key')
      ? { ...reach, cells: [], chances: [] }
      : reach,
  );
  const { visits } = coverageOf(
    general,
    proposal.ceremonies,
    cells.map(() => null),
  );
  const schemes = [...new Set(desk.tasks.map(({ scheme }) => scheme))].filter((scheme) => scheme !== '');
  return schemes.flatMap((scheme) => {
    const classes = new Set(cells.map((cell) => classOf(cell, scheme, fallback)));
    return [...classes].flatMap((label) => {
      if (label === null) return [];
      const cap = capOf(policy, { area: 'general', of: { scheme, label } }, on);
      if (cap?.value.cap.kind !== 'visits') return [];
      const most = Math.max(
        0,
        ...cells.map((cell, place) => (classOf(cell, scheme, fallback) === label ? (visits[place] ?? 0) : 0)),
      );
      const { n } = cap.value.cap;
      if (most <= n + 1e-9) return [];
      const fault = { kind: 'over-cap', scheme, label, visits: Math.round(most * 100) / 100, cap: n } as const;
      return [inPlan(desk, weightOf(cap.source), cap.source, fault)];
    });
  });
}

function needOfUncapped({ policy, on, reaches }: Desk): readonly Finding[] {
  return reaches.flatMap((reach) => {
    const { task } = reach;
    if (task.ground.trim() !== '') return [];
    return ratesOf(reach).flatMap(({ label, rate }) => {
      const cap = capOf(policy, { area: 'general', of: { scheme: task.scheme, label } }, on);
      if (rate === 0 || cap?.value.cap.kind !== 'as-needed') return [];
      const fault = { kind: 'no-need-stated', scheme: task.scheme, label } as const;
      return [inTask(task, weightOf(cap.source), cap.source, fault)];
    });
  });
}

function statutoryCaps(desk: Desk): readonly Finding[] {
  const { policy, on } = desk;
  const published = nationalOn(national.capPerAuthority, on);
  const codes = [...new Set(desk.tasks.flatMap(itemsOf))].sort();
  return codes.flatMap((code) => {
    const item = desk.itemOf.get(code);
    if (item === undefined) return [];
    const cap = capOf(policy, { area: 'key', of: null, item: code }, on);
    const found: Finding[] = [];
    if (cap?.instead)
      found.push(inPlan(desk, 'notice', cap.source, { kind: 'exception-applied', item: code, instead: cap.instead }));
    if (areaOf(policy, item, on) !== 'key' || cap === null) {
      if (published !== null && item.statutoryCap === null && policy.caps.length === 0)
        found.push(inPlan(desk, 'notice', published.source, { kind: 'no-published-cap', item: code }));
      return found;
    }
    if (cap.value.cap.kind === 'as-needed') return found;
    const most = cap.value.cap.kind === 'visits' ? cap.value.cap.n : item.statutoryCap;
    found.push(inPlan(desk, 'notice', cap.source, { kind: 'statutory-cap-applies', item: code, cap: most }));
    if (most === null) {
      found.push(inPlan(desk, weightOf(cap.source), cap.source, { kind: 'no-statutory-cap', item: code }));
      return found;
    }
    const draws = drawsOnOneDoor(desk, code);
    if (draws > most)
      found.push(
        inPlan(desk, weightOf(cap.source), cap.source, { kind: 'over-statutory-cap', item: code, draws, cap: most }),
      );
    return found;
  });
}

/** The most draws in a year that hold an item and can reach the same subject. */
function drawsOnOneDoor({ reaches, cells }: Desk, code: string): number {
  const draws = cells.map(() => 0);
  for (const reach of reaches)
    if (itemsOf(reach.task).includes(code))
      for (const cell of reach.cells) draws[cell] = (draws[cell] ?? 0) + reach.task.drawsPerYear;
  return Math.max(0, ...draws);
}
