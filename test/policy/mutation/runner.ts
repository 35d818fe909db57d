/**
 * Runs each test as it stands, then once under every mutant of the data that the test's file answers for, and writes down
 * which mutants it noticed. Only the mutation run uses this; `npm test` does not.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { env } from 'node:process';
import { type RunnerTestFile, TestRunner } from 'vitest';
import { type Mutant, mutantsOf } from './mutants.ts';
import { targets } from './targets.ts';

const root = new URL('../../..', import.meta.url).pathname;

interface Loaded {
  readonly file: string;
  readonly mutant: Mutant;
}

export default class MutantRunner extends TestRunner {
  #mutants: readonly Loaded[] | null = null;
  readonly #noticed = new Set<Loaded>();

  async runTask(test: Parameters<typeof TestRunner.getTestFn>[0] & { readonly file: RunnerTestFile }): Promise<void> {
    const run = TestRunner.getTestFn(test);
    await run();
    this.#mutants ??= await load(relative(root, test.file.filepath));
    for (const loaded of this.#mutants) {
      if (this.#noticed.has(loaded)) continue;
      loaded.mutant.make();
      try {
        await run();
      } catch {
        this.#noticed.add(loaded);
      } finally {
        loaded.mutant.undo();
      }
    }
  }

  override onAfterRunFiles(files: Parameters<TestRunner['onAfterRunFiles']>[0]): void {
    super.onAfterRunFiles(files);
    const out = env.MUTATION_OUT;
    const [file] = files;
    if (out === undefined || file === undefined) throw new Error('runner: MUTATION_OUT and a test file are needed');
    mkdirSync(out, { recursive: true });
    const told = (this.#mutants ?? []).map((each) => ({
      mutant: `${each.file} ${each.mutant.name}`,
      noticed: this.#noticed.has(each),
    }));
    writeFileSync(`${out}/${basename(file.filepath)}.json`, JSON.stringify(told));
  }
}

async function load(testFile: string): Promise<readonly Loaded[]> {
  const found: Loaded[] = [];
  for (const { file, exported, parts, tests } of targets) {
    if (!tests.includes(testFile)) continue;
    const module: Record<string, unknown> = await import(`${root}${file}`);
    found.push(...mutantsOf(module[exported], parts).map((mutant) => ({ file, mutant })));
  }
  return found;
}
