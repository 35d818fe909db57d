/**
 * 检查对象, their classes and past checks: the lists that grow to a million rows. What many subjects share is kept once, as a
 * profile: rows stay short, and whoever reads a roster decides once a profile instead of once a subject.
 */
import type { InStatement, Row } from '@libsql/client/web';
import {
  type Classification,
  keyText,
  numberKinds,
  type PastCheck,
  type Subject,
  type SubjectKey,
} from '../core/registry/subject.ts';
import type { At } from './commit.ts';
import type { Db } from './database.ts';
import { admits, changeNow, type Snapshot, type Staging } from './imports.ts';
import { type Fields, insertRows, load } from './load.ts';
import { oneOf } from './one-of.ts';

/** Everything of a subject but its key and name. */
export type Profile = Pick<Subject, 'type' | 'status' | 'place' | 'authority' | 'tags'>;

/** Writes subjects under an import that is not true yet; new and changed ones only. */
export async function stageSubjects(db: Db, staging: Staging, subjects: readonly Subject[]): Promise<number> {
  const sorted = inKeyOrder(subjects);
  const numbers = await profileNumbers(db, sorted);
  const target = { table: 'subject', columns: ['kind', 'number', 'profile', 'name'] };
  return load(db, target, rows(), { import: String(staging.no) });

  function* rows(): Generator<Fields> {
    for (const [i, { kind, number, name }] of sorted.entries()) {
      const no = numbers[i];
      if (!no) throw new Error('stageSubjects: a profile has no number');
      yield [kind, number, no, name];
    }
  }
}

export async function stageClassifications(
  db: Db,
  staging: Staging,
  classifications: readonly Classification[],
): Promise<number> {
  const rows = inKeyOrder(classifications).map(classificationFields);
  return load(db, classificationTarget, rows, { import: String(staging.no) });
}

export async function stagePastChecks(db: Db, staging: Staging, checks: readonly PastCheck[]): Promise<number> {
  return load(db, pastCheckTarget, inKeyOrder(checks).map(pastCheckFields), { import: String(staging.no) });
}

/** Statements that add a few checks in the commit of their fact (a visit of ours that was finished). */
export const addPastChecks = (checks: readonly PastCheck[], at: At): InStatement[] =>
  changeNow('past_check', at, checks.length, (importSql) =>
    insertRows(pastCheckTarget, checks.map(pastCheckFields), { import: importSql }),
  );

/** Statements that state a few classes in the commit of their fact (a move between pools that was confirmed). */
export const addClassifications = (classifications: readonly Classification[], at: At): InStatement[] =>
  changeNow('classification', at, classifications.length, (importSql) =>
    insertRows(classificationTarget, classifications.map(classificationFields), { import: importSql }),
  );

/** How many subjects a snapshot holds, counted no further than asked. */
export async function countSubjects(db: Db, state: Snapshot, most: number): Promise<number> {
  const [row] = await db.read({
    sql: `select count(*) as n from (select distinct kind, number from subject where ${admits(state, 'subject')} limit ?)`,
    args: [BigInt(most)],
  });
  return Number(row?.n ?? 0);
}

/** All subjects of a snapshot in the order of their keys, in pages; for comparing an import with what is held. */
export async function* heldSubjects(db: Db, state: Snapshot): AsyncGenerator<readonly Subject[]> {
  const profiles = await readProfiles(db);
  for (let last: SubjectKey = { kind: 'older', number: '' }; ; ) {
    const rows = await db.read({
      sql: `select kind, number, profile, name from subject
        where (kind, number) > (?, ?) and ${admits(state, 'subject')} order by kind, number, import limit ?`,
      args: [last.kind, last.number, BigInt(heldPageRows)],
    });
    const full = rows.length === heldPageRows;
    const subjects = new Map<string, Subject>();
    for (const row of rows) {
      const subject = subjectOf(row, profiles);
      subjects.set(keyText(subject), subject);
    }
    // Another version of the last key may stand on the next page.
    const page = [...subjects.values()];
    if (full) page.pop();
    const end = page.at(-1);
    if (end === undefined) return;
    yield page;
    if (!full) return;
    last = end;
  }
}

/** The subjects of these keys as a snapshot holds them; keys that it does not hold are left out. */
export async function subjectsByKey(
  db: Db,
  state: Snapshot,
  keys: readonly SubjectKey[],
): Promise<ReadonlyMap<string, Subject>> {
  const profiles = await readProfiles(db);
  const found = new Map<string, Subject>();
  for (let from = 0; from < keys.length; from += keysMax) {
    const asked = keys.slice(from, from + keysMax).map((key) => [key.kind, key.number]);
    const rows = await db.read({
      sql: `select s.kind, s.number, s.profile, s.name from json_each(?) k
        cross join subject s on s.kind = k.value ->> 0 and s.number = k.value ->> 1
        where ${admits(state, 'subject', 's.import')} order by s.kind, s.number, s.import`,
      args: [JSON.stringify(asked)],
    });
    for (const row of rows) {
      const subject = subjectOf(row, profiles);
      found.set(keyText(subject), subject);
    }
  }
  return found;
}

