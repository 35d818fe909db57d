/**
 * The smaller lists: departments, inspectors, experts, recusals, items and joint matters; what became of each version of a
 * list; policies in force. A row's body is the value of core as JSON, written by us from that type.
 */
import type { InStatement, Row } from '@libsql/client/web';
import type { Json } from '../core/canonical.ts';
import type { Department } from '../core/registry/department.ts';
import type { Expert, Inspector, Recusal } from '../core/registry/inspector.ts';
import type { Item, JointMatter } from '../core/registry/item.ts';
import type { At } from './commit.ts';
import type { Db } from './database.ts';
import { admits, changeNow, type Snapshot, type Staging } from './imports.ts';
import { type Fields, insertRows, load } from './load.ts';
import { oneOf } from './one-of.ts';

/** The lists kept whole, with the value of each. */
export interface Kept {
  readonly department: Department;
  readonly inspector: Inspector;
  readonly expert: Expert;
  readonly recusal: Recusal;
  readonly item: Item;
  readonly joint_matter: JointMatter;
}
export type KeptList = keyof Kept;

/** What a row is known by. */
const keyOf: { readonly [list in KeptList]: (value: Kept[list]) => string } = {
  department: (value) => value.code,
  inspector: (value) => value.number,
  expert: (value) => value.number,
  recusal: (value) => `${value.inspector}\t${value.kind}:${value.number}`,
  item: (value) => value.code,
  joint_matter: (value) => value.code,
};

const columns = ['key', 'removed', 'body'];

/** Writes rows under an import that is not true yet. */
export function stageKept<L extends KeptList>(
  db: Db,
  staging: Staging & { readonly list: L },
  values: readonly Kept[L][],
): Promise<number> {
  const rows = values.map((value) => fieldsOf(staging.list, value, false));
  return load(db, { table: staging.list, columns }, rows, { import: String(staging.no) });
}

/** Statements that put or take away a few rows in the commit of their fact. A row taken away stays readable in older states. */
export function changeKept<L extends KeptList>(
  list: L,
  at: At,
  change: { readonly put?: readonly Kept[L][]; readonly takeAway?: readonly Kept[L][] },
): InStatement[] {
  const rows = [
    ...(change.put ?? []).map((value) => fieldsOf(list, value, false)),
    ...(change.takeAway ?? []).map((value) => fieldsOf(list, value, true)),
  ];
  return changeNow(list, at, rows.length, (importSql) =>
    insertRows({ table: list, columns }, rows, { import: importSql }),
  );
}

/** All rows of a list as a snapshot holds them, ascending by the bytes of the key. */
export async function kept<L extends KeptList>(db: Db, state: Snapshot, list: L): Promise<readonly Kept[L][]> {
  const rows = await db.read(
    `select key, removed, body from ${list} where ${admits(state, list)} order by key, import`,
  );
  const latest = new Map<string, Kept[L] | null>();
  for (const row of rows) {
    const value: Kept[L] = JSON.parse(String(row.body));
    latest.set(String(row.key), Number(row.removed) === 1 ? null : value);
  }
  return [...latest.values()].filter((value) => value !== null);
}

/** The import that last put or took away a row. */
export interface LastChange {
  readonly no: number;
  readonly at: string;
}

/** The last change of each owner's rows: what an import did to other owners' rows is no new version of theirs. */
export async function lastChanges<L extends KeptList>(
  db: Db,
  state: Snapshot,
  list: L,
  ownersOf: (value: Kept[L]) => readonly string[],
): Promise<ReadonlyMap<string, LastChange>> {
  const rows = await db.read(
    `select k.body, i.no, i.at from ${list} k join import i on i.no = k.import
     where ${admits(state, list, 'k.import')} order by i.no`,
  );
  const last = new Map<string, LastChange>();
  for (const { body, no, at } of rows) {
    const value: Kept[L] = JSON.parse(String(body));
    for (const owner of ownersOf(value)) last.set(owner, { no: Number(no), at: String(at) });
  }
  return last;
}

/** The last import that classed anybody under a scheme. */
export async function lastClassified(db: Db, state: Snapshot, scheme: string): Promise<LastChange | null> {
  const [row] = await db.read({
    sql: `select no, at from import where no =
      (select max(import) from classification where scheme = ? and ${admits(state, 'classification')})`,
    args: [scheme],
  });
  return row === undefined ? null : { no: Number(row.no), at: String(row.at) };
}

const fieldsOf = <L extends KeptList>(list: L, value: Kept[L], removed: boolean): Fields => [
  keyOf[list](value),
  removed ? 1 : 0,
  JSON.stringify(value),
];

const acts = ['sent', 'received', 'published'] as const;

/** What became of a version of a list. */
export interface ListAct {
  readonly list: string;
  /** Number of the import that made this version. */
  readonly version: number;
  readonly act: (typeof acts)[number];
  /** Sender's receiver, the receiver itself, or the channel of publication. */
  readonly party: string;
  readonly at: string;
  readonly body: Json;
}

export const listActRow = (act: ListAct, at: At): InStatement => ({
  sql: 'insert into list_version (list, version, seq, act, party, at, body) values (?, ?, ?, ?, ?, ?, ?)',
  args: [act.list, BigInt(act.version), BigInt(at.seq), act.act, act.party, act.at, JSON.stringify(act.body)],
});

/** Everything that became of a list, oldest first. */
export async function listActs(db: Db, list: string): Promise<readonly ListAct[]> {
  const rows = await db.read({
    sql: 'select * from list_version where list = ? order by seq, act, party',
    args: [list],
  });
  return rows.map(listActOf);
}

/** The same of all lists at once, by list: whoever looks at a whole board asks once. */
export async function listActsByList(db: Db): Promise<ReadonlyMap<string, readonly ListAct[]>> {
  const rows = await db.read('select * from list_version order by list, seq, act, party');
  return Map.groupBy(rows.map(listActOf), ({ list }) => list);
}

function listActOf(row: Row): ListAct {
  const body: Json = JSON.parse(String(row.body));
  const act = oneOf(acts, row.act);
  const [list, party, at] = [String(row.list), String(row.party), String(row.at)];
  return { list, version: Number(row.version), act, party, at, body };
}

/** A policy put in force by a fact; the whole of it is kept, so that later program versions read what was meant then. */
export const policyRow = (
  policy: { readonly id: string; readonly from: string; readonly body: Json },
  at: At,
): InStatement => ({
  sql: 'insert into policy_in_force (seq, policy, from_date, body) values (?, ?, ?, ?)',
  args: [BigInt(at.seq), policy.id, policy.from, JSON.stringify(policy.body)],
});

/** The policy put in force last, among those that bind on the day. */
export async function policyOn(
  db: Db,
  day: string,
): Promise<{ readonly id: string; readonly from: string; readonly body: Json } | null> {
  const [row] = await db.read({
    sql: 'select policy, from_date, body from policy_in_force where from_date <= ? order by seq desc limit 1',
    args: [day],
  });
  if (row === undefined) return null;
  const body: Json = JSON.parse(String(row.body));
  return { id: String(row.policy), from: String(row.from_date), body };
}
