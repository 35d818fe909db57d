/**
 * 会商函 and 计划邀约 (甘州 二(一)2、二(二)1): the lead tells each partner of a joint task what is asked of it, and each partner joins or
 * declines. An answer holds for the terms that it was given on: where the task has changed since, the partner is asked again.
 */
import type { CivilDate } from '../calendar.ts';
import { canonical } from '../canonical.ts';
import { type Digest, digest } from '../digest.ts';
import type { Task } from '../plan/task.ts';
import type { Names } from '../plan/words.ts';
import type { Method } from '../registry/item.ts';
import type { Contact } from './fact.ts';

/** What one body does in the task. */
export interface LetterPart {
  readonly department: string;
  readonly name: string;
  /** Names of its items with their codes. */
  readonly items: readonly string[];
  readonly officers: number;
  readonly needs: readonly string[];
}

/** Everything that the paper says (甘州 二(二)1: 该计划的详情和组织实施提出明确要求). Names stand as they were when it was sent. */
export interface Letter {
  /** 会商函 for a task of the yearly plan, 专项抽查计划通知 for a special one (甘州 附件4、附件5). */
  readonly kind: 'letter' | 'notice';
  readonly plan: string;
  readonly year: number;
  readonly task: string;
  readonly name: string;
  readonly lead: string;
  readonly leadName: string;
  readonly parts: readonly LetterPart[];
  /** Names of the partners that it goes to. */
  readonly to: readonly string[];
  readonly frame: Task['frame'];
  readonly quota: Task['quota'];
  readonly scheme: string;
  readonly drawsPerYear: number;
  readonly window: Task['window'];
  readonly due: CivilDate;
  readonly publishWithin: number;
  readonly method: Method;
  readonly experts: Task['experts'];
  readonly ground: string;
  readonly requirements: string;
  readonly contact: Contact;
  readonly answerBy: CivilDate;
  readonly date: CivilDate;
}

export interface Invitation {
  readonly no: number;
  readonly plan: string;
  readonly version: number;
  readonly task: string;
  readonly lead: string;
  /** Departments that it went to. */
  readonly partners: readonly string[];
  /** What each partner was asked for, as a digest. */
  readonly terms: Readonly<Record<string, Digest>>;
  readonly letter: Letter;
  readonly by: string;
  readonly on: CivilDate;
}

export interface InvitationAnswer {
  readonly invitation: number;
  readonly plan: string;
  readonly task: string;
  readonly partner: string;
  readonly answer: 'joins' | 'declines';
  /** Codes of the items that the partner says it will inspect; null leaves those of the letter. */
  readonly items: readonly string[] | null;
  /** How many officers it can send to a door; who goes is drawn. */
  readonly officers: number | null;
  readonly contact: string;
  readonly reason: string;
  /** Items that its list lacks; each is reported upward by itself. */
  readonly missing: readonly string[];
  /** The terms with what the partner said about its own part. */
  readonly terms: Digest;
  readonly by: string;
  readonly on: CivilDate;
}

export const invitationLetter = (
  plan: { readonly no: string; readonly year: number },
  task: Task,
  to: readonly string[],
  names: Names,
  said: Pick<Letter, 'requirements' | 'contact' | 'answerBy' | 'date'>,
): Letter => ({
  kind: task.kind === 'special' ? 'notice' : 'letter',
  plan: plan.no,
  year: plan.year,
  task: task.no,
  name: task.name,
  lead: task.lead,
  leadName: names.department(task.lead),
  parts: task.bodies.map(({ department, items, officers, needs }) => ({
    department,
    name: names.department(department),
    items: items.map(names.item),
    officers,
    needs,
  })),
  to: to.map(names.department),
  frame: task.frame,
  quota: task.quota,
  scheme: task.scheme,
  drawsPerYear: task.drawsPerYear,
  window: task.window,
  due: task.due,
  publishWithin: task.publishWithin,
  method: task.method,
  experts: task.experts,
  ground: task.ground,
  ...said,
});

/**
 * What a task asks of one partner: what all share, and its own items. Another partner's items do not change it.
 * @param items in place of those that the task gives the partner
 */
export function termsOf(task: Task, partner: string, items?: readonly string[]): Digest {
  const own = task.bodies.find(({ department }) => department === partner);
  const { no, lead, frame, scheme, quota, window, drawsPerYear, method } = task;
  const common = { no, lead, frame, scheme, quota, window, drawsPerYear, method };
  const asked = { partner, items: [...(items ?? own?.items ?? [])].sort() };
  return digest('mingchou/invitation-terms/1', canonical(JSON.parse(JSON.stringify({ ...common, ...asked }))));
}

/** Partners that hold no invitation on the task's present terms. */
export const toInvite = (task: Task, plan: string, sent: readonly Invitation[]): readonly string[] =>
  task.partners.filter(
    (partner) =>
      !sent.some(
        (each) => each.plan === plan && each.task === task.no && each.terms[partner] === termsOf(task, partner),
      ),
  );

/** The last answer of a partner about a task, from whichever letter. */
export const lastAnswer = (
  plan: string,
  task: string,
  partner: string,
  given: readonly InvitationAnswer[],
): InvitationAnswer | null =>
  given.findLast((each) => each.plan === plan && each.task === task && each.partner === partner) ?? null;

/** Whether an answer still holds for the task as it stands. */
export function holds(answer: InvitationAnswer, task: Task, sent: readonly Invitation[]): boolean {
  const present = termsOf(task, answer.partner);
  const asked = sent.find(({ no }) => no === answer.invitation)?.terms[answer.partner];
  return answer.terms === present || asked === present;
}

export type PlanAnswer = { readonly task: string; readonly partner: string; readonly answer: 'joins' | 'declines' };

/**
 * Answers of partners as review reads them. Once a partner has been written to about a task only what it answered to the letter
 * counts; before that, what was known when the plan was drafted.
 */
export const answersOn = (
  plan: { readonly no: string; readonly tasks: readonly Task[] },
  drafted: readonly PlanAnswer[],
  sent: readonly Invitation[],
  given: readonly InvitationAnswer[],
): readonly PlanAnswer[] =>
  plan.tasks.flatMap((task) =>
    task.partners.flatMap((partner): readonly PlanAnswer[] => {
      const wasAsked = sent.some(
        (each) => each.plan === plan.no && each.task === task.no && each.partners.includes(partner),
      );
      if (!wasAsked) return drafted.filter((each) => each.task === task.no && each.partner === partner);
      const last = lastAnswer(plan.no, task.no, partner, given);
      return last === null || !holds(last, task, sent) ? [] : [{ task: task.no, partner, answer: last.answer }];
    }),
  );

export interface PartnerState {
  readonly partner: string;
  readonly answer: InvitationAnswer | null;
  /** It has not answered and the day is past. */
  readonly late: boolean;
}

/** Where an invitation stands: each partner that it went to with its last answer to it. */
export const partnerStates = (
  invitation: Invitation,
  given: readonly InvitationAnswer[],
  today: CivilDate,
): readonly PartnerState[] =>
  invitation.partners.map((partner) => {
    const answer = given.findLast((each) => each.invitation === invitation.no && each.partner === partner) ?? null;
    return { partner, answer, late: answer === null && today > invitation.letter.answerBy };
  });
