/** Departments that answer the office: as they stand in the list, without their sections and without the office's own. */
import type { Department } from '../../core/registry/department.ts';
import type { Db } from '../../db/database.ts';
import { snapshot } from '../../db/imports.ts';
import { kept } from '../../db/registry.ts';
import { roll } from '../verbs/people/roll.ts';
import { bodyOf } from '../verbs/registry/lists.ts';

export async function departmentsAsked(db: Db): Promise<readonly Department[]> {
  const departments = await kept(db, await snapshot(db), 'department');
  const people = (await roll({ db })).filter(({ roles, ended }) => !ended && roles.includes('office'));
  const asking = new Set(people.map(({ department }) => department));
  return departments.filter(({ code }) => bodyOf(code, departments) === code && !asking.has(code));
}
