/**
 * 公示检查结果 (谁检查、谁录入、谁公开): a department makes its own outcomes of a draw public, all that are ready in one act. Only what a second person has
 * reviewed is published; it says on which day it becomes public and where it goes. Published again, a corrected outcome stands beside the old
 * version. The fact names no enterprise: rows lie in pages, and are read from their day on.
 */
import { type CivilDate, type CountedDay, parseDate } from '../../../core/calendar.ts';
import { chosenOf, destinationsOf } from '../../../core/notice/destinations.ts';
import { publish } from '../../../core/notice/life.ts';
import type { Notice, Shown } from '../../../core/notice/notice.ts';
import { outcomeId } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import { noticeRows } from '../../../db/notices.ts';
import { type EnteredOutcome, standingOutcomes } from '../../../db/outcomes.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, enact, factOf } from '../act.ts';
import { entryOf } from '../outcome/entry.ts';
import { ownArea } from '../paper/own-area.ts';
import { departmentNames } from '../registry/departments.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { lineMost, tooLong } from '../too-long.ts';
import type { DrawnTask } from './books.ts';
import { type NumbersGiven, numbersGiven } from './numbers-given.ts';
import { stageBound } from './pages.ts';
import { type PublicationRow, publicationsOf, sourceState } from './publications.ts';
import type { LeftOut } from './refusal.ts';
import { authorisedFor, ownBody, tasksNamed } from './whose.ts';

export interface PublishInput {
  readonly book: string;
  /** '' for the actor's own. */
  readonly department: string;
  /** Numbers of tasks; empty for all of that draw. */
  readonly tasks: readonly string[];
  /** '' for today. */
  readonly day: string;
  /** Besides those that the policy names: 公开栏, a newspaper. */
  readonly destinations: readonly string[];
  /** What it would come to is told, and nothing is done: for somebody to confirm. */
  readonly tried?: true;
}

/** The fact's body. Everybody may read it, so that it says how many and never who. */
export interface OutcomesPublished {
  readonly plan: string;
  readonly book: string;
  readonly source: string;
  readonly department: string;
  /** `plan/task` */
  readonly tasks: readonly string[];
  readonly day: CivilDate;
  readonly destinations: readonly string[];
  readonly count: number;
  readonly pages: readonly string[];
}

export interface Published {
  readonly department: string;
  readonly day: CivilDate;
  readonly published: number;
  /** Corrected since, and published anew. */
  readonly corrected: number;
  /** Public before, and unchanged. */
  readonly already: number;
  readonly left: readonly LeftOut[];
  readonly destinations: readonly string[];
}

export async function publishOutcomes(
  deps: Deps,
  actor: Actor,
  input: PublishInput,
): Promise<Result<Published, Refusal>> {
  const stated = input.day === '' ? null : parseDate(input.day);
  if (stated !== null && !stated.ok) return refuse('notice', { reason: 'not-a-date', text: input.day });
  for (const each of input.destinations) {
    const long = tooLong(each, lineMost);
    if (long !== null) return refuse('notice', long);
  }
  const department = input.department === '' ? await ownBody(deps, actor) : input.department;
  const allowed = await authorisedFor(deps, actor, 'publish-outcomes', department);
  if (!allowed.ok) return allowed;
  return enact<Published>(deps, async (at) => {
    const today = dayOf(at.now);
    const day = stated?.value ?? today;
    if (day < today) return refuse('notice', { reason: 'day-past', day, today });
    const policy = await policyInForce(deps.db, today);
    if (policy === null) return refuse('notice', { reason: 'no-policy', on: today });
    const named = await tasksNamed(deps, input.book, input.tasks);
    if (!named.ok) return named;
    const rows = await rowsToPublish(deps, named.value, department, today);
    if (rows.length === 0) return refuse('notice', { reason: 'no-rows-of-yours', book: input.book, department });
    const late = await pastDue(deps, { book: input.book, tasks: named.value, department, day, today });
    if (late !== null) return refuse('notice', late);
    const added = input.destinations.map((each) => each.trim()).filter((each) => each !== '');
    const destinations = chosenOf(destinationsOf(policy, 'outcome', today), added);
    const given: Given = {
      day,
      today,
      destinations,
      seq: at.seq,
      numbers: await numbersGiven(deps, policy),
      planName: planName(ownArea(policy, deps.office)),
      authority: (await departmentNames(deps.db))(department),
    };
    const { notices, left, unchanged } = decided(rows, given);
    const corrected = notices.filter(({ body }) => body.corrects !== null).length;
    const answer: Published = {
      department,
      day,
      published: notices.length - corrected,
      corrected,
      already: unchanged,
      left,
      destinations,
    };
    const [first] = rows;
    if (notices.length === 0 || first === undefined)
      return unchanged > 0
        ? already({ ...answer, destinations: destinationsHeld(rows) })
        : refuse('notice', { reason: 'nothing-to-publish', left });
    if (input.tried === true) return already(answer);
    const { book } = first.drawn;
    const body: OutcomesPublished = {
      plan: book.plan,
      book: book.book,
      source: book.source,
      department,
      tasks: [...new Set(notices.map(({ plan, task }) => `${plan}/${task}`))],
      day,
      destinations,
      count: notices.length,
      pages: await stageBound(deps, notices, []),
    };
    return ok({
      facts: [factOf(actor, 'publish-outcomes', asJson(body))],
      rows: [noticeRows(notices)],
      value: answer,
    });
  });
}

