/**
 * A whole invented county on which the product can be shown, trained with and measured: everything that an office would
 * bring to its first draw. The same seed gives the same county.
 */
import { addDays, type CivilDate, daysBetween } from '../../../core/calendar.ts';
import type { Approval, Plan } from '../../../core/plan/task.ts';
import type { Department } from '../../../core/registry/department.ts';
import type { Expert, Inspector, Recusal } from '../../../core/registry/inspector.ts';
import type { Item, JointMatter } from '../../../core/registry/item.ts';
import { sourceRead } from '../../../core/registry/pool-source.ts';
import type { Classification, PastCheck, Subject } from '../../../core/registry/subject.ts';
import { chance } from './chance.ts';
import { classify } from './classes.ts';
import { county } from './county.ts';
import { departments } from './departments.ts';
import { experts, inspectors, recusals } from './inspectors.ts';
import { items, jointMatters } from './items.ts';
import { pastChecks } from './past.ts';
import { type Answer, answersTo, approvalsOf, plan, reasons } from './plan.ts';
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
  /** Another year than the jurisdiction's usual one. */
  readonly term?: Pick<Term, 'year' | 'draftedOn' | 'window' | 'due'>;
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
  /** What partners and reviewers say when they are asked; none of it stands in the plan yet. */
  readonly answers: readonly Answer[];
  readonly approvals: readonly Approval[];
  /** Reasons given for findings about the plan as a whole that bind only in principle. */
  readonly reasons: typeof reasons;
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
  term: own,
}: SampleOptions): Sample {
  const known = { ...termOf(jurisdiction), ...own };
  const term = { ...known, window: window ?? known.window };
  const snapshot = addDays(term.window.from, -20);
  const list = [...subjects(seed, subjectCount)];
  const people = inspectors({ count: inspectorCount, on: snapshot, capacity }, chance(seed, 'inspectors'));
  const newYear = `${term.year}-01-01`;
  const drafted = plan(jurisdiction, tasks, term);
  return {
    seed,
    area: { code: county.code, name: county.name },
    snapshot,
    subjects: list,
    classifications: classifications(seed, list, drafted, term, snapshot),
    pastChecks: pastChecks(list, newYear, daysBetween(newYear, snapshot), chance(seed, 'past')),
    departments: departments(departmentCount, chance(seed, 'departments')),
    inspectors: people,
    experts: experts(chance(seed, 'experts')),
    recusals: recusals(people, list, chance(seed, 'recusals')),
    items: items(tasks, term),
    jointMatters: jointMatters(),
    plan: drafted,
    answers: answersTo(drafted),
    approvals: approvalsOf(drafted),
    reasons,
  };
}

function classifications(seed: string, list: readonly Subject[], { tasks }: Plan, term: Term, snapshot: CivilDate) {
  const general = [...classify(list, { seed, scheme: term.scheme, date: addDays(snapshot, -12) })];
  if (term.scheme === 'credit') {
    const eating = list.filter(({ tags }) => tags.includes('餐饮服务'));
    return [...general, ...classify(eating, { seed, scheme: 'own', date: addDays(snapshot, -40) })];
  }
  if (term.scheme !== 'pool') return general;
  // 重点监管库 is made of trades that a task covers in full; a subject of another trade is not put into it.
  const covered = new Set(tasks.filter(({ quota }) => quota.kind === 'tiers').flatMap(({ frame }) => frame.tags));
  return general.map((each, i) =>
    each.class === 'C' && !list[i]?.tags.some((tag) => covered.has(tag))
      ? { ...each, class: 'B', source: sourceRead(each.source).source }
      : each,
  );
}
