/**
 * Part 4: loading the subjects of a list. The rival is given the rows as finished columns in a CSV, once in the order of the file,
 * as we get them, and once sorted by key, which is the most that it can do; we still work out profiles, sort and write.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { subjects } from '../../bot/practice/sample/subjects.ts';
import { type Figure, timeOf, under, whole, workOf } from './figure.ts';
import { runJob } from './job.ts';
import { inJob, interleaved, type Work } from './measure.ts';

const schema =
  'create table subject (kind text not null, number text not null, import integer not null, profile integer not null, name text not null, primary key (kind, number, import)) strict, without rowid;';

export async function loading(rows: number, runs: number, folder: string): Promise<readonly Figure[]> {
  const lines = [...subjects('bench', rows)].map(
    ({ kind, number, name }, i) => `${kind},${number},1,${i % 5000},${name}`,
  );
  const csv = { given: join(folder, 'given.csv'), sorted: join(folder, 'sorted.csv') };
  writeFileSync(csv.given, lines.join('\n'));
  writeFileSync(csv.sorted, lines.sort().join('\n'));
  const scratch = join(folder, 'load');
  const fresh = (): string => {
    rmSync(scratch, { recursive: true, force: true });
    mkdirSync(scratch);
    return scratch;
  };
  const hasCommand = spawnSync('sqlite3', ['-version']).status === 0;
  const rival = (file: string) => (): Work =>
    hasCommand
      ? dotImport(fresh(), file)
      : runJob('sqlite-insert', { database: join(fresh(), 'rival.db'), csv: file, schema });
  const done = await interleaved(
    runs,
    {
      ours: inJob('load', () => ({ folder: fresh(), rows: String(rows) })),
      given: rival(csv.given),
      sorted: rival(csv.sorted),
    },
    false,
  );
  const name = hasCommand ? 'sqlite3 .import of a CSV' : 'node:sqlite, prepared inserts in one transaction';
  return [
    under(
      4,
      `loading ${whole(rows)} subjects, in the order given`,
      workOf(done('ours')),
      timeOf(done('given').time, `${name}, same order`),
      2,
    ),
    under(4, 'the same', workOf(done('ours')), timeOf(done('sorted').time, `${name}, sorted by key`), 2),
  ];
}

/** The shell's `time` tells what the command used. */
function dotImport(folder: string, file: string): Work {
  const commands = ['pragma journal_mode = wal;', schema, '.mode csv', `.import '${file}' subject`].map(
    (each) => `-cmd "${each}"`,
  );
  const script = `TIMEFORMAT='%R %U %S'; time sqlite3 ${commands.join(' ')} '${join(folder, 'rival.db')}' 'select count(*) from subject;'`;
  const run = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  const [real, user, system] = (run.stderr.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map((each) => Number(each) * 1000);
  if (run.status !== 0 || real === undefined || user === undefined || system === undefined)
    throw new Error(`sqlite3: ${run.stderr}`);
  return { time: { cpuMs: user + system, wallMs: real }, peakMb: 0 };
}
