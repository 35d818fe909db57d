/** What an import answers and leaves on record: every row that was refused, corrected or doubted, and what the list now says. */
import type { Digest } from '../../../core/digest.ts';
import type { FieldChange } from '../../../core/registry/diff.ts';
import { writeCsv } from '../../../core/sheet/csv.ts';
import { rejectedGrid } from '../../../core/sheet/give-back.ts';
import type { Grid } from '../../../core/sheet/grid.ts';
import type { Correction, Doubted, Reading, RejectedRow } from '../../../core/sheet/read.ts';
import { reasonOf } from '../../../core/sheet/words.ts';
import { writeWorkbook } from '../../../core/sheet/xlsx.ts';
import type { Db } from '../../../db/database.ts';
import type { List } from '../../../db/imports.ts';
import { cut, stagePages } from '../../../db/pages.ts';
import type { ListSheet } from './lists.ts';

export interface ImportAnswer {
  readonly sheet: ListSheet;
  readonly list: List;
  readonly file: string;
  /** Name of the workbook's sheet, '' for CSV. */
  readonly table: string;
  /** SHA-256 of the file, as any tool computes it. */
  readonly fileDigest: Digest;
  /** `same-file`: this file was the last one and the list is unchanged; `nothing-kept`: every row was refused. */
  readonly state: 'imported' | 'same-file' | 'nothing-kept';
  /** Rows of the table that are not blank, notes or repetitions. */
  readonly rows: number;
  readonly accepted: number;
  readonly corrections: readonly Correction[];
  readonly doubts: readonly Doubted[];
  readonly rejected: readonly RejectedRow[];
  readonly repeated: readonly { readonly row: number; readonly firstRow: number }[];
  readonly added: number;
  readonly changed: readonly { readonly key: string; readonly fields: readonly FieldChange[] }[];
  readonly same: number;
  /** Keys of rows that are held and that the file does not have; they stay. */
  readonly absent: readonly string[];
  /** 第三版: the edition that the list is from now on; '' where the importer stated none. */
  readonly edition: string;
  /** Held items of which the new edition has another in their place. */
  readonly replaced: readonly { readonly key: string; readonly by: string }[];
  /** Header → word → rows that took it because their cell was blank. */
  readonly deduced: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Columns that match no field, and those with persons' data, which are not kept. */
  readonly unmapped: readonly string[];
  readonly notKept: readonly string[];
  /** Refused rows under their own headers, with 错误说明; mended, it can be given again. Only the header where none was refused. */
  readonly rejectedTable: readonly (readonly string[])[];
  /** Digests of the report's pages. */
  readonly report: readonly Digest[];
}

/** What a reading says, before it is compared with what is held. */
export function answerOf<V>(
  at: Pick<ImportAnswer, 'sheet' | 'list' | 'file' | 'table' | 'fileDigest'>,
  grid: Grid,
  reading: Reading<V>,
): ImportAnswer {
  const { corrections, doubts, rejected, repeated, recognised } = reading;
  return {
    ...at,
    state: 'nothing-kept',
    rows: reading.accepted.length + rejected.length,
    accepted: reading.accepted.length,
    corrections,
    doubts,
    rejected,
    repeated,
    added: 0,
    changed: [],
    same: 0,
    absent: [],
    edition: '',
    replaced: [],
    deduced: Object.fromEntries([...reading.deduced].map(([header, words]) => [header, Object.fromEntries(words)])),
    unmapped: recognised.unmapped.map(({ header }) => header),
    notKept: recognised.personal.map(({ header }) => header),
    rejectedTable: rejectedGrid(grid, reading, reasonOf),
    report: [],
  };
}

/** How many rows the counts of a fact stand for. */
export const countsOf = (answer: ImportAnswer) => ({
  rows: answer.rows,
  accepted: answer.accepted,
  corrected: new Set(answer.corrections.map(({ row }) => row)).size,
  rejected: answer.rejected.length,
  repeated: answer.repeated.length,
  added: answer.added,
  changed: answer.changed.length,
  same: answer.same,
  absent: answer.absent.length,
  replaced: answer.replaced.length,
});

/** More absent keys than this are counted and not listed: a file of ten rows says nothing about a million. */
const absentListed = 100_000;

/** Keeps the whole report in immutable pages. Columns with persons' data do not reach it. */
export function stageReport(db: Db, answer: ImportAnswer): Promise<readonly Digest[]> {
  const { corrections, doubts, rejected, repeated, changed, absent, replaced, deduced, unmapped, notKept } = answer;
  const text = JSON.stringify({
    counts: countsOf(answer),
    corrections,
    doubts,
    rejected,
    repeated,
    changed,
    absent: absent.slice(0, absentListed),
    replaced,
    deduced,
    unmapped,
    notKept,
  });
  return stagePages(db, 'mingchou/import-report/1', cut(text));
}

export const rejectedCsv = (answer: ImportAnswer): string => writeCsv(answer.rejectedTable);

/** The refused rows as a workbook; `on` is stamped as its date. */
export function rejectedWorkbook(answer: ImportAnswer, on: string): Promise<Uint8Array> {
  const [headers = [], ...rows] = answer.rejectedTable;
  return writeWorkbook([{ name: '未导入行', headers, rows }], on);
}
