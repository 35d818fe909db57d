/** What figures are counted over: what is on record of plans, draws, outcomes, publication, follow-up and lists, as plain rows. */
import type { CivilDate } from '../calendar.ts';
import type { OutcomeCode } from '../outcome/code.ts';
import type { Task } from '../plan/task.ts';
import type { Item } from '../registry/item.ts';
import type { Stated } from './number.ts';

/** What one department does in a task of an issued plan. */
export interface TaskPart {
  /** `plan/number of the task` */
  readonly task: string;
  readonly department: string;
  readonly origin: Task['origin'];
  /** The plan's day for the task to be finished. */
  readonly due: CivilDate;
  /** The department's last visit of the task is done. */
  readonly ended: CivilDate | null;
  /** The last day for its outcomes to be public; null while it is not ended. */
  readonly publishBy: CivilDate | null;
  /** Every outcome of it is public, or withheld by decision, since this day; what will not come for a stated reason is not waited for. */
  readonly publicOn: CivilDate | null;
  /** All of it was left with a reason that the lead stated: nothing is waited for, and nothing was inspected. */
  readonly left: boolean;
  /** A later version of the plan took the task out, with a reason. */
  readonly withdrawn: boolean;
}

export interface TaskDraw {
  /** `ceremony/number of the task` */
  readonly id: string;
  readonly task: string;
  readonly departments: readonly string[];
  readonly on: CivilDate;
  readonly subjects: number;
  /** By classes of credit risk. */
  readonly byClass: boolean;
  /** Its classes have different shares. */
  readonly differentiated: boolean;
}

/** An outcome that stands, or that should be there. */
export interface CountedOutcome {
  /** `source/visit/department/item` */
  readonly id: string;
  /** `source/visit` */
  readonly visit: string;
  readonly department: string;
  readonly item: string;
  /** `kind:number`; it never leaves a figure. */
  readonly subject: string;
  /** Null where nothing was entered. */
  readonly code: OutcomeCode | null;
  /** Null where nothing was entered. */
  readonly checkedOn: CivilDate | null;
  /** The last day on which the visit can be held. */
  readonly until: CivilDate;
  /** Null where nothing was entered. */
  readonly door: string | null;
  readonly problem: boolean;
  /** `public` also where the notice has ended since: it was published. */
  readonly state:
    | 'missing'
    /** Not inspected, for a reason that the task's lead stated: asked for no more, and no inspection. */
    | 'excused'
    | 'entered'
    | 'public'
    | 'withheld';
}

/** A finding as it is followed up; one that turned out to be none is no finding. */
export interface FindingRow {
  /** `source/visit/department/item` */
  readonly id: string;
  readonly department: string;
  /** The day on which it was found. */
  readonly on: CivilDate;
  readonly disposed: boolean;
}

/** The tasks that a visit was drawn in, each with the class of the subject in it. */
export type VisitTasks = ReadonlyMap<
  string,
  readonly { readonly task: string; readonly name: string; readonly label: string }[]
>;

/** Visits to one place at one time. */
export interface MergedDoor {
  readonly id: string;
  readonly departments: readonly string[];
  readonly from: CivilDate;
  /** Times somebody would have come if each task went by itself. */
  readonly apart: number;
}

export interface ListedOfficer {
  readonly number: string;
  readonly department: string;
  readonly active: boolean;
}

/** Something with a day that somebody published or decided. */
export interface Dated {
  readonly id: string;
  readonly department: string;
  readonly on: CivilDate;
}

export interface Recorded {
  /** The day on which it was read. */
  readonly today: CivilDate;
  /** In the order of the register, which every table keeps. */
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  /** A section or station counts with the body that it is part of. */
  readonly bodyOf: (department: string) => string;
  readonly parts: readonly TaskPart[];
  readonly drawn: readonly TaskDraw[];
  readonly outcomes: readonly CountedOutcome[];
  readonly visitTasks: VisitTasks;
  readonly findings: readonly FindingRow[];
  readonly doors: readonly MergedDoor[];
  readonly items: readonly Item[];
  /** Codes of items that a plan of the year has; null before one is issued. */
  readonly planned: ReadonlySet<string> | null;
  /** Codes of items that past checks of the year, made before the system began, were about; null where none is on record. */
  readonly checkedBefore: ReadonlySet<string> | null;
  readonly officers: readonly ListedOfficer[];
  /** Ids of outcomes that the platform acknowledged. */
  readonly collected: ReadonlySet<string>;
  /** Penalty decisions linked to a task, and whether each is on record as taken in and made public where the policy asks for it. */
  readonly penalties: readonly (Dated & { readonly collected: boolean })[];
  readonly stated: readonly Stated[];
  /** News and exposure notices that are on record here one by one. */
  readonly news: readonly Dated[];
  readonly exposures: readonly Dated[];
}

export interface Scope {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Null counts the whole area. */
  readonly department: string | null;
}

export const within = ({ from, to }: Pick<Scope, 'from' | 'to'>, day: CivilDate | null): boolean =>
  day !== null && from <= day && day <= to;

export const concerns = ({ bodyOf }: Pick<Recorded, 'bodyOf'>, { department }: Scope, code: string): boolean =>
  department === null || code === department || bodyOf(code) === department;
