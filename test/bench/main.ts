/**
 * `npm run bench`: what the product costs, as ratios in one run. Options: `--rows 200000` (a million), `--runs 3`, `--only 1,2,5`,
 * `--json`, `--folder bench` to keep the built databases there for a next run of the same size. Ratios are made of processor time and are medians of interleaved runs; still, another program on the same machine shares
 * its caches, so two runs differ by a tenth or two. Nothing here is a test: a figure that does not hold is printed as it is.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chatting } from './chatting.ts';
import { distance } from './distance.ts';
import { doors } from './doors.ts';
import { atTheEdge } from './edge/edge.ts';
import { type Figure, table } from './figure.ts';
import { importing } from './importing.ts';
import { loading } from './loading.ts';
import { matching } from './matching.ts';
import { road } from './road.ts';
import { tiers } from './tiers.ts';
import { worksheets } from './worksheets.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: '1,2,3,4,5,6,7,8,9,10' },
    json: { type: 'boolean', default: false },
    folder: { type: 'string' },
  },
});
const rows = Number(values.rows);
const runs = Number(values.runs);
const asked = new Set(values.only.split(',').map(Number));
const scaled = (full: number): number => Math.max(1000, Math.round((full * rows) / 1_000_000));

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'mingchou-bench-'));
mkdirSync(folder, { recursive: true });
const began = performance.now();
const machine = `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`;
const figures: Figure[] = [];

async function part(
  numbers: readonly number[],
  name: string,
  work: () => readonly Figure[] | Promise<readonly Figure[]>,
) {
  if (!numbers.some((number) => asked.has(number))) return;
  const from = performance.now();
  figures.push(...(await work()));
  console.error(`${name}: ${((performance.now() - from) / 1000).toFixed(0)} s`);
}

try {
  await part([1], 'doors visited', () => doors(scaled(50_000), 20));
  await part([2], 'drawing in tiers', () => tiers(rows, Math.max(runs, 5)));
  await part([3, 7], 'database to record, and verification', () => road(rows, runs, folder));
  await part([4], 'loading', () => loading(rows, runs, folder));
  await part([5], 'matching', () => matching(scaled(50_000), scaled(5000), runs));
  await part([6], 'importing', () => importing(scaled(100_000), runs, folder));
  await part([8], 'a Monday morning in the chat', () => chatting(folder));
  await part([10], 'at the edge', () => atTheEdge(rows, folder));
  await part([9], 'a worksheet of results', () => worksheets(scaled(20_000), folder));
  await part([11], 'distance to the database', () => distance(folder));
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}
const seconds = Math.round((performance.now() - began) / 1000);
figures.sort((a, b) => a.part - b.part);
if (values.json) {
  console.log(JSON.stringify({ machine, load: loadavg(), runs, seconds, figures }, null, 2));
} else {
  console.log(
    `${machine}; medians of ${runs} interleaved runs; load at the end ${loadavg()[0]?.toFixed(1)}; ${seconds} s in all`,
  );
  console.log(
    'Times are processor time, the clock in brackets; MB are the peak of the whole process, Node itself included.\n',
  );
  console.log(table(figures));
}
