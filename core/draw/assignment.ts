/**
 * The assignment as it stands after some events: visits, posts and who holds them. It is built from a result and changed only
 * by `carryOut` (carry-out.ts), which either refuses and leaves it as it was, or changes it and says the event.
 */
import { keyText, type SubjectKey } from '../registry/subject.ts';
import type { Manifest, ManifestOfficer } from './manifest.ts';
import { fits } from './pool.ts';
import type { Time } from './protocol.ts';
import type { DrawResult, PostResult } from './result.ts';
import type { Roster } from './roster.ts';

export interface StandingVisit {
  readonly row: number;
  readonly group: number;
  tasks: readonly number[];
  /** Numbers of its posts. */
  readonly posts: number[];
  ended: boolean;
}

export interface StandingPost extends Omit<PostResult, 'officer'> {
  readonly visit: number;
  officer: string | null;
  /** Everybody who ever held it. */
  readonly holders: Set<string>;
}

export interface Assignment {
  readonly manifest: Manifest;
  readonly roster: Roster;
  readonly result: DrawResult;
  /** Of all rows, not turned. */
  readonly tickets: Float64Array;
  readonly visits: StandingVisit[];
  readonly posts: StandingPost[];
  /** Numbers of the visits of each row that has any. */
  readonly visitsOf: Map<number, number[]>;
  readonly load: Map<string, number>;
  readonly unavailable: Set<string>;
  /** Rows that were replaced. */
  readonly replaced: Set<number>;
  /** Rows taken as replacements, by `task.tier`. */
  readonly taken: Map<string, Set<number>>;
  /** By `task.tier`: rows that the tier neither drew nor skipped, in its order; made when first asked for. */
  readonly reserves: Map<string, Int32Array>;
  readonly officers: ReadonlyMap<string, ManifestOfficer>;
  readonly substitutes: ReadonlyMap<string, readonly string[]>;
  readonly barred: ReadonlySet<string>;
  /** Time of the last event, or of the opening. */
  last: Time;
}

const barredText = (officer: string, subject: SubjectKey): string => `${officer}\t${keyText(subject)}`;

/** The assignment as drawn, before any event. */
export function assignmentOf(
  manifest: Manifest,
  roster: Roster,
  tickets: Float64Array,
  result: DrawResult,
  openedAt: Time,
): Assignment {
  const assignment: Assignment = {
    manifest,
    roster,
    result,
    tickets,
    visits: [],
    posts: [],
    visitsOf: new Map(),
    load: new Map(),
    unavailable: new Set(),
    replaced: new Set(),
    taken: new Map(),
    reserves: new Map(),
    officers: new Map(manifest.officers.map((officer) => [officer.number, officer])),
    substitutes: new Map(result.substitutes.map(({ pool, officers }) => [pool, officers])),
    barred: new Set(manifest.barred.map(([officer, kind, number]) => barredText(officer, { kind, number }))),
    last: openedAt,
  };
  for (const { row, group, tasks, posts } of result.visits) {
    const visit = addVisit(assignment, row, group, tasks);
    for (const post of posts) addPost(assignment, visit, post);
  }
  return assignment;
}

/** A new visit without posts; its number. */
export function addVisit(assignment: Assignment, row: number, group: number, tasks: readonly number[]): number {
  const number = assignment.visits.length;
  assignment.visits.push({ row, group, tasks, posts: [], ended: false });
  const known = assignment.visitsOf.get(row);
  if (known === undefined) assignment.visitsOf.set(row, [number]);
  else known.push(number);
  return number;
}

/** A new post of a visit; its number. */
export function addPost(assignment: Assignment, visit: number, post: PostResult): number {
  const number = assignment.posts.length;
  assignment.posts.push({ ...post, officer: null, visit, holders: new Set() });
  assignment.visits[visit]?.posts.push(number);
  if (post.officer !== null) hold(assignment, number, post.officer);
  return number;
}

export const visitAt = (assignment: Assignment, number: number): StandingVisit => {
  const visit = assignment.visits[number];
  if (visit === undefined) throw new RangeError(`assignment: no visit ${number}`);
  return visit;
};

export const postAt = (assignment: Assignment, number: number): StandingPost => {
  const post = assignment.posts[number];
  if (post === undefined) throw new RangeError(`assignment: no post ${number}`);
  return post;
};

/** Numbers of the visits of a row that stand. */
export const standingVisits = (assignment: Assignment, row: number): readonly number[] =>
  (assignment.visitsOf.get(row) ?? []).filter((number) => !visitAt(assignment, number).ended);

/** The post goes to an officer, or to nobody. */
export function hold(assignment: Assignment, number: number, officer: string | null): void {
  const post = postAt(assignment, number);
  if (post.officer !== null) assignment.load.set(post.officer, (assignment.load.get(post.officer) ?? 0) - 1);
  post.officer = officer;
  if (officer === null) return;
  post.holders.add(officer);
  assignment.load.set(officer, (assignment.load.get(officer) ?? 0) + 1);
}

/** The one rule of who can take a post (README §9). */
export function canTake(assignment: Assignment, number: number, officerNumber: string): boolean {
  const { manifest, roster } = assignment;
  const post = postAt(assignment, number);
  const visit = visitAt(assignment, post.visit);
  const officer = assignment.officers.get(officerNumber);
  return (
    officer !== undefined &&
    !assignment.unavailable.has(officerNumber) &&
    !post.holders.has(officerNumber) &&
    (assignment.load.get(officerNumber) ?? 0) < officer.capacity &&
    !visit.posts.some((other) => postAt(assignment, other).officer === officerNumber) &&
    fits(officer, post.need, manifest.byPlace ? roster.place(visit.row) : null) &&
    !assignment.barred.has(barredText(officerNumber, roster.key(visit.row)))
  );
}

/** A pool's substitutes from a start on, around the end. */
export function substitutesFrom(assignment: Assignment, pool: string, start: number): readonly string[] {
  const officers = assignment.substitutes.get(pool) ?? [];
  return [...officers.slice(start), ...officers.slice(0, start)];
}

/** A post as the record writes it. */
export function writtenPost(assignment: Assignment, number: number): PostResult {
  const { department, pool, need, officer, start } = postAt(assignment, number);
  return { department, pool, need, officer, start };
}
