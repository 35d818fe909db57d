/**
 * What a policy can say. One shape holds every document: a jurisdiction is a value of this type, plain JSON, and nothing
 * anywhere asks which one it is. What a document does not say is `null` or absent from its list, never a default.
 */
import type { CivilDate } from '../calendar.ts';
import type { Degree } from '../outcome/degree.ts';
import type { BasisPoints } from '../plan/ratio.ts';
import type { InspectorKind } from '../registry/inspector.ts';
import type { Method } from '../registry/item.ts';
import type { Occasion, SubjectType } from '../registry/subject.ts';
import type { Words } from '../words.ts';
import type { Cited } from './cited.ts';
import type { Duty } from './duty.ts';
import type { Figure } from './figure.ts';

/** Who owes, receives, leads or decides. Departments have their codes; these are the roles that documents speak of. */
export const parties = [
  'office', // 联席会议办公室
  'regulator', // 市场监督管理局
  'legal', // 司法局
  'reform-office', // 审改办
  'member', // 成员单位、各部门
  'proposer', // 提出单位
  'county-office', // 县(市、区)工作机制办公室
  'lead', // 牵头部门、发起部门
  'partner', // 配合部门
  'competent', // 行业主管部门
  'section', // 股(室)
  'market-section', // 市场规范监管股
  'head', // 主要领导
  'township', // 乡镇人民政府
  'city-superior', // 市级部门
  'province-superior', // 省级部门
  'court', // 司法机关
] as const;
export type Party = (typeof parties)[number];

/** A class of one scheme. The same letter means different things in two schemes, so that no label stands alone. */
export interface ClassRef {
  readonly scheme: string;
  readonly label: string;
}

export interface Scheme {
  /** Whom it classifies. */
  readonly types: readonly SubjectType[];
  /** The policy's rules for the classes of that scheme hold for the same letters of this one. */
  readonly like: string | null;
  /** `credit`: 通用型信用风险分类; `pool`: a local pool; `key-directory`: 重点抽查名录库. A department's own: `own`. */
  readonly id: string;
  /** From lowest risk to highest. */
  readonly classes: readonly { readonly label: string; readonly zh: string }[];
}

/** Documents give directions more often than numbers; they bind a plan's numbers by order. */
export type Direction = 'spared' | 'below-usual' | 'usual' | 'above-usual' | 'far-above-usual';

export type Area = 'general' | 'key';

export type Cap =
  | { readonly kind: 'visits'; readonly n: number }
  /** 根据监管工作实际需要确定: no number; the plan states the need. */
  | { readonly kind: 'as-needed' }
  /** 法定检查次数上限, recorded with each item. */
  | { readonly kind: 'statutory' };

/** `in-principle` (原则上): departed from only for a stated reason. */
export type Binding = 'firm' | 'in-principle';

export type Bound = 'at-least' | 'at-most';

/** Distinct subjects drawn in a policy year over all ceremonies, out of a roll of stated date. */
export interface Coverage {
  readonly bound: Bound;
  readonly bp: BasisPoints;
  /** Out of all subjects of these types, or out of one class. */
  readonly of:
    | { readonly kind: 'types'; readonly types: readonly SubjectType[] }
    | ({ readonly kind: 'class' } & ClassRef);
  readonly binding: Binding;
}

/** Grounds on which somebody is visited without having been drawn. `other` is written out. */
export const grounds = [
  'complaint', // 投诉举报
  'assigned', // 上级交办
  'transferred', // 外地移送
  'safety', // 安全生产
  'environment', // 环境保护
  'fire', // 应急消防
  'occupational-health', // 职业卫生
  'emergency', // 突发事件
  'other', // 等特殊情况
] as const;
export type Ground = (typeof grounds)[number];

export type ReviewPoint = 'share' | 'frequency' | 'repetition' | 'legality';

/** Where a day comes from. Yearly ones name month and day; the policy's term says which years they fall in. */
export type When =
  | { readonly kind: 'date'; readonly date: CivilDate }
  | { readonly kind: 'yearly'; readonly month: number; readonly day: number }
  | { readonly kind: 'month-end'; readonly month: number }
  | { readonly kind: 'year-end'; readonly year: number }
  | { readonly kind: 'working-days'; readonly n: number; readonly after: 'task-end' }
  | { readonly kind: 'before'; readonly event: 'first-draw' | 'plan-publication' };

export const deadlineKeys = [
  'half-year-report',
  'year-report',
  'next-year-plan',
  'finish', // 完成
  'finish-and-publish', // 完成抽查并向社会公示
  'publish', // 录入并公示
  'publish-plan', // 提前向社会公布
  'consult-partners', // 计划发布前会商
  'mechanism-coverage', // 监管全覆盖
  'joint-inspectors-renewed', // 联合检查执法人员库更新
  'joint-items-filed', // 联合检查事项清单报备
  'plans-registered', // 计划录入平台
] as const;
export type DeadlineKey = (typeof deadlineKeys)[number];

