/** 任务完成: the lead says on which day a task, as far as one draw carries it, came to its end. The days to its publication are counted from there. */
import type { CivilDate } from '../calendar.ts';
import { type Filed, writtenAs } from '../ledger/dossier.ts';

/** The fact's body. */
export interface TaskFinished {
  readonly plan: string;
  readonly book: string;
  readonly source: string;
  /** The lead. */
  readonly department: string;
  /** All that take part: the days of each are counted from here. */
  readonly departments: readonly string[];
  /** `plan/task` */
  readonly tasks: readonly string[];
  readonly ended: CivilDate;
  /** Outcomes that will not come, by name, and why: '' where all are there. */
  readonly without: readonly string[];
  readonly words: string;
}

export interface Finish extends TaskFinished {
  readonly seq: number;
}

/** Names of outcomes that will not come, each with the reason, by the last statement of each task's end. @param all oldest first */
export function excusedBy(all: readonly TaskFinished[]): ReadonlyMap<string, string> {
  const last = new Map(all.flatMap((each) => each.tasks.map((task) => [`${each.source}\t${task}`, each] as const)));
  return new Map([...last.values()].flatMap(({ without, words }) => without.map((id) => [id, words] as const)));
}

/** The last statement holds: an end that was stated wrongly is stated again, and both stay on record. @param entries the task's dossier */
export function finishOf(entries: readonly Filed[], source: string): Finish | null {
  const last = entries
    .flatMap(({ seq, kind, body }): readonly Finish[] =>
      kind === 'task-finished' && body !== null ? [{ seq, ...writtenAs<TaskFinished>(body) }] : [],
    )
    .findLast((each) => each.source === source);
  return last ?? null;
}
