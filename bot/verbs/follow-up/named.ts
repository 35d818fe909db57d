/**
 * Which findings somebody means: by their names, by the number of the visit, or all of his department's that an act is plainly meant for.
 * Only what he may see is found: an office reads all, a department its own and what was handed over to it.
 */
import type { ActKind } from '../../../core/follow-up/act.ts';
import { isMeant } from '../../../core/follow-up/fit.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { bodyOf } from '../registry/lists.ts';
import { type CaseHeld, casesOf } from './cases.ts';

/** Cases of the actor's own department. */
export async function ownCases(deps: Deps, actor: Actor): Promise<readonly CaseHeld[]> {
  if (actor.department === '') return [];
  return casesOf(deps, { department: bodyOf(actor.department, await departmentsAsHeld(deps.db)) });
}

export interface Named {
  readonly cases: readonly string[];
  /** 检查编号 */
  readonly nos: readonly string[];
  readonly all: boolean;
}

/** Ids in their order; an unknown number of a visit stays as it is, so that the verb refuses it by its name. */
export async function casesMeant(
  deps: Deps,
  actor: Actor,
  kind: ActKind,
  { cases, nos, all }: Named,
): Promise<readonly string[]> {
  if (nos.length === 0 && !all) return cases;
  const own = await ownCases(deps, actor);
  const atVisits = nos.flatMap((no) => {
    const there = own.filter((each) => each.no === no && each.state !== 'closed');
    return there.length === 0 ? [no] : there.map(({ id }) => id);
  });
  const meant = all ? own.filter((each) => isMeant(kind, each)).map(({ id }) => id) : [];
  return [...new Set([...cases, ...atVisits, ...meant])];
}
