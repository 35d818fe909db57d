/**
 * Whole years over a line on which everything goes wrong, at every kind of fact that they record: answers lost after the commit, requests
 * lost or late, answers cut, streams expired, transactions over their limit, locks not had, no answer in time; and the database away
 * until somebody who was told so does it again. At the end the same facts stand in the same order as without, and no post twice.
 * MINGCHOU_FAULT_YEARS names some of the years, MINGCHOU_FAULT_ROUNDS says how often each is run at most to meet every fault.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chance } from '../../bot/practice/sample/chance.ts';
import { runYear, type YearRun } from '../../bot/practice/year/run.ts';
import type { YearScript } from '../../bot/practice/year/year.ts';
import { years } from '../../bot/practice/year/years.ts';
import { factCatalogue } from '../../core/ledger/fact.ts';
import { withPatience } from '../faults/again.ts';
import { type LeftBehind, leftBehind } from '../faults/compared.ts';
import { type Door, faultyCounty, slow, type Weather } from '../faults/county.ts';
import type { Fault } from '../hrana/faults.ts';
import type { HranaServer } from '../hrana/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingchou-faults-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const asked = process.env.MINGCHOU_FAULT_YEARS?.split(' ') ?? [];
const chosen = years.filter(({ id }) => asked.length === 0 || asked.includes(id));

/** A kind of fact that a year records once meets at most three faults in each, one after the other. */
const rounds = Number(process.env.MINGCHOU_FAULT_ROUNDS ?? 4);

/** The batch is not carried out, and has to be sent again. */
const goneBefore: readonly Fault[] = ['request-lost', 'status-500', 'stream-expired', 'transaction-timeout', 'busy'];
/** It is carried out, though nobody is told, or is told late. */
const goneAfter: readonly Fault[] = ['answer-lost', 'cut', 'late', slow];
const nameOf = (fault: Fault): string => (typeof fault === 'string' ? fault : 'slow');
const readFaults = ['status-500', 'cut', 'answer-lost', 'request-lost', 'stream-expired'] as const;

/** Which kinds have met which faults, over all years. */
const met = new Map<string, Set<string>>();
const lacking = (kinds: readonly string[], of: readonly Fault[]): readonly Fault[] =>
  of.filter((fault) => kinds.some((kind) => met.get(kind)?.has(nameOf(fault)) !== true));
const meets = (kinds: readonly string[], name: string): void => {
  for (const kind of kinds) met.set(kind, (met.get(kind) ?? new Set()).add(name));
};

const calm: Weather = {
  // Several faults in a row are borne with.
  patienceMs: 10_000,
  ...{ onFacts: () => null, onRead: () => null, onTrouble: () => false, isDown: () => false },
};

/**
 * A batch that has not met every fault is lost twice before it is carried out and once when it is; what is sent after that is spared, for it
 * may be the same once more.
 */
function storm(seed: string, counts: { facts: number; reads: number }): Weather {
  const dice = chance(seed, 'reads');
  let coming: { readonly kinds: string; readonly faults: Fault[] } | null = null;
  return {
    ...calm,
    onFacts: (kinds) => {
      if (coming?.kinds !== kinds.join()) {
        const faults = [...lacking(kinds, goneBefore).slice(0, 2), ...lacking(kinds, goneAfter).slice(0, 1)];
        coming = { kinds: kinds.join(), faults };
      }
      const fault = coming.faults.shift() ?? null;
      if (fault === null) coming = null;
      else {
        meets(kinds, nameOf(fault));
        counts.facts += 1;
      }
      return fault;
    },
    onRead: () => {
      if (dice.below(100) > 0) return null;
      counts.reads += 1;
      return dice.pick(readFaults);
    },
  };
}

interface Outages extends Weather {
  readonly told: { readonly door: Door; readonly at: string; readonly words: string }[];
  readonly back: (door: Door, words: string) => void;
}

/** The database goes away when a kind of fact is recorded for the first time, and comes back when somebody was told. */
function outages(): Outages {
  const told: { door: Door; at: string; words: string }[] = [];
  let at = '';
  let down: HranaServer | null = null;
  const back: Outages['back'] = (door, words) => {
    down?.up();
    down = null;
    told.push({ door, at, words });
  };
  return {
    ...{ patienceMs: 800, told, back },
    isDown: () => down !== null,
    onFacts: (kinds, server) => {
      if (down !== null || kinds.every((kind) => met.get(kind)?.has('outage') === true)) return null;
      meets(kinds, 'outage');
      down = server;
      server.down();
      at = kinds.join();
      return 'request-lost';
    },
    onRead: () => null,
    onTrouble: (door, words) => {
      if (down === null) return false;
      back(door, words);
      return true;
    },
  };
}

/** What is known, at each door: it is not recorded, cannot be seen yet, stands, or is tried again by itself. */
const known = /没有记录|目前查不到|已经记录，不用再办|系统会自动再试/;

describe.each(chosen)('$title', (script) => {
  let without: LeftBehind;

  async function run(name: string, weather: Weather, changed: YearScript = script): Promise<LeftBehind> {
    const { year, seconds }: YearRun = await runYear(
      changed,
      join(folder, name),
      () => {},
      undefined,
      faultyCounty(weather),
    );
    try {
      const verified = await year.mingchou('o1', 'ledger', 'verify');
      expect([verified.exit, verified.err]).toEqual([0, '']);
      console.log(`${script.id} ${name}: ${seconds.toFixed(0)} s`);
      return await leftBehind(year);
    } finally {
      await year.close();
    }
  }

  it('without faults', async () => {
    without = await run('calm', calm);
  }, 3_600_000);

  it('each kind of fact meets each fault, and the same stands in the same order', async () => {
    for (let round = 1; round <= rounds; round += 1) {
      if (lacking(without.kinds, [...goneBefore, ...goneAfter]).length === 0) break;
      const counts = { facts: 0, reads: 0 };
      const left = await run(`storm-${round}`, storm(`${script.id}/${round}`, counts));
      console.log(`  ${counts.facts} writes and ${counts.reads} reads met a fault`);
      expect(left.facts).toEqual(without.facts);
      expect(left.posts).toEqual(without.posts);
    }
  }, 3_600_000);

  it('the database away at each kind of fact: who is told does it again, and it stands once', async () => {
    const weather = outages();
    const days = script.days.map((day) => ({
      ...day,
      acts: day.acts.map((act) =>
        withPatience(act, { isDown: weather.isDown, back: (words) => weather.back('chat', words) }),
      ),
    }));
    const left = await run('outages', weather, { ...script, days });
    const doors = Map.groupBy(weather.told, ({ door }) => door);
    for (const [door, told] of doors) {
      console.log(`  ${door}: ${told.length} outages, at ${told.map(({ at }) => at).join(' ')}`);
      if (door === 'minute') continue;
      expect([door, told.filter(({ words }) => !known.test(words))]).toEqual([door, []]);
    }
    expect(left.facts).toEqual(without.facts);
  }, 3_600_000);
});

it('what no year records is named', () => {
  const never = Object.keys(factCatalogue).filter((kind) => !met.has(kind));
  const pairs = [...met.values()].reduce((sum, faults) => sum + faults.size, 0);
  console.log(
    `${met.size} kinds of fact, ${pairs} pairs of kind and fault; recorded by none of these years: ${never.join(' ')}`,
  );
  expect(met.size).toBeGreaterThan(0);
});
