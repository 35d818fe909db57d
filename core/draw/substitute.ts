/**
 * 递补: an inspector falls out, and the next in the post's own order steps in (福安 2018 二(二)1: 检查人员递补抽取机制). The
 * order was drawn together with everything else; nobody picks a substitute.
 */
import { err, ok, type Result } from '../result.ts';
import { type Assignment, canTake, hold, postAt, substitutesFrom, visitAt } from './assignment.ts';
import type { EventRefusal, SubstitutedEvent, UnavailableEvent } from './event.ts';
import type { Time } from './protocol.ts';

/** The first of a post's substitutes who can take it, or null. */
export function nextSubstitute(assignment: Assignment, number: number): string | null {
  const { pool, start } = postAt(assignment, number);
  return substitutesFrom(assignment, pool, start).find((officer) => canTake(assignment, number, officer)) ?? null;
}

export function makeUnavailable(
  assignment: Assignment,
  officer: string,
  at: Time,
): Result<UnavailableEvent, EventRefusal> {
  if (!assignment.officers.has(officer)) return err({ kind: 'unknown-officer', officer });
  if (assignment.unavailable.has(officer)) return err({ kind: 'already-unavailable', officer });
  assignment.unavailable.add(officer);
  return ok({ kind: 'unavailable', at, officer });
}

export function substitute(assignment: Assignment, number: number, at: Time): Result<SubstitutedEvent, EventRefusal> {
  const post = assignment.posts[number];
  if (post === undefined) return err({ kind: 'unknown-post', post: number });
  if (visitAt(assignment, post.visit).ended) return err({ kind: 'visit-ended', post: number, visit: post.visit });
  const out = post.officer;
  if (out === null) return err({ kind: 'post-open', post: number });
  const next = nextSubstitute(assignment, number);
  hold(assignment, number, next);
  return ok({ kind: 'substituted', at, post: number, out, in: next });
}
