/** Which plan is meant, and how a form that nothing can be done in says so. */
import { ok, type Result } from '../../../core/result.ts';
import { type Message, sentence } from '../../message.ts';
import type { Refusal } from '../../refusal.ts';
import { sayRefusal } from '../../say/refusal.ts';
import { lastPlan, type PlanView, planView } from '../../verbs/plan/plan-view.ts';
import type { ChatDeps } from '../door.ts';

/** The plan that was drafted last; '' where there is none, which a verb refuses in words. */
export const lastNumber = async ({ db }: ChatDeps): Promise<string> => (await lastPlan(db)) ?? '';

/** The plan named, or the last one where nobody named any. */
export async function viewMeant(deps: ChatDeps, plan: string): Promise<Result<PlanView, Message>> {
  const view = await planView(deps, plan === '' ? await lastNumber(deps) : plan);
  return view.ok ? ok(view.value) : { ok: false, error: refused(view.error) };
}

export const refused = (refusal: Refusal): Message => sentence(sayRefusal(refusal));
