/** Why one visit cannot be acted on as it was asked, said beside its 检查编号. */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Ground } from '../../../core/policy/shape.ts';
import type { AgendaFault } from '../../../core/visit/alone.ts';
import type { DoorFault } from '../../../core/visit/door.ts';
import type { Need } from '../../../core/visit/need.ts';

export type VisitFault =
  | { readonly kind: 'no-visit' }
  /** The subject was replaced. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'other-department' }
  | { readonly kind: 'not-sent-there' }
  | { readonly kind: 'finished'; readonly on: CivilDate }
  /** 检查前报批 (国办发〔2024〕54号). */
  | { readonly kind: 'not-approved'; readonly stands: 'not-asked' | 'waiting' | 'returned' | 'later' }
  /** The request that is decided is not the one that stands. */
  | { readonly kind: 'asked-anew' }
  | { readonly kind: 'decided'; readonly approved: boolean }
  | { readonly kind: 'outside-window'; readonly window: { readonly from: CivilDate; readonly to: CivilDate } }
  /** 企业安静期 */
  | { readonly kind: 'quiet'; readonly on: CivilDate; readonly grounds: readonly Ground[] }
  /** 一次性告知: what was not asked for at first is not asked for later. */
  | { readonly kind: 'materials-added'; readonly materials: readonly string[] }
  /** The visit has taken place; a notice written down now says why. */
  | { readonly kind: 'noticed-after'; readonly on: CivilDate }
  | { readonly kind: 'no-scheme'; readonly task: string; readonly lead: string }
  | { readonly kind: 'not-joint' }
  | { readonly kind: 'not-lead'; readonly leads: readonly string[] }
  | { readonly kind: 'leader-not-sent'; readonly leader: string }
  | { readonly kind: 'agenda-other-day'; readonly on: CivilDate }
  | { readonly kind: 'agenda-anew' }
  /** 先开展书式检查 (三明 2025 一(二)). */
  | { readonly kind: 'desk-first' }
  | { readonly kind: 'held-already'; readonly on: CivilDate }
  | { readonly kind: 'needs'; readonly needs: readonly Need[] }
  | AgendaFault
  | DoorFault;

export interface VisitAt {
  /** 检查编号 */
  readonly no: string;
  readonly faults: readonly VisitFault[];
}
