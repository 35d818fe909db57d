/** A fresh libSQL file for each test, in a folder that goes with the test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { FactKind } from '../../core/ledger/fact.ts';
import { ok } from '../../core/result.ts';
import { commit, type Decision, type Means } from '../../db/commit.ts';
import type { Db } from '../../db/database.ts';
import { open } from '../../db/open.ts';

export const noon = '2025-06-02T04:00:00.000Z';

export const means: Means = {
  now: () => noon,
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
};

export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingchou-db-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const urlIn = (folder: string, name = 'desk.db'): string => `file:${join(folder, name)}`;

export async function freshDb(folder = freshFolder()): Promise<Db> {
  const db = await open({ url: urlIn(folder) }, noon);
  onTestFinished(() => db.close());
  return db;
}

/** Records one fact and nothing else. */
export async function record(
  db: Db,
  kind: FactKind,
  body: { readonly [key: string]: string | number } = {},
): Promise<number> {
  return write(db, { facts: [{ kind, actor: 'person:test', body }], value: null });
}

/** Commits a decision that is never refused; returns the number of its last fact. */
export async function write(db: Db, decision: Decision<null>): Promise<number> {
  const committed = await commit(db, means, async () => ok(decision));
  if (!committed.ok) throw new Error('refused');
  return committed.value.seq;
}
