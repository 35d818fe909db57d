/**
 * Figures as somebody may see them: the office and the supervising body the whole area, everybody else the own department. Rows of others are
 * never opened, and officers are named to their own department only (甘州 2023 二(三)1).
 */
import type { FigureRow, FigureValue } from '../../../core/bulletin/figure.ts';
import type { Figure } from '../../../core/policy/figure.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { departmentNamed, departmentsAsHeld } from '../registry/departments.ts';
import { bodyOf } from '../registry/lists.ts';
import { figuresOf } from './figures.ts';
import { rowNames } from './names.ts';
import type { Period } from './recorded.ts';

const sees: readonly Actor['roles'][number][] = ['office', 'supervisor', 'legal'];

export interface Side {
  /** Null for the whole area. */
  readonly department: string | null;
  readonly name: string;
}

/** Null is whoever stands at the desk's own machine and says no name: what the office sees, but no officer by name. */
export type Reader = Actor | null;

/** @param wanted a department by code or name; only those who see all may ask for another's */
export async function sideOf(deps: Deps, actor: Reader, wanted: string | null): Promise<Result<Side, Refusal>> {
  const departments = await departmentsAsHeld(deps.db);
  const seesAll = actor === null || actor.roles.some((role) => sees.includes(role));
  if (wanted !== null) {
    const named = await departmentNamed(deps.db, wanted);
    if (named === null) return refuse('bulletin', { reason: 'no-department', department: wanted });
    if (seesAll || bodyOf(actor.department, departments) === bodyOf(named.code, departments))
      return ok({ department: named.code, name: named.name });
    return refuse('bulletin', { reason: 'not-yours', department: named.name });
  }
  if (seesAll) return ok({ department: null, name: deps.office });
  const own = departments.find(({ code }) => code === bodyOf(actor.department, departments));
  return own === undefined
    ? refuse('bulletin', { reason: 'no-department', department: actor.department })
    : ok({ department: own.code, name: own.name });
}

export async function figuresShown(
  deps: Deps,
  actor: Reader,
  { from, to, department = null }: Period & { readonly department?: string | null },
): Promise<Result<Side & { readonly figures: readonly FigureValue[] }, Refusal>> {
  if (from > to) return refuse('bulletin', { reason: 'span-backwards', from, to });
  const side = await sideOf(deps, actor, department);
  if (!side.ok) return side;
  const of = side.value.department;
  const figures = await figuresOf(deps, { from, to, ...(of === null ? {} : { department: of }) });
  return ok({ ...side.value, figures });
}

export interface RowShown extends FigureRow {
  readonly name: string;
  /** Name of the department that it concerns. */
  readonly who: string;
}

export async function rowsBehind(
  deps: Deps,
  actor: Reader,
  { figure, ...asked }: Period & { readonly figure: Figure; readonly department: string | null },
): Promise<
  Result<{ readonly value: FigureValue; readonly rows: readonly RowShown[]; readonly hidden: number }, Refusal>
> {
  const shown = await figuresShown(deps, actor, asked);
  if (!shown.ok) return shown;
  const value = shown.value.figures.find((each) => each.figure === figure);
  if (value === undefined) return refuse('bulletin', { reason: 'no-figure', text: figure });
  const names = await rowNames(deps);
  const departments = await departmentsAsHeld(deps.db);
  const own = actor === null ? null : bodyOf(actor.department, departments);
  const all = value.count === 'no-data' ? [] : value.count.rows;
  const open = all.filter(({ kind, department }) => kind !== 'inspector' || bodyOf(department, departments) === own);
  const rows = open.map((row) => ({
    ...row,
    name: names.row(row),
    who: row.department === '' ? '' : names.department(row.department),
  }));
  return ok({ value, rows, hidden: all.length - open.length });
}
