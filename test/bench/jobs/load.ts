/** Loads a list of subjects into a fresh database, as an import does once its file is read. The list is made before the clock starts. */
import { join } from 'node:path';
import { openDesk } from '../../../bot/desk/desk.ts';
import { subjects } from '../../../bot/practice/sample/subjects.ts';
import { clock } from '../clock.ts';
import type { Done } from '../job.ts';
import { loadSubjects } from './build.ts';

export async function loadList(given: Record<string, string>): Promise<Done> {
  const rows = Number(given.rows);
  const list = [...subjects('bench', rows)];
  const desk = await openDesk({ database: `file:${join(given.folder ?? '', 'load.db')}` });
  const stop = clock();
  await loadSubjects(desk.db, desk, list);
  const time = stop();
  const [row] = await desk.db.read('select count(*) as n from subject');
  desk.close();
  return { time, facts: { rows: Number(row?.n) } };
}