export interface Deadline {
  readonly key: DeadlineKey;
  readonly when: When;
  readonly by: readonly Party[];
  /** Each receiver gives its own receipt. */
  readonly to: readonly Party[];
  readonly binding: Binding;
}

export interface Target {
  readonly figure: Figure;
  readonly goal:
    | { readonly kind: 'share'; readonly bp: BasisPoints }
    /** 应…尽…, 均, 都: every one, said without a number. */
    | { readonly kind: 'all' }
    | { readonly kind: 'count'; readonly n: number; readonly per: 'month' | 'year'; readonly each: 'department' }
    /** 提高: the direction only; the figure is computed and never ranked. */
    | { readonly kind: 'rise' };
}

export type Step = 'plan' | 'subjects' | 'inspectors' | 'outcomes';

/** What departments keep or write, each owed by somebody. */
export const listKeys = [
  'items', // 随机抽查事项清单
  'joint-matters', // 多部门监管责任事项清单
  'joint-items', // 联合检查事项清单 (A类库)
  'implementation', // 检查实施清单
  'subjects', // 检查对象名录库
  'inspectors', // 执法检查人员名录库
  'joint-inspectors', // 联合检查执法人员库
  'experts', // 专家名录库
  'key-directory', // 重点抽查名录库
  'shared-pool', // 本系统同类人员库
  'rule', // 工作细则或指引
  'system-rule', // 本系统实施细则
  'method', // 具体办法
  'own-plan', // 本部门计划
  'check-form', // 检查表格
  'key-supervision', // 重点监管内容
  'opinion', // “管什么、怎么管”的意见
  'leniency', // 包容审慎“四张清单”
  'exemption', // 免处罚强制清单
  'work-report', // 监管工作情况
  'credit-files', // 诚信档案和行业黑名单
] as const;
export type ListKey = (typeof listKeys)[number];

export interface Owed {
  readonly list: ListKey;
  readonly by: readonly Party[];
  /** Of those, the ones that the document names; all of them where it is left out. */
  readonly members?: readonly string[];
  readonly to: readonly Party[];
  /** Parts without which it is incomplete, in the document's order. */
  readonly elements: readonly string[];
}

export const owing = (list: ListKey, by: Party, to: readonly Party[] = [], elements: readonly string[] = []): Owed => ({
  list,
  by: [by],
  to,
  elements,
});

export interface PublicationRule {
  readonly what:
    | 'plan'
    | 'item-list'
    | 'joint-list'
    | 'draw'
    | 'outcome'
    | 'penalty'
    | 'complaint-telephone'
    | 'complaint-result'
    /** 曝光台: a finding with a final decision, shown as bad faith until a day. */
    | 'exposure';
  readonly channels: readonly string[];
  /** One of the channels is enough, or every one must be served. */
  readonly each: 'any' | 'all';
}

/** An extra visit apart from the draws: on which grounds, and who must have been told. */
export interface Exception {
  /** The class that is otherwise left alone, or the quiet period. */
  readonly covers: ({ readonly kind: 'class' } & ClassRef) | { readonly kind: 'quiet-period' };
  readonly grounds: readonly Ground[];
  readonly receivers: readonly Party[];
}

/** Who organises the draws of a class, who settles its list, and who proposes it. */
export interface Stewardship extends ClassRef {
  readonly organiser: Party;
  readonly settles: Party | null;
  readonly proposes: Party | null;
}

export interface Move {
  readonly scheme: string;
  readonly from: string;
  readonly to: string;
  /** A violation found, or a clean check with somebody's request and the office's confirmation. */
  readonly on:
    | { readonly kind: 'violation'; readonly degree: Degree }
    | { readonly kind: 'clean'; readonly requestedBy: readonly ('subject' | Party)[]; readonly confirmedBy: Party };
}

export interface Head {
  readonly title: Cited<string>;
  readonly number: Cited<string> | null;
  readonly indexNumber: Cited<string> | null;
  readonly date: Cited<CivilDate>;
  readonly publishedOn: Cited<CivilDate> | null;
  readonly issuers: Cited<readonly string[]>;
  /** 代章: another's seal stands for the office's; `by` is null where the document does not say whose. */
  readonly seal: Cited<{ readonly by: string | null }> | null;
  readonly disclosure: Cited<'active'> | null;
  readonly addressees: readonly Cited<{ readonly name: string; readonly party: Party; readonly member: boolean }>[];
  /** The documents that it carries out. */
  readonly superiors: readonly Cited<{ readonly title: string; readonly number: string | null }>[];
  readonly annexes: readonly Cited<string>[];
}

export type State =
  | { readonly kind: 'in-force' }
  | { readonly kind: 'lapsed'; readonly from: CivilDate }
  | { readonly kind: 'abolished'; readonly from: CivilDate };

/** A plan for one year, or a standing scheme whose first policy year may end later than its calendar year. */
export type Term =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'standing'; readonly firstYear: { readonly from: CivilDate; readonly to: CivilDate } };

export interface Policy {
  readonly id: string;
  readonly name: Words;
  readonly area: { readonly code: string; readonly name: string };
  readonly head: Head;
  /** It binds from this day; what lies before is “before effect”, not missed. */
  readonly from: CivilDate;
  readonly state: State;
  readonly term: Cited<Term>;

