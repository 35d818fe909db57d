/**
 * A county whose market regulator has as many result rows to fill in as are asked for: one task, a list of its doors that another platform
 * drew, two officers sent to each. Everything invented.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk } from '../../../bot/desk/desk.ts';
import { staff } from '../../../bot/practice/people.ts';
import { makeSample } from '../../../bot/practice/sample/sample.ts';
import { toSheets } from '../../../bot/practice/sample/sheets.ts';
import { subjects } from '../../../bot/practice/sample/subjects.ts';
import { takeInList } from '../../../bot/verbs/draw/take-in-list.ts';
import { enrol } from '../../../bot/verbs/people/enrol.ts';
import { adoptPolicy } from '../../../bot/verbs/registry/adopt-policy.ts';
import { importList } from '../../../bot/verbs/registry/import-list.ts';
import { drawable } from '../../../core/registry/drawable.ts';
import { writeCsv } from '../../../core/sheet/csv.ts';
import { sheets } from '../../../core/sheet/sheets.ts';
import { clock } from '../clock.ts';
import type { Done } from '../job.ts';
import { must } from '../must.ts';
import { planNo, taskNo } from './asked.ts';
import { loadSubjects, publish } from './build.ts';

const built = '2025-06-25T01:00:00.000Z';
const seed = 'bench';
/** Loaded below at full size, or not needed. */
const left = [sheets.subjects, sheets.classifications, sheets['plan-tasks']].map(({ title }) => title.zh);

export async function resultList(given: Record<string, string>): Promise<Done> {
  const { folder = '' } = given;
  const stop = clock();
  const file = join(folder, 'results.db');
  for (const end of ['', '-wal', '-shm', '.key', '.checkpoints']) rmSync(`${file}${end}`, { force: true });
  const desk = await openDesk({ database: `file:${file}`, now: () => built });
  for (const person of Object.values(staff)) must(await enrol(desk, staff.drafter, person));
  must(await adoptPolicy(desk, staff.drafter, 'sanming-2025'));
  const sample = makeSample({ seed, inspectors: 200, capacity: 120 });
  for (const { name, headers, rows } of toSheets(sample)) {
    if (left.includes(name)) continue;
    const bytes = new TextEncoder().encode(writeCsv([headers, ...rows.map((line) => line.map(String))]));
    must(await importList(desk, staff.drafter, { bytes, file: `${name}.csv` }));
  }
  const [task] = sample.plan.tasks;
  const [body] = task?.bodies ?? [];
  if (task === undefined || body === undefined) throw new Error('the sample has no task');
  const doors = [...subjects(seed, Math.ceil(Number(given.rows) / body.items.length))];
  await loadSubjects(desk.db, desk, doors);
  await publish(desk.db, desk, sample);
  const sent = sample.inspectors
    .filter((each) => each.department === task.lead && drawable(each, task.window.to).ok)
    .slice(0, 2)
    .map(({ number }) => number);
  const listed = doors.map(({ number, name }) => [taskNo, number, name, sent.join('、')]);
  const list = writeCsv([['抽查任务编号', '统一社会信用代码', '企业名称', '检查人员工号'], ...listed]);
  const bytes = new TextEncoder().encode(list);
  const request = { bytes, file: '名单.csv', plan: planNo, task: taskNo, platform: '省双随机平台' };
  must(await takeInList(desk, staff.liaison, request));
  await desk.db.read('pragma wal_checkpoint(truncate)');
  desk.close();
  return { time: stop(), facts: { doors: doors.length, day: task.window.to } };
}
