/** The pane's page for the tests: bundled once as the desk bundles it, served with the policy that the desk sends. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = new URL('.', import.meta.url);
async function bundled(): Promise<ReadonlyMap<string, Uint8Array>> {
  const outdir = resolve('pane-test');
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('entry.tsx', folder))],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    write: false,
    outdir,
    jsx: 'automatic',
    alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' },
    tsconfigRaw: {},
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({ path, contents }) => [relative(outdir, path), contents]));
}

const page = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>明抽</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><div id="pane"></div><script type="module" src="/entry.js"></script></body></html>`;
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'";

let served: Promise<string> | null = null;
/** Its address; one for all files that a worker runs. */
export const paneSite = (): Promise<string> => {
  served ??= serve();
  return served;
};

async function serve(): Promise<string> {
  const files = await bundled();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://pane.invalid').pathname.slice(1);
    const file = files.get(path);
    const record = /^record\/(v1-[a-z-]+)$/.exec(path)?.[1];
    response.setHeader('content-security-policy', policy);
    if (path === '') response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
    else if (file !== undefined)
      response
        .setHeader('content-type', 'text/javascript; charset=utf-8')
        .setHeader('cache-control', 'max-age=3600')
        .end(file);
    else if (record !== undefined) response.end(readFileSync(new URL(`../../draw/golden/${record}.json`, folder)));
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  server.unref();
  return `http://127.0.0.1:${port}/`;
}
