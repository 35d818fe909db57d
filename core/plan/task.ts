/**
 * 年度抽查计划 and its 抽查任务. A task names one lead, its partners, the items, the frame of subjects, the classification
 * scheme whose classes are its tiers, how many of each tier are drawn, and the window of its visits.
 */
import type { CivilDate } from '../calendar.ts';
import type { Method } from '../registry/item.ts';
import type { SubjectType } from '../registry/subject.ts';
import type { Share } from './ratio.ts';

/** Which subjects a task can draw: those that have one of the tags, types and places named; an empty list asks nothing. */
export interface Frame {
  readonly tags: readonly string[];
  readonly types: readonly SubjectType[];
  readonly places: readonly string[];
}

export interface TierQuota {
  readonly label: string;
  readonly share: Share;
}

export type Quota =
  /** A share or number of each tier. */
  | {
      readonly kind: 'tiers';
      readonly tiers: readonly TierQuota[];
      /** A ratio counts over the whole frame, or over those left after exclusions. */
      readonly denominator: 'frame' | 'eligible';
    }
  /** A stated total over the tiers named, split by largest remainder over their sizes. */
  | { readonly kind: 'total'; readonly n: number; readonly labels: readonly string[] };

/** A body that inspects in a task, with what its officers must hold. */
export interface TaskBody {
  /** Department code. */
  readonly department: string;
  /** Codes of the items that it inspects. */
  readonly items: readonly string[];
  /** Fields, each of which at least one of its officers must hold. */
  readonly needs: readonly string[];
  /** Two or more (行政处罚法 42: 执法人员不得少于两人). */
  readonly officers: number;
}

export interface Task {
  /** 抽查任务编号 */
  readonly no: string;
  readonly name: string;
  /** 随机抽查, 重点监管, 定向(风险) or 专项, which is planned apart and not counted as the yearly one (万年 三(二)2). */
  readonly kind: 'random' | 'key' | 'targeted' | 'special';
  /** 定向: drawn within stated conditions; 不定向: over the whole register. */
  readonly directed: boolean;
  readonly reach: 'joint' | 'department';
  /** Exactly one 牵头部门. */
  readonly lead: string;
  readonly partners: readonly string[];
  /** Lead and partners that go to the door; a partner may cooperate without going. */
  readonly bodies: readonly TaskBody[];
  /** 股室 and the role responsible in it (石狮 三(一)). */
  readonly section: string;
  readonly responsible: string;
  readonly frame: Frame;
  /** Classification scheme whose classes are the tiers; '' draws without classes. */
  readonly scheme: string;
  /** 专业领域, excepted from class ratios, with its reason (石狮 三(二)). */
  readonly professional: string;
  readonly quota: Quota;
  readonly drawsPerYear: number;
  /** 检查实施期 */
  readonly window: { readonly from: CivilDate; readonly to: CivilDate };
  /** The day by which it must be finished, and published where the policy gives one date for both. */
  readonly due: CivilDate;
  /** Working days from the end of the task to publication; the plan's own where the policy gives none (DESIGN 5a). */
  readonly publishWithin: number;
  readonly method: Method;
  readonly experts: readonly { readonly field: string; readonly number: number }[];
  readonly origin: 'own' | 'city' | 'province';
  /** Number in the outside platform, and what that platform says of it. */
  readonly outside: { readonly no: string; readonly state: 'unregistered' | 'sent' | 'confirmed' | 'differing' };
  /** The plan from above that it came with, and the body there that leads it; a local task has none. */
  readonly above?: { readonly plan: string; readonly lead: string };
  /** 重点领域 or frequent risk that a local task answers to (石狮 二), or the stated need of an uncapped tier. */
  readonly ground: string;
  /** Reasons that the office gave for findings that bind only 原则上. */
  readonly reasons: readonly { readonly finding: string; readonly words: string }[];
}

/** A review given by one of the policy's reviewers, on its own points, by a person who did not draft the plan. */
export interface Approval {
  readonly reviewer: string;
  readonly point: string;
  readonly by: string;
  readonly at: string;
}

export interface Plan {
  readonly no: string;
  readonly year: number;
  readonly version: number;
  readonly policy: string;
  readonly drafter: string;
  readonly draftedOn: CivilDate;
  readonly tasks: readonly Task[];
  /** Most departments and officers that go through one door. */
  readonly doorLimit: { readonly departments: number; readonly officers: number };
  readonly approvals: readonly Approval[];
  readonly state: 'draft' | 'reviewing' | 'approved' | 'issued' | 'published';
  /** Channel, address or photo, and time of each publication. */
  readonly published: readonly { readonly channel: string; readonly where: string; readonly on: CivilDate }[];
}
