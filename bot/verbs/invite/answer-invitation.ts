/**
 * 认领、签收 or refusal by one partner. It may name its items and how many officers it can send; items that its list lacks are reported
 * upward in the same act. The last answer counts, until the plan is published.
 */
import { type InvitationAnswer, termsOf } from '../../../core/consult/invitation.ts';
import { ok, type Result } from '../../../core/result.ts';
import { snapshot } from '../../../db/imports.ts';
import { heldPlan } from '../../../db/plans.ts';
import { kept } from '../../../db/registry.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { invitationAnswersIn, invitationsIn } from './recorded.ts';
import { reportedNow } from './report-missing-item.ts';

export interface InvitationReply {
  readonly invitation: number;
  readonly answer: InvitationAnswer['answer'];
  /** Codes of its own items, in place of those of the letter. */
  readonly items?: readonly string[];
  readonly officers?: number;
  readonly contact?: string;
  readonly reason?: string;
  /** Names of items that its list lacks. */
  readonly missing?: readonly string[];
}

export const reasonMost = 1000;

export function answerInvitation(
  deps: Deps,
  actor: Actor,
  reply: InvitationReply,
): Promise<Result<InvitationAnswer, Refusal>> {
  const { db } = deps;
  const { department } = actor;
  return enact<InvitationAnswer>(deps, async (at) => {
    const allowed = authorise(actor, 'answer-invitation', { department });
    if (!allowed.ok) return allowed;
    const invitation = (await invitationsIn(db)).find(({ no }) => no === reply.invitation);
    if (invitation === undefined) return refuse('invite', { reason: 'no-invitation', invitation: reply.invitation });
    const { no, plan: planNo, partners } = invitation;
    if (!partners.includes(department))
      return refuse('invite', { reason: 'not-invited', invitation: no, department, partners });
    const held = await heldPlan(db, planNo);
    if (held === null) return refuse('plan', { reason: 'no-plan', plan: planNo });
    if (held.plan.state === 'published') return refuse('invite', { reason: 'published-already', plan: planNo });
    const task = held.plan.tasks.find((each) => each.no === invitation.task);
    const reason = reply.reason?.trim() ?? '';
    if (reply.answer === 'declines' && reason === '') return refuse('invite', { reason: 'reason-missing' });
    if (reason.length > reasonMost) return refuse('invite', { reason: 'too-long', field: 'reason', most: reasonMost });
    const items = reply.items === undefined || reply.items.length === 0 ? null : [...new Set(reply.items)].sort();
    if (items !== null) {
      const own = (await kept(db, await snapshot(db), 'item')).filter(({ body }) => body === department);
      const foreign = items.filter((code) => !own.some((item) => item.code === code));
      if (foreign.length > 0) return refuse('invite', { reason: 'items-not-own', department, items: foreign });
    }
    const officers = reply.officers ?? null;
    // 执法人员不得少于两人 (行政处罚法 42).
    if (reply.answer === 'joins' && officers !== null && officers < 2)
      return refuse('invite', { reason: 'too-few-officers', officers });
    const missing = [...new Set((reply.missing ?? []).map((each) => each.trim()))].filter((each) => each !== '');
    const today = dayOf(at.now);
    const answer: InvitationAnswer = {
      invitation: no,
      plan: planNo,
      task: invitation.task,
      partner: department,
      answer: reply.answer,
      items,
      officers,
      contact: reply.contact?.trim() ?? '',
      reason,
      missing,
      terms: task === undefined ? (invitation.terms[department] ?? '') : termsOf(task, department, items ?? undefined),
      by: actor.person,
      on: today,
    };
    const before = (await invitationAnswersIn(db)).findLast(
      (each) => each.invitation === no && each.partner === department,
    );
    if (before !== undefined && saidOf(before) === saidOf(answer)) return already(before);
    const reports = await reportedNow(
      db,
      missing.map((matter) => ({ matter, basis: '', plan: planNo, task: invitation.task })),
      department,
      today,
    );
    if (!reports.ok) return reports;
    return ok({
      facts: [
        factOf(actor, 'answer-invitation', asJson({ ...answer, lead: invitation.lead })),
        ...reports.value.map((each) => factOf(actor, 'report-missing-item', asJson(each))),
      ],
      value: answer,
    });
  });
}

/** What an answer says, whenever and by whomever. */
const saidOf = ({ answer, items, officers, contact, reason, missing, terms }: InvitationAnswer): string =>
  JSON.stringify([answer, items, officers, contact, reason, missing, terms]);
