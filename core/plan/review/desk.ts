/**
 * What lies on the reviewer's desk: the plan, the policy, the registry in numbers, and what follows from them once (chances,
 * groups, overlaps). Every rule group reads from here and adds nothing to it.
 */
import type { Calendar, CivilDate } from '../../calendar.ts';
import { capOf, ceilingsOf, directionOf, fallbackOf, floorsOf, keySafetiesOf, schemeOf } from '../../policy/ask.ts';
import type { Ruling, Source } from '../../policy/cited.ts';
import { finishBy, type PolicyYear, policyYear } from '../../policy/due.ts';
import type { ClassRef, Coverage as CoverageRule, Ground, Party, Policy } from '../../policy/shape.ts';
import type { Department } from '../../registry/department.ts';
import type { Item, JointMatter } from '../../registry/item.ts';
import { type Cell, classOf, isInFrame, mergeCells, reachOf, type TaskReach } from '../cells.ts';
import { type Coverage, coverageOf } from '../coverage.ts';
import { type Goal, type Proposal, proposeGroups } from '../groups.ts';
import { type Overlap, overlaps } from '../overlap.ts';
import type { Frame, Plan, Task } from '../task.ts';
import type { Fault, Finding, Weight } from './finding.ts';

/** A department's inspectors in numbers: certificates that last to the plan's last window. */
export interface People {
  readonly department: string;
  readonly certified: number;
  /** Holders of each field among them. */
  readonly byField: Readonly<Record<string, number>>;
  /** Posts that all of them can take in one ceremony. */
  readonly capacity: number;
}

export interface ReviewInput {
  readonly plan: Plan;
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly today: CivilDate;
  readonly departments: readonly Department[];
  readonly items: readonly Item[];
  /** How the item list is called, with its version. */
  readonly itemList: string;
  readonly matters: readonly JointMatter[];
  /** Active subjects, counted. */
  readonly cells: readonly Cell[];
  /** The day of the roll that the cells were counted on. */
  readonly rollDate: CivilDate;
  /** Each department's own directory of subjects (福安 二(一)2). */
  readonly directories: readonly { readonly department: string; readonly frame: Frame }[];
  readonly people: readonly People[];
  readonly experts: readonly { readonly field: string; readonly number: number }[];
  /** What partners answered to the letter of consultation. */
  readonly answers: readonly {
    readonly task: string;
    readonly partner: string;
    readonly answer: 'joins' | 'declines';
  }[];
  /** Filings for tasks in a quiet period, with the receivers whose receipts are in. */
  readonly filings: readonly { readonly task: string; readonly ground: Ground; readonly receipts: readonly Party[] }[];
  /** Dates that a superior set, by task number. */
  readonly superiorDates: readonly { readonly task: string; readonly due: CivilDate }[];
  /** Reasons given for findings about the plan as a whole. */
  readonly reasons: readonly { readonly finding: string; readonly words: string }[];
}

/** A floor or ceiling in whole subjects. */
export interface CoverageGoal {
  readonly rule: Ruling<CoverageRule>;
  readonly department: string | null;
  readonly roll: number;
  readonly goal: Goal;
}

export interface Desk extends ReviewInput {
  readonly tasks: readonly Task[];
  readonly taskOf: ReadonlyMap<string, Task>;
  /** The day on which rules are asked: the last of the policy year. */
  readonly on: CivilDate;
  readonly year: PolicyYear | null;
  /** The day by which the year's tasks are finished, where the policy names one. */
  readonly finish: ReturnType<typeof finishBy>;
  readonly fallback: string | null;
  readonly reaches: readonly TaskReach[];
  readonly overlaps: readonly Overlap[];
  readonly goals: readonly CoverageGoal[];
  readonly proposal: Proposal;
  readonly coverage: Coverage;
  readonly itemOf: ReadonlyMap<string, Item>;
  readonly departmentOf: ReadonlyMap<string, Department>;
}

export function layOut(given: ReviewInput): Desk {
  const { plan, policy, directories } = given;
  const cells = mergeCells(
    given.cells,
    [...plan.tasks, ...directories].map(({ frame }) => frame),
  );
  const input = { ...given, cells };
  const year = policyYear(policy, plan.year);
  const on = year.ok ? year.value.to : `${plan.year}-12-31`;
  const fallback = fallbackOf(policy, on)?.value.scheme ?? null;
  const reaches = plan.tasks.map((task) => reachOf(task, cells, fallback));
  const itemOf = new Map(input.items.map((item) => [item.code, item]));
  const isKey = (task: Task) => itemsOf(task).some((code) => areaOf(policy, itemOf.get(code), on) === 'key');
  const limits = limitsOf(input, reaches, isKey, fallback, on);
  const goals = goalsOf(input, fallback, on);
  const proposal = proposeGroups(
    reaches,
    cells,
    limits,
    goals.map(({ goal }) => goal),
    plan.doorLimit,
  );
  return {
    ...input,
    tasks: plan.tasks,
    taskOf: new Map(plan.tasks.map((task) => [task.no, task])),
    on,
    year: year.ok ? year.value : null,
    finish: year.ok ? finishBy(policy, year.value, input.calendar) : null,
    fallback,
    reaches,
    overlaps: overlaps(plan.tasks, cells),
    goals,
    proposal,
    coverage: coverageOf(reaches, proposal.ceremonies, limits),
    itemOf,
    departmentOf: new Map(input.departments.map((department) => [department.code, department])),
  };
}

export const itemsOf = (task: Task): readonly string[] => [...new Set(task.bodies.flatMap(({ items }) => items))];

