/**
 * 通报、小结: a bulletin as a value, with its numbers as they were on the day of issue. Threads, papers, workbooks and pages are made from it
 * and count nothing themselves. Official text is Chinese only. Departments stand in the order of the register and are never ranked
 * (国办发〔2024〕54号); enterprises are not named in it.
 */
import type { CivilDate } from '../calendar.ts';
import type { Figure } from '../policy/figure.ts';
import type { Lacking, RowKind } from './figure.ts';

export const bulletinKinds = [
  'quarter', // 季度通报 (甘州 2023 二(四)2)
  'regular', // 计划执行情况通报, on any day (甘州 2023 二(四)2, 万年 2022 四(四))
  'half-year', // 上半年工作小结
  'year', // 全年工作总结
] as const;
export type BulletinKind = (typeof bulletinKinds)[number];

/** A figure as it is printed. */
export interface PrintedFigure {
  readonly figure: Figure;
  readonly name: string;
  /** 口径: 分子 ÷ 分母, or what is counted. */
  readonly definition: string;
  /** `96.7%（29÷30）`, `7`, or `无数据`. */
  readonly value: string;
  readonly n: number | null;
  readonly of: number | null;
  /** Basis points of the value as it is printed, null where there is no rate. */
  readonly bp: number | null;
  /** `目标 100%（甘州 … 二(二)3）`; empty where the policy sets none. */
  readonly goals: readonly { readonly text: string; readonly met: boolean | null }[];
  readonly parts: readonly { readonly name: string; readonly value: string }[];
  /** Names of those who entered no number. */
  readonly silent: readonly string[];
  /** Rows that do not count, so that the figure opens to them; the first ones, and how many there are. */
  readonly lacking: readonly {
    readonly kind: RowKind;
    readonly id: string;
    readonly name: string;
    readonly why: Lacking;
  }[];
  readonly lackingInAll: number;
}

export interface PrintedDepartment {
  readonly code: string;
  readonly name: string;
  readonly figures: readonly PrintedFigure[];
}

export interface OverdueLine {
  readonly department: string;
  readonly what: string;
  /** The day that has passed. */
  readonly due: CivilDate;
}

/** A trade (抽查领域) or an item, as the year's checks show it (福安 2018 二(三)2, 甘州 2023 二(二)5, 三明 2025 四(九)). */
export interface TradeLine {
  readonly name: string;
  readonly checked: number;
  readonly found: number;
  /** Subjects with a finding more than once. */
  readonly repeated: number;
  readonly open: number;
}

/** 典型经验做法、亮点、案例, as a unit sent them. */
export interface PracticeLine {
  readonly unit: string;
  readonly part: string;
  readonly words: string;
}

/** 工作动态, as a unit sent it in (三明 2025 五(十四)). */
export interface NewsLine {
  readonly unit: string;
  readonly title: string;
  readonly on: CivilDate;
  /** Where it was published, or ''. */
  readonly where: string;
}

export interface NextYearLine {
  readonly unit: string;
  readonly tasks: readonly string[];
  readonly words: string;
}

export interface Bulletin {
  readonly kind: BulletinKind;
  /** `quarter/2023-2`, `half-year/2025`, `year/2025`, `regular/2023-06-30`: names it for ever. */
  readonly period: string;
  readonly title: string;
  /** 印发单位, in the order of the document. */
  readonly issuers: readonly string[];
  readonly on: CivilDate;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** 一段话总述. */
  readonly opening: string;
  /** Figures that the policy in force sets a goal for, of the whole area. */
  readonly figures: readonly PrintedFigure[];
  readonly departments: readonly PrintedDepartment[];
  /** Tasks from above and our own, counted apart (石狮 2024 二). */
  readonly origins: readonly { readonly name: string; readonly tasks: number; readonly finished: number }[];
  readonly overdue: readonly OverdueLine[];
  /** Outcomes that are public, by their kinds in the order of the code list; totals add up. */
  readonly outcomes: readonly { readonly name: string; readonly n: number }[];
  readonly trades: readonly TradeLine[];
  readonly items: readonly TradeLine[];
  readonly practice: readonly PracticeLine[];
  /** In the order of their days. */
  readonly news: readonly NewsLine[];
  /** 四种不当检查 (三明 2025 四(十二)), with what is on record of each. */
  readonly badChecks: readonly { readonly name: string; readonly signs: readonly string[] }[];
  /** 报送情况: who sent its summary, when, and whether late. */
  readonly summaries: readonly { readonly unit: string; readonly state: string }[];
  /** 下一步工作, as the office writes it. */
  readonly next: readonly string[];
  readonly nextYear: readonly NextYearLine[];
}

/** A chapter of the text: what papers and threads show one after the other. */
export interface Section {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly Table[];
}

export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Small print under it. */
  readonly notes: readonly string[];
}
