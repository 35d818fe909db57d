/** Why something about risk, classes and signs is refused. */
import type { CivilDate } from '../../../core/calendar.ts';
import type { TooLong } from '../too-long.ts';

export type RiskRefusal =
  | TooLong
  | { readonly reason: 'say-it-in-words' }
  | { readonly reason: 'no-such-department'; readonly department: string }
  | { readonly reason: 'due-before-today'; readonly due: CivilDate; readonly today: CivilDate }
  | { readonly reason: 'not-a-day'; readonly text: string }
  | { readonly reason: 'no-risk'; readonly no: number }
  | { readonly reason: 'no-suggestion'; readonly no: number }
  | { readonly reason: 'answered-already'; readonly no: number }
  | {
      readonly reason: 'no-such-class';
      readonly scheme: string;
      readonly label: string;
      readonly labels: readonly string[];
    }
  /** Pools have moves of their own, with rounds and grounds. */
  | { readonly reason: 'moved-by-rounds'; readonly scheme: string }
  | { readonly reason: 'rests-on-nothing'; readonly subject: string }
  | { readonly reason: 'no-sign'; readonly sign: string }
  | { readonly reason: 'year-over'; readonly year: number; readonly thisYear: number }
  | { readonly reason: 'no-such-year'; readonly year: number };
