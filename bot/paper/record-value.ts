/**
 * What 随机抽取情况记录表 says (福安 2018 二(二)1: 填写随机抽取情况记录表，需有抽取工作人员、监督人员签字). Plain values: the caller
 * takes them from the record of the draw and from the ledger.
 */
import type { CivilDate } from '../../core/calendar.ts';
import type { Digest } from '../../core/digest.ts';
import type { SettledShare } from '../../core/plan/quota.ts';

export interface DrawnTier {
  readonly label: string;
  readonly share: SettledShare;
  /** 库内户数 (the frame), 可抽户数, 应抽, 实抽. */
  readonly frame: number;
  readonly eligible: number;
  readonly size: number;
  readonly drawn: number;
  /** Passed over since a yearly allowance was used up, and the next ticket taken. */
  readonly skipped: number;
}

export interface DrawnTask {
  readonly no: string;
  readonly name: string;
  readonly lead: string;
  readonly partners: readonly string[];
  /** Classification scheme in words, or '' . */
  readonly scheme: string;
  /** A stated total over the tiers, or null where each tier has its own share. */
  readonly total: number | null;
  readonly tiers: readonly DrawnTier[];
}

export interface Present {
  readonly name: string;
  readonly department: string;
  readonly custody: 'own-page' | 'desk';
  readonly kind: 'desk' | 'witness';
  /** Sealed and opened; sealed and did not open; did not seal at all, and so has no part in the number. */
  readonly state: 'opened' | 'absent' | 'unsealed';
}

export interface RecordValue {
  /** Number of the ceremony; sequential, never used again. */
  readonly ceremony: number;
  readonly office: string;
  /** Document under which the draw is held, and number of the plan. */
  readonly policy: string;
  readonly plan: string;
  readonly way: '摇号' | '机选' | '抽签';
  /** Room of the ceremony. */
  readonly place: string;
  readonly frozenAt: string;
  readonly openedAt: string;
  readonly snapshot: CivilDate;
  readonly window: { readonly from: CivilDate; readonly to: CivilDate };
  readonly discloseFrom: CivilDate;
  /** 抽取库总户数 */
  readonly roster: number;
  readonly tasks: readonly DrawnTask[];
  /** Households of the roster that no task could draw, by reason. */
  readonly excluded: readonly { readonly reason: string; readonly households: number }[];
  /** After merging: 户, visits, posts of inspectors and those left open. */
  readonly merged: {
    readonly households: number;
    readonly visits: number;
    readonly posts: number;
    readonly open: number;
    readonly inspectors: number;
  };
  readonly participants: readonly Present[];
  readonly publicNumber: {
    readonly name: string;
    readonly issue: string;
    readonly number: string;
    readonly at: string;
    readonly typists: readonly { readonly name: string; readonly department: string }[];
    /** Readings proved to be mistyped, each with its reason. */
    readonly misreadings: readonly { readonly number: string; readonly reason: string }[];
  };
  readonly manifestDigest: Digest;
  readonly commitmentsDigest: Digest;
  /** Only once the record is public. */
  readonly seed: Digest | null;
  readonly root: Digest;
  readonly recordDigest: Digest;
  /** Three lines, as the ledger formats it. */
  readonly checkpoint: string;
  /** Where anybody verifies it; printed and in the QR code. */
  readonly verifyAt: string;
  /** Photos and videos, by file name. */
  readonly media: readonly string[];
  /** 作废: the order cited and the two who carried it out, or null. */
  readonly annulled: { readonly order: string; readonly by: readonly string[] } | null;
  /** The seal line; `standIn` is the body whose seal stands for the office's (代章), or null. */
  readonly seal: { readonly lines: readonly string[]; readonly standIn: string | null };
  readonly date: CivilDate;
}
