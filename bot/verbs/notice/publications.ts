/** Where publication stands, for every task that was drawn and every department in it: until when, what is entered, reviewed, public, kept back. */
import type { Calendar, CivilDate } from '../../../core/calendar.ts';
import {
  type Counted,
  countedAs,
  isSettled,
  type PublicationStanding,
  standingOn,
} from '../../../core/notice/counted.ts';
import { type Finish, finishOf } from '../../../core/notice/finished.ts';
import type { Notice } from '../../../core/notice/notice.ts';
import { outcomeId } from '../../../core/outcome/key.ts';
import { reviewKey } from '../../../core/outcome/review.ts';
import { type PublicationDue, publicationDue } from '../../../core/policy/due.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import { dossiersOf } from '../../../db/dossier.ts';
import { standingNotices } from '../../../db/notices.ts';
import { outcomesNamed } from '../../../db/outcomes.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { reviewsOf } from '../outcome/reviewed.ts';
import { calendarInForce } from '../registry/calendar-in-force.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { type DrawnTask, drawnTasks, type TaskRow } from './books.ts';

/** One item of a visit, and how far it has come. */
export interface PublicationRow extends TaskRow {
  readonly counted: Counted;
  /** Number of the version that stands; null while none is. */
  readonly outcome: number | null;
  readonly passed: boolean;
  readonly notice: Notice | null;
  /** Public, and corrected since: the new version is to be published beside the old one. */
  readonly corrected: boolean;
}

export interface Publication {
  readonly plan: string;
  /** Number of the task in its plan. */
  readonly task: string;
  readonly taskName: string;
  /** `3`, or `L3` for a list drawn elsewhere. */
  readonly book: string;
  readonly source: string;
  readonly lead: string;
  readonly department: string;
  readonly window: { readonly from: CivilDate; readonly to: CivilDate };
  /** The day by which the plan has it finished. */
  readonly finishBy: CivilDate;
  /** The day that the lead stated as the task's end; null while it is not finished. */
  readonly ended: CivilDate | null;
  /** Counted from that day, or from the window's last day while it is not stated. Null without a policy in force. */
  readonly due: PublicationDue | null;
  readonly rows: readonly PublicationRow[];
  readonly outcomes: {
    readonly asked: number;
    readonly entered: number;
    readonly reviewed: number;
    /** The day is set and has not come. */
    readonly set: number;
    readonly public: number;
    readonly withheld: number;
    readonly ended: number;
    /** Not inspected, for a reason on record. */
    readonly excused: number;
    /** Corrected since they were published. */
    readonly corrected: number;
  };
  readonly standing: PublicationStanding;
  readonly late: boolean;
}

/** @param of one plan, one draw; all where it is left out */
export async function publicationsOf(
  deps: Deps,
  of: { readonly plan?: string; readonly book?: string } = {},
): Promise<readonly Publication[]> {
  const today = dayOf(deps.now());
  const [tasks, calendar] = await Promise.all([drawnTasks(deps, of), calendarInForce(deps.db)]);
  const [finishes, states] = await Promise.all([
    finishesOf(deps, tasks),
    byName(
      tasks.map(({ book }) => book.source),
      (source) => sourceState(deps, source, today),
    ),
  ]);
  const endOf = (drawn: DrawnTask): CivilDate | null => finishes(drawn)?.ended ?? null;
  const policies = await byName(
    tasks.map((drawn) => endOf(drawn) ?? today),
    (on) => policyInForce(deps.db, on),
  );
  const found: Publication[] = [];
  for (const drawn of tasks) {
    const state = states.get(drawn.book.source);
    if (state === undefined) continue;
    const ended = endOf(drawn);
    const without = new Set(finishes(drawn)?.without);
    const policy = policies.get(ended ?? today) ?? null;
    const due = policy === null ? null : dueOf(drawn, ended, policy, calendar);
    const byDepartment = Map.groupBy(drawn.rows, ({ department }) => department);
    for (const [department, rows] of [...byDepartment].sort(([a], [b]) => (a < b ? -1 : 1)))
      found.push(publication(drawn, { department, rows, ended, due, state, without, today }));
  }
  return found;
}

