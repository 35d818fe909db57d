/** 签收、退回: a department named in a plan from above signs for it, or returns it with a reason; the last word counts. */
import { type SignState, type SuperiorAnswer, signStates } from '../../../core/consult/superior.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { reasonMost } from './answer-invitation.ts';
import { superiorAnswersIn, superiorPlansIn } from './recorded.ts';

export interface SuperiorReply {
  readonly no: number;
  readonly answer: SuperiorAnswer['answer'];
  readonly reason?: string;
}

export function answerSuperiorPlan(
  deps: Deps,
  actor: Actor,
  reply: SuperiorReply,
): Promise<Result<readonly SignState[], Refusal>> {
  const { department } = actor;
  return act<readonly SignState[]>(deps, actor, 'answer-superior-plan', { department }, async (at) => {
    const { db } = deps;
    const superior = (await superiorPlansIn(db)).find(({ no }) => no === reply.no);
    if (superior === undefined) return refuse('invite', { reason: 'no-superior-plan', no: reply.no });
    const { no, sign } = superior;
    if (!sign.includes(department)) return refuse('invite', { reason: 'not-named', no, department, sign });
    const reason = reply.reason?.trim() ?? '';
    if (reply.answer === 'returned' && reason === '') return refuse('invite', { reason: 'reason-missing' });
    if (reason.length > reasonMost) return refuse('invite', { reason: 'too-long', field: 'reason', most: reasonMost });
    const today = dayOf(at.now);
    const answer: SuperiorAnswer = {
      no,
      department,
      answer: reply.answer,
      reason: reply.answer === 'returned' ? reason : '',
      by: actor.person,
      on: today,
    };
    const given = await superiorAnswersIn(db);
    const last = given.findLast((each) => each.no === no && each.department === department);
    if (last?.answer === answer.answer && last.reason === answer.reason)
      return already(signStates(superior, given, today));
    return ok({
      facts: [factOf(actor, 'answer-superior-plan', asJson(answer))],
      value: signStates(superior, [...given, answer], today),
    });
  });
}
