/**
 * A lead accepts or declines an offer to join tasks. When all leads accept and agree who leads, the tasks are one in a new draft
 * version; a reason against it stays with the tasks as a stated reason.
 */
import { findingOf, joined } from '../../../core/plan/join.ts';
import type { Plan } from '../../../core/plan/task.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { At } from '../../../db/commit.ts';
import { planRow } from '../../../db/plans.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf, minuteOf } from '../../today.ts';
import { already, authorise, enact, factOf, signed } from '../act.ts';
import { type HeldPlan, planWithPolicy } from '../plan/review-as-held.ts';
import { reasonMost } from './answer-invitation.ts';
import { nextVersion } from './next-version.ts';
import { type Offer, offerIn, standingOf } from './offers.ts';
import type { JoiningAnswer, TasksJoined } from './recorded.ts';

export interface JoiningRequest {
  readonly plan: string;
  readonly tasks: readonly string[];
  readonly answer: JoiningAnswer['answer'];
  /** Who leads; the one proposed where left out. */
  readonly lead?: string;
  readonly reason?: string;
}

export interface JoiningOutcome {
  readonly plan: Plan;
  readonly standing: Offer['standing'] | { readonly kind: 'joined'; readonly into: string };
}

export function answerJoining(
  deps: Deps,
  actor: Actor,
  request: JoiningRequest,
): Promise<Result<JoiningOutcome, Refusal>> {
  const { department } = actor;
  return enact<JoiningOutcome>(deps, async (at) => {
    const allowed = authorise(actor, 'answer-joining', { department });
    if (!allowed.ok) return allowed;
    const held = await planWithPolicy(deps, request.plan);
    if (!held.ok) return held;
    const { plan } = held.value;
    const offer = await offerIn(deps.db, plan.no, request.tasks);
    if (offer === null) return refuse('invite', { reason: 'no-offer', plan: plan.no, tasks: request.tasks });
    const { leads, departments, suggestion } = offer;
    if (!leads.includes(department)) return refuse('invite', { reason: 'not-a-lead', department, leads });
    if (plan.state !== 'draft')
      return refuse('plan', { reason: 'wrong-state', plan: plan.no, state: plan.state, needs: ['draft'] });
    const reason = request.reason?.trim() ?? '';
    if (request.answer === 'decline' && reason === '') return refuse('invite', { reason: 'reason-missing' });
    if (reason.length > reasonMost) return refuse('invite', { reason: 'too-long', field: 'reason', most: reasonMost });
    // A task from above keeps its lead, whoever would rather (福安 二(三)3: 上级部门牵头负责).
    const given = suggestion.kind === 'follow-superior' ? undefined : request.lead;
    const lead = given ?? suggestion.lead?.department ?? (departments.length === 1 ? departments[0] : undefined) ?? '';
    if (request.answer === 'accept' && lead === '') return refuse('invite', { reason: 'lead-missing', departments });
    if (request.answer === 'accept' && !departments.includes(lead))
      return refuse('invite', { reason: 'lead-not-among', lead, departments });
    const answer: JoiningAnswer = {
      plan: plan.no,
      version: plan.version,
      tasks: suggestion.tasks,
      leads,
      department,
      answer: request.answer,
      lead: request.answer === 'accept' ? lead : '',
      reason,
      on: dayOf(at.now),
    };
    const before = offer.answers.find((each) => each.department === department);
    if (before?.answer === answer.answer && before.lead === answer.lead && before.reason === answer.reason)
      return already({ plan, standing: offer.standing });
    const answers = [...offer.answers.filter((each) => each.department !== department), answer];
    const standing = standingOf(leads, answers);
    const fact = factOf(actor, 'answer-joining', asJson(answer));
    if (standing.kind === 'leads-differ' && standing.named.length === 1)
      return joinNow(deps, actor, held.value, offer, lead, fact, at);
    if (answer.answer === 'accept') return ok({ facts: [fact], value: { plan, standing } });
    const reasoned = withReason(plan, offer, reason);
    return ok({
      facts: [fact],
      rows: [planRow(reasoned, held.value.revision, at)],
      value: { plan: reasoned, standing },
    });
  });
}

async function joinNow(
  deps: Deps,
  actor: Actor,
  held: HeldPlan,
  offer: Offer,
  lead: string,
  fact: ReturnType<typeof factOf>,
  at: At,
) {
  const { plan } = held;
  const whole = joined(offer.tasks, lead);
  const others = plan.tasks.filter(({ no }) => !offer.suggestion.tasks.includes(no));
  const line = { task: whole.no, department: whole.lead, at: minuteOf(at.now) };
  const reason = `${offer.suggestion.tasks.join('、')} 合并为联合任务 ${whole.no}，牵头部门均已同意`;
  const next = await nextVersion(deps, actor, held, { tasks: [...others, whole], lines: [line], reason }, at);
  // The office drafted the plan; that two leads agreed does not make one of them its drafter.
  const drafted: Plan = { ...next.plan, drafter: plan.drafter };
  const told: TasksJoined & { readonly leads: readonly string[] } = {
    plan: plan.no,
    version: drafted.version,
    tasks: offer.suggestion.tasks,
    into: whole.no,
    lead: whole.lead,
    leads: offer.leads,
  };
  return ok({
    facts: [fact, { kind: 'tasks-joined' as const, actor: signed(actor), body: asJson(told) }, next.fact],
    rows: [planRow(drafted, held.revision, at)],
    value: { plan: drafted, standing: { kind: 'joined' as const, into: whole.no } },
  });
}

/** The reason against joining stands in each local task of the offer, as a reason for what review will say about them. */
function withReason(plan: Plan, { suggestion }: Offer, words: string): Plan {
  const finding = findingOf(suggestion);
  return {
    ...plan,
    tasks: plan.tasks.map((task) =>
      suggestion.tasks.includes(task.no) && (finding === 'could-be-joined' || task.origin === 'own')
        ? { ...task, reasons: [...task.reasons.filter((each) => each.finding !== finding), { finding, words }] }
        : task,
    ),
  };
}
