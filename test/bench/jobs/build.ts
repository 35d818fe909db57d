/**
 * A county of a million subjects, ready to be drawn from: the practice county's bodies, inspectors and items, the subjects and
 * their credit classes loaded directly, and one published joint task over the whole register in four tiers. Everything invented.
 */
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk } from '../../../bot/desk/desk.ts';
import { staff } from '../../../bot/practice/people.ts';
import { classify } from '../../../bot/practice/sample/classes.ts';
import { makeSample, type Sample } from '../../../bot/practice/sample/sample.ts';
import { toSheets } from '../../../bot/practice/sample/sheets.ts';
import { subjects } from '../../../bot/practice/sample/subjects.ts';
import { enrol } from '../../../bot/verbs/people/enrol.ts';
import { adoptPolicy } from '../../../bot/verbs/registry/adopt-policy.ts';
import { importList } from '../../../bot/verbs/registry/import-list.ts';
import { addDays } from '../../../core/calendar.ts';
import type { Plan } from '../../../core/plan/task.ts';
import type { Classification, Subject } from '../../../core/registry/subject.ts';
import { ok } from '../../../core/result.ts';
import { writeCsv } from '../../../core/sheet/csv.ts';
import { sheets } from '../../../core/sheet/sheets.ts';
import { commit, type Means } from '../../../db/commit.ts';
import type { Db } from '../../../db/database.ts';
import { beginImport, importRow } from '../../../db/imports.ts';
import { planRow } from '../../../db/plans.ts';
import { stageClassifications, stageSubjects } from '../../../db/subjects.ts';
import { clock } from '../clock.ts';
import type { Done } from '../job.ts';
import { must } from '../must.ts';
import { planNo, taskNo } from './asked.ts';

/** The day before the ceremony. */
const built = '2025-06-25T01:00:00.000Z';
const seed = 'bench';

export async function build(given: Record<string, string>): Promise<Done> {
  const { folder = '' } = given;
  const rows = Number(given.rows);
  const stop = clock();
  const file = join(folder, 'desk.db');
  for (const end of ['', '-wal', '-shm', '.key', '.checkpoints']) rmSync(`${file}${end}`, { force: true });
  const desk = await openDesk({ database: `file:${file}`, now: () => built });
  for (const person of Object.values(staff)) must(await enrol(desk, staff.drafter, person));
  must(await adoptPolicy(desk, staff.drafter, 'sanming-2025'));
  const sample = makeSample({ seed, inspectors: 5000, capacity: 120 });
  for (const { name, headers, rows: lines } of toSheets(sample)) {
    if (left.includes(name)) continue;
    const bytes = new TextEncoder().encode(writeCsv([headers, ...lines.map((line) => line.map(String))]));
    must(await importList(desk, staff.drafter, { bytes, file: `${name}.csv` }));
  }
  const list = [...subjects(seed, rows)];
  await loadSubjects(desk.db, desk, list);
  await loadClasses(desk.db, desk, [
    ...classify(list, { seed, scheme: 'credit', date: addDays(sample.snapshot, -12) }),
  ]);
  await publish(desk.db, desk, sample);
  await desk.db.read('pragma wal_checkpoint(truncate)');
  desk.close();
  appendFileSync(`${file}.checkpoints`, '');
  return { time: stop(), facts: { rows } };
}

/** Loaded below at full size, or not needed. */
const left = [sheets.subjects, sheets.classifications, sheets['plan-tasks']].map(({ title }) => title.zh);

/** Takes subjects in as an import does once its file is read. */
export async function loadSubjects(db: Db, means: Means, list: readonly Subject[]): Promise<void> {
  const staging = await beginImport(db, 'subject', means.now());
  await stageSubjects(db, staging, list);
  await comeTrue(db, means, staging, list.length);
}

async function loadClasses(db: Db, means: Means, list: readonly Classification[]): Promise<void> {
  const staging = await beginImport(db, 'classification', means.now());
  await stageClassifications(db, staging, list);
  await comeTrue(db, means, staging, list.length);
}

async function comeTrue(db: Db, means: Means, staging: Parameters<typeof importRow>[0], rows: number): Promise<void> {
  const imported = { fileDigest: '', report: '', rows };
  const body = { list: staging.list, rows };
  must(
    await commit<true, never>(db, means, async (at) =>
      ok({
        facts: [{ kind: 'practice', actor: 'system:bench', body }],
        rows: [importRow(staging, imported, at)],
        value: true,
      }),
    ),
  );
}

/** One task over everybody: five in a hundred or so, more of the riskier classes; two officers of one body a visit. */
export async function publish(db: Db, means: Means, { plan }: Sample): Promise<void> {
  const [task] = plan.tasks;
  const [body] = task?.bodies ?? [];
  if (task === undefined || body === undefined) throw new Error('the sample has no task');
  const bp = { A: 300, B: 450, C: 900, D: 1500 };
  const tiers = Object.entries(bp).map(([label, share]) => ({
    label,
    share: { kind: 'share' as const, bp: share, bound: 'exactly' as const, atLeast: 0 },
  }));
  const whole: Plan = {
    ...plan,
    no: planNo,
    state: 'published',
    tasks: [
      {
        ...task,
        no: taskNo,
        frame: { tags: [], types: [], places: [] },
        scheme: 'credit',
        quota: { kind: 'tiers', tiers, denominator: 'frame' },
        partners: [],
        bodies: [{ ...body, needs: [], officers: 2 }],
        experts: [],
      },
    ],
  };
  must(
    await commit<true, never>(db, means, async (at) =>
      ok({
        facts: [{ kind: 'practice', actor: 'system:bench', body: { plan: planNo } }],
        rows: [planRow(whole, 0, at)],
        value: true,
      }),
    ),
  );
}
