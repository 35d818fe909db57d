/**
 * 应联合未联合 (甘州 2023 二(二)2): who went to a joint visit on a day without the others. What happened stays recorded as it happened;
 * it is named, so that it is not passed over.
 */
import type { CivilDate } from '../calendar.ts';
import { bodyState, isAgreed, type VisitState } from './state.ts';

export interface Alone {
  readonly department: string;
  readonly on: CivilDate;
  /** Departments that go to this door and were not there that day. */
  readonly without: readonly string[];
}

/**
 * @param departments all that go to the door
 * @param today a day that is not over may still bring the others
 */
export function heldAlone(state: VisitState, departments: readonly string[], today: CivilDate): readonly Alone[] {
  if (departments.length < 2) return [];
  const dayOf = (department: string): CivilDate | null => {
    const body = bodyState(state, department);
    return body.held?.on ?? null;
  };
  return departments.flatMap((department) => {
    const on = dayOf(department);
    if (on === null || on >= today) return [];
    // Whose part ended at the desk had no door to share.
    const without = departments.filter((other) => other !== department && goes(state, other) && dayOf(other) !== on);
    return without.length === 0 ? [] : [{ department, on, without }];
  });
}

const goes = (state: VisitState, department: string): boolean => {
  const { finished } = bodyState(state, department);
  return finished === null || finished.where === 'door';
};

export type AgendaFault =
  | { readonly kind: 'no-agenda' }
  | { readonly kind: 'not-agreed'; readonly waiting: readonly string[]; readonly against: readonly string[] };

/** 联合上门前事先沟通: whether the day was agreed on before somebody goes. */
export function agendaFault(state: VisitState, departments: readonly string[]): AgendaFault | null {
  const { agenda } = state;
  if (departments.length < 2 || isAgreed(state, departments)) return null;
  if (agenda === null) return { kind: 'no-agenda' };
  return {
    kind: 'not-agreed',
    waiting: departments.filter((each) => !agenda.answers.has(each)),
    against: departments.filter((each) => agenda.answers.get(each)?.agreed === false),
  };
}
