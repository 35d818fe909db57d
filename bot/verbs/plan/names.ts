/** Codes of a plan into the names that people know them by. */
import type { Plan } from '../../../core/plan/task.ts';
import type { Names } from '../../../core/plan/words.ts';
import type { Db } from '../../../db/database.ts';
import { registryAsHeld } from './registry-as-held.ts';

/** A code without a name stands as it is; an item is shown with its code, since two may share a name. */
export async function namesAsHeld(db: Db, plan: Plan): Promise<Names> {
  const { departments, items } = await registryAsHeld(db);
  const department = new Map(departments.map(({ code, name }) => [code, name]));
  const item = new Map(items.map(({ code, name }) => [code, `${name}（${code}）`]));
  const task = new Map(plan.tasks.map(({ no, name }) => [no, `${no}“${name}”`]));
  return {
    department: (code) => department.get(code) ?? code,
    item: (code) => item.get(code) ?? code,
    task: (no) => task.get(no) ?? no,
  };
}
