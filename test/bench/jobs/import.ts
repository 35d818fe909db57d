/** Takes a file in through the verb, or only reads its cells by the bare library. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { openDesk } from '../../../bot/desk/desk.ts';
import { staff } from '../../../bot/practice/people.ts';
import { enrol } from '../../../bot/verbs/people/enrol.ts';
import { importList } from '../../../bot/verbs/registry/import-list.ts';
import { clock } from '../clock.ts';
import type { Done } from '../job.ts';
import { must } from '../must.ts';

/** Into a fresh database: opened, recognised, read, compared, reported, staged, committed. */
export async function importRun(given: Record<string, string>): Promise<Done> {
  const { folder = '', file = '' } = given;
  const desk = await openDesk({ database: `file:${join(folder, 'import.db')}` });
  must(await enrol(desk, staff.drafter, staff.drafter));
  const bytes = readFileSync(file);
  const stop = clock();
  const answers = must(await importList(desk, staff.drafter, { bytes, file, sheet: 'subjects' }));
  const time = stop();
  desk.close();
  return { time, facts: { added: answers.reduce((sum, { added }) => sum + added, 0) } };
}

export async function bareRead(given: Record<string, string>): Promise<Done> {
  const bytes = readFileSync(given.file ?? '');
  const stop = clock();
  const rows = given.file?.endsWith('.csv')
    ? parse(bytes, { bom: true, relax_column_count: true }).length
    : (await readXlsx(bytes)).sheets[0]?.rows.length;
  return { time: stop(), facts: { rows: rows ?? 0 } };
}
