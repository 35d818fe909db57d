/**
 * Parts 3 and 7: the whole way of a draw through a real database file. Frozen: every subject read from the lists with its class and
 * its counted checks, marked, written as roster pages, staffing foreseen. Opened: pages read back and checked against their digests,
 * tickets, selection, officers matched to every post, result root, record and its visits and posts written. Verified: the record's
 * file read and everything computed anew by a process that knows nothing else.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, under, whole, workOf } from './figure.ts';
import { runJob } from './job.ts';
import { inJob, interleaved } from './measure.ts';

export async function road(rows: number, runs: number, folder: string): Promise<readonly Figure[]> {
  const listed = join(folder, 'listed');
  const ready = join(folder, 'ready');
  const scratch = join(folder, 'scratch');
  for (const each of [listed, ready]) mkdirSync(each, { recursive: true });
  const file = 'desk.db';
  runJob('build', { folder: listed, rows: String(rows) });
  runJob('seal', { from: join(listed, file), to: join(ready, file) });
  const fresh = (from: string) => () => {
    rmSync(scratch, { recursive: true, force: true });
    mkdirSync(scratch);
    return { from: join(from, file), to: join(scratch, file) };
  };
  const record = join(folder, 'record.json');
  let visits = 0;
  const done = await interleaved(
    runs,
    {
      packed: inJob('packed-read', () => ({ database: join(listed, file) })),
      freeze: inJob('freeze', fresh(listed)),
      open: inJob('open', (run) => ({ ...fresh(ready)(), record: run === 0 ? record : '' })),
      verify: (run) => {
        const measured = runJob('verify', { file: record });
        if (run === 0) visits = Number(measured.facts.visits);
        return measured;
      },
    },
    false,
  );
  const packed = workOf(done('packed'), 'packed read of number, profile and class, 20,000 rows a page');
  return [
    under(
      3,
      `freezing ${whole(rows)} subjects: lists → roster pages, staffing foreseen`,
      workOf(done('freeze')),
      packed,
      3,
    ),
    under(
      3,
      `opening: pages → ${whole(visits)} visits drawn, officers matched, record, visits and posts written`,
      workOf(done('open')),
      packed,
      3,
    ),
    under(
      7,
      `verifying that record from its file, in another process`,
      workOf(done('verify')),
      workOf(done('open'), 'opening'),
    ),
  ];
}
