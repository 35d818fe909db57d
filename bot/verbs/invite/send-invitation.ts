/**
 * 会商函、计划邀约: the lead (or the office for it) writes to the partners of a joint task before the plan is published. Invitation and
 * paper are one act (甘州 二(二)1: 同时下发文件): the letter stands in the fact and the printed page's digest beside it.
 */
import { parseDate } from '../../../core/calendar.ts';
import type { Contact } from '../../../core/consult/fact.ts';
import { type Invitation, invitationLetter, termsOf, toInvite } from '../../../core/consult/invitation.ts';
import { digestText } from '../../../core/digest.ts';
import { ok, type Result } from '../../../core/result.ts';
import { heldPlan } from '../../../db/plans.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { letterPage } from '../../paper/letter.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { namesAsHeld } from '../plan/names.ts';
import { invitationsIn, nextNo } from './recorded.ts';

export interface InvitationRequest {
  readonly plan: string;
  readonly task: string;
  readonly contact: Contact;
  /** 组织实施的要求, beyond what the plan says. */
  readonly requirements: string;
  readonly answerBy: string;
}

export const requirementsMost = 2000;

export function sendInvitation(
  deps: Deps,
  actor: Actor,
  request: InvitationRequest,
): Promise<Result<Invitation, Refusal>> {
  const { db } = deps;
  return enact<Invitation>(deps, async (at) => {
    const held = await heldPlan(db, request.plan);
    if (held === null) return refuse('plan', { reason: 'no-plan', plan: request.plan });
    const { plan } = held;
    const task = plan.tasks.find(({ no }) => no === request.task);
    if (task === undefined) {
      const joint = plan.tasks.filter(({ partners }) => partners.length > 0).map(({ no }) => no);
      return refuse('invite', { reason: 'no-such-task', plan: plan.no, task: request.task, joint });
    }
    const allowed = authorise(actor, 'send-invitation', { department: task.lead });
    if (!allowed.ok) return allowed;
    if (task.partners.length === 0) return refuse('invite', { reason: 'not-joint', plan: plan.no, task: task.no });
    if (plan.state === 'published') return refuse('invite', { reason: 'published-already', plan: plan.no });
    const today = dayOf(at.now);
    const answerBy = parseDate(request.answerBy);
    if (!answerBy.ok) return refuse('invite', { reason: 'not-a-date', text: request.answerBy });
    if (answerBy.value < today) return refuse('invite', { reason: 'day-past', on: answerBy.value, today });
    const { person, phone, email } = request.contact;
    if (person.trim() === '' || (phone.trim() === '' && email.trim() === ''))
      return refuse('invite', { reason: 'contact-missing' });
    const requirements = request.requirements.trim();
    if (requirements.length > requirementsMost)
      return refuse('invite', { reason: 'too-long', field: 'requirements', most: requirementsMost });

    const sent = await invitationsIn(db);
    const partners = toInvite(task, plan.no, sent);
    const last = sent.findLast((each) => each.plan === plan.no && each.task === task.no);
    // Every partner holds a letter on these very terms: pressing the button again sends nothing twice.
    if (partners.length === 0 && last !== undefined) return already(last);
    const letter = invitationLetter(plan, task, partners, await namesAsHeld(db, plan), {
      requirements,
      contact: { person: person.trim(), phone: phone.trim(), email: email.trim() },
      answerBy: answerBy.value,
      date: today,
    });
    const invitation: Invitation = {
      no: await nextNo(db, 'invitation-sent'),
      plan: plan.no,
      version: plan.version,
      task: task.no,
      lead: task.lead,
      partners,
      terms: Object.fromEntries(partners.map((partner) => [partner, termsOf(task, partner)])),
      letter,
      by: actor.person,
      on: today,
    };
    const paper = digestText('mingchou/paper/1', letterPage(invitation));
    return ok({ facts: [factOf(actor, 'send-invitation', asJson({ ...invitation, paper }))], value: invitation });
  });
}
