/** 按答复调整任务: the items that a partner named when it joined become its items in the plan, in a new draft version. */
import { lastAnswer } from '../../../core/consult/invitation.ts';
import type { Plan, TaskBody } from '../../../core/plan/task.ts';
import { ok, type Result } from '../../../core/result.ts';
import { planRow } from '../../../db/plans.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { minuteOf } from '../../today.ts';
import { already, authorise, enact } from '../act.ts';
import { planWithPolicy } from '../plan/review-as-held.ts';
import { departmentNames } from '../registry/departments.ts';
import { nextVersion } from './next-version.ts';
import { invitationAnswersIn, invitationsIn } from './recorded.ts';

export interface AdoptRequest {
  readonly invitation: number;
  readonly partner: string;
}

/** Two officers at least (行政处罚法 42). */
const officersLeast = 2;

export function adoptItems(
  deps: Deps,
  actor: Actor,
  { invitation: no, partner }: AdoptRequest,
): Promise<Result<Plan, Refusal>> {
  return enact<Plan>(deps, async (at) => {
    const invitation = (await invitationsIn(deps.db)).find((each) => each.no === no);
    if (invitation === undefined) return refuse('invite', { reason: 'no-invitation', invitation: no });
    const held = await planWithPolicy(deps, invitation.plan);
    if (!held.ok) return held;
    const { plan, revision } = held.value;
    const task = plan.tasks.find((each) => each.no === invitation.task);
    const allowed = authorise(actor, 'draft-plan', { department: task?.lead ?? '' });
    if (!allowed.ok) return allowed;
    const answer = lastAnswer(plan.no, invitation.task, partner, await invitationAnswersIn(deps.db));
    if (task === undefined || answer === null || answer.answer !== 'joins' || answer.items === null)
      return refuse('invite', { reason: 'nothing-named', invitation: no, partner });
    if (plan.state !== 'draft')
      return refuse('plan', { reason: 'wrong-state', plan: plan.no, state: plan.state, needs: ['draft'] });
    const { items } = answer;
    const own = task.bodies.find(({ department }) => department === partner);
    if (own !== undefined && [...own.items].sort().join() === [...items].sort().join()) return already(plan);
    const body: TaskBody = { department: partner, needs: [], officers: officersLeast, ...own, items };
    const bodies = [...task.bodies.filter(({ department }) => department !== partner), body];
    const tasks = plan.tasks.map((each) => (each === task ? { ...task, bodies } : each));
    const line = { task: task.no, department: partner, at: minuteOf(at.now) };
    const name = (await departmentNames(deps.db))(partner);
    const reason = `按${name}对会商函第 ${no} 号的答复，调整任务 ${task.no} 的抽查事项`;
    const next = await nextVersion(deps, actor, held.value, { tasks, lines: [line], reason }, at);
    const drafted: Plan = { ...next.plan, drafter: plan.drafter };
    return ok({ facts: [next.fact], rows: [planRow(drafted, revision, at)], value: drafted });
  });
}
