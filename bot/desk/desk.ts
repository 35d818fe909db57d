/**
 * Opens an office's desk: one database file (or server), the key of its sealed values in a file beside it, and the file of
 * posted checkpoints, which must not lie inside the database since a restored backup would bring an old one along.
 */
import { fileURLToPath } from 'node:url';
import { policies } from '../../core/policy/index.ts';
import { keepCheckpoint, keptCheckpoints } from '../../db/checkpoint-file.ts';
import { readHead } from '../../db/ledger.ts';
import { isFile, open } from '../../db/open.ts';
import { makeOwn } from '../../db/own-file.ts';
import type { Deps } from '../deps.ts';
import { calendarInForce } from '../verbs/registry/calendar-in-force.ts';
import { settleKind } from './database-kind.ts';
import { mustBeBegun, mustBeThere } from './no-such-database.ts';
import { sealKeyIn } from './seal-key.ts';

export interface DeskOptions {
  /** `file:desk.db`, `libsql://…` or `https://…`. */
  readonly database: string;
  /** Name of the joint conference office, as it stands in checkpoints. */
  readonly office?: string;
  /** `<database>.key` beside a database file, `mingchou.key` here for a server, unless given. */
  readonly keyFile?: string;
  readonly authToken?: string;
  /** A database of invented data, whose first fact says so; refused otherwise, and required then. */
  readonly practice?: boolean;
  /** False: a database file that is not there is not made, and a server's that was never begun is not begun. */
  readonly begins?: boolean;
  /** Server time, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
  readonly now?: () => string;
  readonly randomBytes?: (count: number) => Uint8Array;
  /** Of a server: how long one answer is waited for, and how long it is asked again while it cannot be reached. */
  readonly answerMs?: number;
  readonly patienceMs?: number;
}

export interface Desk extends Deps {
  readonly close: () => void;
}

/** @throws DatabaseTrouble, MigrationEdited, WrongKindOfDatabase, NoSuchDatabase or KeyTrouble where the database or the key cannot be used */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { database, authToken, office = '联席会议办公室', now = serverTime, randomBytes = chance } = options;
  const where = {
    url: database,
    ...(authToken === undefined ? {} : { authToken }),
    ...(options.answerMs === undefined ? {} : { answerMs: options.answerMs }),
    ...(options.patienceMs === undefined ? {} : { patienceMs: options.patienceMs }),
  };
  if (options.begins === false) {
    if (isFile(database)) mustBeThere(database, pathOf(database));
    else await mustBeBegun(where);
  }
  if (isFile(database)) await makeOwn(pathOf(database));
  const db = await open(where, now());
  try {
    // Asked first: a practice database gets its first fact now.
    const isBegun = (await readHead(db)).seq > 0;
    await settleKind(db, { now, randomBytes }, options.practice ?? false);
    const beside = besideOf(database);
    const postedFile = checkpointsOf(database);
    return {
      db,
      now,
      randomBytes,
      office,
      policies,
      calendar: await calendarInForce(db),
      sealKey: await sealKeyIn(options.keyFile ?? `${beside}.key`, { db, isBegun, randomBytes }),
      postedOutside: () => keptCheckpoints(postedFile),
      keepOutside: (checkpoint) => keepCheckpoint(postedFile, checkpoint),
      close: () => db.close(),
    };
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

const serverTime = (): string => new Date().toISOString();
const chance = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

/** What the files that belong to a database begin with: its own path, or a fixed name here where it is a server's. */
export const besideOf = (database: string): string => (isFile(database) ? pathOf(database) : 'mingchou');

/**
 * The file of posted checkpoints. Here it bears a server's name: two servers' ledgers looked at from one folder must not be taken for each
 * other, or a healthy one would seem to be behind.
 */
export const checkpointsOf = (database: string): string =>
  isFile(database)
    ? `${pathOf(database)}.checkpoints`
    : `mingchou-${new URL(database).host.replace(/[^\w.-]/g, '-')}.checkpoints`;

/** Path of a `file:` address, written relative or absolute. */
export const pathOf = (url: string): string => {
  const plain = url.split('?')[0] ?? url;
  return plain.startsWith('file:///') ? fileURLToPath(plain) : plain.slice('file:'.length);
};
