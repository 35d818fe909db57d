/**
 * Part 10: import, freezing, opening and the drawing alone in the runtime of the edge, over a libSQL server in a process of its own. V8 may
 * take 96 MB for its heap and no more: who needs more dies, and is told as dead. What is then in use, buffers' stores included, is held
 * against the platform's 128 MB. Processor time is the whole runtime's, collector and inspector included; requests are those to the
 * database. Limits: developers.cloudflare.com/workers/platform/limits (paid plan).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { openDesk } from '../../../bot/desk/desk.ts';
import { staff } from '../../../bot/practice/people.ts';
import { subjects } from '../../../bot/practice/sample/subjects.ts';
import { enrol } from '../../../bot/verbs/people/enrol.ts';
import { contextOf } from '../../../core/sheet/context.ts';
import { writeCsv } from '../../../core/sheet/csv.ts';
import { sheets } from '../../../core/sheet/sheets.ts';
import { sheetToWrite } from '../../../core/sheet/template.ts';
import { type Figure, under, whole } from '../figure.ts';
import { runJob } from '../job.ts';
import { must } from '../must.ts';
import { type HeapUse, watchHeap } from './heap.ts';
import { workerd } from './workerd.ts';

const limits = { heapMb: 128, subrequests: 10_000, cpuMs: 300_000 };
/** Of V8's own heap. */
const boundMb = 96;

interface Run extends Counted {
  readonly peak: HeapUse;
  readonly cpuMs: number;
  readonly wallMs: number;
}

/** What `passing.ts` tells. */
interface Counted {
  readonly requests: number;
  readonly openAtOnce: number;
  readonly largestSent: number;
}

export async function atTheEdge(rows: number, folder: string): Promise<readonly Figure[]> {
  const [listed, ready] = ['listed', 'ready'].map((name) => join(folder, name, 'desk.db'));
  if (listed === undefined || ready === undefined) throw new Error('no folder');
  for (const file of [listed, ready]) mkdirSync(join(file, '..'), { recursive: true });
  if (!existsSync(ready)) {
    runJob('build', { folder: join(folder, 'listed'), rows: String(rows) });
    runJob('seal', { from: listed, to: ready });
  }
  const blank = await blankDesk(join(folder, 'blank'));
  const list = await listServed(rows, folder);
  const jobs = [
    { name: 'import', from: blank, given: list.url, what: `importing a CSV of ${whole(rows)} subjects, ${list.mb} MB` },
    { name: 'freeze', from: listed, what: `freezing ${whole(rows)} rows: lists → roster pages, posts foreseen` },
    { name: 'draw', from: ready, what: 'the drawing alone, record pages written' },
    { name: 'open', from: ready, what: 'opening: drawing, matching, record, visits and posts written' },
  ];
  const figures: Figure[] = [];
  for (const { name, from, what, given = '' } of jobs)
    figures.push(...figuresOf(what, await run(name, from, given, join(folder, 'edge'))));
  list.close();
  return figures;
}

/** Runs one job in a runtime of its own over a copy; null where it did not live to its end. */
async function run(name: string, from: string, given: string, folder: string): Promise<Run | null> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'desk.db');
  copyFileSync(from, file);
  const database = await hrana(file);
  const key = readFileSync(`${from}.key`, 'utf8').trim();
  const runtime = await workerd({ folder, database: database.url, key, heapMb: boundMb });
  try {
    const watch = await watchHeap(runtime.inspector, 'worker');
    const asked = async (path: string): Promise<string> => (await fetch(`${runtime.url}/${path}`)).text();
    await asked('idle');
    await watch.settled(() => asked(''));
    watch.reset();
    const [cpu, wall] = [runtime.cpuMs(), performance.now()];
    const response = await fetch(`${runtime.url}/${name}`, { method: 'POST', body: given }).catch(() => null);
    if (response === null) return null;
    const said = await response.text();
    if (!response.ok) throw new Error(`${name} at the edge: ${said}`);
    const [cpuMs, wallMs] = [runtime.cpuMs() - cpu, performance.now() - wall];
    const counted: Counted = JSON.parse(await (await fetch(`${runtime.passage}/counted`)).text());
    const { peak } = watch.peak();
    watch.close();
    return { peak, cpuMs, wallMs, ...counted };
  } finally {
    await runtime.stop();
    database.process.kill();
  }
}

/** An office that has nothing yet. */
async function blankDesk(folder: string): Promise<string> {
  const file = join(folder, 'desk.db');
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const desk = await openDesk({ database: `file:${file}` });
  must(await enrol(desk, staff.drafter, staff.drafter));
  await desk.db.read('pragma wal_checkpoint(truncate)');
  desk.close();
  return file;
}

/** The list as a file at an address. */
async function listServed(rows: number, folder: string) {
  const file = join(folder, 'edge-list.csv');
  const sheet = sheetToWrite(sheets.subjects, [...subjects('bench', rows)], contextOf({ departments: [] }));
  writeFileSync(file, writeCsv([sheet.headers, ...sheet.rows.map((row) => row.map(String))]));
  const server = createServer((_, response) => createReadStream(file).pipe(response)).listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const mb = whole(statSync(file).size / 1e6);
  return { url: `http://127.0.0.1:${port}/`, mb, close: () => server.close() };
}

async function hrana(file: string): Promise<{ readonly url: string; readonly process: ChildProcess }> {
  const program = resolve(import.meta.dirname, '../../hrana/main.ts');
  const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'ignore'] });
  const url = await new Promise<string>((said, failed) => {
    child.stdout.once('data', (text) => said(String(text).trim()));
    child.once('exit', () => failed(new Error('the libSQL server does not start')));
  });
  return { url, process: child };
}

function figuresOf(what: string, done: Run | null): readonly Figure[] {
  const heapWords = `${limits.heapMb} MB of an isolate`;
  if (done === null) {
    const ours = `died: V8 needed more than ${boundMb} MB`;
    return [{ part: 10, what, ours, against: heapWords, ratio: null, hold: '≤ 1 ×', holds: false }];
  }
  const { peak, cpuMs, wallMs, requests, openAtOnce, largestSent } = done;
  const heap = `heap ${peak.usedMb.toFixed(0)} + buffers ${peak.storesMb.toFixed(0)} MB at most, V8 held to ${boundMb}`;
  const cpu = `${(cpuMs / 1000).toFixed(1)} s of processor (clock ${(wallMs / 1000).toFixed(1)} s)`;
  const sent = `${whole(requests)} subrequests, ${openAtOnce} at once, largest ${(largestSent / 1e6).toFixed(1)} MB`;
  return [
    under(10, what, [peak.sumMb, heap], [limits.heapMb, heapWords], 1),
    under(10, 'the same', [cpuMs, cpu], [limits.cpuMs, '300 s, as wrangler.toml sets it (30 s if it did not)'], 1),
    under(10, 'the same', [requests, sent], [limits.subrequests, `${whole(limits.subrequests)} a request`], 1),
  ];
}
