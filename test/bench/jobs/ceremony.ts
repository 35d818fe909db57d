/**
 * The ceremony over the million: frozen, brought to the moment before opening, opened. Each run works on a copy of its own, since a
 * page that is already staged would cost nothing the second time.
 */
import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { type Desk, openDesk } from '../../../bot/desk/desk.ts';
import { staff } from '../../../bot/practice/people.ts';
import { cosign } from '../../../bot/verbs/draw/cosign.ts';
import { freeze } from '../../../bot/verbs/draw/freeze.ts';
import { ceremonyHeld } from '../../../bot/verbs/draw/held.ts';
import { heldTable } from '../../../bot/verbs/draw/held-roster.ts';
import { typeNumber } from '../../../bot/verbs/draw/number.ts';
import { open } from '../../../bot/verbs/draw/open.ts';
import { wholeRecord } from '../../../bot/verbs/draw/record.ts';
import { reveal } from '../../../bot/verbs/draw/reveal.ts';
import { seal } from '../../../bot/verbs/draw/seal.ts';
import { canonical } from '../../../core/canonical.ts';
import { selectionOf } from '../../../core/draw/result.ts';
import { commitmentOf } from '../../../core/draw/seal.ts';
import { ticketsOf } from '../../../core/draw/stream.ts';
import { stageRecord } from '../../../db/draws.ts';
import { clock } from '../clock.ts';
import type { Done } from '../job.ts';
import { must } from '../must.ts';
import { asked, frozenAt, openedAt, witnesses } from './asked.ts';

/** Can be moved on. */
interface Clock {
  at: string;
}

/** A copy of a desk's files under another name, opened. */
async function copyOf(from: string, to: string): Promise<{ desk: Desk; moment: Clock }> {
  for (const end of ['', '.key', '.checkpoints'])
    if (existsSync(`${from}${end}`)) copyFileSync(`${from}${end}`, `${to}${end}`);
  const moment = { at: frozenAt };
  return { desk: await openDesk({ database: `file:${to}`, now: () => moment.at }), moment };
}

/** Freezes a copy: every subject read with class and counted checks, marked, written as pages; the staffing foreseen. */
export async function freezeRun(given: Record<string, string>): Promise<Done> {
  const { desk } = await copyOf(given.from ?? '', given.to ?? '');
  let staged = 0;
  const stop = clock();
  const { manifest } = must(
    await freeze(desk, staff.drafter, asked, () => {
      staged = stop().cpuMs;
    }),
  );
  const time = stop();
  desk.close();
  return { time, facts: { rows: manifest.roster.rows, officers: manifest.officers.length, stagedCpuMs: staged } };
}

/** Brings a frozen copy to the moment at which only the desk has to open. Not timed. */
export async function sealRun(given: Record<string, string>): Promise<Done> {
  const { desk, moment } = await copyOf(given.from ?? '', given.to ?? '');
  const { ceremony, manifestDigest } = must(await freeze(desk, staff.drafter, asked));
  const secrets = witnesses.map((witness, i) => ({
    witness,
    secret: { nonce: String(i).repeat(64), typed: '12345678' },
  }));
  for (const { witness, secret } of secrets) {
    must(await cosign(desk, witness, { ceremony, digits: manifestDigest.slice(0, 8) }));
    const commitment = commitmentOf(ceremony, manifestDigest, witness.person, secret);
    must(await seal(desk, witness, { ceremony, commitment }));
  }
  moment.at = '2025-06-26T02:30:00.000Z';
  for (const { witness, secret } of secrets) must(await reveal(desk, witness, { ceremony, secret }));
  moment.at = '2025-06-26T03:10:00.000Z';
  const text = Array.from({ length: 20 }, (_, i) => (i * 7 + 3) % 10).join(' ');
  for (const typist of [staff.liaison, staff.legal]) must(await typeNumber(desk, typist, { ceremony, place: 0, text }));
  await desk.db.read('pragma wal_checkpoint(truncate)');
  desk.close();
  return { time: { cpuMs: 0, wallMs: 0 }, facts: { ceremony } };
}

/** Opens a copy: pages read and checked, drawn, matched, the record and its visits written. Leaves the record as a file if asked. */
export async function openRun(given: Record<string, string>): Promise<Done> {
  const { desk, moment } = await copyOf(given.from ?? '', given.to ?? '');
  moment.at = openedAt;
  const stop = clock();
  const { record } = must(await open(desk, staff.drafter, 1));
  const time = stop();
  const peakMb = process.resourceUsage().maxRSS / 1024;
  if (given.record) writeFileSync(given.record, canonical(must(await wholeRecord(desk.db, 1))));
  desk.close();
  return { time, peakMb, facts: { digest: record.digest } };
}

/** The drawing alone on a copy: pages read and checked, tickets made, who is visited worked out, and that written as record pages. */
export async function drawRun(given: Record<string, string>): Promise<Done> {
  const { desk } = await copyOf(given.from ?? '', given.to ?? '');
  const stop = clock();
  const { manifest } = must(await ceremonyHeld(desk.db, 1));
  const table = await heldTable(desk.db, manifest);
  const selection = selectionOf(manifest, table, ticketsOf('0'.repeat(64), table.rows));
  await stageRecord(desk.db, selection.tasks);
  const time = stop();
  desk.close();
  return { time, facts: { visits: selection.visits.length } };
}

/** Nothing but a database opened: what a process of this kind takes before it does anything. */
export async function idleRun(given: Record<string, string>): Promise<Done> {
  const { desk } = await copyOf(given.from ?? '', given.to ?? '');
  const time = clock()();
  desk.close();
  return { time, facts: {} };
}
