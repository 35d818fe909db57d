/**
 * A whole invented county on which the product can be shown, trained with and measured: everything that an office would
 * bring to its first draw. The same seed gives the same county.
 */
import { addDays, type CivilDate, daysBetween } from '../../../core/calendar.ts';
import type { Plan } from '../../../core/plan/task.ts';
import type { Department } from '../../../core/registry/department.ts';
import type { Expert, Inspector, Recusal } from '../../../core/registry/inspector.ts';
import type { Item, JointMatter } from '../../../core/registry/item.ts';
import type { Classification, PastCheck, Subject } from '../../../core/registry/subject.ts';
import { chance } from './chance.ts';
import { classify } from './classes.ts';
import { county } from './county.ts';
import { departments } from './departments.ts';
import { experts, inspectors, recusals } from './inspectors.ts';
import { items, jointMatters } from './items.ts';
import { pastChecks } from './past.ts';
import { plan } from './plan.ts';
import { subjects } from './subjects.ts';
import { type Term, termOf } from './term.ts';

export interface SampleOptions {
  readonly seed: string;
  /** 5,000 unless told otherwise. */
  readonly subjects?: number;
  /** Bodies in the joint conference, the office among them; sections and stations come on top. 30. */
  readonly departments?: number;
  /** 240. */
  readonly inspectors?: number;
  /** 12. */
  readonly tasks?: number;
  /** Id of the policy that the plan is made under. */
  readonly jurisdiction?: string;
  /** Most visits of one inspector in one ceremony: two on each of some forty working days. 80. */
  readonly capacity?: number;
  /** When the plan's visits are made; the jurisdiction's own months unless told otherwise. */
  readonly window?: Term['window'];
}

export interface Sample {
  readonly seed: string;
  readonly area: { readonly code: string; readonly name: string };
  /** The day of the lists. */
  readonly snapshot: CivilDate;
  readonly subjects: readonly Subject[];
  readonly classifications: readonly Classification[];
  readonly pastChecks: readonly PastCheck[];
  readonly departments: readonly Department[];
  readonly inspectors: readonly Inspector[];
  readonly experts: readonly Expert[];
  readonly recusals: readonly Recusal[];
  readonly items: readonly Item[];
  readonly jointMatters: readonly JointMatter[];
  readonly plan: Plan;
}

/** @throws RangeError where a count lies outside what a sample can carry. */
export function makeSample({
  seed,
  subjects: subjectCount = 5000,
  departments: departmentCount = 30,
  inspectors: inspectorCount = 240,
  tasks = 12,
  jurisdiction = 'sanming-2025',
  capacity = 80,
  window,
}: SampleOptions): Sample {
  const term = termOf(jurisdiction);
  const from = window?.from ?? term.window.from;
  const snapshot = addDays(from, -20);
  const list = [...subjects(seed, subjectCount)];
  const people = inspectors({ count: inspectorCount, on: snapshot, capacity }, chance(seed, 'inspectors'));
  const newYear = `${term.year}-01-01`;
  return {
    seed,
    area: { code: county.code, name: county.name },
    snapshot,
    subjects: list,
    classifications: [
      ...classify(list, { seed, scheme: term.scheme, date: addDays(snapshot, -12) }),
      ...classify(
        list.filter(({ tags }) => tags.includes('餐饮服务')),
        { seed, scheme: 'own-food', date: addDays(snapshot, -40) },
      ),
    ],
    pastChecks: pastChecks(list, newYear, daysBetween(newYear, snapshot), chance(seed, 'past')),
    departments: departments(departmentCount, chance(seed, 'departments')),
    inspectors: people,
    experts: experts(chance(seed, 'experts')),
    recusals: recusals(people, list, chance(seed, 'recusals')),
    items: items(),
    jointMatters: jointMatters(),
    plan: plan({ ...term, policy: jurisdiction, tasks, window: window ?? term.window }),
  };
}
