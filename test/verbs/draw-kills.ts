/** Runs acts of a ceremony in processes of their own, kills them at any moment, and looks at what they left. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { verifyLedger } from '../../db/ledger.ts';
import { facts } from '../desk.ts';
import { again, asked, ceremonyUntil, openedBy, type PlannedDesk, plannedDesk } from '../drawn-desk.ts';

const child = fileURLToPath(new URL('draw-child.ts', import.meta.url));

/**
 * Runs one act; resolves to what the process said.
 * @param kill kill it so many milliseconds after it was ready, or once it has said a word; not at all where left out
 */
export function run(
  desk: PlannedDesk,
  input: { readonly act: string },
  kill?: { readonly afterMs: number } | { readonly once: string },
): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const args = [child, desk.database, desk.office, desk.now(), JSON.stringify(input)];
    const program = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    program.stdout.setEncoding('utf8').on('data', (text: string) => {
      const isFirst = said === '';
      said += text;
      if (kill === undefined) return;
      if ('afterMs' in kill && isFirst) setTimeout(() => program.kill('SIGKILL'), kill.afterMs);
      if ('once' in kill && said.includes(`${kill.once}\n`)) program.kill('SIGKILL');
    });
    program.on('error', reject);
    program.on('close', (code, signal) => {
      const lines = said.split('\n').filter((line) => line !== '');
      if (signal === 'SIGKILL' || code === 0) resolve(lines);
      else reject(new Error(`ended with ${code}: ${said}`));
    });
  });
}

async function expectWhole(desk: PlannedDesk): Promise<void> {
  expect((await desk.db.read('pragma integrity_check'))[0]?.integrity_check).toBe('ok');
  expect(await verifyLedger(desk.db)).toMatchObject({ ok: true });
}

/** The digests of all records that the database holds. */
export const records = async (desk: PlannedDesk): Promise<readonly string[]> =>
  (await desk.db.read('select digest from draw_record order by ceremony, edition')).map(({ digest }) => String(digest));

/**
 * Opens one ceremony again and again in processes that are killed at these moments, then once more in peace.
 * @returns how many were killed before they had said that it was opened
 */
export async function killWhileOpening(delaysMs: readonly number[]): Promise<number> {
  const desk = await plannedDesk();
  const { ceremony } = await ceremonyUntil(desk, 'ready');
  desk.close();
  let early = 0;
  let standing: string | null = null;
  for (const afterMs of delaysMs) {
    const lines = await run(desk, { act: 'open', ...{ ceremony } }, { afterMs });
    const looked = await again(desk);
    const held = await records(looked);
    await expectWhole(looked);
    looked.close();
    const told = lines.find((line) => line.startsWith('opened '))?.split(' ')[1];
    if (told === undefined) early += 1;
    else expect(held).toEqual([told]);
    expect(held.length).toBeLessThanOrEqual(1);
    if (standing !== null) expect(held).toEqual([standing]);
    standing = held[0] ?? null;
  }
  const last = await again(desk);
  const { record } = await openedBy(last, ceremony);
  expect(await records(last)).toEqual([record.digest]);
  if (standing !== null) expect(record.digest).toBe(standing);
  expect((await facts(last)).filter(({ kind }) => kind === 'ceremony-opened')).toHaveLength(1);
  last.close();
  return early;
}

/**
 * Freezes in processes that are killed at these moments: each leaves a whole ceremony or none, and numbers have no gap.
 * @returns how many left nothing
 */
export async function killWhileFreezing(delaysMs: readonly number[]): Promise<number> {
  const desk = await plannedDesk();
  desk.close();
  let none = 0;
  let before = 0;
  for (const afterMs of delaysMs) {
    const task = desk.tasks[before] ?? desk.tasks[0] ?? '';
    const lines = await run(desk, { act: 'freeze', ...{ input: asked(desk, { tasks: [task] }) } }, { afterMs });
    const looked = await again(desk);
    await expectWhole(looked);
    const held = await looked.db.read('select no, stage from ceremony order by no');
    expect(held.map(({ no }) => Number(no))).toEqual(held.map((_, k) => k + 1));
    const secrets = await looked.db.read(
      `select ceremony from sealed_secret where participant = '0' order by ceremony`,
    );
    expect(secrets.map((row) => Number(row.ceremony))).toEqual(held.map((_, k) => k + 1));
    const told = (await facts(looked)).filter(({ kind }) => kind === 'ceremony-frozen');
    expect(told).toHaveLength(held.length);
    if (lines.some((line) => line.startsWith('frozen '))) expect(held).toHaveLength(before + 1);
    if (held.length === before) none += 1;
    before = held.length;
    looked.close();
    if (before === desk.tasks.length) return none;
  }
  return none;
}