/** Where what is public already goes: what is added in an act that publishes nothing is added to nothing. */
const destinationsHeld = (rows: readonly RowToPublish[]): readonly string[] => [
  ...new Set(rows.flatMap(({ row }) => row.notice?.body.destinations ?? [])),
];

interface RowToPublish {
  readonly drawn: DrawnTask;
  readonly row: PublicationRow;
  readonly entered: EnteredOutcome | undefined;
}

/** What is published has an outcome, whatever was said of it before. */
const noneLeft: ReadonlySet<string> = new Set();

/** Each outcome once, under the first of its tasks. */
async function rowsToPublish(
  deps: Deps,
  tasks: readonly DrawnTask[],
  department: string,
  today: CivilDate,
): Promise<readonly RowToPublish[]> {
  const [first] = tasks;
  if (first === undefined) return [];
  const { source } = first.book;
  const own = new Map(
    tasks
      .flatMap((drawn) => drawn.rows.filter((row) => row.department === department).map((row) => ({ drawn, row })))
      .reverse()
      .map((each) => [`${each.row.visit.visit}/${each.row.item}`, each]),
  );
  const visits = [...new Set([...own.values()].map(({ row }) => row.visit.visit))];
  const state = await sourceState(deps, source, today);
  const entered = new Map((await standingOutcomes(deps.db, source, visits)).map((each) => [outcomeId(each), each]));
  return [...own.values()].reverse().map(({ drawn, row }) => {
    const id = outcomeId({ source, visit: row.visit.visit, department, item: row.item });
    return { drawn, row: state.row(row, noneLeft), entered: entered.get(id) };
  });
}

/** A day after the last one is refused while that is still ahead; once it is over, every day more makes it later. */
async function pastDue(
  deps: Deps,
  asked: {
    readonly book: string;
    readonly tasks: readonly DrawnTask[];
    readonly department: string;
    readonly day: CivilDate;
    readonly today: CivilDate;
  },
): Promise<{
  readonly reason: 'day-after-due';
  readonly day: string;
  readonly due: CountedDay;
  readonly latest: string;
} | null> {
  const { book, tasks, department, day, today } = asked;
  if (day === today) return null;
  const meant = new Set(tasks.map(({ task }) => task.no));
  const dues = (await publicationsOf(deps, { book }))
    .filter((each) => each.department === department && meant.has(each.task))
    .flatMap(({ due }) => (due === null ? [] : [due]));
  const [due] = dues.sort((a, b) => (a.date < b.date ? -1 : 1));
  if (due === undefined) return null;
  const latest = due.date < today ? today : due.date;
  return day > latest ? { reason: 'day-after-due', day, due, latest } : null;
}

interface Given {
  readonly day: CivilDate;
  readonly today: CivilDate;
  readonly destinations: readonly string[];
  readonly seq: number;
  readonly numbers: NumbersGiven;
  readonly planName: (year: number) => string;
  readonly authority: string;
}

function decided(
  rows: readonly RowToPublish[],
  given: Given,
): { readonly notices: readonly Notice[]; readonly left: readonly LeftOut[]; readonly unchanged: number } {
  const notices: Notice[] = [];
  const left = new Map<LeftOut['why'], number>();
  let unchanged = 0;
  for (const { drawn, row, entered } of rows) {
    const { book, task } = drawn;
    const { kind, number, name } = row.visit.subject;
    const next = publish(row.notice, {
      outcome:
        entered === undefined
          ? null
          : { seq: entered.seq, passed: row.passed, shown: shownOf(drawn, row, entered, given) },
      day: given.day,
      today: given.today,
      subject: { kind, number, name },
      destinations: given.destinations,
    });
    if (!next.ok) left.set(next.error.reason, (left.get(next.error.reason) ?? 0) + 1);
    else if (next.value === null) unchanged += 1;
    else
      notices.push({
        source: book.source,
        visit: row.visit.visit,
        department: row.department,
        item: row.item,
        seq: given.seq,
        plan: book.plan,
        task: task.no,
        ...next.value,
      });
  }
  return { notices, left: [...left].map(([why, count]) => ({ why, count })), unchanged };
}

function shownOf(drawn: DrawnTask, row: PublicationRow, entered: EnteredOutcome, given: Given): Shown {
  const { book, task, year } = drawn;
  const { code, methods, finding, handling, checkedOn } = entryOf(entered);
  return {
    no: row.visit.no,
    planId: given.numbers.plan(book.plan),
    planName: given.planName(year),
    taskId: given.numbers.task(drawn),
    taskName: task.name,
    directed: task.directed,
    authority: given.authority,
    itemName: row.itemName,
    code,
    methods,
    finding,
    handling,
    checkedOn,
  };
}

const planName =
  (area: string) =>
  (year: number): string =>
    `${area}${year}年度“双随机、一公开”抽查计划`;
