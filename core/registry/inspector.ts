/**
 * 执法检查人员 and experts. No telephone, identity number, age or schooling: nothing personal beyond what a draw needs.
 */
import type { CivilDate } from '../calendar.ts';
import type { SubjectKey } from './subject.ts';

/** 执法类公务员, 具有执法资格的工作人员, 日常监管人员 (万年 三(一)2): the third may hold no certificate and never counts as one of two. */
export const inspectorKinds = ['civil-servant', 'qualified', 'daily'] as const;
export type InspectorKind = (typeof inspectorKinds)[number];

export interface Certificate {
  /** 执法证号 */
  readonly number: string;
  /** The last day on which it is valid. */
  readonly validUntil: CivilDate;
}

export interface Inspector {
  /** 单位工号: stands for the person in public records. */
  readonly number: string;
  readonly name: string;
  /** Code of the department (body with its own enforcement power) that the person inspects for. */
  readonly department: string;
  /** Code of section or station, or ''. */
  readonly section: string;
  readonly kind: InspectorKind;
  readonly certificate: Certificate | null;
  /** 业务专长、执法事项范围: the fields that a post may ask for. */
  readonly fields: readonly string[];
  /** 所在辖区, or '' for the whole jurisdiction. */
  readonly place: string;
  /** In the office's 联合检查执法人员库 (万年 三(一)2). */
  readonly joint: boolean;
  /** Most visits that the person takes in one ceremony. */
  readonly capacity: number;
  /** The day the person left the roll, or null. Old records keep the number. */
  readonly left: CivilDate | null;
}

/** 专家、专业机构人员: assists beside two officers, never instead of one. */
export interface Expert {
  readonly number: string;
  readonly name: string;
  /** 检测机构、科研院所、事务所 */
  readonly body: string;
  readonly fields: readonly string[];
  readonly left: CivilDate | null;
}

/** 回避 known beforehand: this person never visits this subject. The reason is kept by the person's department only. */
export interface Recusal extends SubjectKey {
  /** Number of the inspector. */
  readonly inspector: string;
}
