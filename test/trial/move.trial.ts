/**
 * An office moves in earnest: in the midst of a ceremony whose sealed values are opened at the new place; with messages that are still to be
 * sent; with the data of a whole year, killed again and again over a network that loses answers; and home again.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Desk, openDesk } from '../../bot/desk/desk.ts';
import type { Messenger } from '../../bot/message/messenger.ts';
import { deliverDue } from '../../bot/post/outbox.ts';
import { runYear } from '../../bot/practice/year/run.ts';
import { years } from '../../bot/practice/year/years.ts';
import { arrivalIn } from '../../db/arriving.ts';
import type { Db } from '../../db/database.ts';
import { readHead, verifyLedger } from '../../db/ledger.ts';
import { movedFrom } from '../../db/moved.ts';
import { openUnmigrated } from '../../db/open.ts';
import { pending } from '../../db/outbox.ts';
import { runProgram } from '../cli/program.ts';
import { value } from '../desk.ts';
import {
  frozenAt,
  hands,
  openedBy,
  type PlannedDesk,
  plannedDesk,
  revealAs,
  sealAs,
  thrown,
  typedTwice,
  witnesses,
} from '../drawn-desk.ts';
import { servedUntilEnd } from '../hrana/until-end.ts';

const main = join(import.meta.dirname, '../../bot/cli/main.ts');
const token = { MINGCHOU_TARGET_TOKEN: 'token', MINGCHOU_DB_TOKEN: 'token' };

describe('a desk in the midst of a ceremony', () => {
  it('moves after sealing: what was sealed at the desk is opened at the server, messages are sent once, and it comes home', async () => {
    const desk = await plannedDesk();
    const frozen = await frozenAt(desk);
    for (const witness of witnesses) await sealAs(desk, frozen, witness);
    const waiting = await pending(desk.db, '9999', 10_000);
    expect(waiting.length).toBeGreaterThan(3);
    const server = await servedUntilEnd(`file:${join(desk.folder, 'server.db')}`);
    server.atWrites('none', 'answer-lost', 'none', 'late', 'request-lost');
    const key = join(desk.folder, 'desk.db.key');
    expect(await go(desk, ['--db', desk.database, 'move', 'to', server.url, '上云'])).toMatchObject({
      exit: 0,
      err: '',
    });

    const there = await reopened(desk, server.url, key);
    expect((await pending(there.db, '9999', 10_000)).map(({ id, message }) => [id, message])).toEqual(
      waiting.map(({ id, message }) => [id, message]),
    );
    const [old, now] = [messenger(), messenger()];
    expect(await deliverDue({ ...desk, site: 'http://localhost' }, old)).toMatchObject({ sent: 0 });
    expect(old.slots).toEqual([]);
    await deliverDue({ ...there, site: 'http://localhost' }, now);
    expect(now.slots.length).toBeGreaterThan(0);
    expect(now.slots.length).toBe(new Set(now.slots).size);

    for (const witness of witnesses) await revealAs(there, frozen, witness);
    there.setNow(frozen.manifest.deadlines.reveal);
    await typedTwice(there, frozen.ceremony, thrown);
    const opened = await openedBy(there, frozen.ceremony);

    const home = join(desk.folder, 'home.db');
    expect(await go(desk, ['--db', server.url, '--key', key, 'move', 'to', home, '改回'])).toMatchObject({
      exit: 0,
      err: '',
    });
    const again = await reopened(desk, `file:${home}`);
    expect(value(await verifyLedger(again.db)).head.seq).toBe((await readHead(there.db)).seq + 1);
    expect(await openedBy(again, frozen.ceremony)).toEqual(opened);
    const verified = await go(desk, ['--db', `file:${home}`, 'ledger', 'verify']);
    expect([verified.exit, verified.err]).toEqual([0, '']);
  });
});

describe('a year’s database', () => {
  it('is killed again and again on its way to a server, is never at two places, and arrives whole; a backup of it stands up elsewhere', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mingchou-move-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const script = years.find(({ id }) => id === 'sanming-2025');
    if (script === undefined) throw new Error('no such year');
    const { year } = await runYear(script, folder, () => {});
    await year.close();
    const file = join(year.out, '台账.db');
    const server = await servedUntilEnd(`file:${join(folder, 'server.db')}`);
    const [from, to] = [
      openUnmigrated({ url: `file:${file}` }),
      openUnmigrated({ url: server.url, authToken: 'token' }),
    ];
    onTestFinished(() => {
      from.close();
      to.close();
    });
    const began = await readHead(from);
    const as = ['--practice', '--as', 'h-scjg'];
    const move = [main, ...as, '--db', `file:${file}`, 'move', 'to', server.url, '上云'];

    let [kills, during] = [0, 0];
    for (let waitMs = 400; ; waitMs += 70) {
      if (waitMs % 3 === 0) server.atWrites('none', 'none', 'answer-lost', 'request-lost');
      const code = await killedAfter(move, waitMs);
      const [left, arriving] = [await movedFrom(from), await arrivalIn(to).catch(() => null)];
      const isThere = arriving === null && (await hasFacts(to));
      expect([left === null && isThere, code === 0 && !isThere]).toEqual([false, false]);
      if (arriving !== null) during += 1;
      if (code === 0) break;
      expect(code).toBeNull();
      kills += 1;
    }
    expect(kills).toBeGreaterThan(5);
    expect(during).toBeGreaterThan(3);
    expect((await readHead(from)).seq).toBe(began.seq + 1);
    expect(value(await verifyLedger(to)).head.seq).toBe(began.seq + 2);
    const settings = { ...token, MINGCHOU_KEY: `${file}.key` };
    const verified = await runProgram(folder, ['--practice', '--db', server.url, 'ledger', 'verify'], settings);
    expect([verified.exit, verified.err]).toEqual([0, '']);

    const backup = join(folder, 'backup.db');
    const office = ['--practice', '--as', 'o1', '--db', server.url];
    expect(await runProgram(folder, [...office, 'backup', backup], settings)).toMatchObject({ exit: 0, err: '' });
    const second = await servedUntilEnd(`file:${join(folder, 'second.db')}`);
    second.atWrites('answer-lost', 'none', 'late', 'none', 'request-lost');
    expect(await runProgram(folder, ['restore', backup, second.url], token)).toMatchObject({ exit: 0, err: '' });
    const elsewhere = openUnmigrated({ url: second.url, authToken: 'token' });
    onTestFinished(() => elsewhere.close());
    expect(value(await verifyLedger(elsewhere)).head.seq).toBe(began.seq + 2);
    console.log(`move: ${kills} kills, ${during} of them with a copy under way`);
  });
});

const go = (desk: PlannedDesk, args: readonly string[]) =>
  runProgram(desk.folder, ['--as', hands.officeHead.person, '--office', desk.office, ...args], token);

/** The same office at another place; its clock is the test's. */
async function reopened(desk: PlannedDesk, database: string, keyFile?: string): Promise<PlannedDesk> {
  const opened: Desk = await openDesk({
    database,
    office: desk.office,
    now: desk.now,
    ...(keyFile === undefined ? {} : { keyFile, authToken: 'token' }),
  });
  onTestFinished(() => opened.close());
  return { ...desk, ...opened, postedOutside: desk.postedOutside, keepOutside: async () => {} };
}

/** A chat that takes everything and remembers what was put up. */
function messenger(): Messenger & { readonly slots: string[] } {
  const slots: string[] = [];
  return {
    slots,
    put: async ({ slot }) => {
      slots.push(slot);
      return { kind: 'stands' };
    },
  };
}

/** @returns the exit code, or null where it was killed */
const killedAfter = (args: readonly string[], ms: number): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], { stdio: 'ignore', env: { ...process.env, ...token } });
    const timer = setTimeout(() => child.kill('SIGKILL'), ms);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });

const hasFacts = async (db: Db): Promise<boolean> =>
  (await db.read(`select 1 from sqlite_master where name = 'ledger'`)).length > 0 && (await readHead(db)).seq > 0;
