/** Part 6: a list of 100,000 subjects taken in through the verb, against only reading the cells of the same file. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { subjects } from '../../bot/practice/sample/subjects.ts';
import { contextOf } from '../../core/sheet/context.ts';
import { writeCsv } from '../../core/sheet/csv.ts';
import { sheets } from '../../core/sheet/sheets.ts';
import { sheetToWrite } from '../../core/sheet/template.ts';
import { writeWorkbook } from '../../core/sheet/xlsx.ts';
import { type Figure, under, whole, workOf } from './figure.ts';
import { inJob, interleaved } from './measure.ts';

export async function importing(rows: number, runs: number, folder: string): Promise<readonly Figure[]> {
  const sheet = sheetToWrite(sheets.subjects, [...subjects('bench', rows)], contextOf({ departments: [] }));
  const csv = join(folder, 'list.csv');
  const xlsx = join(folder, 'list.xlsx');
  writeFileSync(csv, writeCsv([sheet.headers, ...sheet.rows.map((row) => row.map(String))]));
  writeFileSync(xlsx, await writeWorkbook([sheet], '2025-06-01'));
  const scratch = join(folder, 'import');
  const into = (file: string) => () => {
    rmSync(scratch, { recursive: true, force: true });
    mkdirSync(scratch);
    return { folder: scratch, file };
  };
  const done = await interleaved(
    runs,
    {
      csv: inJob('import', into(csv)),
      bareCsv: inJob('bare-read', () => ({ file: csv })),
      xlsx: inJob('import', into(xlsx)),
      bareXlsx: inJob('bare-read', () => ({ file: xlsx })),
    },
    false,
  );
  const what = (kind: string) => `importing ${whole(rows)} subjects from ${kind}, checked, compared, kept`;
  return [
    under(6, what('CSV'), workOf(done('csv')), workOf(done('bareCsv'), 'bare csv-parse of the same bytes')),
    under(6, what('.xlsx'), workOf(done('xlsx')), workOf(done('bareXlsx'), 'bare hucre read of the same bytes')),
  ];
}
