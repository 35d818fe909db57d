/** What the clock brings about, each minute, at the desk and on the edge. */
import { forgetDeliveries } from '../db/posts.ts';
import type { Deps } from './deps.ts';
import { remindDue } from './verbs/remind/remind.ts';

/** A chat platform repeats a delivery for an hour at most. */
const keptMs = 7 * 24 * 3_600_000;

export async function tended(deps: Deps): Promise<void> {
  await remindDue(deps);
  await forgetDeliveries(deps.db, new Date(Date.now() - keptMs).toISOString());
}
