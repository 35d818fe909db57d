/** The changes that a reply proposes, where it states them beyond doubt: 抽查比例调到5%, 窗口期改为6-9月, 增加县消防救援大队. */
import type { Frequency } from '../plan/frequency.ts';
import type { Ratio } from '../plan/ratio.ts';

/** A day of the plan's year; `day` is null where only the month is said. */
export interface MonthDay {
  readonly month: number;
  readonly day: number | null;
}

/** One proposed change. `words` is the clause that says it, as written. It is proposed, never applied: the lead decides. */
export type Amendment = { readonly words: string } & (
  | { readonly kind: 'ratio'; readonly from: Ratio | null; readonly to: Ratio }
  | { readonly kind: 'frequency'; readonly to: Frequency }
  | { readonly kind: 'window'; readonly from: MonthDay; readonly to: MonthDay }
  | { readonly kind: 'item'; readonly change: 'add' | 'remove'; readonly name: string }
  | { readonly kind: 'department'; readonly change: 'add' | 'remove'; readonly name: string }
  /** `department` is 'own' for 由我局牵头. */
  | { readonly kind: 'lead'; readonly department: string }
);
