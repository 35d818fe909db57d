/**
 * 检查对象: whoever may be inspected. A subject is known by (kind of number, number): one in eight rows of real lists has
 * no 18-character code. It has no tier column; what it is for a draw follows from its dated classifications.
 */
import type { CivilDate } from '../calendar.ts';
import type { Method } from './item.ts';

/** 18-character 统一社会信用代码, 15-digit 注册号, or an older number, kept as it stands. */
export const numberKinds = ['uscc', 'reg15', 'older'] as const;
export type NumberKind = (typeof numberKinds)[number];

export interface SubjectKey {
  readonly kind: NumberKind;
  readonly number: string;
}

/** 企业, 个体工商户, 农民专业合作社, 外企代表机构, 事业单位, 社会组织, or a product, project or other thing under supervision. */
export const subjectTypes = [
  'enterprise',
  'sole-trader',
  'cooperative',
  'foreign-office',
  'institution',
  'association',
  'other',
] as const;
export type SubjectType = (typeof subjectTypes)[number];

/** 存续, 注销, 吊销, 撤销, 迁出. Only `active` subjects can be drawn. */
export const subjectStatuses = ['active', 'cancelled', 'revoked', 'annulled', 'moved-out'] as const;
export type SubjectStatus = (typeof subjectStatuses)[number];

export interface Subject extends SubjectKey {
  /** As registered, normalised to NFC with half-width letters and full-width brackets. */
  readonly name: string;
  readonly type: SubjectType;
  /** 监管标签, 行业, 专项库: what the frame of a task can ask for. */
  readonly tags: readonly string[];
  /** 登记机关 */
  readonly authority: string;
  /** 管辖单位: the place of a visit, matched against an inspector's place where the plan asks for it. */
  readonly place: string;
  readonly status: SubjectStatus;
}

/**
 * One statement about a subject under one scheme at one date: 通用型 credit risk, a department's own class, a risk index,
 * a local pool (万年 A/B/C), the key directory (福安 重点抽查名录库). The same letter means different things in two schemes.
 */
export interface Classification extends SubjectKey {
  readonly scheme: string;
  readonly class: string;
  /** Who says so, and from which list. */
  readonly source: string;
  readonly date: CivilDate;
}

/** 双随机抽查, 触发式检查 (complaints, orders from above), 复查. */
export const occasions = ['drawn', 'triggered', 'recheck'] as const;
export type Occasion = (typeof occasions)[number];

/** A check of any origin that counts toward a year's allowance, also one made before this system began. */
export interface PastCheck extends SubjectKey {
  readonly date: CivilDate;
  /** Code of the inspecting department. */
  readonly department: string;
  /** Codes of the items inspected; empty where the source does not say. */
  readonly items: readonly string[];
  readonly method: Method;
  readonly occasion: Occasion;
}

/** `kind:number`, the one text form of a key; sorts by ASCII bytes. */
export const keyText = (key: SubjectKey): string => `${key.kind}:${key.number}`;

/** `uscc:91…` back into a key; null where it is none. */
export function keyOfText(text: string): SubjectKey | null {
  const at = text.indexOf(':');
  const kind = numberKinds.find((each) => each === text.slice(0, at));
  return kind === undefined || at + 1 >= text.length ? null : { kind, number: text.slice(at + 1) };
}
