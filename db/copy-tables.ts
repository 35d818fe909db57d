/**
 * What is copied when an office's database goes elsewhere: every table that our migrations make, in an order in which no row comes before
 * one that it refers to. Learned from the migrations themselves, carried out in memory, since a server need not answer pragmas.
 */
import { migrate } from './migrate.ts';
import { openUnmigrated } from './open.ts';

export interface Column {
  readonly name: string;
  readonly type: string;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** The columns by which its rows are in order; `rowid` where it has no key of its own. */
  readonly key: readonly string[];
}

export interface Schema {
  readonly tables: readonly Table[];
  /** Copied rows have been judged once, where they came from: triggers are away meanwhile and put back at the end. */
  readonly triggers: readonly { readonly name: string; readonly sql: string }[];
}

export async function schemaOfMigrations(): Promise<Schema> {
  const db = openUnmigrated({ url: ':memory:' });
  try {
    await migrate(db, '');
    const columns =
      await db.read(`select m.name as tbl, c.name, c.type, c.pk from sqlite_master m, pragma_table_info(m.name) c
      where m.type = 'table' and m.name <> 'migration' and m.name not like 'sqlite\\_%' escape '\\' order by m.name, c.cid`);
    const keys =
      await db.read(`select m.name as tbl, f."table" as parent from sqlite_master m, pragma_foreign_key_list(m.name) f
      where m.type = 'table'`);
    const triggers = await db.read(`select name, sql from sqlite_master where type = 'trigger' order by name`);
    const parents = Map.groupBy(keys, ({ tbl }) => String(tbl));
    const tables = [...Map.groupBy(columns, ({ tbl }) => String(tbl))].map(([name, held]) => {
      const own = held.map((each) => ({ name: String(each.name), type: String(each.type) }));
      const key = held
        .filter(({ pk }) => Number(pk) > 0)
        .sort((a, b) => Number(a.pk) - Number(b.pk))
        .map((each) => String(each.name));
      const keyless = key.length === 0;
      return {
        name,
        columns: keyless ? [{ name: 'rowid', type: 'INTEGER' }, ...own] : own,
        key: keyless ? ['rowid'] : key,
        after: (parents.get(name) ?? []).map(({ parent }) => String(parent)),
      };
    });
    return {
      tables: inOrder(tables),
      triggers: triggers.map((each) => ({ name: String(each.name), sql: String(each.sql) })),
    };
  } finally {
    db.close();
  }
}

/** Parents first; a table that refers to itself waits for nobody. */
function inOrder(tables: readonly (Table & { readonly after: readonly string[] })[]): readonly Table[] {
  const placed = new Map<string, Table>();
  while (placed.size < tables.length) {
    const next = tables.find(({ name, after }) => !placed.has(name) && after.every((p) => p === name || placed.has(p)));
    if (next === undefined) throw new Error('tables refer to each other in a circle');
    const { after: _, ...table } = next;
    placed.set(table.name, table);
  }
  return [...placed.values()];
}
