/**
 * Whether the outcomes that people work with are those that the ledger binds: the table is what sheets and counts are made of, the pages that
 * a fact names are what was entered. Whoever opens the database file itself can alter the one and not the other.
 */
import { canonical, type Json } from '../../../core/canonical.ts';
import { digestText } from '../../../core/digest.ts';
import type { Db } from '../../../db/database.ts';
import { type EnteredOutcome, outcomesOfFacts, strayOutcome } from '../../../db/outcomes.ts';
import { heldPage } from '../../../db/pages.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { type OutcomeEntered, outcomePageTag } from './enter.ts';

/** Facts whose outcomes are read at once. */
const together = 50;

/** @returns number of the first fact whose outcomes are not as they were entered, or null */
export async function alteredOutcome(db: Db): Promise<number | null> {
  const entered = await factBodies<OutcomeEntered>(db, 'outcome-entered');
  for (let from = 0; from < entered.length; from += together) {
    const some = entered.slice(from, from + together);
    const held = Map.groupBy(await outcomesOfFacts(db, some[0]?.seq ?? 0, some.at(-1)?.seq ?? 0), ({ seq }) => seq);
    for (const { seq, body } of some) if (!(await isBound(db, body, held.get(seq) ?? []))) return seq;
  }
  return strayOutcome(db);
}

async function isBound(db: Db, fact: OutcomeEntered, held: readonly EnteredOutcome[]): Promise<boolean> {
  const { source, department, door } = fact;
  if (held.some((each) => each.source !== source || each.department !== department || each.door !== door)) return false;
  const text = await boundText(db, fact);
  if (text === null) return false;
  const bound: readonly Bound[] = JSON.parse(text);
  return textOf(bound) === textOf(held);
}

interface Bound {
  readonly visit: number;
  readonly item: string;
  readonly body: Json;
}

const textOf = (outcomes: readonly Bound[]): string =>
  outcomes
    .map(({ visit, item, body }) => canonical([visit, item, body]))
    .sort()
    .join('\n');

/** Null where a page is gone or another one. */
async function boundText(db: Db, { pages }: OutcomeEntered): Promise<string | null> {
  const texts: string[] = [];
  for (const digest of pages) {
    const text = await heldPage(db, outcomePageTag, digest);
    if (text === null || digestText(outcomePageTag, text) !== digest) return null;
    texts.push(text);
  }
  return texts.join('');
}
