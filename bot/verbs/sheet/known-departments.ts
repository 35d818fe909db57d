/** Departments as a workbook may know them: their names and what they are, without the persons who answer for them. */
import type { Department } from '../../../core/registry/department.ts';
import type { Reference } from '../../../core/sheet/check.ts';
import type { Actor } from '../../actor.ts';

/** Whether somebody is named is asked by the review; who it is stays at the desk. */
const appointed = '已指定';

export const withoutPersons = (departments: readonly Department[]): readonly Department[] =>
  departments.map((each) => ({
    ...each,
    liaison: each.liaison.trim() === '' ? '' : appointed,
    head: each.head.trim() === '' ? '' : appointed,
  }));

/** Whose rows the actor may fill: the office all, everybody else those of his department. */
export function ownOf({ roles, department }: Actor, departments: readonly Department[]): Reference['own'] {
  if (roles.includes('office')) return null;
  return named(department, departments);
}

/** A department by code and name. */
export const named = (
  code: string,
  departments: readonly Department[],
): { readonly code: string; readonly name: string } => ({
  code,
  name: departments.find((each) => each.code === code)?.name ?? code,
});
