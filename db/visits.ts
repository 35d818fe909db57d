/**
 * Visits and their posts, as they follow from a record and from the events after it. The rows of a draw are staged under the
 * digest of their record, which says exactly what they are: staged twice they are the same rows, and without a committed
 * record of that digest they belong to nothing. An event's rows stand before earlier ones of the same number.
 */
import type { InStatement, Row } from '@libsql/client/web';
import { canonical, type Json } from '../core/canonical.ts';
import type { Digest } from '../core/digest.ts';
import { numberKinds, type SubjectKey } from '../core/registry/subject.ts';
import type { At } from './commit.ts';
import type { Db } from './database.ts';
import { type Fields, insertRows, load } from './load.ts';
import { oneOf } from './one-of.ts';

export interface VisitRow extends SubjectKey {
  /** Number of the visit in its record, from 0. */
  readonly no: number;
  /** Row of the roster. */
  readonly row: number;
  readonly group: number;
  /** Places of its tasks in the manifest. */
  readonly tasks: readonly number[];
  /** Ended by an event: the subject was replaced. */
  readonly ended: boolean;
}

export interface PostRow {
  /** Number of the post in its record, from 0. */
  readonly no: number;
  readonly visit: number;
  readonly department: string;
  readonly pool: string;
  readonly need: string;
  readonly officer: string | null;
  /** Where its substitutes begin in the pool's permuted officers. */
  readonly start: number;
}

const visitTarget = { table: 'visit', columns: ['no', 'row', 'kind', 'number', 'grp', 'tasks', 'ended'] };
const postTarget = { table: 'post', columns: ['no', 'visit', 'department', 'pool', 'need', 'officer', 'start'] };

/** Stages what follows from a record. Nothing of it is seen before the record is committed. */
export async function stageVisits(
  db: Db,
  record: Digest,
  visits: Iterable<VisitRow>,
  posts: Iterable<PostRow>,
): Promise<void> {
  const fixed = { record: quoted(record), event: '0' };
  await load(db, visitTarget, each(visits, visitFields), fixed);
  await load(db, postTarget, each(posts, postFields), fixed);
}

function* each<T>(rows: Iterable<T>, fields: (row: T) => Fields): Generator<Fields> {
  for (const row of rows) yield fields(row);
}

const eventKinds = ['unavailable', 'substituted', 'replaced'] as const;

/** What happened to an assignment after the draw. */
export interface DrawEvent {
  readonly kind: (typeof eventKinds)[number];
  readonly digest: Digest;
  /** Body as the record holds it. */
  readonly body: Json;
}

/** Statements for an event, number `no` from 1, and the visits and posts as they stand after it. */
export function eventRows(
  record: Digest,
  no: number,
  event: DrawEvent,
  changed: { readonly visits?: readonly VisitRow[]; readonly posts?: readonly PostRow[] },
  at: At,
): InStatement[] {
  const fixed = { record: quoted(record), event: String(no) };
  return [
    {
      sql: 'insert into draw_event (record, no, kind, digest, body, seq) values (?, ?, ?, ?, ?, ?)',
      args: [record, BigInt(no), event.kind, event.digest, canonical(event.body), BigInt(at.seq)],
    },
    ...(changed.visits?.length ? [insertRows(visitTarget, changed.visits.map(visitFields), fixed)] : []),
    ...(changed.posts?.length ? [insertRows(postTarget, changed.posts.map(postFields), fixed)] : []),
  ];
}

/** Events of a record in order. */
export async function drawEvents(
  db: Db,
  record: Digest,
): Promise<readonly (DrawEvent & { readonly no: number; readonly seq: number })[]> {
  const rows = await db.read({ sql: 'select * from draw_event where record = ? order by no', args: [record] });
  return rows.map((row) => {
    const body: Json = JSON.parse(String(row.body));
    const kind = oneOf(eventKinds, row.kind);
    return { no: Number(row.no), seq: Number(row.seq), kind, digest: String(row.digest), body };
  });
}

/** Visits of a committed record as they stand, by number; in pages. */
export async function* visitPages(db: Db, record: Digest): AsyncGenerator<readonly VisitRow[]> {
  for (let after = -1; ; ) {
    const rows = await db.read({
      sql: `select v.no, v.row, v.kind, v.number, v.grp, v.tasks, v.ended, max(v.event) from visit v
        where v.record = ? and v.no > ? and exists (select 1 from draw_record where digest = v.record)
        group by v.no order by v.no limit ?`,
      args: [record, BigInt(after), pageRows],
    });
    const page = rows.map(visitOf);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.no;
  }
}

/** Visits of a committed record at one subject's door, as they stand. */
export async function visitsOf(db: Db, record: Digest, { kind, number }: SubjectKey): Promise<readonly VisitRow[]> {
  const rows = await db.read({
    sql: `select v.no, v.row, v.kind, v.number, v.grp, v.tasks, v.ended, max(v.event) from visit v
      where v.record = ? and v.no in (select no from visit where kind = ? and number = ? and record = ?)
      group by v.no order by v.no`,
    args: [record, kind, number, record],
  });
  return rows.map(visitOf).filter((visit) => visit.kind === kind && visit.number === number);
}

/** Posts of a committed record as they stand, by number; in pages. */
export async function* postPages(db: Db, record: Digest): AsyncGenerator<readonly PostRow[]> {
  for (let after = -1; ; ) {
    const rows = await db.read({
      sql: `select p.*, max(p.event) from post p
        where p.record = ? and p.no > ? and exists (select 1 from draw_record where digest = p.record)
        group by p.no order by p.no limit ?`,
      args: [record, BigInt(after), pageRows],
    });
    const page = rows.map(
      (row): PostRow => ({
        no: Number(row.no),
        visit: Number(row.visit),
        department: String(row.department),
        pool: String(row.pool),
        need: String(row.need),
        officer: row.officer === null || row.officer === undefined ? null : String(row.officer),
        start: Number(row.start),
      }),
    );
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.no;
  }
}

const pageRows = 5000n;

function visitOf(row: Row): VisitRow {
  const tasks: readonly number[] = JSON.parse(String(row.tasks));
  return {
    no: Number(row.no),
    row: Number(row.row),
    kind: oneOf(numberKinds, row.kind),
    number: String(row.number),
    group: Number(row.grp),
    tasks,
    ended: Number(row.ended) === 1,
  };
}

const visitFields = (visit: VisitRow): Fields => [
  visit.no,
  visit.row,
  visit.kind,
  visit.number,
  visit.group,
  JSON.stringify(visit.tasks),
  visit.ended ? 1 : 0,
];

const postFields = (post: PostRow): Fields => [
  post.no,
  post.visit,
  post.department,
  post.pool,
  post.need,
  post.officer,
  post.start,
];

/** A digest as an SQL text. @throws TypeError where it is none: it would be somebody else's SQL */
function quoted(digest: Digest): string {
  if (!/^[0-9a-f]{64}$/.test(digest)) throw new TypeError('a record is named by its digest');
  return `'${digest}'`;
}
