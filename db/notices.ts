/**
 * 公示的检查结果: every act makes a new row beside the old ones, and of the rows whose day has come the last one of an outcome holds. Whoever
 * reads for the public says which day it is, so that nothing is read before its own.
 */
import type { InStatement, Row } from '@libsql/client/web';
import type { CivilDate } from '../core/calendar.ts';
import { canonical, type Json } from '../core/canonical.ts';
import {
  type Notice,
  type NoticeBody,
  type NoticeState,
  noticeStates,
  type Receipt,
  receiptStates,
} from '../core/notice/notice.ts';
import type { OutcomeKey } from '../core/outcome/key.ts';
import { numberKinds, type SubjectKey } from '../core/registry/subject.ts';
import type { Db } from './database.ts';
import { insertRows } from './load.ts';
import { oneOf } from './one-of.ts';

export interface NoticeFilter {
  /** Reads what holds on that day; left out, the last versions, whose day may still come. The public's reads always say it. */
  readonly today?: CivilDate;
  readonly states?: readonly NoticeState[];
  readonly source?: string;
  readonly visit?: number;
  readonly department?: string;
  readonly plan?: string;
  /** Number of a task of `plan`. */
  readonly task?: string;
  readonly subject?: SubjectKey;
  /** Part of a name, or a whole number. */
  readonly search?: string;
  readonly keys?: readonly OutcomeKey[];
  /** `latest`: the last published first; left out, by source, visit, department and item. */
  readonly order?: 'latest';
  readonly limit?: number;
  readonly offset?: number;
}

const columns = 'source, visit, department, item, state, day, outcome, plan, task, kind, number, name, body';
const perKey = 'group by source, visit, department, item';

/** What holds. */
export async function standingNotices(db: Db, filter: NoticeFilter = {}): Promise<readonly Notice[]> {
  const { today, order, limit, offset = 0 } = filter;
  const [within, after] = [ofKey(filter), ofVersion(filter)];
  const day: readonly Condition[] = today === undefined ? [] : [{ sql: 'day <= ?', args: [today] }];
  const inner = whereOf([...within, ...day]);
  const outer = whereOf(after);
  const rows = await db.read({
    // With max(), the other columns are those of the row that has it (SQLite's bare columns).
    sql: `select * from (select ${columns}, max(seq) as seq from notice ${inner.sql} ${perKey}) ${outer.sql}
      order by ${order === 'latest' ? 'day desc, seq desc, ' : ''}source, visit, department, item ${limit === undefined ? '' : 'limit ? offset ?'}`,
    args: [...inner.args, ...outer.args, ...(limit === undefined ? [] : [limit, offset])],
  });
  return rows.map(noticeOf);
}

/** All versions of one outcome's notice, oldest first. */
export async function noticeHistory(db: Db, key: OutcomeKey): Promise<readonly Notice[]> {
  const rows = await db.read({
    sql: `select ${columns}, seq from notice where source = ? and visit = ? and department = ? and item = ? order by seq`,
    args: [key.source, key.visit, key.department, key.item],
  });
  return rows.map(noticeOf);
}

interface Condition {
  readonly sql: string;
  readonly args: readonly (string | number)[];
}

/** What is the same in all versions of an outcome, or only narrows which outcomes are looked at. */
function ofKey(filter: NoticeFilter): readonly Condition[] {
  const { source, visit, department, keys, subject } = filter;
  return [
    ...(source === undefined ? [] : [{ sql: 'source = ?', args: [source] }]),
    ...(visit === undefined ? [] : [{ sql: 'visit = ?', args: [visit] }]),
    ...(department === undefined ? [] : [{ sql: 'department = ?', args: [department] }]),
    ...(keys === undefined
      ? []
      : [
          {
            sql: '(source, visit, department, item) in (select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(?))',
            args: [JSON.stringify(keys.map((key) => [key.source, key.visit, key.department, key.item]))],
          },
        ]),
    ...(subject === undefined
      ? []
      : [
          {
            sql: '(source, visit, department, item) in (select source, visit, department, item from notice where kind = ? and number = ?)',
            args: [subject.kind, subject.number],
          },
        ]),
  ];
}

/** What a later version may have otherwise: a name that was held back since is not found any more. */
function ofVersion({ states, plan, task, subject, search }: NoticeFilter): readonly Condition[] {
  return [
    ...(states === undefined
      ? []
      : [{ sql: 'state in (select value from json_each(?))', args: [JSON.stringify(states)] }]),
    ...(plan === undefined ? [] : [{ sql: 'plan = ?', args: [plan] }]),
    ...(task === undefined ? [] : [{ sql: 'task = ?', args: [task] }]),
    ...(subject === undefined ? [] : [{ sql: 'kind = ? and number = ?', args: [subject.kind, subject.number] }]),
    ...(search === undefined || search === ''
      ? []
      : [{ sql: '(instr(name, ?) > 0 or number = ?)', args: [search, search.toUpperCase()] }]),
  ];
}

const whereOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0
    ? { sql: '', args: [] }
    : {
        sql: `where ${conditions.map(({ sql }) => sql).join(' and ')}`,
        args: conditions.flatMap(({ args }) => args),
      };

const noticeTarget = { table: 'notice', columns: [...columns.split(', '), 'seq'] };

/** The rows of one act; each outcome once. */
export const noticeRows = (notices: readonly Notice[]): InStatement =>
  insertRows(
    noticeTarget,
    notices.map((each) => [
      ...[each.source, each.visit, each.department, each.item, each.state, each.day, each.outcome],
      ...[each.plan, each.task, each.kind, each.number, each.name, canonical(jsonOf(each.body)), each.seq],
    ]),
  );

/** Versions that facts of these numbers, first and last, made, in their order. */
export async function noticesOfFacts(db: Db, first: number, last: number): Promise<readonly Notice[]> {
  const rows = await db.read({
    sql: `select ${columns}, seq from notice where seq between ? and ? order by seq, source, visit, department, item`,
    args: [first, last],
  });
  return rows.map(noticeOf);
}

const receiptColumns = 'source, visit, department, item, destination, notice, state, number, words';

/** What each destination said last of each version. */
export async function receipts(
  db: Db,
  {
    source,
    keys,
    all = false,
  }: { readonly source?: string; readonly keys?: readonly OutcomeKey[]; readonly all?: boolean },
): Promise<readonly Receipt[]> {
  const where = whereOf(
    ofKey({ ...(source === undefined ? {} : { source }), ...(keys === undefined ? {} : { keys }) }),
  );
  const rows = await db.read({
    sql: all
      ? `select ${receiptColumns}, seq from notice_receipt ${where.sql} order by seq, visit, department, item`
      : `select ${receiptColumns}, max(seq) as seq from notice_receipt ${where.sql}
          ${perKey}, destination, notice order by source, visit, department, item, destination`,
    args: [...where.args],
  });
  return rows.map(receiptOf);
}

export const receiptRows = (all: readonly Receipt[]): InStatement =>
  insertRows(
    { table: 'notice_receipt', columns: [...receiptColumns.split(', '), 'seq'] },
    all.map((each) => [
      ...[each.source, each.visit, each.department, each.item, each.destination, each.notice],
      ...[each.state, each.number, each.words, each.seq],
    ]),
  );

export async function receiptsOfFacts(db: Db, first: number, last: number): Promise<readonly Receipt[]> {
  const rows = await db.read({
    sql: `select ${receiptColumns}, seq from notice_receipt where seq between ? and ? order by seq`,
    args: [first, last],
  });
  return rows.map(receiptOf);
}

/** The first number under which a row of these tables stands that no fact of those kinds has, or null. */
export async function strayNotice(
  db: Db,
  kinds: { readonly notice: readonly string[]; readonly receipt: readonly string[] },
): Promise<number | null> {
  const [row] = await db.read({
    sql: `select min(seq) as seq from (
        select min(seq) as seq from notice
          where seq not in (select seq from ledger where kind in (select value from json_each(?)))
        union all select min(seq) from notice_receipt
          where seq not in (select seq from ledger where kind in (select value from json_each(?))))`,
    args: [JSON.stringify(kinds.notice), JSON.stringify(kinds.receipt)],
  });
  return row === undefined || row.seq === null ? null : Number(row.seq);
}

const keyIn = (row: Row): OutcomeKey => ({
  source: String(row.source),
  visit: Number(row.visit),
  department: String(row.department),
  item: String(row.item),
});

function noticeOf(row: Row): Notice {
  // Written by `noticeRows` alone, and compared with what the ledger binds (`bot/verbs/notice/bound.ts`).
  const body: NoticeBody = JSON.parse(String(row.body));
  return {
    ...keyIn(row),
    seq: Number(row.seq),
    state: oneOf(noticeStates, row.state),
    day: String(row.day),
    outcome: Number(row.outcome),
    plan: String(row.plan),
    task: String(row.task),
    kind: oneOf([...numberKinds, ''] as const, row.kind),
    number: String(row.number),
    name: String(row.name),
    body,
  };
}

const receiptOf = (row: Row): Receipt => ({
  ...keyIn(row),
  destination: String(row.destination),
  seq: Number(row.seq),
  notice: Number(row.notice),
  state: oneOf(receiptStates, row.state),
  number: String(row.number),
  words: String(row.words),
});

/** A body is plain JSON by its type; only its interface has no index signature. */
const jsonOf = (body: NoticeBody): Json => JSON.parse(JSON.stringify(body));
