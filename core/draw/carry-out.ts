/** The one way in which an assignment changes: a request is refused, and nothing happens, or it becomes the next event. */
import { err, never, type Result } from '../result.ts';
import type { Assignment } from './assignment.ts';
import type { EventBody, EventRefusal, EventRequest } from './event.ts';
import { replace } from './replace.ts';
import { makeUnavailable, substitute } from './substitute.ts';

/** What was asked for, as an event's body tells it: a verifier asks again and compares what comes out. */
export function requestOf(body: EventBody): EventRequest {
  switch (body.kind) {
    case 'unavailable':
      return { kind: body.kind, at: body.at, officer: body.officer };
    case 'substituted':
      return { kind: body.kind, at: body.at, post: body.post };
    case 'replaced':
      return { kind: body.kind, at: body.at, row: body.row, evidence: body.evidence };
    default:
      return never(body);
  }
}

export function carryOut(assignment: Assignment, request: EventRequest): Result<EventBody, EventRefusal> {
  const { at } = request;
  if (at < assignment.last) return err({ kind: 'event-too-early', at, last: assignment.last });
  const done = dispatch(assignment, request);
  if (done.ok) assignment.last = at;
  return done;
}

function dispatch(assignment: Assignment, request: EventRequest): Result<EventBody, EventRefusal> {
  switch (request.kind) {
    case 'unavailable':
      return makeUnavailable(assignment, request.officer, request.at);
    case 'substituted':
      return substitute(assignment, request.post, request.at);
    case 'replaced':
      return replace(assignment, request.row, request.evidence, request.at);
    default:
      return never(request);
  }
}
