/**
 * 抽查比例: spared classes, shares below and above the usual, their order, own ratios for each class, key fields. Directions
 * without a number bind by order; “the usual” is the ratio that the item list gives.
 */
import {
  directionOf,
  directionRank,
  keyFieldsOf,
  orderOf,
  ownRatiosOf,
  requires,
  schemeOf,
  schemesOf,
} from '../../policy/ask.ts';
import type { Source } from '../../policy/cited.ts';
import type { TaskReach } from '../cells.ts';
import type { Share } from '../ratio.ts';
import type { Task } from '../task.ts';
import { type Desk, inTask, itemsOf, knownLabels, weightOf } from './desk.ts';
import type { Finding } from './finding.ts';

export const checkRatios = (desk: Desk): readonly Finding[] =>
  desk.reaches.flatMap((reach) => [
    ...settled(reach),
    ...schemeAndClasses(desk, reach),
    ...directions(desk, reach),
    ...orders(desk, reach),
    ...ownRatios(desk, reach),
    ...againstUsual(desk, reach),
  ]);

/** A tier and the part of it that one draw takes. */
export interface TierRate {
  readonly label: string;
  readonly rate: number;
}

/** Shares as written; numbers, steps and totals by what they come to on the list of the day. */
export function ratesOf(reach: TaskReach): readonly TierRate[] {
  const { quota } = reach.task;
  return reach.tiers.map(({ label, size, drawn }, i) => {
    const share = quota.kind === 'tiers' ? quota.tiers[i]?.share : undefined;
    if (share?.kind === 'share') return { label, rate: share.bp / 10_000 };
    return { label, rate: size === 0 ? 0 : drawn / size };
  });
}

const inBp = (rate: number): number => Math.round(rate * 10_000);

function settled({ task }: TaskReach): readonly Finding[] {
  if (task.quota.kind !== 'tiers') return [];
  const open = (share: Share): boolean =>
    share.kind === 'range' || (share.kind === 'steps' && share.steps.some((step) => open(step.share)));
  return task.quota.tiers
    .filter(({ share }) => open(share))
    .map(({ label }) => inTask(task, 'refused', null, { kind: 'not-settled', label }));
}

function schemeAndClasses({ policy, on }: Desk, { task, tiers }: TaskReach): readonly Finding[] {
  const hangs = requires(policy, 'ratio-hangs-on-class', on);
  if (task.scheme === '')
    return hangs === null || task.professional !== ''
      ? []
      : [inTask(task, 'in-principle', hangs.source, { kind: 'no-classes' })];
  const scheme = schemeOf(policy, task.scheme, on);
  if (scheme === null) {
    const known = schemesOf(policy, on).map(({ value }) => value.id);
    return [inTask(task, 'notice', null, { kind: 'unknown-scheme', scheme: task.scheme, known })];
  }
  const known = knownLabels(policy, task.scheme, on);
  return tiers
    .filter(({ label }) => known.length > 0 && !known.includes(label))
    .map(({ label }) =>
      inTask(task, 'refused', scheme.source, { kind: 'unknown-class', scheme: task.scheme, label, known }),
    );
}

/** The ratios of the list for the items of a task: a class below the usual is below them all, one above it above all. */
function usualOf({ itemOf }: Desk, task: Task): { readonly low: number; readonly high: number } | null {
  const shares = itemsOf(task).flatMap((code) => {
    const ratio = itemOf.get(code)?.ratio;
    return ratio?.kind === 'whole' && ratio.share.kind === 'share' ? [ratio.share.bp / 10_000] : [];
  });
  return shares.length === 0 ? null : { low: Math.min(...shares), high: Math.max(...shares) };
}

function directions(desk: Desk, reach: TaskReach): readonly Finding[] {
  const { policy, on } = desk;
  const { task } = reach;
  const usual = usualOf(desk, task);
  return ratesOf(reach).flatMap(({ label, rate }) => {
    const direction = directionOf(policy, 'share', { scheme: task.scheme, label }, on);
    if (direction === null) return [];
    const { value, source } = direction;
    const at = { scheme: task.scheme, label, bp: inBp(rate) };
    if (value === 'spared')
      return rate > 0 ? [inTask(task, 'in-principle', source, { kind: 'not-spared', ...at })] : [];
    if (usual === null) return [];
    if (value === 'below-usual' && rate >= usual.low)
      return [inTask(task, weightOf(source), source, { kind: 'not-below-usual', ...at, usualBp: inBp(usual.low) })];
    const above = value === 'above-usual' || value === 'far-above-usual';
    if (above && rate <= usual.high)
      return [inTask(task, weightOf(source), source, { kind: 'not-above-usual', ...at, usualBp: inBp(usual.high) })];
    return [];
  });
}

