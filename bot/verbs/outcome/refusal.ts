/** What is refused when outcomes are entered. */
import type { PlacedFinding } from '../../../core/outcome/check.ts';

/** Why one entry is refused. */
export type EntryRefusal =
  | { readonly reason: 'no-visit'; readonly visit: number }
  /** The subject was replaced; what was found there belongs to no visit. */
  | { readonly reason: 'visit-ended'; readonly visit: number }
  | { readonly reason: 'other-department'; readonly no: string }
  /** Of the asker's department, but he is not sent there. */
  | { readonly reason: 'not-sent-there'; readonly no: string }
  | { readonly reason: 'no-item'; readonly no: string; readonly item: string }
  | { readonly reason: 'twice'; readonly no: string; readonly item: string }
  | { readonly reason: 'findings'; readonly no: string; readonly findings: readonly PlacedFinding[] };

export type OutcomeRefusal =
  | { readonly reason: 'no-book'; readonly book: string }
  | { readonly reason: 'people-only'; readonly ceremony: number }
  /** The public number is being corrected: visits may become others. */
  | { readonly reason: 'being-corrected'; readonly ceremony: number }
  | { readonly reason: 'not-yours'; readonly book: string; readonly person: string }
  | { readonly reason: 'entries'; readonly entries: readonly EntryRefusal[] };
