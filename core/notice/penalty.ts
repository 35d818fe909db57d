/**
 * 行政处罚信息, as it goes to the national system beside the outcomes (三明 四(九) 行政处罚等信用信息及时归集): each decision with the task in which
 * the finding was made, the enterprise, and where it is on record as made public. A decision is public by an act of its own, and not by this list.
 */
import type { CivilDate } from '../calendar.ts';
import type { Measure } from '../follow-up/act.ts';
import { keptBack } from './gsxt.ts';

export interface PenaltyRecord {
  /** 决定书文号 */
  readonly number: string;
  readonly measure: Measure;
  readonly on: CivilDate;
  readonly words: string;
  readonly authority: string;
  /** In the form of the national system; several where the findings were made in several tasks. */
  readonly taskIds: readonly string[];
  readonly taskNames: readonly string[];
  /** Null where the name of whom it is about is kept back by decision. */
  readonly subject: { readonly name: string; readonly number: string } | null;
  /** 检查编号 */
  readonly visits: readonly string[];
  readonly items: readonly string[];
  /** Channels on which it is on record as made public. */
  readonly published: readonly string[];
  /** Every channel that the policy asks for has it. */
  readonly served: boolean;
}

export const penaltyHeaders = [
  ...['序号', '处罚决定书文号', '类别', '决定日期', '处罚机关', '抽查任务编号', '抽查任务名称'],
  ...['市场主体名称', '统一社会信用代码/注册号', '检查编号', '检查事项', '处罚内容', '公布渠道', '归集状态'],
] as const;

const measureNames: Readonly<Record<Measure, string>> = { penalty: '行政处罚', coercion: '行政强制' };

export const penaltyRows = (records: readonly PenaltyRecord[]): readonly (readonly string[])[] =>
  records.map((each, i) => [
    ...[String(i + 1), each.number, measureNames[each.measure], each.on, each.authority],
    ...[each.taskIds.join('；'), each.taskNames.join('；'), each.subject?.name ?? keptBack, each.subject?.number ?? ''],
    ...[each.visits.join('；'), each.items.join('；'), each.words, each.published.join('、')],
    each.served ? '已归集' : '未归集',
  ]);

/** A number of a decision as it is compared: brackets and spaces are typed in many ways. */
export const plainNumber = (number: string): string =>
  number
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[[(〔【]/g, '〔')
    .replace(/[\])〕】]/g, '〕')
    .toUpperCase();
