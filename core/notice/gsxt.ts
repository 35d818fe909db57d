/**
 * 抽查结果 in the fields of 国家企业信用信息公示系统: one record for each task, authority and subject, its items as details (raninsItemName,
 * raninsCheckResName); the announcement of results has twelve columns. Results are named as the national system counts them.
 */
import type { CivilDate } from '../calendar.ts';
import { kindOf, type OutcomeCode } from '../outcome/code.ts';
import { outcomeId } from '../outcome/key.ts';
import type { Notice, Shown } from './notice.ts';
import { idHeading } from './receipt.ts';

/** A field of the system keeps its name, as its documents have it. */
export interface GsxtRecord {
  readonly raninsPlanId: string;
  readonly raninsPlaneName: string;
  readonly raninsTaskId: string;
  readonly raninsTaskName: string;
  readonly raninsTypeName: '定向' | '不定向';
  readonly insAuth: string;
  readonly insDate: CivilDate;
  readonly entName: string;
  readonly uniscId: string;
  readonly regNo: string;
  /** The whole, of all items. */
  readonly raninsCheckResName: string;
  readonly remark: string;
  readonly details: readonly GsxtDetail[];
}

export interface GsxtDetail {
  readonly seqno: number;
  readonly raninsItemName: string;
  readonly raninsCheckResName: string;
  /** 报送编号: by it an acknowledgement comes back. */
  readonly id: string;
}

/** What is said in place of a part that is kept back. */
export const keptBack = '依法不予公开';

export const resultName = (code: OutcomeCode): string => kindOf(kindOf(code).national).label;

/** Public notices as records, in the order of tasks and subjects. */
export function gsxtRecords(notices: readonly Notice[]): readonly GsxtRecord[] {
  const shown = notices.flatMap((notice): readonly Row[] => {
    const { body } = notice;
    return notice.state === 'public' && body.shown !== null ? [{ notice, shown: body.shown }] : [];
  });
  const groups = Map.groupBy(shown, ({ notice, shown: { taskId, authority } }) =>
    // Of whom it is is kept back: then nothing may tell which rows belong together.
    [taskId, authority, notice.kind === '' ? outcomeId(notice) : `${notice.kind}:${notice.number}`].join('\t'),
  );
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, rows]) => recordOf(rows));
}

interface Row {
  readonly notice: Notice;
  readonly shown: Shown;
}

function recordOf(rows: readonly Row[]): readonly GsxtRecord[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { notice, shown } = first;
  const details = rows.map(
    (row, i): GsxtDetail => ({
      seqno: i + 1,
      raninsItemName: row.shown.itemName === '' ? keptBack : row.shown.itemName,
      raninsCheckResName: resultName(row.shown.code),
      id: outcomeId(row.notice),
    }),
  );
  return [
    {
      raninsPlanId: shown.planId,
      raninsPlaneName: shown.planName,
      raninsTaskId: shown.taskId,
      raninsTaskName: shown.taskName,
      raninsTypeName: shown.directed ? '定向' : '不定向',
      insAuth: shown.authority,
      insDate: rows.map((row) => row.shown.checkedOn).reduce((last, day) => (day > last ? day : last)),
      entName: notice.kind === '' ? keptBack : notice.name,
      uniscId: notice.kind === 'uscc' ? notice.number : '',
      regNo: notice.kind === 'reg15' || notice.kind === 'older' ? notice.number : '',
      raninsCheckResName: wholeResult(rows.map((row) => row.shown.code)),
      remark: [...new Set(rows.map((row) => row.shown.finding).filter((words) => words !== ''))].join('；'),
      details,
    },
  ];
}

/** Of all items together: every result that is not 未发现问题, each once; that one only where there is no other. */
export function wholeResult(codes: readonly OutcomeCode[]): string {
  const names = [...new Set(codes.map(resultName))];
  const others = names.filter((name) => name !== resultName('no-problem'));
  return (others.length === 0 ? names : others).join('；');
}

/** 结果公告, twelve columns. */
export const announcementHeaders = [
  ...['序号', '抽查计划编号', '抽查计划名称', '抽查任务编号', '抽查任务名称', '抽查类型', '检查机关'],
  ...['市场主体名称', '统一社会信用代码/注册号', '检查完成日期', '检查结果', '备注'],
] as const;

export const announcementRows = (records: readonly GsxtRecord[]): readonly (readonly string[])[] =>
  records.map((record, i) => [
    ...[String(i + 1), record.raninsPlanId, record.raninsPlaneName, record.raninsTaskId, record.raninsTaskName],
    ...[record.raninsTypeName, record.insAuth, record.entName, numberOf(record), record.insDate],
    ...[record.raninsCheckResName, record.remark],
  ]);

/** 单户明细, with blank columns in which a receipt can be given back. */
export const detailHeaders = [
  ...[idHeading, '抽查计划编号', '抽查任务编号', '抽查任务名称', '抽查类型', '检查机关', '市场主体名称'],
  ...['统一社会信用代码/注册号', '序号', '检查事项', '检查结果', '检查完成日期'],
  ...['接收结果', '平台编号', '退回原因'],
] as const;

export const detailRows = (records: readonly GsxtRecord[]): readonly (readonly string[])[] =>
  records.flatMap((record) =>
    record.details.map((detail) => [
      ...[detail.id, record.raninsPlanId, record.raninsTaskId, record.raninsTaskName, record.raninsTypeName],
      ...[record.insAuth, record.entName, numberOf(record), String(detail.seqno), detail.raninsItemName],
      ...[detail.raninsCheckResName, record.insDate, '', '', ''],
    ]),
  );

const numberOf = ({ uniscId, regNo }: GsxtRecord): string => (uniscId === '' ? regNo : uniscId);
