/**
 * 时间: the policy in force, windows within year and due dates, time left to publish in working days, quiet months with their
 * grounds and filings, the outside platform's registration, and every date that is only provisional.
 */
import { addWorkingDays, type CivilDate, lastWorkingDay, monthOf, yearOf } from '../../calendar.ts';
import { exceptionsOf, platformOf, requires, windowOf } from '../../policy/ask.ts';
import { deadlineOf, dueDays, forceOn, type PublicationDue, publicationDue } from '../../policy/due.ts';
import type { TaskReach } from '../cells.ts';
import type { Task } from '../task.ts';
import { classesMet, type Desk, inPlan, inTask, itemsOf, weightOf } from './desk.ts';
import type { Finding } from './finding.ts';

export const checkTime = (desk: Desk): readonly Finding[] => [
  ...force(desk),
  ...desk.reaches.flatMap((reach) => [
    ...windows(desk, reach.task),
    ...dues(desk, reach.task),
    ...quiet(desk, reach),
    ...registration(desk, reach.task),
  ]),
  ...publications(desk),
];

function force(desk: Desk): readonly Finding[] {
  const { policy, plan, year } = desk;
  const state = forceOn(policy, plan.draftedOn);
  const found: Finding[] = [];
  if (state.kind !== 'in-force') {
    // A plan drafted before its policy was issued is compiled under it (三明 2025 was); one drafted after its end is not.
    const weight = state.kind === 'before-effect' ? 'notice' : 'refused';
    const source = requires(policy, 'states-of-force', plan.draftedOn)?.source ?? null;
    found.push(inPlan(desk, weight, source, { kind: 'not-in-force', state: state.kind, from: state.from }));
  }
  if (year === null) found.push(inPlan(desk, 'refused', policy.term, { kind: 'no-policy-year', year: plan.year }));
  return found;
}

function windows({ year, calendar }: Desk, task: Task): readonly Finding[] {
  const { from, to } = task.window;
  if (from > to) return [inTask(task, 'refused', null, { kind: 'window-reversed', from, to })];
  const found: Finding[] = [];
  if (year !== null && (from < year.from || to > year.to))
    found.push(inTask(task, 'refused', null, { kind: 'window-outside-year', from, to, year }));
  if (to > task.due) found.push(inTask(task, 'refused', null, { kind: 'window-after-due', to, due: task.due }));
  const remind = lastWorkingDay(calendar, task.due);
  if (remind.provisional)
    found.push(inTask(task, 'notice', null, { kind: 'provisional-date', date: remind.date, missing: remind.missing }));
  return found;
}

function dues({ policy, finish: limit, superiorDates, on }: Desk, task: Task): readonly Finding[] {
  const found: Finding[] = [];
  if (limit !== null && task.due > limit.due) {
    const weight = weightOf(limit.source, limit.deadline.binding);
    found.push(inTask(task, weight, limit.source, { kind: 'due-too-late', due: task.due, limit: limit.due }));
  }
  const superior = superiorDates.find((each) => each.task === task.no);
  if (superior !== undefined && task.due > superior.due) {
    const source = requires(policy, 'superior-dates-kept', on)?.source ?? null;
    found.push(inTask(task, 'refused', source, { kind: 'due-after-superior', due: task.due, limit: superior.due }));
  }
  return found;
}

/** The days between the last visit and the day on which everything must be public; counted once for tasks of one kind. */
function publications({ tasks, policy, calendar, finish, itemOf }: Desk): readonly Finding[] {
  const alike = Map.groupBy(tasks, (task) => {
    const field = itemOf.get(itemsOf(task)[0] ?? '')?.field ?? '';
    return JSON.stringify([task.window.to, task.publishWithin, field]);
  });
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { window, publishWithin: planDays } = first;
    const field = itemOf.get(itemsOf(first)[0] ?? '')?.field ?? '';
    const due = publicationDue(policy, { ended: window.to, field, planDays }, calendar);
    const own = addWorkingDays(calendar, window.to, planDays);
    return group.flatMap((task) => publication(task, due, own.date, finish));
  });
}

