/**
 * 检查结果: what one department found on one item at one visit. Whoever inspects enters it (谁检查、谁录入); publication and what follows
 * belong to later stages and read it from here.
 */
import type { CivilDate } from '../calendar.ts';
import type { Digest } from '../digest.ts';
import type { Method } from '../registry/item.ts';
import type { OutcomeCode } from './code.ts';
import type { Degree } from './degree.ts';

/** 核查方式, several at once (随机抽查情况记录表). */
export const checkMethods = ['on-site', 'desk', 'official-result', 'testing', 'online', 'entrusted'] as const;
export type CheckMethod = (typeof checkMethods)[number];

/** 后续处置措施 (随机抽查情况记录表); `other` says in words what is done. */
export const handlings = ['nothing', 'to-daily', 'order-correction', 'to-case', 'to-department', 'other'] as const;
export type Handling = (typeof handlings)[number];

/** Evidence stays where it is kept; here is only what it is, where, and what its bytes were. No file is uploaded. */
export interface Evidence {
  readonly name: string;
  readonly place: string;
  /** Where a copy comes from, whom somebody spoke with, which firm was commissioned, who gave the conclusion. */
  readonly origin?: string;
  readonly takenBy?: string;
  readonly contract?: string;
  /** SHA-256 of the file, null where nobody worked it out. */
  readonly digest: Digest | null;
}

/** What people write. */
export interface OutcomeEntry {
  readonly code: OutcomeCode;
  readonly methods: readonly CheckMethod[];
  /** 发现问题情况 */
  readonly finding: string;
  /** 违法程度; left out by what was entered before it was asked. */
  readonly degree?: Degree | null;
  readonly handling: Handling | null;
  /** What `other` is, or whom it is passed to. */
  readonly handlingWords: string;
  readonly checkedOn: CivilDate;
  /** Work numbers of those who went; empty means those who were sent. */
  readonly inspectors: readonly string[];
  /** 整改期限 */
  readonly correctBy: CivilDate | null;
  readonly evidence: readonly Evidence[];
  /** 被检查单位意见 */
  readonly statement: string;
  readonly remark: string;
}

/** What the visit gives: the rules are asked over both. */
export interface OutcomeVisit {
  readonly window: { readonly from: CivilDate; readonly to: CivilDate };
  /** The day of the draw: nobody can have been there as its result before. */
  readonly drawnOn: CivilDate;
  /** As the task says it. */
  readonly planned: Method;
  /** Officers of the department who hold posts at the visit; experts stand beside the two and are none of them. */
  readonly sent: readonly { readonly number: string; readonly name: string }[];
  /** Whether violations are classified here (万年 2022 三(三)4); a file that has lost it does not ask. */
  readonly classified?: boolean;
}

/** An outcome as it stands. */
export interface Outcome extends OutcomeEntry {
  /** `3`, or `3.1` for the result after the public number was corrected once; `L3` for a list drawn elsewhere. */
  readonly source: string;
  /** Number of the visit in its source, from 0. */
  readonly visit: number;
  readonly department: string;
  /** Code of the item. */
  readonly item: string;
}
