/** Kills a writing program again and again at different moments, and looks each time at what it left. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { snapshot } from '../../db/imports.ts';
import { hashAt, verifyLedger } from '../../db/ledger.ts';
import { open } from '../../db/open.ts';
import { heldSubjects } from '../../db/subjects.ts';
import { workRows } from './child.ts';

const child = fileURLToPath(new URL('child.ts', import.meta.url));

/** A moment to be killed at: so many milliseconds after the program has said a line that begins with the word. */
export interface Moment {
  readonly word: 'ready' | 'half';
  readonly ms: number;
}

/** Every other moment lies inside an import, whatever the machine's speed: it is counted from the import's own half. */
export const moments = (delaysMs: readonly number[]): Moment[] =>
  delaysMs.map((ms, i) => (i % 2 === 0 ? { word: 'ready', ms } : { word: 'half', ms: ms % 20 }));

/** Runs the program to its end, or kills it at the moment. Resolves to the lines that it said. */
export function run(args: readonly string[], kill?: Moment): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const program = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    program.stdout.setEncoding('utf8').on('data', (text: string) => {
      const before = said;
      said += text;
      if (kill === undefined) return;
      const hasSaid = (lines: string) => lines.split('\n').some((line) => line.startsWith(kill.word));
      if (hasSaid(said) && !hasSaid(before)) setTimeout(() => program.kill('SIGKILL'), kill.ms);
    });
    program.on('error', reject);
    program.on('close', (code, signal) => {
      const lines = said.split('\n').filter((line) => line !== '');
      if (kill === undefined ? code === 0 : signal === 'SIGKILL') resolve(lines);
      else reject(new Error(`ended by itself: ${code} ${signal}`));
    });
  });
}

/**
 * @param delaysMs moments of the kills
 * @returns how many of the kills fell into an import, between its first row and its commit
 */
export async function killAndLook(url: string, delaysMs: readonly number[]): Promise<number> {
  let during = 0;
  let leftBefore = 0;
  let acknowledgedImport = 0;
  for (const moment of moments(delaysMs)) {
    const lines = await run(['work', url], moment);
    const numbers = (word: string) =>
      lines.filter((line) => line.startsWith(`${word} `)).map((line) => Number(line.split(' ')[1]));
    acknowledgedImport = Math.max(acknowledgedImport, ...numbers('import'));

    const db = await open({ url }, 'now');
    expect((await db.read('pragma integrity_check'))[0]?.integrity_check).toBe('ok');
    const verified = await verifyLedger(db);
    expect(verified.ok).toBe(true);
    for (const seq of numbers('fact')) expect(await hashAt(db, seq)).not.toBeNull();

    const state = await snapshot(db);
    expect(state.subject.upTo).toBeGreaterThanOrEqual(acknowledgedImport);
    const names = new Map<string, number>();
    for await (const page of heldSubjects(db, state))
      for (const { name } of page) {
        const no = name.split(' ')[0] ?? '';
        names.set(no, (names.get(no) ?? 0) + 1);
      }
    // One whole import holds, the last one committed: no row is missing and none is of another import.
    if (state.subject.upTo > 0) expect([...names]).toEqual([[String(state.subject.upTo), workRows]]);
    else expect(names.size).toBe(0);
    const [left] = await db.read(
      'select count(distinct import) as n from subject where import not in (select no from import)',
    );
    during += Number(left?.n) > leftBefore ? 1 : 0;
    leftBefore = Number(left?.n);
    db.close();
  }
  return during;
}
