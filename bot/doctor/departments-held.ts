/** Departments as they stand in the list, without the sections that belong to one. */
import type { Department } from '../../core/registry/department.ts';
import type { Db } from '../../db/database.ts';
import { snapshot } from '../../db/imports.ts';
import { kept } from '../../db/registry.ts';
import { bodyOf } from '../verbs/registry/lists.ts';

export async function departmentsHeld(db: Db): Promise<readonly Department[]> {
  const departments = await kept(db, await snapshot(db), 'department');
  return departments.filter(({ code }) => bodyOf(code, departments) === code);
}
