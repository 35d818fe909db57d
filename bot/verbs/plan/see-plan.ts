/** 阅知: somebody notes an issued version of the plan; once for each person and version. */
import { departmentsOf } from '../../../core/plan/overlap.ts';
import type { Plan } from '../../../core/plan/task.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { issuedPlans } from '../../../db/plans.ts';
import type { Actor, Role } from '../../actor.ts';
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

interface SentTo {
  readonly plan: string;
  readonly version: number;
  readonly departments?: readonly string[];
  readonly persons?: readonly string[];
}

/** Liaisons and heads of those to whom the version went, people of county offices too, and who of them has noted it. */
export async function whoHasSeen(db: Db, plan: Plan): Promise<readonly SeenBy[]> {
  const notes = new Set((await notesOf(db, plan.no, plan.version)).map(({ person }) => person));
  const sent = (await factBodies<SentTo>(db, 'plan-issued')).findLast(
    ({ body }) => body.plan === plan.no && body.version === plan.version,
  )?.body;
  const departments = new Set([...plan.tasks.flatMap(departmentsOf), ...(sent?.departments ?? [])]);
  const persons = new Set(sent?.persons ?? []);
  const answersFor: readonly Role[] = ['liaison', 'head', 'county-office'];
  return (await roll({ db }))
    .filter(({ ended, person, roles, department }) => {
      return (
        !ended &&
        (persons.has(person) || (departments.has(department) && roles.some((role) => answersFor.includes(role))))
      );
    })
    .map(({ person, name, department }) => ({ department, name, seen: notes.has(person) }))
    .sort((a, b) => (a.department < b.department ? -1 : a.department > b.department ? 1 : 0));
}

const notesOf = async (db: Db, plan: string, version: number): Promise<readonly SeenNote[]> =>
  (await factBodies<SeenNote>(db, 'plan-seen'))
    .map(({ body }) => body)
    .filter((each) => each.plan === plan && each.version === version);
