/**
 * Who acts. Every door (command line, chat, sheet, page) turns its caller into an Actor before it calls a verb; a verb sees
 * nothing else of the caller.
 */

/** What a person may be. One person can hold several; a witness from outside holds only that one and no department. */
export const roles = [
  'office', // 联席办工作人员
  'liaison', // 联络员
  'head', // 部门负责人
  'legal', // 合法性审核人员（司法局）
  'inspector', // 执法检查人员
  'witness', // 监督人员
  'supervisor', // 督查单位（审改办等）：看，不办
  'outcome-reviewer', // 检查结果审核人员
  'discipline', // 纪检监察机构：接收问题线索
  'superior', // 上级联席办或业务主管部门：看，下达
  'county-office', // 县（市、区）工作机制办公室：抄送，不是成员
] as const;
export type Role = (typeof roles)[number];

/** 人大代表、政协委员、纪检监察部门、社会第三方 (福安 二(二)1); a department's own witness is `department`. */
export const witnessKinds = ['deputy', 'conference-member', 'discipline', 'third-party', 'department'] as const;
export type WitnessKind = (typeof witnessKinds)[number];

export interface Actor {
  /** Number of the person in the roll of people. */
  readonly person: string;
  readonly name: string;
  /** Department code; '' for a witness from outside. */
  readonly department: string;
  readonly roles: readonly Role[];
  readonly witness: WitnessKind | null;
  /** 单位工号, where the person is an inspector. */
  readonly inspector: string;
}
