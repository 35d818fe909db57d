/**
 * 汇总编制: the annual plan compiled from what departments sent back. Every line names the reply that it came from (三明 引言);
 * a row without one is refused and the others are kept.
 */
import type { CivilDate } from '../calendar.ts';
import type { Item, JointMatter } from '../registry/item.ts';
import type { Cell } from './cells.ts';
import { departmentsOf, overlaps, type Suggestion, suggestJoining } from './overlap.ts';
import type { Plan, Task } from './task.ts';

/** A department's answer to the letter of consultation. */
export interface Reply {
  readonly id: string;
  readonly department: string;
  /** When it came, as a civil time 'YYYY-MM-DDTHH:mm'. */
  readonly at: string;
}

/** One row of the plan sheet as a department filled it. */
export interface ProposedRow {
  /** Row number in the sheet, for the words of a refusal. */
  readonly row: number;
  readonly reply: string | null;
  readonly task: Task;
}

export interface DraftLine {
  readonly task: string;
  readonly reply: Reply;
}

export type DraftRefusal =
  | { readonly kind: 'no-reply'; readonly row: number; readonly task: string }
  | { readonly kind: 'unknown-reply'; readonly row: number; readonly task: string; readonly reply: string }
  /** The department that replied has no part in the task. */
  | {
      readonly kind: 'not-a-party';
      readonly row: number;
      readonly task: string;
      readonly department: string;
      readonly parties: readonly string[];
    }
  | { readonly kind: 'number-twice'; readonly row: number; readonly task: string; readonly first: number };

export interface Draft {
  readonly plan: Plan;
  /** One for each task of the plan, in its order. */
  readonly lines: readonly DraftLine[];
  readonly suggestions: readonly Suggestion[];
  readonly refused: readonly DraftRefusal[];
}

export interface DraftHead {
  readonly no: string;
  readonly year: number;
  readonly policy: string;
  readonly drafter: string;
  readonly draftedOn: CivilDate;
  readonly doorLimit: Plan['doorLimit'];
}

/** The first version of a plan from the rows that stand, in the order of their task numbers. */
export function compileDraft(
  head: DraftHead,
  rows: readonly ProposedRow[],
  replies: readonly Reply[],
  registry: {
    readonly items: readonly Item[];
    readonly matters: readonly JointMatter[];
    readonly cells: readonly Cell[];
  },
): Draft {
  const refused: DraftRefusal[] = [];
  const kept: { task: Task; reply: Reply; row: number }[] = [];
  for (const { row, reply: id, task } of rows) {
    const reply = replies.find((each) => each.id === id);
    const first = kept.find((each) => each.task.no === task.no);
    if (id === null) refused.push({ kind: 'no-reply', row, task: task.no });
    else if (reply === undefined) refused.push({ kind: 'unknown-reply', row, task: task.no, reply: id });
    else if (!departmentsOf(task).includes(reply.department)) {
      const parties = departmentsOf(task);
      refused.push({ kind: 'not-a-party', row, task: task.no, department: reply.department, parties });
    } else if (first !== undefined) refused.push({ kind: 'number-twice', row, task: task.no, first: first.row });
    else kept.push({ task, reply, row });
  }
  kept.sort((a, b) => (a.task.no < b.task.no ? -1 : 1));
  const tasks = kept.map(({ task }) => task);
  return {
    plan: { ...head, version: 1, tasks, approvals: [], state: 'draft', published: [] },
    lines: kept.map(({ task, reply }) => ({ task: task.no, reply })),
    suggestions: suggestJoining(tasks, overlaps(tasks, registry.cells), registry.items, registry.matters),
    refused,
  };
}
