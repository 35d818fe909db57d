/** Classes and past checks that are held for given subjects: what an import of such statements is compared with. */
import type { Row } from '@libsql/client/web';
import type { CivilDate } from '../core/calendar.ts';
import { methods } from '../core/registry/item.ts';
import {
  type Classification,
  keyText,
  numberKinds,
  occasions,
  type PastCheck,
  type SubjectKey,
} from '../core/registry/subject.ts';
import type { Db } from './database.ts';
import { admits, type Snapshot } from './imports.ts';
import { oneOf } from './one-of.ts';

const keysMax = 5000;

/** The classifications of these schemes, keys and dates as a snapshot holds them; those that it does not hold are left out. */
export async function heldClassifications(
  db: Db,
  state: Snapshot,
  asked: readonly Pick<Classification, 'scheme' | 'kind' | 'number' | 'date'>[],
): Promise<readonly Classification[]> {
  const rows = await inChunks(
    asked,
    (each) => [each.scheme, each.kind, each.number, each.date],
    (keys) =>
      db.read({
        sql: `select c.scheme, c.kind, c.number, c.date, c.class, c.source from json_each(?) k
        cross join classification c on c.scheme = k.value ->> 0 and c.kind = k.value ->> 1
          and c.number = k.value ->> 2 and c.date = k.value ->> 3
        where ${admits(state, 'classification', 'c.import')} order by c.import`,
        args: [keys],
      }),
  );
  return latestOf(rows);
}

/** Of several rows of one statement the last one holds. */
function latestOf(rows: readonly Row[]): readonly Classification[] {
  const latest = new Map<string, Classification>();
  for (const { scheme, kind, number, date, class: label, source } of rows) {
    latest.set(`${scheme}\t${kind}\t${number}\t${date}`, {
      kind: oneOf(numberKinds, kind),
      number: String(number),
      scheme: String(scheme),
      class: String(label),
      source: String(source),
      date: String(date),
    });
  }
  return [...latest.values()];
}

/** Codes of the items checked from one day to another; null where no check at all is on record, which is no zero. */
export async function itemsChecked(
  db: Db,
  state: Snapshot,
  from: CivilDate,
  to: CivilDate,
): Promise<ReadonlySet<string> | null> {
  const rows = await db.read({
    sql: `select distinct e.value as item from past_check p left join json_each(p.items) e
      where p.date between ? and ? and ${admits(state, 'past_check', 'p.import')}`,
    args: [from, to],
  });
  return rows.length === 0 ? null : new Set(rows.flatMap(({ item }) => (item === null ? [] : [String(item)])));
}

/** The past checks of these subjects from one day to another, each once, oldest first. */
export async function pastChecksBetween(
  db: Db,
  state: Snapshot,
  subjects: readonly SubjectKey[],
  from: CivilDate,
  to: CivilDate,
): Promise<readonly PastCheck[]> {
  const rows = await inChunks(
    subjects,
    (each) => [each.kind, each.number],
    (keys) =>
      db.read({
        sql: `select distinct p.kind, p.number, p.date, p.department, p.occasion, p.method, p.items from json_each(?) k
        cross join past_check p on p.kind = k.value ->> 0 and p.number = k.value ->> 1 and p.date between ? and ?
        where ${admits(state, 'past_check', 'p.import')} order by p.date`,
        args: [keys, from, to],
      }),
  );
  return rows.map(pastCheckOf);
}

/** The past checks of these subjects on these days, each once. */
export async function heldPastChecks(
  db: Db,
  state: Snapshot,
  asked: readonly Pick<PastCheck, 'kind' | 'number' | 'date'>[],
): Promise<readonly PastCheck[]> {
  const rows = await inChunks(
    asked,
    (each) => [each.kind, each.number, each.date],
    (keys) =>
      db.read({
        sql: `select distinct p.kind, p.number, p.date, p.department, p.occasion, p.method, p.items from json_each(?) k
        cross join past_check p on p.kind = k.value ->> 0 and p.number = k.value ->> 1 and p.date = k.value ->> 2
        where ${admits(state, 'past_check', 'p.import')}`,
        args: [keys],
      }),
  );
  return rows.map(pastCheckOf);
}

function pastCheckOf({ kind, number, date, department, occasion, method, items }: Row): PastCheck {
  const codes: readonly string[] = JSON.parse(String(items));
  return {
    kind: oneOf(numberKinds, kind),
    number: String(number),
    date: String(date),
    department: String(department),
    items: codes,
    method: oneOf(methods, method),
    occasion: oneOf(occasions, occasion),
  };
}

async function inChunks<T>(
  asked: readonly T[],
  fields: (each: T) => readonly string[],
  read: (keys: string) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < asked.length; from += keysMax) {
    const chunk = asked.slice(from, from + keysMax).map(fields);
    for (const row of await read(JSON.stringify(chunk))) rows.push(row);
  }
  return rows;
}

/** Where the rows of one class of a scheme come from, by key; of several of a subject the latest one not after the day. */
export async function sourcesOfClass(
  db: Db,
  state: Snapshot,
  { scheme, label, on }: { readonly scheme: string; readonly label: string; readonly on: CivilDate },
): Promise<ReadonlyMap<string, { readonly source: string; readonly since: CivilDate }>> {
  const rows = await db.read({
    sql: `select kind, number, date, source from classification
      where scheme = ? and class = ? and date <= ? and ${admits(state, 'classification')} order by kind, number, date, import`,
    args: [scheme, label, on],
  });
  return new Map(
    rows.map((row) => [
      keyText({ kind: oneOf(numberKinds, row.kind), number: String(row.number) }),
      { source: String(row.source), since: String(row.date) },
    ]),
  );
}

/** All statements of these schemes about these subjects. */
export async function classificationsFor(
  db: Db,
  state: Snapshot,
  schemes: readonly string[],
  subjects: readonly SubjectKey[],
): Promise<readonly Classification[]> {
  const rows = await inChunks(
    schemes.flatMap((scheme) => subjects.map((subject) => ({ scheme, ...subject }))),
    ({ scheme, kind, number }) => [scheme, kind, number],
    (keys) =>
      db.read({
        sql: `select c.scheme, c.kind, c.number, c.date, c.class, c.source from json_each(?) k
        cross join classification c on c.scheme = k.value ->> 0 and c.kind = k.value ->> 1 and c.number = k.value ->> 2
        where ${admits(state, 'classification', 'c.import')} order by c.import`,
        args: [keys],
      }),
  );
  return latestOf(rows);
}
