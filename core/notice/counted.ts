/**
 * 未公示即未检查 (三明 四(九)「公示即监管」, 甘州 二(二)3): what may be counted as inspected. Every figure asks here, so that none counts by a rule
 * of its own.
 */
import type { CivilDate } from '../calendar.ts';
import type { Notice } from './notice.ts';

export type Counted =
  /** Nothing is entered. */
  | 'not-entered'
  /** Nothing is entered, and the lead said on record why it was not inspected: it is waited for no more, and is no inspection. */
  | 'excused'
  /** Entered, and not read by a second person, or sent back. */
  | 'not-reviewed'
  /** Reviewed, and public nowhere. */
  | 'not-public'
  /** Its day of publication is set and has not come. */
  | 'set'
  | 'public'
  /** Was public until it was repaired, revoked or expired. */
  | 'ended'
  /** Kept back by a decision on record that still holds. */
  | 'withheld';

export interface OutcomeThen {
  /** Number of the version that stands; null while none is. */
  readonly outcome: number | null;
  readonly passed: boolean;
  /** The task was finished without it, for a stated reason. */
  readonly excused: boolean;
  /** The last version of its notice, whatever its day. */
  readonly notice: Notice | null;
  /** The version that holds on the day, which may be an earlier one. */
  readonly shown: Notice | null;
}

export function countedAs({ outcome, passed, excused, notice, shown }: OutcomeThen, today: CivilDate): Counted {
  if (shown !== null && shown.state === 'public') return 'public';
  if (shown !== null && shown.state === 'ended') return 'ended';
  if (notice !== null && isWithheldWhole(notice, today)) return 'withheld';
  if (notice !== null && notice.state === 'public') return 'set';
  if (outcome === null) return excused ? 'excused' : 'not-entered';
  return passed ? 'not-public' : 'not-reviewed';
}

/** What counts as done: the public can or could read it, or a decision on record keeps it back (以公开为常态、不公开为例外). */
export const isDone = (counted: Counted): boolean =>
  counted === 'public' || counted === 'ended' || counted === 'withheld';

/**
 * Whether a department's part of a task is carried out: nothing is waited for, and something was inspected and published. A part of which all
 * was left with a reason is none (甘州 二(二)3): the plan is changed with its reason instead (石狮 四(五), 甘州 二(二)1).
 */
export const isCarriedOut = (all: readonly Counted[]): boolean => isSettled(all) && all.some(isDone);

/** Whether nothing of it is waited for: what was not inspected for a stated reason is not published either. */
export const isSettled = (all: readonly Counted[]): boolean => all.every((each) => isDone(each) || each === 'excused');

/** A department's part of which everything was left with a reason: nothing is waited for, and nothing was inspected. */
export const isLeft = (all: readonly Counted[]): boolean => all.length > 0 && all.every((each) => each === 'excused');

export type PublicationStanding = 'open' | 'last-day' | 'late' | 'done';

/** On the last day whatever is not public is listed; after it, it is late (石狮 三(四): finished and public by one day). */
export function standingOn(due: CivilDate | null, isOver: boolean, today: CivilDate): PublicationStanding {
  if (isOver) return 'done';
  if (due === null || today < due) return 'open';
  return today === due ? 'last-day' : 'late';
}

/** 公示率: out of all that is to be public, which neither what a decision keeps back is, nor what was not inspected for a stated reason. */
export const isToBePublic = (counted: Counted): boolean => counted !== 'withheld' && counted !== 'excused';
export const wasMadePublic = (counted: Counted): boolean => counted === 'public' || counted === 'ended';

/** Kept back as a whole, and the decision has not run out. */
export const isWithheldWhole = ({ state, body }: Notice, today: CivilDate): boolean =>
  state === 'withheld' &&
  body.withheld.some(({ part, until }) => part === 'whole' && (until === null || until >= today));