/** Each once, and side by side. */
async function byName<T>(
  names: readonly string[],
  read: (name: string) => Promise<T>,
): Promise<ReadonlyMap<string, T>> {
  return new Map(await Promise.all([...new Set(names)].map(async (name) => [name, await read(name)] as const)));
}

/** What is recorded of one source's outcomes and their notices. */
interface SourceState {
  /** @param without names of outcomes that the task's lead said will not come */
  readonly row: (row: TaskRow, without: ReadonlySet<string>) => PublicationRow;
}

export async function sourceState({ db }: Pick<Deps, 'db'>, source: string, today: CivilDate): Promise<SourceState> {
  const [named, reviews, standing, seen] = await Promise.all([
    outcomesNamed(db, source),
    reviewsOf(db, source),
    standingNotices(db, { source }),
    standingNotices(db, { source, today }),
  ]);
  const outcomes = new Map(named.map((each) => [outcomeId(each), each.seq]));
  const notices = new Map(standing.map((each) => [outcomeId(each), each]));
  const shown = new Map(seen.map((each) => [outcomeId(each), each]));
  return {
    row: (row, without) => {
      const id = outcomeId({ source, visit: row.visit.visit, department: row.department, item: row.item });
      const outcome = outcomes.get(id) ?? null;
      const review = reviews.get(reviewKey(row.visit.visit, row.department, row.item));
      const passed = outcome !== null && review?.passed === true && review.outcome === outcome;
      const notice = notices.get(id) ?? null;
      const counted = countedAs(
        { outcome, passed, excused: without.has(id), notice, shown: shown.get(id) ?? null },
        today,
      );
      const corrected = notice !== null && notice.state === 'public' && outcome !== null && notice.outcome !== outcome;
      return { ...row, counted, outcome, passed, notice, corrected };
    },
  };
}

/** The statement of each task's end, by task and draw. */
export async function finishesOf(
  { db }: Pick<Deps, 'db'>,
  tasks: readonly DrawnTask[],
): Promise<(task: DrawnTask) => Finish | null> {
  const dossiers = await dossiersOf(db, 'task', [...new Set(tasks.map(({ id }) => id))]);
  return ({ id, book }) => finishOf(dossiers.get(id) ?? [], book.source);
}

function dueOf({ task }: DrawnTask, ended: CivilDate | null, policy: Policy, calendar: Calendar): PublicationDue {
  const planDays = Math.max(1, task.publishWithin);
  return publicationDue(policy, { ended: ended ?? task.window.to, field: task.professional, planDays }, calendar);
}

interface Given {
  readonly department: string;
  readonly rows: readonly TaskRow[];
  readonly ended: CivilDate | null;
  readonly due: PublicationDue | null;
  readonly state: SourceState;
  readonly without: ReadonlySet<string>;
  readonly today: CivilDate;
}

function publication({ book, task }: DrawnTask, given: Given): Publication {
  const { department, ended, due, state, without, today } = given;
  const rows = given.rows.map((row) => state.row(row, without));
  const count = (is: (row: PublicationRow) => boolean): number => rows.filter(is).length;
  // Where all was left with a reason there is nothing to publish; that nothing was inspected, the figures say.
  const isOver = isSettled(rows.map(({ counted }) => counted)) && !rows.some(({ corrected }) => corrected);
  const standing = standingOn(due?.date ?? null, isOver, today);
  return {
    plan: book.plan,
    task: task.no,
    taskName: task.name,
    book: book.book,
    source: book.source,
    lead: task.lead,
    department,
    window: task.window,
    finishBy: task.due === '' ? task.window.to : task.due,
    ended,
    due,
    rows,
    outcomes: {
      asked: rows.length,
      entered: count(({ outcome }) => outcome !== null),
      reviewed: count(({ passed }) => passed),
      set: count(({ counted }) => counted === 'set'),
      public: count(({ counted }) => counted === 'public'),
      withheld: count(({ counted }) => counted === 'withheld'),
      ended: count(({ counted }) => counted === 'ended'),
      excused: count(({ counted }) => counted === 'excused'),
      corrected: count(({ corrected }) => corrected),
    },
    standing,
    late: standing === 'late',
  };
}
