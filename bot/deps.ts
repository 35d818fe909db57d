/** What every verb is given, made once by the entry that runs it: the desk, the edge, the practice workspace, a test. */
import type { Calendar } from '../core/calendar.ts';
import type { Checkpoint } from '../core/ledger/checkpoint.ts';
import type { Policy } from '../core/policy/shape.ts';
import type { Means } from '../db/commit.ts';
import type { Db } from '../db/database.ts';
import type { SecretKey } from '../db/secret.ts';

export interface Deps extends Means {
  readonly db: Db;
  /** Name of the joint conference office that this installation serves; it stands in every checkpoint. */
  readonly office: string;
  /** The jurisdictions that this installation knows; which one is in force is a fact in the ledger. */
  readonly policies: readonly Policy[];
  readonly calendar: Calendar;
  /** Under it sealed secrets are stored; kept outside the database, and asked for only where something is sealed or opened. */
  readonly sealKey: () => Promise<SecretKey>;
  /** Checkpoints posted from this ledger, as far as they are kept outside of the database. */
  readonly postedOutside: () => Promise<readonly Checkpoint[]>;
  /** Keeps a posted checkpoint outside of the database. */
  readonly keepOutside: (checkpoint: Checkpoint) => Promise<void>;
}
