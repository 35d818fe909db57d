/**
 * 抽查事项: what may be inspected at all (清单之外无检查). The nine elements are those of 福安 2018 二(一)1.
 */
import type { CivilDate } from '../calendar.ts';
import type { Ratio } from '../plan/ratio.ts';

/** 实地检查, 书面检查, 网络监测 (福安 二(二)2). */
export const methods = ['on-site', 'desk', 'online'] as const;
export type Method = (typeof methods)[number];

export interface Item {
  readonly code: string;
  /** 抽查事项名称 */
  readonly name: string;
  /** 抽查依据 */
  readonly basis: string;
  /** 抽查主体: department code. */
  readonly body: string;
  /** 抽查对象, in words. */
  readonly subjects: string;
  /** 抽查内容 */
  readonly content: string;
  /** 抽查标准和要点, one a line; also the points of its check form (福安 二(二)2). */
  readonly points: readonly string[];
  readonly methods: readonly Method[];
  /** 抽查比例 as understood, and as written. */
  readonly ratio: Ratio | null;
  readonly ratioText: string;
  /** 抽查频次: draws per year. */
  readonly drawsPerYear: number;
  /** 一般检查事项 or 重点检查事项 (国市监信〔2019〕38号); decides general or key area for a task. */
  readonly category: 'general' | 'key';
  /** 抽查领域, 行业 */
  readonly field: string;
  /** 行业主管部门 and 审批部门 (谁审批、谁监管，谁主管、谁监管). */
  readonly competent: string;
  readonly approving: string;
  /** 权责清单编号, or ''. */
  readonly powerNumber: string;
  /** 法定检查次数上限 per year, where one is published; key items need it (三明 一(三)). */
  readonly statutoryCap: number | null;
  /** The five safeties of 福安 二(四), where one applies. */
  readonly safety: 'public' | 'economic' | 'ecological' | 'production' | 'ideological' | null;
  /** 责任股室 to which the matter is broken down (甘州 二(三)2), or ''. */
  readonly section: string;
  /** 目录清单 claimed; 检查实施清单 made. */
  readonly claimed: boolean;
  readonly implemented: boolean;
  /** On the joint list (部门联合抽查事项清单) or the department's own. */
  readonly list: 'joint' | 'department';
  /** From this day its basis is repealed: it cannot be planned or drawn. */
  readonly repealedFrom: CivilDate | null;
  readonly replacedBy: string;
}

/** 多部门监管责任事项清单: a row gives lead and partners of a joint matter (福安 二(一)1). */
export interface JointMatter {
  readonly code: string;
  readonly matter: string;
  readonly basis: string;
  readonly lead: string;
  readonly partners: readonly string[];
  /** Codes of the items that it joins. */
  readonly items: readonly string[];
  readonly powerNumber: string;
}
