/** What is refused after the draw: a recusal, a substitution, a replacement. */
import type { EventRefusal } from '../../../core/draw/event.ts';
import type { TooLong } from '../too-long.ts';

export type VisitRefusal =
  | { readonly reason: 'no-post'; readonly ceremony: number; readonly post: number }
  | { readonly reason: 'not-holder'; readonly post: number; readonly inspector: string; readonly holder: string | null }
  | { readonly reason: 'no-case'; readonly case: number }
  | { readonly reason: 'decided-already'; readonly case: number; readonly granted: boolean }
  /** 行政处罚法 43: the head decides, and nobody decides on an application of his own. */
  | { readonly reason: 'applicant-decides'; readonly case: number; readonly person: string }
  | { readonly reason: 'no-reason-given' }
  | TooLong
  | { readonly reason: 'no-such-inspector'; readonly inspector: string }
  | { readonly reason: 'no-such-row'; readonly ceremony: number; readonly subject: string }
  | { readonly reason: 'annulled'; readonly ceremony: number }
  /** Lists of visits are for those who carry them out (DESIGN 5, disclosure). */
  | { readonly reason: 'list-not-yours'; readonly ceremony: number; readonly person: string }
  | { readonly reason: 'not-handed-out'; readonly ceremony: number }
  | { readonly reason: 'event'; readonly why: EventRefusal };
