/** Whose visits somebody reads and whose outcomes he may enter: the office reads all and enters none. */
import type { Department } from '../../../core/registry/department.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { may, type Owner } from '../../rights.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { bodyOf } from '../registry/lists.ts';
import { type BookBody, type BookVisit, bodyAt } from './book.ts';

export interface Reach {
  /** Null for the office, which reads those of all. */
  readonly department: string | null;
  /** Work number of somebody who reads only the visits to which he is sent; null for the others. */
  readonly inspector: string | null;
  readonly mayEnter: boolean;
  readonly departments: readonly Department[];
}

/** Null where his roles give nothing. */
export async function reachOf({ db }: Pick<Deps, 'db'>, actor: Actor): Promise<Reach | null> {
  const departments = await departmentsAsHeld(db);
  const department = actor.department === '' ? null : bodyOf(actor.department, departments);
  if (actor.roles.includes('office')) return { department: null, inspector: null, mayEnter: false, departments };
  if (department === null) return null;
  const mayEnter = may(actor, 'enter', ownerOf(actor, department, departments)).ok;
  if (actor.roles.some((role) => wholeDepartment.includes(role)))
    return { department, inspector: null, mayEnter, departments };
  return actor.roles.includes('inspector') && actor.inspector !== ''
    ? { department, inspector: actor.inspector, mayEnter, departments }
    : null;
}

/** Who enters for all, who answers for all, who reviews. */
const wholeDepartment: readonly Actor['roles'][number][] = ['liaison', 'head', 'outcome-reviewer'];

/** What belongs to the body belongs to its sections and stations. */
export const ownerOf = (actor: Actor, department: string, departments: readonly Department[]): Owner => ({
  department: bodyOf(actor.department, departments) === department ? actor.department : department,
});

/** The bodies of a visit that somebody reads. */
export function bodiesRead(visit: BookVisit, { department, inspector }: Reach): readonly BookBody[] {
  if (department === null) return visit.bodies;
  const own = bodyAt(visit, department);
  if (own === undefined) return [];
  return inspector === null || own.sent.some(({ number }) => number === inspector) ? [own] : [];
}
