/**
 * What each act before the door and at it records. One verb writes each body (`bot/verbs/visit/`); what stands of a visit is folded from them
 * (`state.ts`). Visits are named as outcomes name them: `source/number`.
 */
import type { CivilDate } from '../calendar.ts';
import type { Digest } from '../digest.ts';
import type { Ground } from '../policy/shape.ts';
import type { Certificate } from '../registry/inspector.ts';

/** An act of one department about several of its visits. */
interface OfVisits {
  readonly book: string;
  readonly department: string;
  readonly visits: readonly string[];
}

/** 《行政检查审批表》: why, when, and whether it is asked afterwards because it could not wait (补办). */
export interface ApprovalAsked extends OfVisits {
  readonly reason: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Why nobody could be asked first; '' where it is asked before anybody goes. */
  readonly urgent: string;
  /** Visits about which a warning of repeated checks was raised when it was asked. */
  readonly warned: number;
}

export interface ApprovalDecided {
  /** Null for a check outside the draw. */
  readonly book: string | null;
  readonly department: string;
  readonly visits: readonly string[];
  /** Number of the fact that asked: of the request, or of the filing, which asks at the same time. */
  readonly request: number;
  readonly filing: number | null;
  readonly approved: boolean;
  readonly words: string;
}

export const noticeMeans = ['in-person', 'post', 'electronic', 'at-door'] as const;
export type NoticeMeans = (typeof noticeMeans)[number];

/** 检查通知书: the day, and everything that is to be got ready, told once (一次性告知). */
export interface Noticed extends OfVisits {
  readonly on: CivilDate;
  readonly hour: string;
  readonly means: NoticeMeans;
  readonly servedOn: CivilDate;
  readonly materials: readonly string[];
  readonly words: string;
}

/** 联合检查实施方案 of a task, by its lead (甘州 2023 二(二)2). */
export interface SchemeKept {
  readonly department: string;
  /** `plan/task` */
  readonly task: string;
  readonly title: string;
  readonly groups: string;
  readonly schedule: string;
  readonly points: string;
  readonly safeguards: string;
  /** The paper itself, where one lies in a file; null where the fields are the scheme. */
  readonly document: { readonly name: string; readonly digest: Digest } | null;
}

export interface AgendaProposed extends OfVisits {
  readonly on: CivilDate;
  readonly hour: string;
  readonly meet: string;
  /** 组长 of each: an officer whom the lead sends there. */
  readonly leaders: readonly { readonly visit: string; readonly leader: string }[];
  /** Codes of the other departments that go, each of which answers. */
  readonly to: readonly string[];
  readonly words: string;
}

export interface AgendaAnswered extends OfVisits {
  /** Number of the fact that proposed it. */
  readonly agenda: number;
  readonly agreed: boolean;
  readonly words: string;
}

export interface DeskReviewed extends OfVisits {
  readonly on: CivilDate;
  /** Work numbers of those who looked. */
  readonly reviewers: readonly { readonly visit: string; readonly officers: readonly string[] }[];
  /** Nothing was found at the desk. */
  readonly clean: boolean;
  /** What was looked at, and what others had found already. */
  readonly materials: string;
  readonly used: readonly UsedResult[];
  readonly words: string;
}

/** 其他部门的核查结果、法院生效文书、专业机构结论 (福安 2018 二(三)4; 万年 2022 三(三)3), used instead of asking again. */
export const usedKinds = ['department', 'court', 'professional'] as const;
export interface UsedResult {
  readonly kind: (typeof usedKinds)[number];
  readonly from: string;
  readonly number: string;
  readonly on: CivilDate;
  readonly words: string;
}

/** How it went: 已检查, 拒绝检查, 关门停业, 已搬离, 查无此处, or put off before it began. */
export const comings = ['inspected', 'refused', 'closed', 'moved', 'unreachable', 'deferred'] as const;
export type Coming = (typeof comings)[number];

/** An officer as he was that day: posts and certificates may change later. Null of 日常监管人员, who come beside the two. */
export interface OfficerThere {
  readonly number: string;
  readonly certificate: Certificate | null;
}

