/** 检查结果 as entered: every entry is a row of its own, the last of a visit's item holds. */
import type { InStatement, Row } from '@libsql/client/web';
import { canonical, type Json } from '../core/canonical.ts';
import type { OutcomeKey } from '../core/outcome/key.ts';
import type { At } from './commit.ts';
import type { Db } from './database.ts';
import { insertRows } from './load.ts';
import { oneOf } from './one-of.ts';

/** By which door an outcome came; 掌上执法率 counts by it, so it is recorded and never guessed. */
export const outcomeDoors = ['workbook', 'phone-page', 'chat', 'provincial-app', 'command-line'] as const;
export type OutcomeDoor = (typeof outcomeDoors)[number];

export interface EnteredOutcome extends OutcomeKey {
  /** The fact that entered it. */
  readonly seq: number;
  readonly person: string;
  readonly at: string;
  readonly door: OutcomeDoor;
  readonly body: Json;
}

const target = {
  table: 'outcome',
  columns: ['source', 'visit', 'department', 'item', 'person', 'at', 'door', 'body', 'seq'],
};

/** The rows of one entering; each key once, since one fact gives a visit's item one value. */
export const outcomeRows = (
  outcomes: readonly (OutcomeKey & { readonly body: Json })[],
  by: { readonly person: string; readonly door: OutcomeDoor },
  at: At,
): InStatement =>
  insertRows(
    target,
    outcomes.map(({ source, visit, department, item, body }) => [
      ...[source, visit, department, item],
      ...[by.person, at.now, by.door, canonical(body), at.seq],
    ]),
  );

/** What holds of some visits of one source. */
export async function standingOutcomes(
  db: Db,
  source: string,
  visits: readonly number[],
): Promise<readonly EnteredOutcome[]> {
  const rows = await db.read({
    // With max(), the other columns are those of the row that has it (SQLite's bare columns).
    sql: `select source, visit, department, item, person, at, door, body, max(seq) as seq from outcome
      where source = ? and visit in (select value from json_each(?))
      group by source, visit, department, item order by visit, department, item`,
    args: [source, JSON.stringify(visits)],
  });
  return rows.map(enteredOf);
}

/** What facts of these numbers, first and last, have entered, in their order. */
export async function outcomesOfFacts(db: Db, first: number, last: number): Promise<readonly EnteredOutcome[]> {
  const rows = await db.read({
    sql: `select source, visit, department, item, person, at, door, body, seq from outcome
      where seq between ? and ? order by seq, visit, item`,
    args: [first, last],
  });
  return rows.map(enteredOf);
}

/** The first number under which an outcome stands that no fact of entering has, or null. */
export async function strayOutcome(db: Db): Promise<number | null> {
  const [row] = await db.read({
    sql: `select min(seq) as seq from outcome where seq not in (select seq from ledger where kind = 'outcome-entered')`,
    args: [],
  });
  return row === undefined || row.seq === null ? null : Number(row.seq);
}

/** How many items of a source have an outcome, by department. */
export async function outcomeCounts(db: Db, source: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.read({
    sql: `select department, count(*) as entered from
      (select distinct department, visit, item from outcome where source = ?) group by department`,
    args: [source],
  });
  return new Map(rows.map((row) => [String(row.department), Number(row.entered)]));
}

/** Which items of a source have an outcome, and who entered it last when; without what it says. */
export async function outcomesNamed(db: Db, source: string): Promise<readonly Omit<EnteredOutcome, 'body' | 'door'>[]> {
  const rows = await db.read({
    sql: `select source, visit, department, item, person, at, max(seq) as seq from outcome
      where source = ? group by visit, department, item order by visit, department, item`,
    args: [source],
  });
  return rows.map(namedOf);
}

/** A visit at which a department says that somebody was on site, with the day that it says first. */
export interface VisitOnSite {
  readonly source: string;
  readonly visit: number;
  readonly department: string;
  /** The fact that entered it. */
  readonly seq: number;
  readonly on: string;
}

/** @param since the first day that is asked about */
export async function visitsOnSite(db: Db, since: string): Promise<readonly VisitOnSite[]> {
  const rows = await db.read({
    sql: `select source, visit, department, min(seq) as seq, json_extract(body, '$.checkedOn') as day from outcome
      where json_extract(body, '$.checkedOn') >= ?
        and exists (select 1 from json_each(outcome.body, '$.methods') where value = 'on-site')
      group by source, visit, department order by seq`,
    args: [since],
  });
  return rows.map((row) => ({
    source: String(row.source),
    visit: Number(row.visit),
    department: String(row.department),
    seq: Number(row.seq),
    on: String(row.day),
  }));
}

const namedOf = (row: Row) => ({
  source: String(row.source),
  visit: Number(row.visit),
  department: String(row.department),
  item: String(row.item),
  seq: Number(row.seq),
  person: String(row.person),
  at: String(row.at),
});

function enteredOf(row: Row): EnteredOutcome {
  const body: Json = JSON.parse(String(row.body));
  return { ...namedOf(row), door: oneOf(outcomeDoors, row.door), body };
}