/** All statements about one subject under any scheme. */
export async function classificationsOf(db: Db, state: Snapshot, key: SubjectKey): Promise<readonly Classification[]> {
  const rows = await db.read({
    // Steps from scheme to scheme along the key; `distinct` would read the whole table.
    sql: `with recursive schemes (scheme) as (
        select min(scheme) from classification
        union all
        select (select min(c.scheme) from classification c where c.scheme > s.scheme) from schemes s where s.scheme is not null
      )
      select scheme, date, class, source from classification
      where scheme in (select scheme from schemes where scheme is not null) and kind = ? and number = ? and ${admits(state, 'classification')}
      order by scheme, date, import`,
    args: [key.kind, key.number],
  });
  const latest = new Map<string, Classification>();
  for (const row of rows) {
    const { scheme, date, class: label, source } = row;
    latest.set(`${scheme}\t${date}`, {
      kind: key.kind,
      number: key.number,
      scheme: String(scheme),
      date: String(date),
      class: String(label),
      source: String(source),
    });
  }
  return [...latest.values()];
}

/** Profiles by number. They only ever grow. */
export async function readProfiles(db: Db): Promise<ReadonlyMap<number, Profile>> {
  const rows = await db.read('select no, text from profile');
  return new Map(
    rows.map((row) => {
      const profile: Profile = JSON.parse(String(row.text));
      return [Number(row.no), profile];
    }),
  );
}

const classificationTarget = {
  table: 'classification',
  columns: ['scheme', 'kind', 'number', 'date', 'class', 'source'],
};

const classificationFields = (each: Classification): Fields => [
  each.scheme,
  each.kind,
  each.number,
  each.date,
  each.class,
  each.source,
];

const pastCheckTarget = {
  table: 'past_check',
  columns: ['kind', 'number', 'date', 'department', 'occasion', 'method', 'items'],
};

const pastCheckFields = (check: PastCheck): Fields => [
  check.kind,
  check.number,
  check.date,
  check.department,
  check.occasion,
  check.method,
  JSON.stringify(check.items),
];

const heldPageRows = 5000;
const keysMax = 5000;

/** The number of each subject's profile, in the order of the subjects. Profiles not yet known are written. */
async function profileNumbers(db: Db, subjects: readonly Subject[]): Promise<Int32Array> {
  const placeOf = new Map<string, number>();
  const texts: string[] = [];
  const places = Int32Array.from(subjects, (subject) => {
    const mark = profileMark(subject);
    const known = placeOf.get(mark);
    if (known !== undefined) return known;
    placeOf.set(mark, texts.length);
    return texts.push(profileText(subject)) - 1;
  });
  await load(
    db,
    { table: 'profile', columns: ['text'] },
    texts.map((text) => [text]),
  );
  const rows = await db.read('select no, text from profile');
  const numberOf = new Map(rows.map((row) => [String(row.text), Number(row.no)]));
  const numbers = texts.map((text) => numberOf.get(text) ?? 0);
  return places.map((place) => numbers[place] ?? 0);
}

const profileText = ({ type, status, place, authority, tags }: Profile): string =>
  JSON.stringify({ type, status, place, authority, tags } satisfies Profile);

/** Tells profiles apart like their text, only faster: this runs once a subject. */
const profileMark = ({ type, status, place, authority, tags }: Profile): string =>
  tags.length === 0
    ? `${type}\n${status}\n${place}\n${authority}`
    : `${type}\n${status}\n${place}\n${authority}\n${tags.join('\n')}`;

function subjectOf(row: Row, profiles: ReadonlyMap<number, Profile>): Subject {
  const profile = profiles.get(Number(row.profile));
  if (profile === undefined) throw new Error('subjectOf: a profile is absent');
  return { kind: oneOf(numberKinds, row.kind), number: String(row.number), name: String(row.name), ...profile };
}

/** Sorted input makes one long append of what would be a million scattered writes. Rows of one key keep their order. */
function inKeyOrder<T extends SubjectKey>(rows: readonly T[]): readonly T[] {
  // Comparing numbers costs a tenth of comparing texts; the texts decide where the first fourteen characters are alike.
  const first = new Float64Array(rows.length);
  const second = new Float64Array(rows.length);
  for (const [i, { kind, number }] of rows.entries()) {
    first[i] = (kind === 'older' ? 0 : kind === 'reg15' ? 1 : 2) * 2 ** 49 + sevenFrom(number, 0);
    second[i] = sevenFrom(number, 7);
  }
  const compare = (a: number, b: number): number =>
    (first[a] ?? 0) - (first[b] ?? 0) ||
    (second[a] ?? 0) - (second[b] ?? 0) ||
    compareTexts(rows[a]?.number ?? '', rows[b]?.number ?? '') ||
    a - b;
  return Array.from(new Int32Array(rows.keys()).sort(compare)).flatMap((i) => rows[i] ?? []);
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Seven characters as one whole number that sorts as they do. From the first one that is not ASCII on, all count as alike. */
function sevenFrom(text: string, from: number): number {
  let n = 0;
  let isPlain = ascii.test(text.slice(0, from));
  for (let i = from; i < from + 7; i++) {
    const unit = isPlain && i < text.length ? text.charCodeAt(i) : 0;
    isPlain &&= unit < 127;
    n = n * 128 + Math.min(unit, 127);
  }
  return n;
}

/** Up to `~`: 127 stands for everything beyond. */
const ascii = /^[\0-~]*$/;
