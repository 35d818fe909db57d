/** What is refused after the draw: a recusal, a substitution, a replacement; and everything on the way to the door. */
import type { EventRefusal } from '../../../core/draw/event.ts';
import type { Ground } from '../../../core/policy/shape.ts';
import type { DoorFault } from '../../../core/visit/door.ts';
import type { FilingReceiver } from '../../../core/visit/fact.ts';
import type { NotWhich } from '../../../core/visit/which.ts';
import type { TooLong } from '../too-long.ts';
import type { VisitAt } from './fault.ts';

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
  | { readonly reason: 'event'; readonly why: EventRefusal }
  | VisitWorkRefusal;

/** What is refused before the door, at it, and outside the draw. */
export type VisitWorkRefusal =
  /** Each named with why it cannot be acted on as asked. */
  | { readonly reason: 'visits'; readonly book: string; readonly visits: readonly VisitAt[] }
  | { readonly reason: 'not-visits'; readonly why: NotWhich }
  | { readonly reason: 'days'; readonly from: string; readonly to: string }
  | { readonly reason: 'no-request'; readonly request: number }
  /** 谁申请、谁不得审批 */
  | { readonly reason: 'asks-and-decides'; readonly request: number; readonly person: string }
  | { readonly reason: 'no-words' }
  | { readonly reason: 'no-materials' }
  | { readonly reason: 'not-hour'; readonly hour: string }
  | { readonly reason: 'no-task'; readonly task: string }
  | { readonly reason: 'not-lead-of'; readonly task: string; readonly lead: string }
  | { readonly reason: 'scheme-empty'; readonly field: 'title' | 'groups' | 'schedule' | 'points' }
  | { readonly reason: 'no-agenda'; readonly agenda: number }
  | { readonly reason: 'agenda-not-yours'; readonly agenda: number; readonly department: string }
  | { readonly reason: 'no-expert'; readonly expert: string }
  /** 清单之外无检查 */
  | { readonly reason: 'off-list'; readonly items: readonly string[]; readonly department: string }
  | { readonly reason: 'no-items' }
  | { readonly reason: 'no-subject'; readonly subject: string }
  | { readonly reason: 'ground-not-permitted'; readonly ground: Ground; readonly grounds: readonly Ground[] }
  | { readonly reason: 'no-filing'; readonly filing: number }
  /** 谁备案、谁不得签收 */
  | { readonly reason: 'files-and-receives'; readonly filing: number; readonly person: string }
  | { readonly reason: 'not-a-receiver'; readonly filing: number; readonly receivers: readonly FilingReceiver[] }
  | { readonly reason: 'received-already'; readonly filing: number; readonly accepted: boolean }
  | { readonly reason: 'filing-incomplete'; readonly filing: number; readonly lacking: readonly FilingReceiver[] }
  | {
      readonly reason: 'filing-not-approved';
      readonly filing: number;
      readonly stands: 'waiting' | 'returned' | 'later';
    }
  /** 先备案、后检查 */
  | { readonly reason: 'filed-afterwards'; readonly filing: number; readonly on: string; readonly filedOn: string }
  /** On the day of the check somebody gives a receipt who was not asked for the day that was filed. */
  | {
      readonly reason: 'file-anew';
      readonly filing: number;
      readonly on: string;
      readonly receivers: readonly FilingReceiver[];
    }
  | { readonly reason: 'filing-held'; readonly filing: number }
  | { readonly reason: 'before-filed-day'; readonly filing: number; readonly on: string }
  | { readonly reason: 'items-left'; readonly items: readonly string[] }
  | { readonly reason: 'door'; readonly faults: readonly DoorFault[] }
  | { readonly reason: 'no-matter'; readonly matter: string }
  | { readonly reason: 'no-number' }
  | { readonly reason: 'no-media' }
  | { readonly reason: 'not-digest'; readonly digest: string };
