/**
 * What a department still owes a visit before it is finished. A visit that is planned on site ends at the door (坚决防止应实地未实地检查,
 * 甘州 2023 二(二)2), unless the policy lets a clean desk review stand for it (三明 2025 一(二)).
 */
import type { CivilDate } from '../calendar.ts';
import { requires } from '../policy/ask.ts';
import { national, nationalOn } from '../policy/national.ts';
import type { Policy } from '../policy/shape.ts';
import type { Method } from '../registry/item.ts';
import { type BodyState, isApproved } from './state.ts';

export const needs = ['desk', 'door', 'approval', 'outcomes', 'signature'] as const;
export type Need = (typeof needs)[number];

export interface VisitRule {
  readonly planned: Method;
  /** The class begins at the desk; `suffices`: a clean one ends there. Null where it does not. */
  readonly desk: { readonly suffices: boolean } | null;
  /** The inspected reads and signs (福安 2018 二(二)2). */
  readonly signs: boolean;
}

/** 检查前报批 binds on that day. */
export const approvalBinds = (on: CivilDate): boolean => nationalOn(national.approvalBeforeVisit, on) !== null;

export const signingAsked = (policy: Policy | null, on: CivilDate): boolean =>
  policy !== null && requires(policy, 'inspected-signs', on) !== null;

/** Where the department's part ended; null while it goes on. */
export function endedAt(body: BodyState, { planned, desk }: VisitRule): 'door' | 'desk' | null {
  if (body.held !== null) return 'door';
  if (body.desk === null) return null;
  if (planned !== 'on-site') return 'desk';
  return desk?.suffices && body.desk.clean ? 'desk' : null;
}

/** Nobody may go to the door before the desk has been asked. */
export const deskComesFirst = (body: BodyState, { planned, desk }: VisitRule): boolean =>
  planned === 'on-site' && desk !== null && body.desk === null;

/** @param left outcomes of the department at this visit that are not entered yet */
export function needsOf(
  body: BodyState,
  rule: VisitRule,
  { left, signed }: { readonly left: number; readonly signed: boolean },
): readonly Need[] {
  const where = endedAt(body, rule);
  const isDesk = rule.planned !== 'on-site' || deskComesFirst(body, rule);
  const found: Need[] = [];
  if (where === null) found.push(isDesk ? 'desk' : 'door');
  if (body.held !== null && approvalBinds(body.held.on) && !isDecided(body)) found.push('approval');
  if (left > 0) found.push('outcomes');
  if (rule.signs && body.held?.coming === 'inspected' && !signed) found.push('signature');
  return found;
}

/**
 * An approval asked afterwards may be refused; the visit took place all the same, and the refusal stays on record. One that was refused
 * before anybody went decides nothing about going all the same: that is asked anew.
 */
export const isDecided = (body: BodyState): boolean => {
  const decided = body.approval?.decided ?? null;
  return isApproved(body) || (decided !== null && body.held !== null && decided.seq > body.held.seq);
};
