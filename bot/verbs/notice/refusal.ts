/** What is refused when outcomes are finished, published, acknowledged, kept back, objected to, ended and compared. */
import type { CountedDay } from '../../../core/calendar.ts';
import type { GroundRefusal } from '../../../core/notice/grounds.ts';
import type { LifeRefusal } from '../../../core/notice/life.ts';
import type { ObjectionDecision } from '../../../core/notice/objection.ts';
import type { PublicationRule } from '../../../core/policy/shape.ts';
import type { OpenRefusal } from '../../../core/sheet/open.ts';
import type { RecogniseRefusal } from '../../../core/sheet/recognise.ts';
import type { TooLong } from '../too-long.ts';

export type NoticeRefusal =
  | { readonly reason: 'no-task'; readonly book: string; readonly task: string }
  /** The actor's department leads none of the tasks of that draw. */
  | { readonly reason: 'leads-none'; readonly book: string; readonly department: string }
  | { readonly reason: 'not-a-date'; readonly text: string }
  | { readonly reason: 'in-future'; readonly on: string; readonly today: string }
  | {
      readonly reason: 'not-all-entered';
      readonly task: string;
      /** 检查编号 of visits that lack an outcome; the first of them. */
      readonly nos: readonly string[];
      readonly missing: number;
      readonly of: number;
    }
  | { readonly reason: 'ends-before-checks'; readonly task: string; readonly ended: string; readonly last: string }
  /** The end was stated otherwise: why it is another day now is to be said. */
  | { readonly reason: 'finished-otherwise'; readonly task: string; readonly ended: string }
  | { readonly reason: 'no-rows-of-yours'; readonly book: string; readonly department: string }
  | { readonly reason: 'nothing-to-publish'; readonly left: readonly LeftOut[] }
  | { readonly reason: 'day-past'; readonly day: string; readonly today: string }
  | { readonly reason: 'day-after-due'; readonly day: string; readonly due: CountedDay; readonly latest: string }
  /** No such outcome of that department, by 检查编号 and item. */
  | { readonly reason: 'no-outcome'; readonly id: string }
  | { readonly reason: 'other-department'; readonly id: string; readonly department: string }
  /** What the life of one notice forbids. */
  | { readonly reason: 'life'; readonly id: string; readonly why: LifeRefusal }
  | { readonly reason: 'ground'; readonly why: GroundRefusal }
  | { readonly reason: 'no-parts' }
  | { readonly reason: 'until-past'; readonly until: string; readonly today: string }
  | { readonly reason: 'no-words'; readonly of: 'end' | 'objection' | 'decision' | 'matter' }
  | { readonly reason: 'no-objection'; readonly objection: number }
  | { readonly reason: 'objection-decided'; readonly objection: number; readonly decision: ObjectionDecision }
  /** What was objected to has been corrected and published anew: that is the answer to the objection. */
  | { readonly reason: 'corrected-since'; readonly objection: number }
  | { readonly reason: 'not-a-destination'; readonly destination: string; readonly destinations: readonly string[] }
  | { readonly reason: 'not-a-channel'; readonly channel: string; readonly channels: readonly string[] }
  | { readonly reason: 'not-published-as'; readonly what: PublicationRule['what'] }
  /** 曝光 rests on a final decision about a finding that is public, and ends. */
  | { readonly reason: 'exposure-unfit'; readonly because: 'no-outcome' | 'not-public' | 'not-final' | 'no-end' }
  | { readonly reason: 'no-address' }
  /** Nothing of it is public, so that nothing of it was sent anywhere. */
  | { readonly reason: 'none-public'; readonly book: string; readonly department: string }
  | { readonly reason: 'file'; readonly file: string; readonly why: OpenRefusal | JsonRefusal }
  | { readonly reason: 'no-table'; readonly file: string; readonly why: RecogniseRefusal }
  | { readonly reason: 'no-policy'; readonly on: string }
  | TooLong;

export interface JsonRefusal {
  readonly kind: 'not-json' | 'no-list';
}

/** Outcomes that an act of publishing left, counted by why. */
export interface LeftOut {
  readonly why: LifeRefusal['reason'];
  readonly count: number;
}
