/**
 * 缺失抽查事项 (甘州 二(一)1): reported by the department, taken to the city's department and by it to the province's, until it is
 * added or refused with a reason. What waits, and how long, is always shown.
 */
import { type CivilDate, daysBetween } from '../calendar.ts';
import { err, ok, type Result } from '../result.ts';
import { advanceGap, type GapRefusal, type GapStep } from './item-list.ts';

export interface MissingItem {
  readonly no: number;
  /** 事项名称 and 依据, as the department gives them. */
  readonly matter: string;
  readonly basis: string;
  readonly department: string;
  /** The task that cannot be carried out without it; '' where there is none yet. */
  readonly plan: string;
  readonly task: string;
  readonly on: CivilDate;
}

export const missingItemSteps = ['with-city', 'with-province', 'added', 'refused'] as const;
export type MissingItemStep = (typeof missingItemSteps)[number];

export interface Advance {
  readonly no: number;
  readonly step: MissingItemStep;
  /** Why it is refused, or under which number or edition it was added. */
  readonly words: string;
  readonly on: CivilDate;
}

export type AdvanceRefusal =
  | GapRefusal
  | { readonly kind: 'closed'; readonly no: string; readonly at: 'added' | 'refused'; readonly on: CivilDate };

const stepsOf = (reported: MissingItem, advances: readonly Advance[]) =>
  advances.filter(({ no }) => no === reported.no);

/** Whether the matter can go to this step; 反映 goes up and never back. */
export function advanced(
  reported: MissingItem,
  advances: readonly Advance[],
  step: MissingItemStep,
  on: CivilDate,
): Result<true, AdvanceRefusal> {
  const own = stepsOf(reported, advances);
  const last = own.at(-1);
  if (last?.step === 'added' || last?.step === 'refused')
    return err({ kind: 'closed', no: String(reported.no), at: last.step, on: last.on });
  const steps = own.flatMap((each): readonly { step: GapStep; on: CivilDate }[] =>
    each.step === 'refused' ? [] : [{ step: each.step, on: each.on }],
  );
  const gap = {
    no: String(reported.no),
    matter: reported.matter,
    department: reported.department,
    steps: [{ step: 'reported' as const, on: reported.on }, ...steps],
  };
  // A refusal ends the matter wherever it lies; it keeps the order of days like any other step.
  const moved = advanceGap(gap, step === 'refused' ? 'added' : step, on);
  return moved.ok ? ok(true) : moved;
}

export interface WaitedStep {
  readonly step: 'reported' | MissingItemStep;
  readonly on: CivilDate;
  /** Days that it lay at this step; 0 once it is settled. */
  readonly days: number;
  readonly words: string;
}

/** Every step with the days waited there, to today where it still lies. */
export function waitedSteps(
  reported: MissingItem,
  advances: readonly Advance[],
  today: CivilDate,
): readonly WaitedStep[] {
  const all = [
    { step: 'reported' as const, on: reported.on, words: reported.basis },
    ...stepsOf(reported, advances).map(({ step, on, words }) => ({ step, on, words })),
  ];
  return all.map((each, i) => {
    const settled = each.step === 'added' || each.step === 'refused';
    const until = all[i + 1]?.on ?? (today > each.on ? today : each.on);
    return { ...each, days: settled ? 0 : daysBetween(each.on, until) };
  });
}

/** Where it lies now. */
export const lastStep = (reported: MissingItem, advances: readonly Advance[]): 'reported' | MissingItemStep =>
  stepsOf(reported, advances).at(-1)?.step ?? 'reported';

/** Days since it was reported, until it was settled or to today. */
export function waitedDays(reported: MissingItem, advances: readonly Advance[], today: CivilDate): number {
  return waitedSteps(reported, advances, today).reduce((sum, { days }) => sum + days, 0);
}
