/** Why a number, a summary or a bulletin is refused. */
import type { NumberFinding, Span } from '../../../core/bulletin/number.ts';
import type { CivilDate } from '../../../core/calendar.ts';
import type { OpenRefusal } from '../../../core/sheet/open.ts';
import type { RejectedRow } from '../../../core/sheet/read.ts';
import type { RecogniseRefusal } from '../../../core/sheet/recognise.ts';
import type { TooLong } from '../too-long.ts';

export type BulletinRefusal =
  | TooLong
  | { readonly reason: 'no-department'; readonly department: string }
  /** Figures of one department are for it, the office and those who supervise. */
  | { readonly reason: 'not-yours'; readonly department: string }
  | { readonly reason: 'not-a-day'; readonly text: string }
  | { readonly reason: 'no-numbers' }
  | { readonly reason: 'no-source' }
  | { readonly reason: 'no-such-number'; readonly text: string }
  | {
      readonly reason: 'numbers';
      readonly department: string;
      readonly span: Span;
      readonly findings: readonly NumberFinding[];
    }
  | { readonly reason: 'file'; readonly file: string; readonly why: OpenRefusal }
  | { readonly reason: 'header'; readonly file: string; readonly why: RecogniseRefusal }
  /** No row of the file could be taken. */
  | { readonly reason: 'no-row'; readonly file: string; readonly rejected: readonly RejectedRow[] }
  /** The policy in force asks for no such summary. */
  | { readonly reason: 'no-period'; readonly period: string; readonly asked: readonly string[] }
  | { readonly reason: 'before-effect'; readonly period: string; readonly due: CivilDate }
  /** 三明 2025 五(十四): each part of a summary has something in it. */
  | { readonly reason: 'part-empty'; readonly part: string }
  | { readonly reason: 'no-such-part'; readonly part: string; readonly parts: readonly string[] }
  | { readonly reason: 'rows-missing'; readonly year: number }
  | { readonly reason: 'rows-and-none'; readonly file: string }
  | { readonly reason: 'not-submitted'; readonly period: string; readonly department: string }
  | { readonly reason: 'returned-already'; readonly period: string; readonly department: string }
  | { readonly reason: 'no-words' }
  | { readonly reason: 'not-a-period'; readonly text: string }
  | { readonly reason: 'not-over'; readonly period: string; readonly to: CivilDate; readonly today: CivilDate }
  | { readonly reason: 'issued-already'; readonly period: string; readonly on: CivilDate }
  | { readonly reason: 'no-bulletin'; readonly period: string }
  | { readonly reason: 'no-policy'; readonly on: CivilDate }
  | { readonly reason: 'no-figure'; readonly text: string }
  | { readonly reason: 'span-backwards'; readonly from: CivilDate; readonly to: CivilDate }
  /** The department sent no rows for that year. */
  | { readonly reason: 'no-intentions'; readonly department: string; readonly year: number };
