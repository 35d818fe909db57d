/**
 * 抽查结果 as a closed list, never “passed or failed”: a closed shop is not one where nothing was found. Labels, codes and order are those of
 * the provincial platform (浙江 2017, spotcheck_main.js); what the national system counts as 发现问题待后续处理 is said beside each.
 */

export const outcomeCodes = [
  'no-problem',
  'pending',
  'commerce',
  'not-published',
  'false-published',
  'unreachable',
  'commerce-other',
  'food-drug',
  'quality',
  'other-department',
  'police',
  'corrected',
  'no-business',
  'closed',
  'uncooperative',
  'deregistered',
  'revoked',
  'cancelled',
  'moved',
] as const;
export type OutcomeCode = (typeof outcomeCodes)[number];

export interface OutcomeKind {
  readonly code: OutcomeCode;
  readonly label: string;
  readonly en: string;
  /** Code of the provincial platform. */
  readonly platform: string;
  /** The wider code that it belongs under, or null. */
  readonly parent: OutcomeCode | null;
  /** As the national system names it in its counts. */
  readonly national: OutcomeCode;
  /** Something was found, and is to be described. */
  readonly problem: boolean;
  /** Something remains to be done. */
  readonly followUp: boolean;
  /** About the subject itself and not about the item: it is no more, not there, or did not let anybody in. */
  readonly ofSubject: boolean;
  /** Known from the register without going anywhere: neither a method nor two officers are needed. */
  readonly fromRegister: boolean;
}

type Rest = Partial<Omit<OutcomeKind, 'code' | 'label' | 'en' | 'platform'>>;
const kind = (code: OutcomeCode, platform: string, label: string, en: string, rest: Rest = {}): OutcomeKind => ({
  code,
  label,
  en,
  platform,
  parent: null,
  national: code,
  problem: false,
  followUp: false,
  ofSubject: false,
  fromRegister: false,
  ...rest,
});
const open = { problem: true, followUp: true } as const;
/** Which rules were broken is the province's to know; the national system counts them as one. */
const againstRules = { ...open, parent: 'pending', national: 'pending' } as const;
const gone = { ofSubject: true, fromRegister: true } as const;

export const outcomeKinds: readonly OutcomeKind[] = [
  kind('no-problem', '1', '未发现问题', 'no problem found'),
  kind('pending', 'A', '发现问题待后续处理', 'problem found, to be dealt with', open),
  kind('commerce', '2', '违反工商行政管理相关规定', 'against rules of commerce administration', againstRules),
  kind('not-published', 'B', '未按规定公示应当公示的信息', 'did not publish what it must', {
    ...open,
    parent: 'commerce',
  }),
  kind('false-published', 'C', '公示信息隐瞒真实情况弄虚作假', 'published what is false', {
    ...open,
    parent: 'commerce',
  }),
  kind('unreachable', '6', '通过登记的住所（经营场所）无法联系', 'cannot be reached at its registered place', {
    ...open,
    parent: 'commerce',
    ofSubject: true,
  }),
  kind('commerce-other', 'D', '违反其他工商行政管理规定行为', 'other acts against commerce administration', {
    ...open,
    parent: 'commerce',
    national: 'pending',
  }),
  kind('food-drug', '3', '违反食品药品管理相关规定', 'against rules on food and drugs', againstRules),
  kind('quality', '4', '违反质量技术监督相关规定', 'against rules on quality supervision', againstRules),
  kind('other-department', '5', '违反其他部门相关规定', 'against rules of another department', againstRules),
  kind('police', 'G', '违反公安部门相关规定', 'against rules of public security', againstRules),
  kind('corrected', 'E', '发现问题经责令已改正', 'problem found, corrected when ordered', { problem: true }),
  kind('no-business', 'F', '未发现开展本次抽查涉及的经营活动', 'no business of the kind that is inspected'),
  kind('closed', '7', '已关闭停业或正在组织清算', 'closed, or being wound up', { ofSubject: true }),
  kind('uncooperative', '8', '不配合检查情节严重', 'seriously refused to cooperate', { ...open, ofSubject: true }),
  kind('deregistered', '9', '注销', 'deregistered', gone),
  kind('revoked', '10', '被吊销', 'licence revoked', gone),
  kind('cancelled', '11', '被撤销', 'registration cancelled', gone),
  kind('moved', '12', '迁出', 'moved out of the area', gone),
];

const byCode = new Map(outcomeKinds.map((each) => [each.code, each]));

export function kindOf(code: OutcomeCode): OutcomeKind {
  const found = byCode.get(code);
  if (found === undefined) throw new RangeError(`no outcome ${code}`);
  return found;
}

/** The code with all wider ones, itself first. */
export function pathOf(code: OutcomeCode): readonly OutcomeCode[] {
  const { parent } = kindOf(code);
  return parent === null ? [code] : [code, ...pathOf(parent)];
}
