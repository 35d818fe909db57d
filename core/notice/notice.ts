/**
 * 公示: what the public reads of an outcome, from which day, and what became of it. Every act makes a new version beside the old ones;
 * the last one whose day has come holds. What is shown is written down with the version (names as they were that day), so that it stays what
 * it was when a list changes later.
 */
import type { CivilDate } from '../calendar.ts';
import type { OutcomeCode } from '../outcome/code.ts';
import type { OutcomeKey } from '../outcome/key.ts';
import type { CheckMethod, Handling } from '../outcome/outcome.ts';
import type { NumberKind } from '../registry/subject.ts';

export const noticeStates = ['public', 'withheld', 'ended'] as const;
export type NoticeState = (typeof noticeStates)[number];

/** What can be held back by itself: who it is about, what was found, the item, or all of it. */
export const noticeParts = ['whole', 'subject', 'finding', 'item'] as const;
export type NoticePart = (typeof noticeParts)[number];

/** 涉及商业秘密、个人隐私的, or what a law keeps secret. There is no other ground: 公开为常态、不公开为例外 (福安 二(二)3). */
export const withholdGrounds = ['trade-secret', 'privacy', 'law'] as const;
export type WithholdGround = (typeof withholdGrounds)[number];

export interface Withholding {
  readonly part: NoticePart;
  readonly ground: WithholdGround;
  readonly words: string;
  /** Person who decided it. */
  readonly by: string;
  /** Last day on which it holds; null where the ground does not pass. */
  readonly until: CivilDate | null;
}

/** 信用修复, 撤销, 期满, or withdrawn upon an objection. */
export const endings = ['repaired', 'revoked', 'expired', 'withdrawn'] as const;
export type Ending = (typeof endings)[number];

/** The row that the public reads. A part that is held back is '' here. */
export interface Shown {
  /** 检查编号 */
  readonly no: string;
  /** Numbers in the form of the national system (`numbers.ts`). */
  readonly planId: string;
  readonly planName: string;
  readonly taskId: string;
  readonly taskName: string;
  /** 定向, or 不定向. */
  readonly directed: boolean;
  /** 检查机关: who found it and answers for it (谁产生、谁提供、谁负责). */
  readonly authority: string;
  readonly itemName: string;
  readonly code: OutcomeCode;
  readonly methods: readonly CheckMethod[];
  readonly finding: string;
  readonly handling: Handling | null;
  readonly checkedOn: CivilDate;
}

export interface NoticeBody {
  /** Null while nothing has been shown. */
  readonly shown: Shown | null;
  /** Each with its own acknowledgement. */
  readonly destinations: readonly string[];
  readonly withheld: readonly Withholding[];
  /** The version that this one corrects, by number. */
  readonly corrects: number | null;
  readonly end: { readonly why: Ending; readonly words: string } | null;
}

/** One version. */
export interface Notice extends OutcomeKey {
  /** The fact that made it. */
  readonly seq: number;
  readonly state: NoticeState;
  /** The day from which it holds: nobody outside reads it before. */
  readonly day: CivilDate;
  /** The version of the outcome that it shows, by number of the fact that entered it. */
  readonly outcome: number;
  readonly plan: string;
  /** Number of the task in its plan. */
  readonly task: string;
  /** The subject's key and name as they were; '' while who it is about is held back. */
  readonly kind: NumberKind | '';
  readonly number: string;
  readonly name: string;
  readonly body: NoticeBody;
}

export const receiptStates = ['sent', 'accepted', 'refused', 'differing', 'missing'] as const;
/** 已报送, 已接收, 被退回; and from a comparison: 与本台账不一致, 平台没有. */
export type ReceiptState = (typeof receiptStates)[number];

/** What a destination said of a version. */
export interface Receipt extends OutcomeKey {
  readonly destination: string;
  readonly seq: number;
  /** Number of the version. */
  readonly notice: number;
  readonly state: ReceiptState;
  /** The destination's own number for it. */
  readonly number: string;
  readonly words: string;
}