/** Rank of a class: a class of which the document says nothing is drawn as usual. */
function orders(desk: Desk, reach: TaskReach): readonly Finding[] {
  const { policy, on } = desk;
  const { task } = reach;
  const rates = ratesOf(reach);
  const listed = orderOf(policy, task.scheme, on);
  const named = rates.map(({ label }) => directionOf(policy, 'share', { scheme: task.scheme, label }, on));
  const order = listed?.value ?? rates.map(({ label }) => label);
  const found: Finding[] = [];
  rates.forEach((a, i) => {
    rates.forEach((b, j) => {
      const source = sourceOfOrder(named[i] ?? null, named[j] ?? null, listed, a.label, b.label);
      if (source === null || a.rate < b.rate || (a.rate === 0 && b.rate === 0)) return;
      const at = ({ label, rate }: TierRate) => ({ scheme: task.scheme, label, bp: inBp(rate) });
      found.push(inTask(task, weightOf(source), source, { kind: 'order-broken', lower: at(a), higher: at(b), order }));
    });
  });
  return found;
}

type Named = ReturnType<typeof directionOf>;

/** Why the share of the first must be below that of the second; null where nothing says so. */
function sourceOfOrder(
  first: Named,
  second: Named,
  listed: ReturnType<typeof orderOf>,
  a: string,
  b: string,
): Source | null {
  const rank = (named: Named) => directionRank[named?.value ?? 'usual'];
  // A class that is left alone is asked about by itself (not-spared).
  if (first?.value === 'spared' || second?.value === 'spared') return null;
  if ((first !== null || second !== null) && rank(first) < rank(second)) return (second ?? first)?.source ?? null;
  if (listed === null || !listed.value.includes(a) || !listed.value.includes(b)) return null;
  // Neighbours only: what is wrong between neighbours need not be said again for those farther apart.
  return listed.value.indexOf(b) === listed.value.indexOf(a) + 1 ? listed.source : null;
}

function ownRatios({ policy, on }: Desk, reach: TaskReach): readonly Finding[] {
  const { task } = reach;
  const rule = ownRatiosOf(policy, on);
  if (rule === null || (rule.value.exceptProfessional && task.professional !== '')) return [];
  const labels = knownLabels(policy, rule.value.scheme, on);
  const rates = task.scheme === rule.value.scheme ? ratesOf(reach) : [];
  const missing = labels.filter((label) => !rates.some((each) => each.label === label));
  const same = new Set(rates.map(({ rate }) => rate)).size < Math.max(1, rates.length);
  return missing.length === 0 && !same
    ? []
    : [inTask(task, weightOf(rule.source), rule.source, { kind: 'one-ratio-for-all', labels, missing })];
}

/** Key fields are drawn more than usual (福安 一); any other ratio equals the list's or has its reason (福安 二(一)2). */
function againstUsual(desk: Desk, reach: TaskReach): readonly Finding[] {
  const { policy, on, itemOf } = desk;
  const { task } = reach;
  const usual = usualOf(desk, task);
  if (usual === null) return [];
  const highest = Math.max(0, ...ratesOf(reach).map(({ rate }) => rate));
  const keyFields = keyFieldsOf(policy, on);
  const field = itemsOf(task)
    .map((code) => itemOf.get(code)?.field ?? '')
    .find((name) => keyFields?.value.includes(name));
  if (keyFields !== null && field !== undefined)
    return ratesOf(reach).every(({ rate }) => rate > usual.high)
      ? []
      : [
          inTask(task, 'in-principle', keyFields.source, {
            kind: 'key-field-usual',
            field,
            bp: inBp(Math.min(...ratesOf(reach).map(({ rate }) => rate))),
            usualBp: inBp(usual.high),
          }),
        ];
  const reasoned = requires(policy, 'ratio-reasoned', on);
  const off = ratesOf(reach).find(({ label, rate }) => {
    const direction = directionOf(policy, 'share', { scheme: task.scheme, label }, on);
    return direction === null && (rate < usual.low || rate > usual.high);
  });
  if (reasoned === null || off === undefined || highest === 0) return [];
  const fault = { kind: 'ratio-off-list', bp: inBp(off.rate), usualBp: inBp(usual.low) } as const;
  return [inTask(task, 'in-principle', reasoned.source, fault)];
}
