/** The assignment of a ceremony as it stands, and the one way in which a verb changes it: as the next event of its record. */
import type { InStatement } from '@libsql/core/api';
import { type Assignment, assignmentOf } from '../../../core/draw/assignment.ts';
import { carryOut, requestOf } from '../../../core/draw/carry-out.ts';
import { type EventBody, type EventRequest, eventDigest } from '../../../core/draw/event.ts';
import type { DrawRecord } from '../../../core/draw/record.ts';
import { readRoster } from '../../../core/draw/roster.ts';
import { ticketsOf } from '../../../core/draw/stream.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { At } from '../../../db/commit.ts';
import type { Db } from '../../../db/database.ts';
import { eventRows, type PostRow, type VisitRow } from '../../../db/visits.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { ceremonyHeld } from '../draw/held.ts';
import { wholeRecord } from '../draw/record.ts';

export interface Standing {
  readonly record: DrawRecord;
  readonly assignment: Assignment;
}

/** Visits, posts and holders after everything that has happened since the draw. */
export async function standingAssignment(db: Db, no: number): Promise<Result<Standing, Refusal>> {
  const ceremony = await ceremonyHeld(db, no);
  if (!ceremony.ok) return ceremony;
  if (ceremony.value.state.stage === 'annulled') return refuse('visit', { reason: 'annulled', ceremony: no });
  const record = await wholeRecord(db, no);
  if (!record.ok) return record;
  const { manifest, result, seed, openedAt, roster: pages, events } = record.value;
  const roster = readRoster(manifest, pages);
  if (!roster.ok) throw new Error(`the roster of ceremony ${no} is damaged: ${roster.error.at}`);
  const tickets = ticketsOf(seed, manifest.roster.rows);
  const assignment = assignmentOf(manifest, roster.value, tickets, result, openedAt);
  for (const { body } of events) {
    const again = carryOut(assignment, requestOf(body));
    if (!again.ok) throw new Error(`event ${again.error.kind} of ceremony ${no} cannot be carried out again`);
  }
  return ok({ record: record.value, assignment });
}

export interface Happened {
  readonly body: EventBody;
  readonly digest: string;
}

/**
 * Carries out requests one after the other and gives the rows that record them.
 * @returns the events as they happened; refused as a whole if one is refused, since nothing is written then
 */
export function happen(
  { record, assignment }: Standing,
  requests: readonly EventRequest[],
  at: At,
): Result<{ readonly events: readonly Happened[]; readonly rows: readonly InStatement[] }, Refusal> {
  const events: Happened[] = [];
  const rows: InStatement[] = [];
  let previous = record.events.at(-1)?.digest ?? record.digest;
  for (const request of requests) {
    const done = carryOut(assignment, request);
    if (!done.ok) return refuse('visit', { reason: 'event', why: done.error });
    const body = done.value;
    const digest = eventDigest(previous, body);
    const no = record.events.length + events.length + 1;
    rows.push(...eventRows(record.digest, no, { kind: body.kind, digest, body }, changedBy(assignment, body), at));
    events.push({ body, digest });
    previous = digest;
  }
  return ok({ events, rows });
}

/** The visits and posts that an event changed, as they stand after it. */
function changedBy(
  assignment: Assignment,
  body: EventBody,
): { visits?: readonly VisitRow[]; posts?: readonly PostRow[] } {
  switch (body.kind) {
    case 'unavailable':
      return {};
    case 'substituted':
      return { posts: [postRow(assignment, body.post)] };
    case 'replaced': {
      const ended = assignment.visitsOf.get(body.row) ?? [];
      const visits = [...new Set([...ended, ...body.visits.map(({ visit }) => visit)])];
      return {
        visits: visits.map((no) => visitRow(assignment, no)),
        posts: visits.flatMap((no) => assignment.visits[no]?.posts ?? []).map((no) => postRow(assignment, no)),
      };
    }
  }
}

function visitRow({ visits, roster }: Assignment, no: number): VisitRow {
  const visit = visits[no];
  if (visit === undefined) throw new RangeError(`no visit ${no}`);
  const { row, group, tasks, ended } = visit;
  return { no, row, group, tasks, ended, ...roster.key(row) };
}

function postRow({ posts }: Assignment, no: number): PostRow {
  const post = posts[no];
  if (post === undefined) throw new RangeError(`no post ${no}`);
  const { visit, department, pool, need, officer, start } = post;
  return { no, visit, department, pool, need, officer, start };
}
