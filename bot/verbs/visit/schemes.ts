/** 联合检查实施方案 that leads have kept, by task. */
import { writtenAs } from '../../../core/ledger/dossier.ts';
import type { SchemeKept } from '../../../core/visit/fact.ts';
import type { Db } from '../../../db/database.ts';
import { dossiersUnder } from '../../../db/dossier.ts';

export interface HeldScheme extends SchemeKept {
  readonly seq: number;
  readonly at: string;
}

/** The last of each task, by the task's number. */
export async function schemesOf(db: Db, plan: string): Promise<ReadonlyMap<string, HeldScheme>> {
  const found = new Map<string, HeldScheme>();
  for (const [id, entries] of await dossiersUnder(db, 'task', `${plan}/`)) {
    for (const { seq, at, kind, body } of entries)
      if (kind === 'visit-scheme-kept' && body !== null)
        found.set(id.slice(plan.length + 1), { ...writtenAs<SchemeKept>(body), seq, at });
  }
  return found;
}

export const tasksWithScheme = async (db: Db, plan: string): Promise<ReadonlySet<string>> =>
  new Set((await schemesOf(db, plan)).keys());
