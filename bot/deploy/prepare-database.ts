/**
 * Brings the database to this version before the new Worker comes: migrations only add, so what runs of the old Worker goes on meanwhile,
 * for as long as it takes the database for its own (`edge/edge.ts`), and a new one never meets an old database. A database of practice, of another program or of a later version was refused by the examination before.
 */
import { readHead } from '../../db/ledger.ts';
import { migrate, schemaState } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/all.ts';
import { openUnmigrated, type Where } from '../../db/open.ts';
import { secretKey } from '../../db/secret.ts';
import { settleKind } from '../desk/database-kind.ts';
import { keyDigits } from '../desk/seal-key.ts';
import { keyOpensAll } from '../verbs/ledger/sealed-values.ts';

export interface Prepared {
  /** Migrations applied now. */
  readonly applied: readonly string[];
  /** 64 hexadecimal digits. */
  readonly key: string;
  /** The key was made now. */
  readonly isNewKey: boolean;
  /** Whether the key opens what is sealed. */
  readonly fits: boolean;
}

/** Names of migrations that a deployment would apply; nothing is changed. */
export async function pendingIn(where: Where): Promise<readonly string[]> {
  const db = openUnmigrated(where);
  try {
    const state = await schemaState(db);
    switch (state.kind) {
      case 'empty':
        return migrations.map(({ name }) => name);
      case 'pending':
        return state.names;
      case 'current':
        return [];
      default:
        throw new Error(`the examination lets no ${state.kind} database through`);
    }
  } finally {
    db.close();
  }
}

/** @throws DatabaseTrouble, MigrationEdited, WrongKindOfDatabase or KeyTrouble */
export async function prepareDatabase(
  where: Where,
  keyFile: string,
  randomBytes: (count: number) => Uint8Array,
): Promise<Prepared> {
  const now = () => new Date().toISOString();
  const db = openUnmigrated(where);
  try {
    if ((await schemaState(db)).kind !== 'empty') await settleKind(db, { now, randomBytes }, false);
    const applied = await migrate(db, now());
    const isBegun = (await readHead(db)).seq > 0;
    const { digits, isNew } = await keyDigits(keyFile, { db, isBegun, randomBytes });
    const sealKey = () => secretKey(digits);
    return { applied, key: digits, isNewKey: isNew, fits: (await keyOpensAll({ db, sealKey })).ok };
  } finally {
    db.close();
  }
}
