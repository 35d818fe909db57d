/** What every verb is given, made once by the entry that runs it: the desk, the edge, the practice workspace, a test. */
import type { Calendar } from '../core/calendar.ts';
import type { Policy } from '../core/policy/shape.ts';
import type { Means } from '../db/commit.ts';
import type { Db } from '../db/database.ts';

export interface Deps extends Means {
  readonly db: Db;
  /** The jurisdictions that this installation knows; which one is in force is a fact in the ledger. */
  readonly policies: readonly Policy[];
  readonly calendar: Calendar;
  /** 32 bytes under which sealed secrets are stored; kept outside the database. */
  readonly sealKey: Uint8Array;
}
