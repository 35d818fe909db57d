/**
 * Reads all subjects of a snapshot for the freezing of a roster: key order, with class and counted checks, as fast as the
 * database gives them. Each page is packed into JSON texts (a row at a time costs five times as much, measured), and numbers
 * stand for profiles. Memory stays at a page.
 */
import type { CivilDate } from '../core/calendar.ts';
import { compareBytes } from '../core/draw/order.ts';
import { methods } from '../core/registry/item.ts';
import { type NumberKind, numberKinds, occasions, type PastCheck } from '../core/registry/subject.ts';
import type { Db } from './database.ts';
import { admits, type Snapshot } from './imports.ts';
import { oneOf } from './one-of.ts';
import { type Profile, readProfiles } from './subjects.ts';

export interface RosterRow {
  readonly kind: NumberKind;
  readonly number: string;
  /** The same object for all subjects of a profile: what follows from it can be worked out once. */
  readonly profile: Profile;
  /** For each scheme asked for, the class that holds on the day, or null. The same array for equal classes. */
  readonly classes: readonly (string | null)[];
  /** Checks of the period asked for. */
  readonly checks: readonly PastCheck[];
}

export interface RosterQuestion {
  /** Schemes of classification. */
  readonly schemes: readonly string[];
  /** The classes of the latest date not after this day. */
  readonly on: CivilDate;
  /** First and last day of the checks that count. */
  readonly checks: { readonly from: CivilDate; readonly to: CivilDate };
}

/** Pages of up to 20,000 rows, ascending by the bytes of `kind:number`. */
export async function* rosterPages(
  db: Db,
  state: Snapshot,
  question: RosterQuestion,
): AsyncGenerator<readonly RosterRow[]> {
  const profiles = await readProfiles(db);
  const noClass: Classes = { labels: [], next: new Map() };
  for (const kind of [...numberKinds].sort()) {
    for (let after = ''; ; ) {
      const subjects = await latest(db, {
        sql: `select number, profile as value from subject
          where kind = ? and number > ? and ${admits(state, 'subject')} order by number, import limit ?`,
        args: [kind, after],
      });
      const upTo = subjects.numbers.at(-1);
      if (upTo === undefined) break;
      const range = { kind, after, upTo };
      const classed: Column[] = [];
      for (const scheme of question.schemes)
        classed.push(new Column(await classesIn(db, state, range, scheme, question.on)));
      const checks = await checksIn(db, state, range, question.checks);
      const page: RosterRow[] = [];
      for (const [i, number] of subjects.numbers.entries()) {
        const profile = profiles.get(Number(subjects.values[i]));
        if (profile === undefined) throw new Error('rosterPages: a profile is absent');
        let classes = noClass;
        for (const column of classed) classes = nextClasses(classes, column.at(number));
        page.push({ kind, number, profile, classes: classes.labels, checks: checks.get(number) ?? none });
      }
      yield page;
      if (!subjects.more) break;
      after = upTo;
    }
  }
}

const none: readonly PastCheck[] = [];

/** Keeps a packed text below 1 MB, which the edge's limits ask for, and memory at a page. */
const pageRows = 20_000;

interface Range {
  readonly kind: NumberKind;
  /** Exclusive. */
  readonly after: string;
  /** Inclusive. */
  readonly upTo: string;
}

/** Two columns of the same length, numbers ascending by bytes, each once. */
interface Latest {
  readonly numbers: string[];
  readonly values: (string | number)[];
  readonly more: boolean;
}

/** Runs `select number, value … limit ?` packed into two JSON texts; of several rows of a number the last one holds. */
async function latest(db: Db, inner: { readonly sql: string; readonly args: readonly string[] }): Promise<Latest> {
  const [row] = await db.read({
    sql: `select json_group_array(number) as numbers, json_group_array(value) as vals from (${inner.sql})`,
    args: [...inner.args, BigInt(pageRows)],
  });
  const read: { readonly numbers: string[]; readonly values: (string | number)[] } = {
    numbers: JSON.parse(String(row?.numbers ?? '[]')),
    values: JSON.parse(String(row?.vals ?? '[]')),
  };
  const more = read.numbers.length === pageRows;
  const packed = lastOfEach(read.numbers, read.values);
  // A later row of the last number may stand beyond the page: it is read again with the next one.
  if (more && packed.numbers.length > 1) {
    packed.numbers.pop();
    packed.values.pop();
  }
  return { ...packed, more };
}

function lastOfEach(numbers: string[], values: (string | number)[]): Omit<Latest, 'more'> {
  if (!numbers.some((number, i) => number === numbers[i + 1])) return { numbers, values };
  const kept = numbers.map((number, i) => number !== numbers[i + 1]);
  return { numbers: numbers.filter((_, i) => kept[i]), values: values.filter((_, i) => kept[i]) };
}

/** Walks along with the subjects of a page. */
class Column {
  readonly #rows: Latest;
  #place = 0;

  constructor(rows: Latest) {
    this.#rows = rows;
  }

  /** The value of a number, or null; numbers must be asked for in ascending order. */
  at(number: string): string | null {
    const { numbers, values } = this.#rows;
    for (; this.#place < numbers.length; this.#place += 1) {
      const here = numbers[this.#place] ?? '';
      if (here === number) return String(values[this.#place]);
      if (compareBytes(here, number) > 0) return null;
    }
    return null;
  }
}

/** Equal lists of classes are one object, reached label by label. */
interface Classes {
  readonly labels: readonly (string | null)[];
  readonly next: Map<string | null, Classes>;
}

function nextClasses(classes: Classes, label: string | null): Classes {
  const known = classes.next.get(label);
  if (known) return known;
  const made: Classes = { labels: [...classes.labels, label], next: new Map() };
  classes.next.set(label, made);
  return made;
}

async function classesIn(db: Db, state: Snapshot, range: Range, scheme: string, on: CivilDate): Promise<Latest> {
  const all: Latest = { numbers: [], values: [], more: false };
  for (let after = range.after; ; ) {
    const part = await latest(db, {
      sql: `select number, class as value from classification
        where scheme = ? and kind = ? and number > ? and number <= ? and date <= ? and ${admits(state, 'classification')}
        order by number, date, import limit ?`,
      args: [scheme, range.kind, after, range.upTo, on],
    });
    if (after === range.after && !part.more) return part;
    all.numbers.push(...part.numbers);
    all.values.push(...part.values);
    const last = part.numbers.at(-1);
    if (!part.more || last === undefined) return all;
    after = last;
  }
}

async function checksIn(
  db: Db,
  state: Snapshot,
  range: Range,
  period: RosterQuestion['checks'],
): Promise<ReadonlyMap<string, readonly PastCheck[]>> {
  const checks = new Map<string, PastCheck[]>();
  const rows = await db.read({
    sql: `select number, date, department, occasion, method, items from past_check
      where kind = ? and number > ? and number <= ? and date between ? and ? and ${admits(state, 'past_check')}
      group by number, date, department, occasion, method, items order by number, date`,
    args: [range.kind, range.after, range.upTo, period.from, period.to],
  });
  for (const row of rows) {
    const number = String(row.number);
    const items: readonly string[] = JSON.parse(String(row.items));
    const check: PastCheck = {
      kind: range.kind,
      number,
      date: String(row.date),
      department: String(row.department),
      items,
      method: oneOf(methods, row.method),
      occasion: oneOf(occasions, row.occasion),
    };
    const held = checks.get(number);
    if (held) held.push(check);
    else checks.set(number, [check]);
  }
  return checks;
}