export interface VisitHeld extends OfVisits {
  readonly on: CivilDate;
  readonly hour: string;
  readonly coming: Coming;
  /** Everybody who went in this act, and who of them stood at which door. */
  readonly officers: readonly OfficerThere[];
  readonly there: readonly { readonly visit: string; readonly officers: readonly string[] }[];
  /** 出示执法证件 */
  readonly shown: boolean;
  /** Who saw a refusal; '' where nobody was needed. */
  readonly witness: string;
  /** Documents consulted or copied (福安 2018 二(二)2), one a line. */
  readonly copied: readonly string[];
  /** Parties and others who were asked: in which role, never by name. */
  readonly asked: readonly string[];
  readonly used: readonly UsedResult[];
  /** Why nobody was asked for approval first; '' where it was given, or is not needed on that day. */
  readonly urgent: string;
  readonly words: string;
}

/** 专家意见: beside two officers, never instead of one. */
export interface OpinionGiven {
  readonly book: string;
  readonly department: string;
  readonly visit: string;
  readonly expert: string;
  readonly body: string;
  readonly on: CivilDate;
  readonly words: string;
}

export interface VisitFinished extends OfVisits {
  readonly on: CivilDate;
  /** How each ended: at the door, or at the desk. */
  readonly ends: readonly { readonly visit: string; readonly where: 'door' | 'desk' }[];
}

/** 计划外检查 on a ground (投诉举报、上级交办、外地移送…), filed before anybody goes. */
export interface UnplannedFiled {
  readonly department: string;
  readonly subject: string;
  readonly name: string;
  readonly items: readonly string[];
  readonly ground: Ground;
  readonly words: string;
  readonly on: CivilDate;
  /** Each gives a receipt; empty where the policy asks nobody. */
  readonly receivers: readonly FilingReceiver[];
  readonly warned: number;
}

/** 联席办, 司法局 */
export const filingReceivers = ['office', 'legal'] as const;
export type FilingReceiver = (typeof filingReceivers)[number];

export interface FilingReceived {
  readonly filing: number;
  readonly receiver: FilingReceiver;
  /** Not by the receiver's liking: a filing without a permitted ground is sent back. */
  readonly accepted: boolean;
  readonly words: string;
}

export interface UnplannedHeld {
  readonly filing: number;
  readonly department: string;
  readonly subject: string;
  readonly on: CivilDate;
  readonly coming: Coming;
  readonly officers: readonly OfficerThere[];
  readonly shown: boolean;
  readonly witness: string;
  /** Of each item that was filed. */
  readonly found: readonly { readonly item: string; readonly problem: boolean; readonly words: string }[];
  /** Why it could not wait for receipts and approval; '' where it did. */
  readonly urgent: string;
  readonly words: string;
}

/** What each kind of fact says about a visit of a draw or a list. */
export interface VisitFacts {
  readonly 'visits-approval-asked': ApprovalAsked;
  readonly 'visits-approval-decided': ApprovalDecided;
  readonly 'visits-noticed': Noticed;
  readonly 'agenda-proposed': AgendaProposed;
  readonly 'agenda-answered': AgendaAnswered;
  readonly 'desk-reviewed': DeskReviewed;
  readonly 'visit-held': VisitHeld;
  readonly 'opinion-given': OpinionGiven;
  readonly 'visit-finished': VisitFinished;
}

/** What each kind of fact says about a check outside the draw, once it was filed. */
export interface FilingFacts {
  readonly 'filing-received': FilingReceived;
  readonly 'visits-approval-decided': ApprovalDecided;
  readonly 'unplanned-check-held': UnplannedHeld;
}

/** 外部平台编号 of a task, a visit or an outcome, and what that platform says of it. */
export const outsideStates = ['unregistered', 'sent', 'confirmed', 'differing'] as const;
export type OutsideState = (typeof outsideStates)[number];
export interface OutsideNumber {
  readonly department: string;
  /** One of these: `plan/task`, `source/visit`, `source/visit/department/item`. */
  readonly task?: string;
  readonly visit?: string;
  readonly case?: string;
  /** Outcomes that came from there in one file. */
  readonly cases?: readonly string[];
  readonly number: string;
  readonly state: OutsideState;
  readonly words: string;
}

/** 抽取现场的照片、录像: what it is, where it is kept, and what its bytes were. */
export interface MediaKept {
  readonly ceremony: number;
  readonly department: string;
  readonly media: readonly {
    readonly kind: 'photo' | 'film' | 'paper';
    readonly name: string;
    readonly place: string;
    readonly digest: Digest | null;
  }[];
}