/** 重点领域 follows from the item: its category, or a kind of safety that the policy makes key (福安 二(四)). */
export const areaOf = (policy: Policy, item: Item | undefined, on: CivilDate): 'general' | 'key' =>
  item !== undefined &&
  (item.category === 'key' ||
    (item.safety !== null && (keySafetiesOf(policy, on)?.value.includes(item.safety) ?? false)))
    ? 'key'
    : 'general';

/** The yearly cap of each cell's class, where all departments share it and no task in a key area reaches the cell. */
function limitsOf(
  { cells, policy }: ReviewInput,
  reaches: readonly TaskReach[],
  isKey: (task: Task) => boolean,
  fallback: string | null,
  on: CivilDate,
): readonly (number | null)[] {
  const keyCells = new Set(reaches.filter(({ task }) => isKey(task)).flatMap((reach) => reach.cells));
  const schemes = [...new Set(reaches.map(({ task }) => task.scheme))].filter((scheme) => scheme !== '');
  return cells.map((cell, place) => {
    if (keyCells.has(place)) return null;
    const caps = schemes.flatMap((scheme) => {
      const label = classOf(cell, scheme, fallback);
      const cap = label === null ? null : capOf(policy, { area: 'general', of: { scheme, label } }, on);
      return cap?.value.cap.kind === 'visits' && cap.value.across === 'all-departments' ? [cap.value.cap.n] : [];
    });
    return caps.length === 0 ? null : Math.min(...caps);
  });
}

function goalsOf(
  { cells, policy, directories }: ReviewInput,
  fallback: string | null,
  on: CivilDate,
): readonly CoverageGoal[] {
  const placesOf = (rule: CoverageRule, frame: Frame | null) =>
    cells.flatMap((cell, place) => {
      const meant =
        rule.of.kind === 'types'
          ? rule.of.types.includes(cell.type)
          : classOf(cell, rule.of.scheme, fallback) === rule.of.label;
      return meant && (frame === null || isInFrame(frame, cell)) ? [place] : [];
    });
  const goal = (rule: Ruling<CoverageRule>, department: string | null, frame: Frame | null): CoverageGoal => {
    const places = placesOf(rule.value, frame);
    const roll = places.reduce((sum, place) => sum + (cells[place]?.count ?? 0), 0);
    const product = roll * rule.value.bp;
    const subjects = rule.value.bound === 'at-least' ? Math.ceil(product / 10_000) : Math.floor(product / 10_000);
    return { rule, department, roll, goal: { bound: rule.value.bound, cells: places, subjects } };
  };
  const own = new Set(policy.coverage.map(({ document }) => document));
  // 福安 二(一)2 asks for a directory of each department and sets the floor in the same paragraph.
  const perDepartment = policy.owed.some(({ value }) => value.list === 'subjects');
  const rules = [...floorsOf(policy, on), ...ceilingsOf(policy, on)];
  return rules.flatMap((rule) => [
    goal(rule, null, null),
    ...(perDepartment && own.has(rule.source.document) && rule.value.bound === 'at-least'
      ? directories.map(({ department, frame }) => goal(rule, department, frame))
      : []),
  ]);
}

/** How a rule binds: words like 原则上, and what is our reading of open words, give way to a stated reason. */
export const weightOf = (source: Source, binding: 'firm' | 'in-principle' = 'firm'): Weight =>
  binding === 'in-principle' || source.basis === 'our-reading' || source.quote.includes('原则上')
    ? 'in-principle'
    : 'refused';

/** A finding of a task, with the reason that the plan states for its kind where the rule takes one. */
export const inTask = (task: Task, weight: Weight, source: Source | null, fault: Fault): Finding => ({
  ...fault,
  task: task.no,
  weight,
  source,
  reason: weight === 'in-principle' ? reasonFor(task.reasons, fault) : null,
});

export const inPlan = (desk: ReviewInput, weight: Weight, source: Source | null, fault: Fault): Finding => ({
  ...fault,
  task: null,
  weight,
  source,
  reason: weight === 'in-principle' ? reasonFor(desk.reasons, fault) : null,
});

const reasonFor = (reasons: Task['reasons'], { kind }: Fault): string | null =>
  reasons.find(({ finding, words }) => finding === kind && words.trim() !== '')?.words ?? null;

/** Labels of a scheme that the policy leaves alone altogether. */
export const isSpared = (policy: Policy, scheme: string, label: string, on: CivilDate): boolean =>
  directionOf(policy, 'share', { scheme, label }, on)?.value === 'spared';

/**
 * The classes that a task's draws can meet: its own tiers, and under every other scheme of the policy the classes of those it
 * draws. A task over everybody of a trade meets the A pool as well, whether it names the pools or not (万年 2022 三(一)1).
 */
export function classesMet({ policy, cells }: Desk, { task, tiers, cells: met }: TaskReach): readonly ClassRef[] {
  const { scheme, quota } = task;
  const isDrawn = (label: string, drawn: number): boolean => {
    const share = quota.kind === 'tiers' ? quota.tiers.find((tier) => tier.label === label)?.share : undefined;
    return share?.kind === 'share' ? share.bp > 0 : drawn > 0;
  };
  const own = tiers.flatMap(({ label, drawn }) => (isDrawn(label, drawn) ? [{ scheme, label }] : []));
  const others = policy.schemes.flatMap(({ value: { id, classes } }) => {
    if (id === scheme) return [];
    const labels = new Set(met.map((place) => cells[place]?.classes[id]));
    return classes.flatMap(({ label }) => (labels.has(label) ? [{ scheme: id, label }] : []));
  });
  return [...own, ...others];
}

export const knownLabels = (policy: Policy, scheme: string, on: CivilDate): readonly string[] =>
  schemeOf(policy, scheme, on)?.value.classes.map(({ label }) => label) ?? [];
