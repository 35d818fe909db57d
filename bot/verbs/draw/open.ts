/**
 * Opening: the desk opens last, the seed follows, and with it everything else. The record is computed and staged first, since
 * nothing in it can be chosen any more; one small batch makes it true. Two processes that open at once compute the same draw,
 * one of them is first, and the other answers with what the first one recorded. A second draw cannot come about.
 */
import { canonical } from '../../../core/canonical.ts';
import type { Ceremony, Stage } from '../../../core/draw/ceremony/state.ts';
import {
  type Course,
  type Opened as Opening,
  type RecordText,
  recordOf,
  seedOfCourse,
} from '../../../core/draw/record.ts';
import { selectionOf, staff } from '../../../core/draw/result.ts';
import type { Roster } from '../../../core/draw/roster.ts';
import type { Secret } from '../../../core/draw/seal.ts';
import { ticketsOf } from '../../../core/draw/stream.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { type HeldRecord, heldRecord, recordRow, stageRecord } from '../../../db/draws.ts';
import { stageVisits } from '../../../db/visits.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { authorise } from '../act.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { checkLedger } from './drawable.ts';
import { ceremonyHeld, type Held } from './held.ts';
import { heldRows, heldTable } from './held-roster.ts';
import { checkOnRecord } from './on-record.ts';
import { asJson, holderOf, perform } from './perform.ts';
import { standingPosts, standingVisits } from './record.ts';
import { secretHeld } from './seal.ts';

export interface OpenedDraw {
  readonly ceremony: number;
  readonly record: HeldRecord;
}

export async function open(deps: Deps, actor: Actor, no: number): Promise<Result<OpenedDraw, Refusal>> {
  const held = await ceremonyHeld(deps.db, no);
  if (!held.ok) return held;
  const allowed = authorise(actor, 'open', holderOf(held.value));
  if (!allowed.ok) return allowed;
  const whole = await checkLedger(deps);
  if (!whole.ok) return whole;
  if (held.value.state.stage === 'opened') return standing(deps.db, no);
  const desk = await secretHeld(deps, no, '0');
  if (desk === null) return refuse('draw', { reason: 'no-secret', ceremony: no, participant: '0' });
  if (held.value.state.stage !== 'ready') return notReady(deps, actor, no, desk);
  const recorded = await checkOnRecord(deps.db, held.value.state);
  return recorded.ok ? drawNow(deps, actor, held.value, desk) : recorded;
}

async function drawNow(deps: Deps, actor: Actor, held: Held, desk: Secret): Promise<Result<OpenedDraw, Refusal>> {
  const { no } = held.state;
  const openedAt = deps.now();
  const { record, roster } = await computed(deps.db, held, desk, openedAt);
  const pages = await stageRecord(deps.db, record);
  await stageVisits(deps.db, record.digest, standingVisits(record, roster), standingPosts(record));
  const done = await perform(deps, actor, 'open', no, holderOf, async ({ state }, at) => {
    // The record rests on the ceremony as it stood when it was computed, and on nothing else.
    if (canonical(asJson(state)) !== canonical(asJson(held.state))) return overtaken(state);
    const edition = state.draws.length;
    const row = {
      ceremony: no,
      edition,
      digest: record.digest,
      manifestDigest: record.manifestDigest,
      root: record.root,
      pages,
    };
    // A later edition rests on the correction that made it necessary; the table asks for it.
    const grounds = edition === 0 ? at : { ...at, seq: await lastCorrection(deps.db, no) };
    return ok({
      act: { kind: 'draw', ...desk, at: openedAt, root: record.root, record: record.digest },
      rows: [recordRow(row, grounds)],
    });
  });
  if (done.ok) return standing(deps.db, no);
  // Somebody else opened the same ceremony, which is one draw; or put its number right, which makes another record of it.
  if (isOvertaken(done.error, 'opened')) return standing(deps.db, no);
  return isOvertaken(done.error, 'ready') ? open(deps, actor, no) : done;
}

const overtaken = ({ stage }: Ceremony) => refuse('ceremony', { reason: 'wrong-stage', act: 'draw', stage });
const isOvertaken = ({ stage, why }: Refusal, now: Stage): boolean =>
  stage === 'ceremony' && why.reason === 'wrong-stage' && why.stage === now;

async function standing(db: Db, no: number): Promise<Result<OpenedDraw, Refusal>> {
  const record = await heldRecord(db, no);
  return record === null ? refuse('draw', { reason: 'not-opened', ceremony: no }) : ok({ ceremony: no, record });
}

/** Lets the ceremony itself say why it cannot be opened yet. */
async function notReady(deps: Deps, actor: Actor, no: number, desk: Secret): Promise<Result<OpenedDraw, Refusal>> {
  const none = '0'.repeat(64);
  const asked = await perform(deps, actor, 'open', no, holderOf, async () =>
    ok({ act: { kind: 'draw', ...desk, at: deps.now(), root: none, record: none } }),
  );
  return asked.ok ? refuse('draw', { reason: 'not-opened', ceremony: no }) : err(asked.error);
}

/** Everything that follows from the seed. The roster that comes with it knows the rows that are visited. */
async function computed(
  db: Db,
  held: Held,
  desk: Secret,
  openedAt: string,
): Promise<{ readonly record: RecordText; readonly roster: Roster }> {
  const { manifest } = held;
  const course = courseOf(held, { id: '0', ...desk, at: openedAt });
  const seed = seedOfCourse(course);
  const table = await heldTable(db, manifest);
  const tickets = ticketsOf(seed, table.rows);
  const { tasks, visits } = selectionOf(manifest, table, tickets);
  const roster = await heldRows(db, manifest, table, new Set(visits.map(({ row }) => row)));
  const result = { tasks, ...staff(manifest, roster, seed, tickets, visits) };
  return { record: recordOf(course, roster, seed, result, openedAt), roster };
}

function courseOf({ manifest, state }: Held, desk: Opening): Course {
  const closed = whole(state);
  const before = state.opened.filter(({ id }) => id !== '0');
  // After a correction the desk has opened already: its first opening stands.
  const own = state.opened.find(({ id }) => id === '0') ?? desk;
  return {
    manifest,
    cosigned: state.cosigned,
    sealed: state.sealed,
    sealingClosed: closed.sealingClosed,
    opened: [own, ...before],
    absent: state.absent,
    openingClosed: closed.openingClosed,
    public: { ...closed.public, typists: closed.public.typists.map(({ name, department }) => ({ name, department })) },
    misreadings: state.misreadings,
  };
}

function whole(state: Ceremony) {
  const { sealingClosed, openingClosed, public: read } = state;
  if (sealingClosed === null || openingClosed === null || read === null) throw new Error('a ready ceremony is closed');
  return { sealingClosed, openingClosed, public: read };
}

/** Number of the fact that corrected the ceremony's public number last. */
async function lastCorrection(db: Db, no: number): Promise<number> {
  const corrections = await factBodies<{ ceremony: number }>(db, 'public-number-corrected');
  const last = corrections.findLast(({ body }) => body.ceremony === no);
  if (last === undefined) throw new Error(`ceremony ${no} has no correction on record`);
  return last.seq;
}
