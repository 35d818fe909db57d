/**
 * What happens to the assignment after a draw (README §9): an inspector falls out, a substitute steps in, a subject is
 * replaced. Nothing here is anybody's choice: who steps in follows from the draw. Each event's digest covers the one before, so
 * that none can be taken out of the middle; reasons stay in the office's files.
 */
import type { CivilDate } from '../calendar.ts';
import { canonical } from '../canonical.ts';
import { type Digest, digest } from '../digest.ts';
import { type Time, tag } from './protocol.ts';
import type { PostResult } from './result.ts';

export type UnavailableEvent = { readonly kind: 'unavailable'; readonly at: Time; readonly officer: string };

export type SubstitutedEvent = {
  readonly kind: 'substituted';
  readonly at: Time;
  /** Number of the post. */
  readonly post: number;
  readonly out: string;
  /** Null where no substitute can take it: the post is open. */
  readonly in: string | null;
};

/** A visit as it stands at the end of the event. */
export type MadeVisit = {
  readonly visit: number;
  readonly row: number;
  readonly group: number;
  readonly tasks: readonly number[];
  readonly posts: readonly PostResult[];
};

export type ReplacedEvent = {
  readonly kind: 'replaced';
  readonly at: Time;
  readonly row: number;
  /** Date of the evidence; older than the day of freezing. */
  readonly evidence: CivilDate;
  /** For each task and tier that had drawn the subject, the next one in its order, or null. */
  readonly by: readonly { readonly task: number; readonly tier: number; readonly row: number | null }[];
  readonly visits: readonly MadeVisit[];
};

export type EventBody = UnavailableEvent | SubstitutedEvent | ReplacedEvent;
export type DrawEvent = { readonly body: EventBody; readonly digest: Digest };

/** What somebody asks for; the body follows from it. */
export type EventRequest =
  | { readonly kind: 'unavailable'; readonly at: Time; readonly officer: string }
  | { readonly kind: 'substituted'; readonly at: Time; readonly post: number }
  | { readonly kind: 'replaced'; readonly at: Time; readonly row: number; readonly evidence: CivilDate };

export type EventRefusal =
  | { readonly kind: 'unknown-officer'; readonly officer: string }
  | { readonly kind: 'already-unavailable'; readonly officer: string }
  | { readonly kind: 'unknown-post'; readonly post: number }
  | { readonly kind: 'visit-ended'; readonly post: number; readonly visit: number }
  | { readonly kind: 'post-open'; readonly post: number }
  | { readonly kind: 'no-standing-visit'; readonly row: number }
  | { readonly kind: 'evidence-not-older'; readonly evidence: CivilDate; readonly frozen: CivilDate }
  | { readonly kind: 'event-too-early'; readonly at: Time; readonly last: Time };

/** `previous`: the record's digest for the first event. */
export const eventDigest = (previous: Digest, body: EventBody): Digest =>
  digest(tag('event'), previous, canonical(body));
