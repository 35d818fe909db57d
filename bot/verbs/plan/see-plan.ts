/** 阅知: somebody notes an issued version of the plan; once for each person and version. */
import { departmentsOf } from '../../../core/plan/overlap.ts';
import type { Plan } from '../../../core/plan/task.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { issuedPlans } from '../../../db/plans.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, factOf } from '../act.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { roll } from '../people/roll.ts';

export interface SeenNote {
  readonly plan: string;
  readonly version: number;
  readonly person: string;
  readonly department: string;
}

export function seePlan(
  deps: Deps,
  actor: Actor,
  request: { readonly plan: string; readonly version: number },
): Promise<Result<SeenNote, Refusal>> {
  const { person, department } = actor;
  return act<SeenNote>(deps, actor, 'see-plan', { person }, async () => {
    const { plan, version } = request;
    const issued = (await issuedPlans(deps.db, plan)).at(-1);
    if (issued === undefined) return refuse('plan', { reason: 'not-issued', plan });
    if (issued.version !== version)
      return refuse('plan', { reason: 'version-passed', plan, version, now: issued.version });
    const note: SeenNote = { plan, version, person, department };
    const before = await notesOf(deps.db, plan, version);
    if (before.some((each) => each.person === person)) return already(note);
    return ok({ facts: [factOf(actor, 'see-plan', { ...note })], value: note });
  });
}

export interface SeenBy {
  readonly department: string;
  readonly name: string;
  readonly seen: boolean;
}

/** Liaisons and heads of the departments that have a part in the plan, and who of them has noted the version. */
export async function whoHasSeen(db: Db, plan: Plan): Promise<readonly SeenBy[]> {
  const notes = new Set((await notesOf(db, plan.no, plan.version)).map(({ person }) => person));
  const departments = new Set(plan.tasks.flatMap(departmentsOf));
  return (await roll({ db }))
    .filter(({ ended, roles, department }) => {
      return !ended && departments.has(department) && (roles.includes('liaison') || roles.includes('head'));
    })
    .map(({ person, name, department }) => ({ department, name, seen: notes.has(person) }))
    .sort((a, b) => (a.department < b.department ? -1 : a.department > b.department ? 1 : 0));
}

const notesOf = async (db: Db, plan: string, version: number): Promise<readonly SeenNote[]> =>
  (await factBodies<SeenNote>(db, 'plan-seen'))
    .map(({ body }) => body)
    .filter((each) => each.plan === plan && each.version === version);
