/**
 * Parts 3 and 7: the whole way of a draw through a real database file, with one joint task over all subjects, five in a hundred of
 * them drawn from four classes. What is counted:
 * - packed read: number and profile of each subject, number and class of each classification, fetched and nothing more;
 * - drawing alone: the frozen roster's pages read and checked against their digests, every line parsed, tickets, who is visited, and
 *   that written as pages of a record. This is what DESIGN promises three packed reads for;
 * - freezing: every subject read from the lists with class and counted checks, marked, hashed and written as roster pages, and these
 *   read again to foresee posts that nobody could fill;
 * - opening: the drawing, two inspectors matched to each visit, the salted result root, record and digest, every visit and post
 *   written as a row of its own;
 * - verifying: the record's file read and everything computed anew.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, under, whole, workOf } from './figure.ts';
import { runJob } from './job.ts';
import { inJob, interleaved } from './measure.ts';

export async function road(rows: number, runs: number, folder: string): Promise<readonly Figure[]> {
  const file = 'desk.db';
  const record = join(folder, 'record.json');
  const scratch = join(folder, 'scratch');
  const [listed, ready] = [folderIn(folder, 'listed'), folderIn(folder, 'ready')];
  if (!existsSync(join(ready, file))) {
    runJob('build', { folder: listed, rows: String(rows) });
    runJob('seal', { from: join(listed, file), to: join(ready, file) });
  }
  const fresh = (from: string) => () => {
    rmSync(scratch, { recursive: true, force: true });
    mkdirSync(scratch);
    return { from: join(from, file), to: join(scratch, file) };
  };
  const idle = runJob('idle', fresh(listed)());
  const done = await interleaved(
    runs,
    {
      packed: inJob('packed-read', () => ({ database: join(listed, file) })),
      draw: inJob('draw', fresh(ready)),
      freeze: inJob('freeze', fresh(listed)),
      open: inJob('open', (run) => ({ ...fresh(ready)(), record: run === 0 ? record : '' })),
      verify: inJob('verify', () => ({ file: record })),
    },
    false,
  );
  const visits = runJob('verify', { file: record }).facts.visits;
  const packed = workOf(done('packed'), 'a packed read of the same rows, 20,000 a page');
  const figure = (what: string, name: 'draw' | 'freeze' | 'open', most: number | null) =>
    under(3, what, workOf(done(name)), packed, most);
  return [
    figure(
      `${whole(rows)} rows, database to written record: the drawing alone (an idle process: ${whole(idle.peakMb)} MB)`,
      'draw',
      3,
    ),
    figure(`freezing: lists → roster pages, posts foreseen`, 'freeze', null),
    figure(`opening: drawing, ${whole(Number(visits))} visits matched, record, visits and posts written`, 'open', null),
    under(
      7,
      'verifying that record from its file, in another process',
      workOf(done('verify')),
      workOf(done('open'), 'opening'),
    ),
  ];
}

function folderIn(folder: string, name: string): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
}
