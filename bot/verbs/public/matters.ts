/** Other matters that were published (`matter-published`): complaint telephones, results of complaints, penalties, lists of the credit of trades. */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Db } from '../../../db/database.ts';
import { factBodies } from '../ledger/fact-bodies.ts';

/** What `publish-matter` writes. */
export interface PublishedMatter {
  /** As the policy calls it: `complaint-telephone`, `complaint-result`, `penalty`, …; or in words of its own. */
  readonly what: string;
  readonly department: string;
  readonly title: string;
  readonly text: string;
  readonly channel: string;
  readonly where: string;
  readonly on: CivilDate;
}

/** Newest first; nothing that says a later day. */
export async function mattersForPublic(
  db: Db,
  today: CivilDate,
): Promise<readonly (PublishedMatter & { readonly seq: number })[]> {
  const facts = await factBodies<PublishedMatter>(db, 'matter-published');
  return facts
    .map(({ seq, body }) => ({ ...body, seq }))
    .filter(({ on }) => on <= today)
    .reverse();
}
