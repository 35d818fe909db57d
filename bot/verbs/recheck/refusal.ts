/** Why something about a re-inspection is refused. */
import type { TooLong } from '../too-long.ts';

export type RecheckRefusal =
  | TooLong
  | { readonly reason: 'nothing-published'; readonly plan: string; readonly department: string }
  | { readonly reason: 'no-share'; readonly percent: number }
  | { readonly reason: 'not-a-day'; readonly text: string }
  | { readonly reason: 'being-drawn'; readonly no: number; readonly ceremony: number }
  | { readonly reason: 'no-recheck'; readonly no: number }
  | { readonly reason: 'not-drawn-yet'; readonly no: number; readonly ceremony: number }
  | { readonly reason: 'not-in-sample'; readonly no: number; readonly outcome: string }
  /** 再检查 by those who were there, or who entered it, is none. */
  | { readonly reason: 'own-work'; readonly outcome: string; readonly person: string }
  | { readonly reason: 'fault-without-words'; readonly outcome: string }
  | { readonly reason: 'door-without-filing'; readonly filing: number | null }
  | { readonly reason: 'nothing-to-answer'; readonly no: number; readonly outcome: string }
  | { readonly reason: 'answer-missing' };