  // Who takes part
  readonly members: Cited<readonly string[]> | null;
  readonly memberDuties: readonly Cited<{ readonly members: readonly string[]; readonly duty: Words }>[];
  readonly convenor: Cited<string> | null;
  readonly contactRoutes: readonly Cited<{
    readonly about: 'company' | 'other-organisation' | 'platform-or-practice';
    readonly to: Party;
  }>[];
  readonly supervisors: Cited<readonly Party[]> | null;

  // Whom a draw can reach
  readonly schemes: readonly Cited<Scheme>[];
  /** Where a task's scheme has no class for a subject, the class of this scheme is taken and the record says so. */
  readonly fallback: Cited<{ readonly scheme: string; readonly whose: Party }> | null;
  readonly directions: readonly Cited<
    ClassRef & { readonly of: 'share' | 'frequency'; readonly direction: Direction }
  >[];
  /** Shares rise along these classes. */
  readonly order: Cited<{ readonly scheme: string; readonly labels: readonly string[] }> | null;
  /** Each class has a ratio of its own, unless the task is 专业领域. */
  readonly ownRatios: Cited<{ readonly scheme: string; readonly exceptProfessional: boolean }> | null;
  readonly keyFields: Cited<readonly string[]> | null;
  readonly keySafeties: Cited<readonly ('public' | 'economic' | 'ecological' | 'production' | 'ideological')[]> | null;
  readonly keyArea: Cited<'health-and-safety'> | null;
  readonly caps: readonly Cited<{ readonly area: Area; readonly of: ClassRef | null; readonly cap: Cap }>[];
  readonly capScopes: readonly Cited<{ readonly area: Area; readonly across: 'all-departments' | 'each-department' }>[];
  readonly capCounts: Cited<{
    readonly methods: readonly Method[];
    readonly occasions: readonly Occasion[];
  }> | null;
  readonly coverage: readonly Cited<Coverage>[];
  readonly drawsPerYear: Cited<{ readonly atLeast: number; readonly binding: Binding }> | null;
  readonly visitsPerYear: readonly Cited<ClassRef & { readonly atLeast: number }>[];
  readonly jointOnly: readonly Cited<ClassRef>[];
  readonly deskFirst: readonly Cited<ClassRef & { readonly cleanSuffices: boolean }>[];
  readonly stewardships: readonly Cited<Stewardship>[];
  readonly entryGrounds: readonly Cited<ClassRef & { readonly grounds: readonly string[] }>[];
  readonly moves: readonly Cited<Move>[];
  readonly adjustmentsPerYear: Cited<number> | null;

  // When
  /** Months in which a class is visited; `months: null` is at any time. The rest of the year is quiet. */
  readonly windows: readonly Cited<ClassRef & { readonly months: readonly number[] | null }>[];
  readonly exceptions: readonly Cited<Exception>[];
  readonly consultation: Cited<{ readonly opened: CivilDate }> | null;
  readonly deadlines: readonly Cited<Deadline>[];
  readonly reportParts: Cited<readonly string[]> | null;
  readonly bulletins: readonly Cited<{ readonly every: 'quarter' | 'regular'; readonly by: readonly Party[] }>[];

  // By whom, how, and where it is of record
  readonly reviews: readonly Cited<{ readonly by: Party; readonly points: readonly ReviewPoint[] }>[];
  readonly inspectorKinds: Cited<readonly InspectorKind[]> | null;
  readonly assistants: Cited<readonly string[]> | null;
  readonly methods: Cited<readonly Method[]> | null;
  readonly drawWays: Cited<readonly ('lottery-machine' | 'computer' | 'lot')[]> | null;
  readonly witnesses: Cited<readonly string[]> | null;
  readonly substitutes: Cited<{ readonly on: readonly ('recusal' | 'unable')[] }> | null;
  readonly recordSigners: Cited<readonly ('drawer' | 'supervisor')[]> | null;
  readonly platforms: readonly Cited<{ readonly step: Step; readonly name: string }>[];
  readonly ownSystem: Cited<true> | null;
  readonly publications: readonly Cited<PublicationRule>[];

  // What is measured and what is owed
  readonly targets: readonly Cited<Target>[];
  readonly owed: readonly Cited<Owed>[];
  readonly disposals: Cited<readonly ('coercion' | 'penalty' | 'joint-punishment' | 'judicial-transfer')[]> | null;
  /** Where joint punishment bites (甘州 二(二)5). */
  readonly punishmentFields: Cited<readonly string[]> | null;
  readonly recheckCriteria: Cited<readonly ('compliance' | 'completeness' | 'precision')[]> | null;
  readonly badChecks: Cited<readonly string[]> | null;
  /** Rules without a number that a stage of the product holds. */
  readonly duties: readonly Cited<Duty>[];
  /** What only people can do: listed so that nothing of the document is dropped in silence. */
  readonly peoplesWork: readonly Cited<Words>[];
}
