/**
 * The runtime of the edge on this machine, as its makers publish it, with the bench's Worker in it. It does not hold anybody to 128 MB by
 * itself: its heap is watched from outside, and can be bounded by V8's own flag, under which it dies where it needs more.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

export interface Workerd {
  readonly url: string;
  /** Of the passage to the world. */
  readonly passage: string;
  readonly inspector: string;
  /** Processor time of the whole process so far, ms. */
  readonly cpuMs: () => number;
  readonly stop: () => Promise<void>;
}

export interface WorkerdOptions {
  /** For the bundles and the configuration. */
  readonly folder: string;
  readonly database: string;
  readonly key: string;
  /** Most that V8 may take for its heap. */
  readonly heapMb?: number;
}

export async function workerd({ folder, database, key, heapMb }: WorkerdOptions): Promise<Workerd> {
  await build({
    entryPoints: ['worker', 'passing'].map((name) => join(import.meta.dirname, `${name}.ts`)),
    outdir: folder,
    bundle: true,
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*'],
    logLevel: 'error',
  });
  const [port, passagePort, inspectorPort] = await freePorts(3);
  const flags = heapMb === undefined ? [] : [`--max-heap-size=${heapMb}`];
  const config = join(folder, 'workerd.capnp');
  writeFileSync(config, configOf({ port, passagePort, database, key, flags }));
  const inspector = `127.0.0.1:${inspectorPort}`;
  const program = resolve('node_modules/workerd/bin/workerd');
  const child = spawn(program, ['serve', config, '--inspector-addr', inspector], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => (said = `${said}${text}`.slice(-4000)));
  const url = `http://127.0.0.1:${port}`;
  await answering(url, child, () => said);
  return {
    url,
    passage: `http://127.0.0.1:${passagePort}`,
    inspector,
    cpuMs: () => processorMs(child.pid ?? 0),
    stop: () => ended(child),
  };
}

interface Config {
  readonly port: number | undefined;
  readonly passagePort: number | undefined;
  readonly database: string;
  readonly key: string;
  readonly flags: readonly string[];
}

const configOf = ({
  port,
  passagePort,
  database,
  key,
  flags,
}: Config): string => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  v8Flags = [${flags.map((flag) => `"${flag}"`).join(', ')}],
  services = [
    (name = "worker", worker = (
      modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
      compatibilityDate = "2026-10-01",
      bindings = [(name = "DATABASE", text = "${database}"), (name = "KEY", text = "${key}")],
      globalOutbound = "passing")),
    (name = "passing", worker = (
      modules = [(name = "passing.mjs", esModule = embed "passing.mjs")],
      compatibilityDate = "2026-10-01", globalOutbound = "network")),
    (name = "network", network = (allow = ["private", "public"])),
  ],
  sockets = [
    (name = "http", address = "127.0.0.1:${port}", http = (), service = "worker"),
    (name = "passage", address = "127.0.0.1:${passagePort}", http = (), service = "passing"),
  ],
);
`;

async function answering(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`workerd: ${said()}`);
    try {
      await (await fetch(url)).text();
      return;
    } catch {
      await new Promise((later) => setTimeout(later, 50));
    }
  }
  throw new Error(`workerd does not answer: ${said()}`);
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => new Promise((done) => server.once('listening', done))));
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

/** Clock ticks of `proc(5)`, a hundred a second: user and system. */
function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill();
  await gone;
}
