/** 提前向社会公布: where and when the plan was made public. Nothing is drawn from a plan before that. */
import { parseDate } from '../../../core/calendar.ts';
import type { Plan } from '../../../core/plan/task.ts';
import { publicationsOf } from '../../../core/policy/ask.ts';
import type { Policy } from '../../../core/policy/shape.ts';
import { ok, type Result } from '../../../core/result.ts';
import { entryAt } from '../../../db/ledger.ts';
import { planRow } from '../../../db/plans.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { lineMost, tooLong } from '../too-long.ts';
import { concerned } from './check-plan.ts';
import { planWithPolicy } from './review-as-held.ts';

export interface PublishRequest {
  readonly plan: string;
  readonly channel: string;
  /** Address, or what the photo of the notice board shows. */
  readonly where: string;
  readonly on: string;
}

export async function publishPlan(deps: Deps, actor: Actor, request: PublishRequest): Promise<Result<Plan, Refusal>> {
  const { channel } = request;
  const where = request.where.trim();
  const on = parseDate(request.on);
  if (!on.ok) return refuse('plan', { reason: 'not-a-date', text: request.on });
  if (where === '') return refuse('plan', { reason: 'no-address' });
  const long = tooLong(where, lineMost);
  if (long !== null) return refuse('plan', long);
  return enact<Plan>(deps, async (at) => {
    const held = await planWithPolicy(deps, request.plan);
    if (!held.ok) return held;
    const { plan, policy, revision } = held.value;
    const allowed = authorise(actor, 'publish-plan', concerned(plan, actor));
    if (!allowed.ok) return allowed;
    const today = dayOf(at.now);
    if (on.value > today) return refuse('plan', { reason: 'in-future', on: on.value, today });
    if (plan.state !== 'issued' && plan.state !== 'published') {
      const needs = ['issued', 'published'] as const;
      return refuse('plan', { reason: 'wrong-state', plan: plan.no, state: plan.state, needs });
    }
    const issued = await issuedOn(deps, plan);
    if (issued !== null && on.value < issued) return refuse('plan', { reason: 'before-issue', on: on.value, issued });
    if (plan.published.some((each) => each.channel === channel && each.where === where && each.on === on.value))
      return already(plan);
    const channels = publicationsOf(policy, 'plan', on.value).flatMap(({ value }) => value.channels);
    // A document that names no channel leaves it to the office.
    if (channels.length > 0 && !channels.includes(channel))
      return refuse('plan', { reason: 'not-a-channel', channel, channels });
    const published = [...plan.published, { channel, where, on: on.value }];
    const isPublic = served(policy, published, on.value);
    const after: Plan = { ...plan, published, state: isPublic ? 'published' : plan.state };
    const { no, version } = plan;
    return ok({
      facts: [factOf(actor, 'publish-plan', { plan: no, version, channel, where, on: on.value })],
      rows: [planRow(after, revision, at)],
      value: after,
    });
  });
}

/** The day on which this version was issued. */
async function issuedOn({ db }: Deps, { no, version }: Plan): Promise<string | null> {
  const facts = await factBodies<{ plan: string; version: number }>(db, 'plan-issued');
  const issue = facts.findLast(({ body }) => body.plan === no && body.version === version);
  const entry = issue === undefined ? null : await entryAt(db, issue.seq);
  return entry === null ? null : dayOf(entry.row.at);
}

/** Whether every statement of the policy about publishing plans is met: one of its channels, or all of them. */
const served = (policy: Policy, published: Plan['published'], on: string): boolean =>
  publicationsOf(policy, 'plan', on).every(({ value: { channels, each } }) => {
    const used = channels.filter((channel) => published.some((one) => one.channel === channel));
    return channels.length === 0 || (each === 'any' ? used.length > 0 : used.length === channels.length);
  });
