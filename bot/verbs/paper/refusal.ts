/** Why a paper cannot be drawn up or numbered. */
import type { PaperKind } from '../../paper/official/papers.ts';

export type PaperRefusal =
  | { readonly reason: 'no-such-paper'; readonly typed: string }
  | { readonly reason: 'about-unread'; readonly kind: PaperKind; readonly about: string }
  /** A paper says what is recorded; this is not recorded yet, or was erased. */
  | { readonly reason: 'not-recorded'; readonly kind: PaperKind; readonly about: string; readonly lacks: Lack }
  /** 会商函 and 组织实施通知 are two papers of one kind of letter. */
  | { readonly reason: 'other-paper'; readonly kind: PaperKind; readonly about: string; readonly instead: PaperKind }
  /** What is recorded has changed since the number was given: the paper that bears it said something else. */
  | { readonly reason: 'changed-since'; readonly paper: string; readonly on: string }
  | { readonly reason: 'no-paper'; readonly seq: number }
  | { readonly reason: 'no-series'; readonly department: string }
  | { readonly reason: 'series-unread'; readonly series: string };

export const lacks = [
  'consultation',
  'invitation',
  'visit',
  'part',
  'approval',
  'notice',
  'outcomes',
  'review',
  'scheme',
  'task',
  'filing',
  'recusal',
  'case',
  'item',
  'reminder',
  'guidance',
  'penalty',
  'crime',
  'transfer',
  'bulletin',
  'summary',
] as const;
export type Lack = (typeof lacks)[number];
