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

/** Everything about one matter, oldest first. */
export async function dossierOf(db: Db, { matter, id }: MatterId): Promise<readonly DossierEntry[]> {
  return (await dossiersIn(db, 'matter = ? and id = ?', [matter, id])).get(id) ?? [];
}

/** Dossiers of one kind of matter by id; of those ids alone where they are named. */
export const dossiersOf = (
  db: Db,
  matter: MatterName,
  ids?: readonly string[],
): Promise<ReadonlyMap<string, readonly DossierEntry[]>> =>
  ids === undefined
    ? dossiersIn(db, 'matter = ?', [matter])
    : dossiersIn(db, 'matter = ? and id in (select value from json_each(?))', [matter, JSON.stringify(ids)]);

/** Dossiers whose id begins so: all visits of a draw (`3/`), all findings of a visit (`3/12/`). */
export const dossiersUnder = (
  db: Db,
  matter: MatterName,
  prefix: string,
): Promise<ReadonlyMap<string, readonly DossierEntry[]>> =>
  // The character after every other keeps to the index where `like` would not.
  dossiersIn(db, 'matter = ? and id >= ? and id < ?', [matter, prefix, `${prefix}\u{10ffff}`]);

/**
 * One act on all visits of a draw lies in the dossier of each of them, and its body names them all: read with every dossier it would be
 * read as often as there are visits, so each fact is read once.
 */
async function dossiersIn(
  db: Db,
  where: string,
  args: readonly string[],
): Promise<ReadonlyMap<string, readonly DossierEntry[]>> {
  const [filed, facts] = await Promise.all([
    db.read({
      sql: `select id, group_concat(seq) as seqs from dossier where ${where} group by id order by id`,
      args: [...args],
    }),
    factsIn(db, where, args),
  ]);
  const seqsOf = filed.map((row) => ({ id: String(row.id), seqs: String(row.seqs).split(',').map(Number) }));
  return new Map(
    seqsOf.map(({ id, seqs }) => [id, seqs.sort((a, b) => a - b).flatMap((seq) => facts.get(seq) ?? [])] as const),
  );
}

async function factsIn(db: Db, where: string, args: readonly string[]): Promise<ReadonlyMap<number, DossierEntry>> {
  const rows = await db.read({
    sql: `select l.seq, l.at, l.kind, l.actor, b.text from ledger l left join ledger_body b on b.seq = l.seq
      where l.seq in (select seq from dossier where ${where})`,
    args: [...args],
  });
  return new Map(rows.map(entryOf).map((entry) => [entry.seq, entry] as const));
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

/** The first number under which something is filed that the ledger does not hold (yet); null where there is none. */
export async function strayDossier(db: Db): Promise<number | null> {
  const [row] = await db.read('select min(seq) as seq from dossier where seq not in (select seq from ledger)');
  return row === undefined || row.seq === null ? null : Number(row.seq);
}
