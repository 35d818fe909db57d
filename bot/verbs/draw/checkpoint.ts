/** The ledger's checkpoint in a ceremony's own thread, once it is opened: copies in the members' hands are the evidence. */
import type { Checkpoint } from '../../../core/ledger/checkpoint.ts';
import type { Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { heldRecord } from '../../../db/draws.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { placeOfCeremony } from '../../post/after/draw.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { postUnless } from '../ledger/checkpoint.ts';
import { factBodies } from '../ledger/fact-bodies.ts';

/** What a checkpoint's fact says of it. */
export interface PostedCheckpoint {
  readonly size: number;
  readonly head: string;
  readonly place: string;
}

/** Checkpoints posted in a ceremony's thread, oldest first. */
export async function checkpointsIn(db: Db, no: number): Promise<readonly PostedCheckpoint[]> {
  const posted = await factBodies<PostedCheckpoint>(db, 'checkpoint-posted');
  return posted.map(({ body }) => body).filter(({ place }) => place === placeOfCeremony(no));
}

interface Opened {
  readonly ceremony: number;
  readonly record: string;
}

/** Whether one was posted there since the opening that made the record that stands: one for each record, not for each ceremony. */
export async function hasCheckpoint(db: Db, no: number): Promise<boolean> {
  const record = await heldRecord(db, no);
  if (record === null) return false;
  const openings = await factBodies<Opened>(db, 'ceremony-opened');
  const opening = openings.findLast(({ body }) => body.ceremony === no && body.record === record.digest);
  return opening !== undefined && (await checkpointsIn(db, no)).some(({ size }) => size >= opening.seq);
}

/** Posts it unless it is posted already; null then. */
export async function postCheckpointOf(
  deps: Deps,
  actor: Actor,
  no: number,
): Promise<Result<Checkpoint | null, Refusal>> {
  if ((await heldRecord(deps.db, no)) === null) return refuse('draw', { reason: 'not-opened', ceremony: no });
  return postUnless(deps, actor, placeOfCeremony(no), () => hasCheckpoint(deps.db, no));
}
