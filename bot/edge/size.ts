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
import { isTooHeavy, type Weight, weightWords } from '../say/weight.ts';
import { filesIn } from './assets/folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'out/worker');
const at = (name: string): string => join(folder, name);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
wrangler('deploy', '--dry-run', '--outdir', folder, '--outfile', at('worker.bundle'), '--metafile', at('meta.json'));
wrangler('check', 'startup', '--worker', at('worker.bundle'), '--outfile', at('startup.cpuprofile'));

const code = readFileSync(at('worker.js'));
const weight: Weight = {
  plainKib: kib(code.length),
  gzipKib: kib(gzipSync(code).length),
  startMs: Math.round(startMs()),
  ...staticFiles(),
  parts: largest(12),
};
for (const { zh, en } of weightWords(weight)) console.log(`${zh}\n  ${en}`);
if (isTooHeavy(weight)) process.exit(1);

function kib(bytes: number): number {
  return Math.round(bytes / 1024);
}

/** What the build, which wrangler runs by itself, has put there. */
function staticFiles(): Pick<Weight, 'files' | 'filesKib'> {
  const all = [...filesIn(join(root, 'out/edge')).values()];
  return { files: all.length, filesKib: kib(all.reduce((sum, { length }) => sum + length, 0)) };
}

function wrangler(...said: readonly string[]): void {
  const bin = join(root, 'node_modules/wrangler/bin/wrangler.js');
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: '1', NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...said], { cwd: root, env, encoding: 'utf8' });
  if (status === 0) return;
  console.error(
    `${stdout}\n${stderr}\n打包没有成功，原因见上面 wrangler 的话。\n  The Worker could not be put together; see what wrangler says above.`,
  );
  process.exit(status ?? 1);
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
function largest(most: number): Weight['parts'] {
  const { outputs }: Metafile = JSON.parse(readFileSync(at('meta.json'), 'utf8'));
  const taken = new Map<string, number>();
  for (const { inputs } of Object.values(outputs))
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const name = partOf(path);
      taken.set(name, (taken.get(name) ?? 0) + bytesInOutput);
    }
  const sorted = [...taken].sort(([, a], [, b]) => b - a);
  return sorted.slice(0, most).map(([name, bytes]) => [name, kib(bytes)] as const);
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
