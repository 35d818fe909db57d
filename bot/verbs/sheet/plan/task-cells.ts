/**
 * A task of a plan as a row of its worksheet, and a changed row as a task. Only what a task holds is shown: a word that nobody keeps would
 * be lost on its way. Cells that were not changed are never read back.
 */
import { amendTask } from '../../../../core/plan/amend-task.ts';
import { ratioText } from '../../../../core/plan/ratio-text.ts';
import type { Plan, Task } from '../../../../core/plan/task.ts';
import { type RowRegistry, taskOfRow } from '../../../../core/plan/task-of-row.ts';
import { err, ok, type Result } from '../../../../core/result.ts';
import type { Context } from '../../../../core/sheet/context.ts';
import { planBookFields, remarksOfLost } from '../../../../core/sheet/plan-book.ts';
import { type PlanRow, planTasks } from '../../../../core/sheet/plan-tasks.ts';
import type { RowCells } from '../../../../core/sheet/row.ts';
import {
  type FieldRemark,
  layRow,
  readRow,
  remarksOfDoubts,
  remarksOfFaults,
} from '../../../../core/sheet/row-value.ts';
import { remarkOfRowRefusal, remarksOfRowDoubts } from '../../../../core/sheet/task-remarks.ts';
import { planRows } from '../../../paper/plan-rows.ts';
import { rowWords } from '../../../say/sheet.ts';
import { amendCells } from '../amend-cells.ts';
import { changedFields } from '../weigh.ts';

export const taskFields = planBookFields;

export interface TaskMeans {
  readonly plan: Plan;
  readonly registry: RowRegistry;
  readonly context: Context;
}

/** The task's own words where the paper shows those of its first item. */
function rowOfTask(task: Task, { plan, registry }: TaskMeans): PlanRow | null {
  const [row] = planRows({ ...plan, tasks: [task] }, registry.items);
  if (row === undefined) return null;
  // A ground that cites is the basis, whatever its first item says.
  const fromBasis = task.ground.includes('《');
  return {
    ...row,
    subjects: task.frame.tags.join('、'),
    ratioText: ratioText(task.quota),
    category: null,
    field: fromBasis ? '' : task.ground,
    basis: fromBasis ? task.ground : '',
  };
}

export function cellsOfTask(task: Task, means: TaskMeans): RowCells {
  const row = rowOfTask(task, means);
  const laid = row === null ? {} : layRow(planTasks, row, means.context);
  return Object.fromEntries(Object.entries(laid).filter(([field]) => taskFields.has(field)));
}

export interface TaskRead {
  readonly task: Task;
  /** What should be looked at. */
  readonly notes: readonly FieldRemark[];
}

/** A task that stands with the cells that were changed; refused with what would be right. */
export function changedTask(task: Task, cells: RowCells, means: TaskMeans): Result<TaskRead, readonly FieldRemark[]> {
  const { context, registry } = means;
  const before = rowOfTask(task, means);
  if (before === null) return err([]);
  const fields = changedFields(cellsOfTask(task, means), cells, taskFields);
  if (fields.has('no')) return err([{ field: 'no', words: rowWords.numberFixed }]);
  const amended = amendCells(planTasks, before, cells, fields, context);
  if (!amended.ok) return err(remarksOfFaults(amended.error));
  const after = amended.value.value;
  const notes = remarksOfDoubts(amended.value.doubts);
  const lost = remarksOfLost(after, fields, fieldsOf(notes));
  if (lost.length > 0) return err(lost);
  const made = amendTask(task, { before, after, fields }, registry);
  if (!made.ok) return err([remarkOfRowRefusal(made.error)]);
  return ok({ task: made.value.task, notes: [...notes, ...remarksOfRowDoubts(made.value.doubts, after)] });
}

/** A row without a task as a new one. */
export function newTask(no: string, cells: RowCells, means: TaskMeans): Result<TaskRead, readonly FieldRemark[]> {
  const read = readRow(planTasks, cells, means.context);
  if (!read.ok) return err(remarksOfFaults(read.error));
  const notes = remarksOfDoubts(read.value.doubts);
  const lost = remarksOfLost(read.value.value, taskFields, fieldsOf(notes));
  if (lost.length > 0) return err(lost);
  const publishWithin = means.plan.tasks[0]?.publishWithin ?? 20;
  const made = taskOfRow(read.value.value, no, means.registry, { publishWithin });
  if (!made.ok) return err([remarkOfRowRefusal(made.error)]);
  return ok({ task: made.value.task, notes: [...notes, ...remarksOfRowDoubts(made.value.doubts, read.value.value)] });
}

const fieldsOf = (doubts: readonly FieldRemark[]): ReadonlySet<string> => new Set(doubts.map(({ field }) => field));
