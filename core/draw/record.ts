/**
 * The record of a draw (README §9): one value that holds everything needed to carry the draw out again. Whoever has it needs
 * nothing and nobody else. It is sealed until disclosure; its digest and its root are posted at opening.
 */
import { canonicalPieces } from '../canonical.ts';
import { type Digest, digestPieces } from '../digest.ts';
import { type DrawEvent, type EventBody, eventDigest } from './event.ts';
import { type Manifest, manifestDigest } from './manifest.ts';
import { RECORD_PROTOCOL, type Time, tag } from './protocol.ts';
import { type DrawResult, resultOf } from './result.ts';
import { resultRoot } from './root.ts';
import type { Roster } from './roster.ts';
import { secretDigest } from './seal.ts';
import { commitmentsDigest, seedOf } from './seed.ts';

export type Cosigned = { readonly id: string; readonly digits: string };
export type Sealed = { readonly id: string; readonly commitment: Digest; readonly at: Time };
export type Opened = { readonly id: string; readonly nonce: string; readonly typed: string; readonly at: Time };
/** Who typed the public number, as the record names a person. */
export type WrittenTypist = { readonly name: string; readonly department: string };
export type PublicReading = {
  /** Place in the manifest's `public`. */
  readonly place: number;
  readonly number: string;
  readonly at: Time;
  readonly typists: readonly WrittenTypist[];
};
export type Misreading = { readonly number: string; readonly at: Time; readonly reason: string };

/** How the ceremony went, up to the desk's own opening. */
export type Course = {
  readonly manifest: Manifest;
  readonly cosigned: readonly Cosigned[];
  readonly sealed: readonly Sealed[];
  readonly sealingClosed: Time;
  readonly opened: readonly Opened[];
  readonly absent: readonly string[];
  readonly openingClosed: Time;
  readonly public: PublicReading;
  readonly misreadings: readonly Misreading[];
};

export type DrawRecord = Course & {
  readonly protocol: typeof RECORD_PROTOCOL;
  /** Text of each page. */
  readonly roster: readonly string[];
  readonly manifestDigest: Digest;
  readonly commitmentsDigest: Digest;
  readonly seed: Digest;
  readonly result: DrawResult;
  readonly root: Digest;
  readonly openedAt: Time;
  readonly digest: Digest;
  readonly events: readonly DrawEvent[];
};

/** A record before anything has happened, without the roster's pages, which are named in the manifest. */
export type RecordText = Omit<DrawRecord, 'roster' | 'events'>;

/** Sealed participants in the manifest's order. */
const sealedInOrder = (course: Pick<Course, 'manifest' | 'sealed'>): readonly Sealed[] =>
  course.manifest.participants.flatMap(({ id }) => course.sealed.find((each) => each.id === id) ?? []);

/** C of a course. */
export const commitmentsOf = (course: Pick<Course, 'manifest' | 'sealed'>): Digest =>
  commitmentsDigest(manifestDigest(course.manifest), sealedInOrder(course));

/** S of a course: the moment at which everything is decided. */
export const seedOfCourse = (course: Course): Digest =>
  seedOf(
    manifestDigest(course.manifest),
    commitmentsOf(course),
    sealedInOrder(course).map(({ id }) => {
      const opening = course.opened.find((each) => each.id === id);
      return { id, secret: opening === undefined ? null : secretDigest(opening) };
    }),
    course.public,
  );

/** 开: computes everything that follows from the course. The caller has shown that the roster is the manifest's. */
export function openDraw(course: Course, roster: Roster, pages: readonly string[], openedAt: Time): DrawRecord {
  const seed = seedOfCourse(course);
  const text = recordOf(course, roster, seed, resultOf(course.manifest, roster, seed), openedAt);
  return { ...text, roster: pages, events: [] };
}

/**
 * What is written of a result.
 * @param roster knows at least the rows that are visited
 */
export function recordOf(course: Course, roster: Roster, seed: Digest, result: DrawResult, openedAt: Time): RecordText {
  const record = {
    ...course,
    protocol: RECORD_PROTOCOL,
    manifestDigest: manifestDigest(course.manifest),
    commitmentsDigest: commitmentsOf(course),
    seed,
    result,
    root: resultRoot(course.manifest, roster, seed, result.visits),
    openedAt,
    digest: '',
  };
  return { ...record, digest: recordDigest(record) };
}

/** Over the record without `roster`, `events` and `digest`; the roster's pages are in the manifest by their digests. */
export function recordDigest(record: RecordText & Partial<Pick<DrawRecord, 'roster' | 'events'>>): Digest {
  const { roster: _, events: __, digest: ___, ...rest } = record;
  return digestPieces(tag('record'), canonicalPieces(rest));
}

/** The record with one more event. */
export function withEvent(record: DrawRecord, body: EventBody): DrawRecord {
  const previous = record.events.at(-1)?.digest ?? record.digest;
  return { ...record, events: [...record.events, { body, digest: eventDigest(previous, body) }] };
}
