#!/usr/bin/env node
/**
 * `npm run size`: makes the Worker as a deployment would, sends it nowhere, and prints what it weighs against Cloudflare's limits, its
 * largest parts, and how long its code takes to be ready. Ends with 1 where a limit of the paid plan is passed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'out/worker');
const at = (name: string): string => join(folder, name);

/** KiB, compressed as it is uploaded (Workers limits, Worker size): https://developers.cloudflare.com/workers/platform/limits/ */
const gzipMost = { paid: 10 * 1024, free: 3 * 1024 } as const;
const plainMost = 64 * 1024;
/** The same page, Worker startup time; the platform measures it on its own machines. */
const startMostMs = 1000;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const dry = wrangler(
  'deploy',
  '--dry-run',
  '--outdir',
  folder,
  '--outfile',
  at('worker.bundle'),
  '--metafile',
  at('meta.json'),
);
const [staticFiles = ''] = /static files: .*/.exec(dry) ?? [];
wrangler('check', 'startup', '--worker', at('worker.bundle'), '--outfile', at('startup.cpuprofile'));

const code = readFileSync(at('worker.js'));
const plain = Math.round(code.length / 1024);
const gzip = Math.round(gzipSync(code).length / 1024);
const start = Math.round(startMs());
const n = (value: number): string => value.toLocaleString('en');
console.log(
  `Worker: ${n(plain)} KiB (≤ ${n(plainMost)}), gzip ${n(gzip)} KiB (≤ ${n(gzipMost.paid)} paid, ${n(gzipMost.free)} free), start ${start} ms (≤ ${n(startMostMs)}); ${staticFiles}`,
);
console.log(`largest parts, KiB: ${largest(12).join(', ')}`);
if (plain > plainMost || gzip > gzipMost.paid || start > startMostMs) process.exit(1);

function wrangler(...said: readonly string[]): string {
  const bin = join(root, 'node_modules/wrangler/bin/wrangler.js');
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: '1', NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...said], { cwd: root, env, encoding: 'utf8' });
  if (status === 0) return stdout;
  console.error(`${stdout}\n${stderr}`);
  return process.exit(status ?? 1);
}

/** Time in code, as V8 sampled it while the module was evaluated; idle time is workerd's own beginning. */
function startMs(): number {
  const profile: CpuProfile = JSON.parse(readFileSync(at('startup.cpuprofile'), 'utf8'));
  const idle = new Set(
    profile.nodes.filter(({ callFrame }) => callFrame.functionName === '(idle)').map(({ id }) => id),
  );
  const micros = profile.samples.reduce(
    (sum, id, i) => (idle.has(id) ? sum : sum + Math.max(0, profile.timeDeltas[i] ?? 0)),
    0,
  );
  return micros / 1000;
}

/** As Chrome's tools write it; as much as is read here. */
interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string } }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Packages by name and folders of the project by two names: what each takes of the bundle. */
function largest(most: number): readonly string[] {
  const { outputs }: Metafile = JSON.parse(readFileSync(at('meta.json'), 'utf8'));
  const taken = new Map<string, number>();
  for (const { inputs } of Object.values(outputs))
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const name = partOf(path);
      taken.set(name, (taken.get(name) ?? 0) + bytesInOutput);
    }
  const sorted = [...taken].sort(([, a], [, b]) => b - a);
  return sorted.slice(0, most).map(([name, bytes]) => `${name} ${Math.round(bytes / 1024)}`);
}

function partOf(path: string): string {
  const [, inPackage] = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path) ?? [];
  return inPackage ?? /(?:^|\/)((?:bot|core|db)\/[^/]+)/.exec(path)?.[1] ?? 'other';
}

/** esbuild's; as much as is read here. */
interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
}
