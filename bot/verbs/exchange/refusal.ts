/** Why something about meetings, practice, news, problems or supervision is refused. */
import type { CivilDate } from '../../../core/calendar.ts';
import type { TooLong } from '../too-long.ts';

export type ExchangeRefusal =
  | TooLong
  | { readonly reason: 'words-missing'; readonly field: 'title' | 'words' | 'agenda' | 'place' }
  | { readonly reason: 'not-a-day'; readonly field: 'due' | 'on'; readonly text: string }
  | { readonly reason: 'no-problem'; readonly no: number }
  | { readonly reason: 'solved-already'; readonly no: number }
  | { readonly reason: 'no-such-owner'; readonly owner: string }
  | { readonly reason: 'due-early'; readonly due: CivilDate; readonly today: CivilDate }
  | { readonly reason: 'no-meeting'; readonly no: number }
  | { readonly reason: 'held-already'; readonly no: number }
  | { readonly reason: 'not-held-yet'; readonly on: CivilDate; readonly today: CivilDate }
  | { readonly reason: 'not-invited'; readonly no: number; readonly department: string }
  | { readonly reason: 'nobody-invited' }
  | { readonly reason: 'no-practice'; readonly no: number }
  | { readonly reason: 'in-future'; readonly on: CivilDate; readonly today: CivilDate };
