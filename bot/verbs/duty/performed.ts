/** What was owed about a task, or about an enterprise, by whom and by when, and what was done: from the draw to the disposal of what was found. */
import type { CivilDate } from '../../../core/calendar.ts';
import { reviewKey } from '../../../core/outcome/review.ts';
import { type Given, type Performed, performed } from '../../../core/owed/performed.ts';
import type { Task } from '../../../core/plan/task.ts';
import { keyText } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import { bodyState, type VisitState } from '../../../core/visit/state.ts';
import { outcomesNamed } from '../../../db/outcomes.ts';
import { heldPlan } from '../../../db/plans.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { type CaseHeld, casesOf } from '../follow-up/cases.ts';
import { type Publication, publicationsOf } from '../notice/publications.ts';
import { reviewsOf } from '../outcome/reviewed.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { bodyOf } from '../registry/lists.ts';
import { visitStates } from '../visit/visit-states.ts';

export interface TaskPerformed {
  readonly plan: string;
  readonly task: Task;
  readonly lines: readonly Performed[];
}

/** @param department whose part alone is read; null for all */
export async function taskPerformed(
  deps: Deps,
  asked: { readonly plan: string; readonly task: string; readonly department: string | null },
): Promise<Result<TaskPerformed, Refusal>> {
  const plan = (await heldPlan(deps.db, asked.plan))?.plan;
  if (plan === undefined) return refuse('plan', { reason: 'no-plan', plan: asked.plan });
  const task = plan.tasks.find(({ no }) => no === asked.task);
  if (task === undefined) return refuse('plan', { reason: 'no-such-task', plan: asked.plan, task: asked.task });
  const today = dayOf(deps.now());
  const isOurs = await reach(deps, asked.department);
  const carried = (await publicationsOf(deps, { plan: plan.no })).filter((each) => each.task === task.no);
  const draws = new Map(carried.map(({ book, source }) => [source, book]));
  const drawnOn = await drawDays(deps, [...draws.values()]);
  const cases = (await casesOf(deps)).filter(({ tasks }) => tasks.includes(`${plan.no}/${task.no}`));
  const times = Math.max(task.drawsPerYear, drawnOn.length);
  const given: readonly Given[] = [
    {
      ...{ who: 'office', work: 'draw', about: '', by: task.window.from },
      days: Array.from({ length: times }, (_, i) => drawnOn[i] ?? null),
    },
    ...(await workOf(deps, carried, () => '')),
    ...disposals(cases, () => ''),
    ...(carried.length === 0
      ? [{ ...{ who: task.lead, work: 'finish' as const, about: '', by: task.due }, days: [null] }]
      : [...Map.groupBy(carried, ({ source }) => source).values()].flatMap(([first]) =>
          first === undefined
            ? []
            : [{ ...{ who: first.lead, work: 'finish' as const, about: '', by: first.finishBy }, days: [first.ended] }],
        )),
  ];
  return ok({ plan: plan.no, task, lines: linesOf(given, today, isOurs) });
}

/** @param subject `kind:number` */
export async function subjectPerformed(
  deps: Deps,
  asked: { readonly subject: string; readonly department: string | null },
): Promise<readonly Performed[]> {
  const today = dayOf(deps.now());
  const isOurs = await reach(deps, asked.department);
  const carried = (await publicationsOf(deps)).flatMap((each) => {
    const rows = each.rows.filter(({ visit }) => keyText(visit.subject) === asked.subject);
    return rows.length === 0 ? [] : [{ ...each, rows }];
  });
  const cases = await casesOf(deps, { subject: asked.subject });
  const given = [...(await workOf(deps, carried, noOf)), ...disposals(cases, ({ no }) => no)];
  return linesOf(given, today, isOurs);
}

const noOf = ({ rows }: Publication): string => [...new Set(rows.map(({ visit }) => visit.no))].join('、');

/** What the visits of some tasks ask of each department that goes there. */
async function workOf(
  deps: Deps,
  carried: readonly Publication[],
  aboutOf: (publication: Publication) => string,
): Promise<readonly Given[]> {
  const found: Given[] = [];
  for (const [book, own] of Map.groupBy(carried, (each) => each.book)) {
    const held = await visitStates(deps, book);
    const source = own[0]?.source ?? '';
    const entered = new Map(
      (await outcomesNamed(deps.db, source)).map((each) => [
        reviewKey(each.visit, each.department, each.item),
        dayOf(each.at),
      ]),
    );
    const reviews = await reviewsOf(deps.db, source);
    for (const each of own) {
      const { department, rows, window, due } = each;
      const about = aboutOf(each);
      const of = { who: department, about };
      const visits = [...new Set(rows.map(({ visit }) => visit.visit))];
      const states = visits.map((visit) => (held.ok ? (held.value.states.get(visit) ?? null) : null));
      // What will not come for a stated reason is owed by nobody any more.
      const asked = rows.filter(({ counted }) => counted !== 'excused');
      const key = (row: Publication['rows'][number]) => reviewKey(row.visit.visit, row.department, row.item);
      found.push(
        { ...of, work: 'approve', by: window.to, days: states.map((state) => approvedOn(state, department)) },
        { ...of, work: 'visit', by: window.to, days: states.map((state) => doneOn(state, department)) },
        { ...of, work: 'enter', by: due?.date ?? null, days: asked.map((row) => entered.get(key(row)) ?? null) },
        {
          ...{ ...of, work: 'review' as const, by: due?.date ?? null },
          days: asked.map((row) => {
            const review = row.passed ? reviews.get(key(row)) : undefined;
            return review === undefined ? null : dayOf(review.at);
          }),
        },
        { ...of, work: 'publish', by: due?.date ?? null, days: asked.map(publishedOn) },
      );
    }
  }
  return found;
}

function approvedOn(state: VisitState | null, department: string): CivilDate | null {
  const decided = state === null ? null : (bodyState(state, department).approval?.decided ?? null);
  return decided?.approved === true ? dayOf(decided.at) : null;
}

function doneOn(state: VisitState | null, department: string): CivilDate | null {
  if (state === null) return null;
  const { finished, held } = bodyState(state, department);
  return finished?.on ?? held?.on ?? null;
}

const publishedOn = ({ counted, notice }: Publication['rows'][number]): CivilDate | null =>
  notice !== null && (counted === 'public' || counted === 'ended' || counted === 'withheld') ? notice.day : null;

/** A line for each finding: when it is disposed of, and until when the next step is owed. */
const disposals = (cases: readonly CaseHeld[], aboutOf: (found: CaseHeld) => string): readonly Given[] =>
  cases.map((each) => ({
    who: each.department,
    work: 'dispose',
    about: aboutOf(each) || each.no,
    by: each.owed.find(({ due }) => due !== null)?.due ?? each.order?.by ?? null,
    days: [each.closed?.day ?? null],
  }));

const linesOf = (
  given: readonly Given[],
  today: CivilDate,
  isOurs: (department: string) => boolean,
): readonly Performed[] => given.filter(({ who }) => isOurs(who)).flatMap((each) => performed(each, today) ?? []);

async function reach({ db }: Deps, department: string | null): Promise<(code: string) => boolean> {
  const departments = await departmentsAsHeld(db);
  return (code) => department === null || code === 'office' || bodyOf(code, departments) === department;
}

/** The days of these draws, earliest first. */
async function drawDays(deps: Deps, books: readonly string[]): Promise<readonly CivilDate[]> {
  const days: CivilDate[] = [];
  for (const book of books) {
    const held = await visitStates(deps, book);
    if (held.ok) days.push(held.value.book.drawnOn);
  }
  return days.sort();
}
