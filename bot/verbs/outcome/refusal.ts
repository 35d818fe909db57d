/** What is refused when outcomes are entered. */
import type { PlacedFinding } from '../../../core/outcome/check.ts';
import type { TooLong } from '../too-long.ts';

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
  | { readonly reason: 'entries'; readonly entries: readonly EntryRefusal[] }
  | { readonly reason: 'no-such-no'; readonly book: string; readonly no: string }
  | { readonly reason: 'no-such-visit'; readonly book: string; readonly visit: number }
  | ReviewRefusal
  | SignRefusal
  | TooLong;

/** Why outcomes are not reviewed. */
export type ReviewRefusal =
  | { readonly reason: 'no-rows' }
  | { readonly reason: 'not-entered'; readonly no: string; readonly item: string }
  /** A newer version stands than the one that was read. */
  | { readonly reason: 'entered-anew'; readonly no: string; readonly item: string }
  /** 石狮 2024 四(二): entered with care, reviewed strictly; not by the same person. */
  | { readonly reason: 'reviews-own'; readonly nos: readonly string[]; readonly person: string }
  | { readonly reason: 'no-words-of-return' }
  | { readonly reason: 'no-words-of-change'; readonly nos: readonly string[] };

/** Why a joint form is not signed. */
export type SignRefusal =
  | { readonly reason: 'not-at-visit'; readonly no: string; readonly person: string }
  | { readonly reason: 'form-empty'; readonly no: string }
  /** What was shown to the inspected is not what stands now. */
  | { readonly reason: 'form-changed'; readonly no: string }
  | { readonly reason: 'signer-missing' }
  | { readonly reason: 'witness-missing' }
  | { readonly reason: 'witness-inspects'; readonly witness: string }
  /** 拒绝签章的，附照片或录像. */
  | { readonly reason: 'record-missing' }
  | { readonly reason: 'record-unread'; readonly line: number }
  | { readonly reason: 'absence-unexplained' };