function publication(task: Task, due: PublicationDue, ownDate: CivilDate, both: Desk['finish']): readonly Finding[] {
  const { to } = task.window;
  const found: Finding[] = [];
  if (due.whose === 'plan') {
    found.push(inTask(task, 'notice', null, { kind: 'publication-by-plan', days: task.publishWithin }));
  } else if (due.workingDays !== null && task.publishWithin > due.workingDays) {
    const fault = { kind: 'publishes-too-late', days: task.publishWithin, allowed: due.workingDays } as const;
    found.push(inTask(task, 'refused', due.source, fault));
  }
  if (both?.andPublished && ownDate > both.due) {
    const fault = { to, publishedBy: ownDate, limit: both.due, workingDays: task.publishWithin };
    const weight = weightOf(both.source, both.deadline.binding);
    found.push(inTask(task, weight, both.source, { kind: 'no-time-to-publish', ...fault }));
  }
  if (due.provisional)
    found.push(inTask(task, 'notice', null, { kind: 'provisional-date', date: due.date, missing: due.missing }));
  return found;
}

/** Months that the window touches. */
function monthsOf({ window: { from, to } }: Task): readonly number[] {
  const first = yearOf(from) * 12 + monthOf(from) - 1;
  const last = yearOf(to) * 12 + monthOf(to) - 1;
  return [...new Set(Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ((first + i) % 12) + 1))];
}

/** 企业安静期: a class outside its months needs a ground, and the receipts of everybody that is told. */
function quiet(desk: Desk, reach: TaskReach): readonly Finding[] {
  const { policy, on, filings } = desk;
  const { task } = reach;
  const touched = monthsOf(task);
  const quietTiers = classesMet(desk, reach).flatMap((ref) => {
    const window = windowOf(policy, ref, on);
    const open = window?.value ?? null;
    const months = open === null ? [] : touched.filter((month) => !open.includes(month));
    return window === null || open === null || months.length === 0
      ? []
      : [{ ...ref, months, open, source: window.source }];
  });
  if (quietTiers.length === 0) return [];
  const exception = exceptionsOf(policy, on).find(({ value }) => value.covers.kind === 'quiet-period');
  const filing = filings.find((each) => each.task === task.no);
  if (filing === undefined || exception === undefined)
    return quietTiers.map(({ source, ...tier }) => inTask(task, 'refused', source, { kind: 'quiet-month', ...tier }));
  const { grounds, receivers } = exception.value;
  const { ground } = filing;
  if (!grounds.includes(ground))
    return [inTask(task, 'refused', exception.source, { kind: 'ground-not-allowed', ground, allowed: grounds })];
  const missing = receivers.filter((receiver) => !filing.receipts.includes(receiver));
  return missing.length > 0
    ? [inTask(task, 'refused', exception.source, { kind: 'filing-incomplete', missing })]
    : [inTask(task, 'notice', exception.source, { kind: 'quiet-with-filing', ground, receivers })];
}

/** Tasks stand in the outside platform where it is the record, by the day that the policy names. */
function registration({ policy, year, calendar, today, on }: Desk, task: Task): readonly Finding[] {
  const platform = platformOf(policy, 'plan', on);
  const { state } = task.outside;
  if (platform === null || state === 'confirmed') return [];
  const rule = deadlineOf(policy, 'plans-registered', on);
  const due =
    rule === null || year === null || task.kind === 'special'
      ? undefined
      : dueDays(policy, year, calendar)
          .filter(({ deadline, state: binds }) => deadline.key === 'plans-registered' && binds === 'binding')
          .at(-1);
  if (due !== undefined && today > due.due)
    return [inTask(task, weightOf(due.source), due.source, { kind: 'registered-late', due: due.due, state })];
  return [inTask(task, 'notice', platform.source, { kind: 'unregistered', platform: platform.value, state })];
}
