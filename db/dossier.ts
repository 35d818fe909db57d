/** 卷: facts by the matter that they belong to. The rows are an index over the ledger; who acted, when and what is read from there. */
import type { InStatement, Row } from '@libsql/client/web';
import type { Json } from '../core/canonical.ts';
import { type DossierFact, type MatterId, type MatterName, mattersOf } from '../core/ledger/dossier.ts';
import type { Fact } from '../core/ledger/fact.ts';
import type { Db } from './database.ts';
import { insertRows } from './load.ts';

/** One fact of a dossier. */
export interface DossierEntry {
  readonly seq: number;
  readonly at: string;
  readonly kind: DossierFact;
  /** `person:…`, `system:…` */
  readonly actor: string;
  /** Null once it was erased on record. */
  readonly body: Json | null;
}

const target = { table: 'dossier', columns: ['matter', 'id', 'seq'] };

/** The index rows of facts that are about to be recorded, the first of them under this number. */
export function dossierRows(facts: readonly Fact[], first: number): readonly InStatement[] {
  const rows = facts.flatMap(({ kind, body }, i) =>
    mattersOf(kind, body, first + i).map(({ matter, id }) => [matter, id, first + i]),
  );
  return rows.length === 0 ? [] : [insertRows(target, rows)];
}

const columns = 'd.matter, d.id, l.seq, l.at, l.kind, l.actor, b.text';
const joined = 'dossier d join ledger l on l.seq = d.seq left join ledger_body b on b.seq = d.seq';

/** Everything about one matter, oldest first. */
export async function dossierOf(db: Db, { matter, id }: MatterId): Promise<readonly DossierEntry[]> {
  const rows = await db.read({
    sql: `select ${columns} from ${joined} where d.matter = ? and d.id = ? order by d.seq`,
    args: [matter, id],
  });
  return rows.map(entryOf);
}

/** Dossiers of one kind of matter by id; of those ids alone where they are named. */
export async function dossiersOf(
  db: Db,
  matter: MatterName,
  ids?: readonly string[],
): Promise<ReadonlyMap<string, readonly DossierEntry[]>> {
  const of = ids === undefined ? '' : 'and d.id in (select value from json_each(?))';
  const rows = await db.read({
    sql: `select ${columns} from ${joined} where d.matter = ? ${of} order by d.id, d.seq`,
    args: [matter, ...(ids === undefined ? [] : [JSON.stringify(ids)])],
  });
  const found = new Map<string, DossierEntry[]>();
  for (const row of rows) {
    const id = String(row.id);
    const entries = found.get(id) ?? [];
    entries.push(entryOf(row));
    found.set(id, entries);
  }
  return found;
}

/** Dossiers whose id begins so: all visits of a draw (`3/`), all findings of a visit (`3/12/`). */
export async function dossiersUnder(
  db: Db,
  matter: MatterName,
  prefix: string,
): Promise<ReadonlyMap<string, readonly DossierEntry[]>> {
  const ids = await db.read({
    // The character after every other keeps to the index where `like` would not.
    sql: `select distinct id from dossier where matter = ? and id >= ? and id < ?`,
    args: [matter, prefix, `${prefix}\u{10ffff}`],
  });
  return dossiersOf(
    db,
    matter,
    ids.map((row) => String(row.id)),
  );
}

function entryOf(row: Row): DossierEntry {
  const body: Json | null = row.text === null ? null : JSON.parse(String(row.text));
  const { kind } = row;
  return {
    seq: Number(row.seq),
    at: String(row.at),
    // Only such facts have rows here (`dossierRows`).
    kind: String(kind) as DossierFact,
    actor: String(row.actor),
    body,
  };
}

/** Where facts of these numbers, first and last, are filed. */
export async function dossierBetween(
  db: Db,
  first: number,
  last: number,
): Promise<readonly { readonly matter: string; readonly id: string; readonly seq: number }[]> {
  const rows = await db.read({
    sql: 'select matter, id, seq from dossier where seq between ? and ? order by seq',
    args: [first, last],
  });
  return rows.map((row) => ({ matter: String(row.matter), id: String(row.id), seq: Number(row.seq) }));
}
