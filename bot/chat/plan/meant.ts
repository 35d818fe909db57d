/** Which plan is meant, and who may look at it. */
import type { Plan } from '../../../core/plan/task.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Refusal } from '../../refusal.ts';
import type { Verb } from '../../rights.ts';
import { authorise } from '../../verbs/act.ts';
import { concerned } from '../../verbs/plan/check-plan.ts';
import { lastPlan, type PlanView, planView } from '../../verbs/plan/plan-view.ts';
import type { Asked, ChatDeps } from '../door.ts';

/** The plan that was drafted last; '' where there is none, which a verb refuses in words. */
export const lastNumber = async ({ db }: ChatDeps): Promise<string> => (await lastPlan(db)) ?? '';

/** A draft is for those who may check it; an issued plan for everybody. */
export const mayLook = (actor: Actor, plan: Plan): Result<true, Refusal> =>
  plan.state === 'issued' || plan.state === 'published'
    ? ok(true)
    : authorise(actor, 'check-plan', concerned(plan, actor));

/**
 * The plan named, or the last one where nobody named any, for a form of that verb: whoever could not submit it is told so before he
 * fills it. The verb itself decides when it is submitted.
 */
export async function viewMeant({ deps, actor }: Asked, plan: string, verb: Verb): Promise<Result<PlanView, Refusal>> {
  const view = await planView(deps, plan === '' ? await lastNumber(deps) : plan);
  if (!view.ok) return view;
  const allowed = authorise(actor, verb, concerned(view.value.plan, actor));
  if (!allowed.ok) return allowed;
  const looked = mayLook(actor, view.value.plan);
  return looked.ok ? view : looked;
}
