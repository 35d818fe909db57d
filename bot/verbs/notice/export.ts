/**
 * 报送文件: what a department has public, in the fields of the national system, for each destination: .xlsx and CSV that take the receipt back in their
 * last columns, and JSON. What is not public yet is in none of them. For the press and the board there is a text that names no enterprise.
 */
import {
  announcementHeaders,
  announcementRows,
  detailHeaders,
  detailRows,
  type GsxtRecord,
  gsxtRecords,
} from '../../../core/notice/gsxt.ts';
import type { Notice } from '../../../core/notice/notice.ts';
import { type PenaltyRecord, penaltyHeaders, penaltyRows } from '../../../core/notice/penalty.ts';
import { type RecordState, recordState } from '../../../core/notice/reconcile.ts';
import { ok, type Result } from '../../../core/result.ts';
import { writeCsv } from '../../../core/sheet/csv.ts';
import { writeWorkbook } from '../../../core/sheet/xlsx.ts';
import { standingNotices } from '../../../db/notices.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { civil } from '../../say/time.ts';
import { dayOf } from '../../today.ts';
import { type OutcomeBook, outcomeBook } from '../outcome/book.ts';
import { reachOf } from '../outcome/reach.ts';
import { answersOf } from './answered.ts';
import { penaltiesIn } from './penalties.ts';

export const exportForms = ['xlsx', 'csv', 'json', 'txt'] as const;
export type ExportForm = (typeof exportForms)[number];

export interface ExportAsked {
  readonly book: string;
  /** '' for the actor's own; the office's are those of all. */
  readonly department: string;
  /** Only what this destination has not confirmed; '' for everything. */
  readonly destination: string;
  readonly form: ExportForm;
}

export interface Exported {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly records: number;
  readonly outcomes: number;
  /** Decisions about findings of the draw. */
  readonly penalties: number;
}

export async function exportNotices(deps: Deps, actor: Actor, asked: ExportAsked): Promise<Result<Exported, Refusal>> {
  const read = await publicRead(deps, actor, asked);
  if (!read.ok) return read;
  const { notices, today, book, department } = read.value;
  const records = gsxtRecords(notices);
  const penalties = await penaltiesIn(deps, book, department);
  return ok({
    file: `检查结果公示_${asked.book}_${today}.${asked.form}`,
    bytes: await bytesOf(records, penalties, asked.form, today),
    records: records.length,
    outcomes: notices.length,
    penalties: penalties.length,
  });
}

async function bytesOf(
  records: readonly GsxtRecord[],
  penalties: readonly PenaltyRecord[],
  form: ExportForm,
  today: string,
): Promise<Uint8Array> {
  switch (form) {
    case 'xlsx':
      return writeWorkbook(
        [
          { name: '结果公告', headers: announcementHeaders, rows: announcementRows(records) },
          {
            name: '单户明细',
            headers: detailHeaders,
            rows: detailRows(records),
            choices: new Map([[detailHeaders.indexOf('接收结果'), { options: ['已接收', '被退回'], several: false }]]),
          },
          ...(penalties.length === 0
            ? []
            : [{ name: '行政处罚信息', headers: penaltyHeaders, rows: penaltyRows(penalties) }]),
        ],
        today,
      );
    case 'csv':
      return new TextEncoder().encode(`\ufeff${writeCsv([[...detailHeaders], ...detailRows(records)])}`);
    case 'json':
      return new TextEncoder().encode(`${JSON.stringify({ list: records, penalties }, null, 1)}\n`);
    case 'txt':
      return new TextEncoder().encode(`${releaseText(records, today)}\n`);
  }
}

/** For papers, radio and boards (福安 二(二)3): tasks, how many were inspected and with what results; no enterprise is named. */
function releaseText(records: readonly GsxtRecord[], today: string): string {
  const byTask = [...Map.groupBy(records, ({ raninsTaskId }) => raninsTaskId).values()];
  const lines = byTask.map((group) => {
    const [first] = group;
    const results = [...Map.groupBy(group, ({ raninsCheckResName }) => raninsCheckResName)].map(
      ([name, those]) => `${name}${those.length}户`,
    );
    const bodies = [...new Set(group.map(({ insAuth }) => insAuth))].join('、');
    return `${first?.raninsTaskName}（任务编号${first?.raninsTaskId}）：${bodies}共检查${group.length}户次，其中${results.join('，')}。`;
  });
  return [
    '“双随机、一公开”抽查检查结果公告',
    '',
    ...lines,
    '',
    `各检查对象的检查结果，可在公示平台按名称或者统一社会信用代码查询。`,
    civil(today).zh,
  ].join('\n');
}

interface Read {
  readonly notices: readonly Notice[];
  readonly today: string;
  readonly book: OutcomeBook;
  /** Whose; '' for all. */
  readonly department: string;
}

/** What somebody may take out: his department's, the office everybody's. */
async function publicRead(
  deps: Deps,
  actor: Actor,
  { book, department, destination }: Pick<ExportAsked, 'book' | 'department' | 'destination'>,
): Promise<Result<Read, Refusal>> {
  const reach = await reachOf(deps, actor);
  if (reach === null || (reach.department !== null && department !== '' && department !== reach.department))
    return refuse('outcome', { reason: 'not-yours', book, person: actor.person });
  const worked = await outcomeBook(deps, book);
  if (!worked.ok) return worked;
  const { source } = worked.value;
  const today = dayOf(deps.now());
  const own = reach.department ?? department;
  const only = own === '' ? {} : { department: own };
  const all = await standingNotices(deps.db, { source, today, states: ['public'], ...only });
  if (all.length === 0) return refuse('notice', { reason: 'none-public', book, department: own });
  const found = { today, book: worked.value, department: own };
  if (destination === '') return ok({ ...found, notices: all });
  const wanted = [...new Set(all.flatMap(({ body }) => body.destinations))];
  if (!wanted.includes(destination))
    return refuse('notice', { reason: 'not-a-destination', destination, destinations: wanted });
  const said = await answersOf(deps, source);
  const open = all.filter(
    (each) => each.body.destinations.includes(destination) && said(each, destination)?.state !== 'accepted',
  );
  return ok({ ...found, notices: open });
}

/** How the public outcomes of a draw stand at each destination: the four counts together are all of them (三明 四(九)). */
export interface AtDestination {
  readonly destination: string;
  readonly counts: Readonly<Record<RecordState, number>>;
}

/** @param department of one alone */
export async function atDestinations(
  deps: Pick<Deps, 'db' | 'now'>,
  source: string,
  department?: string,
): Promise<readonly AtDestination[]> {
  const only = department === undefined ? {} : { department };
  const notices = await standingNotices(deps.db, { source, today: dayOf(deps.now()), states: ['public'], ...only });
  const said = await answersOf(deps, source);
  const names = [...new Set(notices.flatMap(({ body }) => body.destinations))];
  return names.map((destination) => {
    const counts: Record<RecordState, number> = { unregistered: 0, sent: 0, confirmed: 0, differing: 0 };
    for (const notice of notices)
      if (notice.body.destinations.includes(destination)) counts[recordState(said(notice, destination))] += 1;
    return { destination, counts };
  });
}
