/**
 * Moves an office to another database and closes it in this one. The copy is made while the office goes on working; then, on the head's
 * word, the last fact is recorded here, what came meanwhile is copied after, and the target is opened by the fact that the office arrived.
 * Whatever breaks off in between is gone on with by the same command; until the end the target says of itself that it is not whole.
 */
import { err, ok, type Result } from '../../../core/result.ts';
import { commit } from '../../../db/commit.ts';
import type { Step } from '../../../db/copy.ts';
import { type Copied, enter, goesOn, openingRows, type Road, walkOnce, walkToRest } from '../../../db/copy-road.ts';
import type { Db } from '../../../db/database.ts';
import { readHead, verifyLedger } from '../../../db/ledger.ts';
import { movedFrom } from '../../../db/moved.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, authorise, factOf, signed } from '../act.ts';
import { alteredNotice } from '../notice/bound.ts';
import { alteredOutcome } from '../outcome/bound.ts';
import { copyRefusal } from './backup.ts';
import { keyOpensAll } from './sealed-values.ts';

export interface Move {
  /** Where the office is and where it goes, as people call it: the name of a server, the path of a file. */
  readonly from: string;
  readonly to: string;
  readonly ground: string;
}

export interface MovedOffice {
  readonly to: string;
  /** Number and hash of the last fact at the old place. */
  readonly size: number;
  readonly head: string;
  /** Copied and compared; null where an earlier run had finished already. */
  readonly copied: Copied | null;
}

/** @param beside carries what lies beside the database; done before the target is opened, so that nothing is missing there */
export async function moveOffice(
  deps: Deps,
  actor: Actor,
  target: Db,
  { from, to, ground }: Move,
  { step, beside }: { readonly step: (step: Step) => void; readonly beside: () => Promise<void> },
): Promise<Result<MovedOffice, Refusal>> {
  const allowed = authorise(actor, 'move-office');
  if (!allowed.ok) return allowed;
  if (ground.trim() === '') return refuse('ledger', { reason: 'no-reason-given' });
  if (from === to) return refuse('ledger', { reason: 'same-place', place: to });
  const before = await movedFrom(deps.db);
  if (before !== null && before.to !== to) return refuse('ledger', { reason: 'moved', moved: before });
  const closed = await readHead(deps.db);
  if (before !== null && (await goesOn(target, closed))) {
    await beside();
    return ok({ to, size: closed.seq, head: closed.hash, copied: null });
  }
  const road = await enter(deps, deps.db, target, { place: to, purpose: 'move', step });
  if (!road.ok) return err(copyRefusal(road.error));
  if (before === null) {
    const left = await leave(deps, actor, road.value, { to, ground });
    if (!left.ok) return left;
  }
  return arrive(deps, actor, road.value, from, beside);
}

/** All but the last is copied while the office still works; nothing is closed for a copy that would not hold. */
async function leave(
  deps: Deps,
  actor: Actor,
  road: Road,
  { to, ground }: { readonly to: string; readonly ground: string },
): Promise<Result<null, Refusal>> {
  const key = await keyOpensAll(deps);
  if (!key.ok) return key;
  const held = await verifyLedger(deps.db);
  if (!held.ok) return err(copyRefusal({ reason: 'ledger-broken', path: to, broken: held.error }));
  const sound = await unaltered(deps.db, to);
  if (!sound.ok) return sound;
  const walked = await walkOnce(road);
  if (!walked.ok) return err(copyRefusal(walked.error));
  return act<null>(deps, actor, 'move-office', {}, async () =>
    ok({ facts: [factOf(actor, 'move-office', { to, ground })], value: null }),
  );
}

async function arrive(
  deps: Deps,
  actor: Actor,
  road: Road,
  from: string,
  beside: () => Promise<void>,
): Promise<Result<MovedOffice, Refusal>> {
  const { target, place } = road;
  const rested = await walkToRest(road);
  if (!rested.ok) return err(copyRefusal(rested.error));
  const sound = await unaltered(target, place);
  if (!sound.ok) return sound;
  await beside();
  const copied = rested.value;
  const { head, rows, digest } = copied;
  const body = { from, size: head.seq, head: head.hash, rows, digest };
  const opened = await commit<null, Refusal>(target, deps, async () =>
    ok({ facts: [{ kind: 'office-arrived', actor: signed(actor), body }], rows: openingRows(road), value: null }),
  );
  return opened.ok ? ok({ to: place, size: head.seq, head: head.hash, copied }) : opened;
}

/** What `ledger verify` compares beside the chain itself. */
async function unaltered(db: Db, place: string): Promise<Result<null, Refusal>> {
  const seq = (await alteredOutcome(db)) ?? (await alteredNotice(db))?.seq ?? null;
  return seq === null ? ok(null) : refuse('ledger', { reason: 'altered-there', place, seq });
}
