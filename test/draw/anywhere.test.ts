/**
 * The verifier needs nothing of Node: bundled for a browser it runs where there is only the language itself and the two classes of the
 * Encoding Standard, on a record that another implementation made.
 */
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';

const golden = (name: string): string => readFileSync(new URL(`golden/${name}.json`, import.meta.url), 'utf8');

/** core/draw/verify.ts as one script; whatever names a module of Node fails to bundle. */
function bundled(): string {
  const built = buildSync({
    entryPoints: [new URL('../../core/draw/verify.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'mingchou',
    logLevel: 'silent',
  });
  return built.outputFiles[0]?.text ?? '';
}

describe('the verifier outside of Node', () => {
  const script = bundled();
  const verdictOf = (record: string): { ok: boolean; step?: string } => {
    const context = createContext({ TextEncoder, TextDecoder, record });
    runInContext(script, context);
    return JSON.parse(
      String(
        runInContext('(({ ok, step }) => JSON.stringify({ ok, step }))(mingchou.verify(JSON.parse(record)))', context),
      ),
    );
  };

  it('names no module of Node and stays small enough for a page', () => {
    expect(script).not.toMatch(/require\(["']node:|from ["']node:/);
    expect(script.length).toBeGreaterThan(10_000);
  });

  it('accepts a record made by somebody else', () => {
    expect(verdictOf(golden('v1-plain'))).toEqual({ ok: true });
    expect(verdictOf(golden('v1-absent'))).toEqual({ ok: true });
  });

  it('names the step at which a tampered record fails', () => {
    const record = JSON.parse(golden('v1-plain'));
    record.seed = '0'.repeat(64);
    expect(verdictOf(JSON.stringify(record))).toMatchObject({ ok: false, step: 'seed' });
  });
});
