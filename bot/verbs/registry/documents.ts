/** Papers of departments as they are registered: what the facts of `keep-document` hold. */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Digest } from '../../../core/digest.ts';
import type { ListKey } from '../../../core/policy/shape.ts';
import type { Db } from '../../../db/database.ts';
import { factBodies } from '../ledger/fact-bodies.ts';

export type DocumentPart = {
  /** As the policy names it. */
  readonly part: string;
  /** Where the paper says so: 第三条. */
  readonly where: string;
};

export type KeptDocument = {
  readonly list: ListKey;
  readonly department: string;
  readonly version: number;
  readonly title: string;
  readonly digest: Digest;
  /** In force from this day; null for a draft. */
  readonly inForce: CivilDate | null;
  readonly parts: readonly DocumentPart[];
  /** The day on which this was registered. */
  readonly on: CivilDate;
};

/** Every document registered, oldest first; a version stands as often as something was said of it. */
export const documentsOf = async (db: Db): Promise<readonly KeptDocument[]> =>
  (await factBodies<KeptDocument>(db, 'list-changed')).map(({ body }) => body);
