/** A fresh desk in a folder of its own, with people of every role enrolled; each test gets its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Actor } from '../bot/actor.ts';
import { type Desk, openDesk } from '../bot/desk/desk.ts';
import { person } from '../bot/practice/people.ts';
import { enrol } from '../bot/verbs/people/enrol.ts';
import type { LedgerEntry } from '../core/ledger/verify.ts';
import type { Result } from '../core/result.ts';
import { ledgerPages } from '../db/ledger.ts';
import { faultsAsked, openUnderFaults } from './faults/under.ts';
import { copyModel } from './model-desk.ts';

/** Invented people. The office's department is `office`, of the others the code in the tests' lists. */
export const people = {
  office: person('o1', '陈立文', 'office', ['office']),
  deputyOffice: person('o2', '林思远', 'office', ['office']),
  liaison: person('l1', '黄清', 'scjg', ['liaison']),
  otherLiaison: person('l2', '吴江', 'wjw', ['liaison']),
  head: person('h1', '郑海平', 'scjg', ['head']),
  legal: person('j1', '许明德', 'sfj', ['legal']),
  inspector: person('i1', '周雅', 'scjg', ['inspector'], { inspector: 'scjg-0001' }),
  witness: person('w1', '何秋', '', ['witness'], { witness: 'deputy' }),
  otherWitness: person('w2', '苏宁远', '', ['witness'], { witness: 'third-party' }),
  supervisor: person('s1', '叶舟', 'sgb', ['supervisor']),
} as const satisfies Record<string, Actor>;

/** When a desk's clock stands still, unless told otherwise. */
export const firstDay = '2025-04-01T01:00:00.000Z';

/** Is given what to do when something is no longer needed. */
export type Finished = (cleanUp: () => void) => void;

export interface TestDesk extends Desk {
  readonly folder: string;
  readonly database: string;
  /** Moves the desk's clock, e.g. to `2025-06-02T12:00:00.000Z`; it stands still otherwise. */
  readonly setNow: (now: string) => void;
}

/**
 * @param enrolled whom to enrol after the office's own first entry
 * @param finished is given what to do when the desk is no longer needed: after this test, unless told otherwise
 */
export const freshDesk = (
  enrolled: readonly Actor[] = Object.values(people),
  now = firstDay,
  finished: Finished = onTestFinished,
): Promise<TestDesk> =>
  deskWith(`enrolled ${JSON.stringify(enrolled)}`, (desk) => enrolAll(desk, enrolled), now, finished);

/**
 * A fresh desk on which this has been done. It is done once in each worker, and every other test gets a copy of what came of it.
 * @param name says all that the deeds depend on but the time: whoever gives the same name gets the same desk
 */
export async function deskWith(
  name: string,
  deeds: (desk: Desk) => Promise<unknown>,
  now = firstDay,
  finished: Finished = onTestFinished,
): Promise<TestDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'mingchou-desk-'));
  finished(() => rmSync(folder, { recursive: true, force: true }));
  const database = `file:${join(folder, 'desk.db')}`;
  let clock = now;
  const opened = async (): Promise<Desk> => {
    if (faultsAsked === undefined) {
      await copyModel(`${now} ${name}`, folder, async (place) => {
        const model = await openDesk({ ...place, now: () => now });
        await deeds(model);
        return model;
      });
      return openDesk({ database, now: () => clock });
    }
    const desk = await openUnderFaults(folder, { now: () => clock }, finished);
    await deeds(desk);
    return desk;
  };
  const desk = await opened();
  finished(() => desk.close());
  return {
    ...desk,
    folder,
    database,
    setNow: (moved) => {
      clock = moved;
    },
  };
}

export async function enrolAll(desk: Desk, enrolled: readonly Actor[] = Object.values(people)): Promise<void> {
  value(await enrol(desk, people.office, people.office));
  for (const each of enrolled) value(await enrol(desk, people.office, each));
}

/** The value of a result that must not be a refusal. */
export function value<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The refusal of a result that must be one. */
export function refusal<T, E>(result: Result<T, E>): E {
  if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value)}`);
  return result.error;
}

/** Kind and body of every fact of the ledger, oldest first. */
export async function facts(
  desk: Pick<Desk, 'db'>,
): Promise<readonly { kind: string; actor: string; body: unknown }[]> {
  const all: LedgerEntry[] = [];
  for await (const page of ledgerPages(desk.db)) all.push(...page);
  return all.map(({ row, body }) => ({ kind: row.kind, actor: row.actor, body: JSON.parse(body?.text ?? 'null') }));
}
