/** The ledger's checkpoint in a ceremony's own thread, once it is opened: copies in the members' hands are the evidence. */
import type { Checkpoint } from '../../../core/ledger/checkpoint.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { heldRecord } from '../../../db/draws.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { placeOfCeremony } from '../../post/after/draw.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { postCheckpoint } from '../ledger/checkpoint.ts';
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

/** Whether one was posted there since the record that stands came about. */
export async function hasCheckpoint(db: Db, no: number): Promise<boolean> {
  const record = await heldRecord(db, no);
  return record !== null && (await checkpointsIn(db, no)).some(({ size }) => size >= record.seq);
}

/** Posts it unless it is posted already; null then. */
export async function postCheckpointOf(
  deps: Deps,
  actor: Actor,
  no: number,
): Promise<Result<Checkpoint | null, Refusal>> {
  if ((await heldRecord(deps.db, no)) === null) return refuse('draw', { reason: 'not-opened', ceremony: no });
  return (await hasCheckpoint(deps.db, no)) ? ok(null) : postCheckpoint(deps, actor, placeOfCeremony(no));
}
