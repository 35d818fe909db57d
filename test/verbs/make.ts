/** An invented county's lists in small, and the files that would bring them. */
import { makeSample, type Sample } from '../../bot/practice/sample/sample.ts';
import { toSheets } from '../../bot/practice/sample/sheets.ts';
import { writeCsv } from '../../core/sheet/csv.ts';
import { writeWorkbook } from '../../core/sheet/xlsx.ts';

export const sample = (jurisdiction = 'sanming-2025'): Sample =>
  makeSample({ seed: 'verbs', subjects: 600, jurisdiction });

/** All lists of a sample as one workbook. */
export const workbookOf = (of: Sample): Promise<Uint8Array> =>
  writeWorkbook(
    toSheets(of).filter(({ name }) => name !== '年度抽查计划表'),
    of.snapshot,
  );

export const planBookOf = (of: Sample): Promise<Uint8Array> =>
  writeWorkbook(
    toSheets(of).filter(({ name }) => name === '年度抽查计划表'),
    of.snapshot,
  );

export const csv = (...rows: readonly (readonly string[])[]): Uint8Array => new TextEncoder().encode(writeCsv(rows));

/** Codes whose check characters are right, of an area that does not exist. */
export const codes = sample()
  .subjects.filter(({ kind }) => kind === 'uscc')
  .map(({ number }) => number);

export const departmentsCsv = csv(
  ['单位代码', '单位名称', '单位类别', '行政执法主体资格', '加入日期'],
  ['office', '清漪县联席会议办公室', '联席会议办公室', '否', '2020-01-01'],
  ['scjg', '清漪县市场监督管理局', '成员单位', '是', '2020-01-01'],
  ['wjw', '清漪县卫生健康局', '成员单位', '是', '2020-01-01'],
);

export const inspectorHeaders = ['单位工号', '姓名', '所在单位', '执法证号', '执法证有效期'];
