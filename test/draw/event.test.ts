import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assignment, assignmentOf, canTake, postAt, standingVisits, visitAt } from '../../core/draw/assignment.ts';
import { carryOut } from '../../core/draw/carry-out.ts';
import type { EventBody, EventRequest } from '../../core/draw/event.ts';
import { resultOf } from '../../core/draw/result.ts';
import { ticketsOf } from '../../core/draw/stream.ts';
import { nextSubstitute } from '../../core/draw/substitute.ts';
import { type Made, make, OPENED, rowsOf, seedFor, small } from './make.ts';

const LATER = '2025-05-07T01:00:00.000Z';

const assigned = (made: Made, n = 1): Assignment => {
  const seed = seedFor(n);
  const tickets = ticketsOf(seed, made.roster.rows);
  return assignmentOf(made.manifest, made.roster, tickets, resultOf(made.manifest, made.roster, seed), OPENED);
};

function done(assignment: Assignment, request: EventRequest): EventBody {
  const body = carryOut(assignment, request);
  if (!body.ok) throw new Error(body.error.kind);
  return body.value;
}

const rowOfVisit = (assignment: Assignment, visit = 0): number => visitAt(assignment, visit).row;

describe('福安 S2-35: a substitute steps in', () => {
  it('the first in the post’s own order who is legal, not at that door, and has room', () => {
    const assignment = assigned(small());
    const post = postAt(assignment, 0);
    const at = visitAt(assignment, post.visit);
    const there = at.posts.map((each) => postAt(assignment, each).officer);
    const { officers } = assignment.result.substitutes.find((each) => each.pool === post.pool) ?? { officers: [] };
    const order = officers.map((_, i) => officers[(post.start + i) % officers.length] ?? '');
    const expected = order.find((number) => {
      const officer = assignment.manifest.officers.find((each) => each.number === number);
      const load = assignment.posts.filter((each) => each.officer === number).length;
      return (
        officer !== undefined &&
        !there.includes(number) &&
        load < officer.capacity &&
        (post.need === '' || officer.fields.includes(post.need))
      );
    });
    const out = post.officer;
    expect(done(assignment, { kind: 'substituted', at: LATER, post: 0 })).toEqual({
      kind: 'substituted',
      at: LATER,
      post: 0,
      out,
      in: expected,
    });
  });

  it('whoever held the post before never comes back to it, and in the end it is open', () => {
    const assignment = assigned(small());
    const held = [postAt(assignment, 0).officer];
    for (;;) {
      const body = done(assignment, { kind: 'substituted', at: LATER, post: 0 });
      if (body.kind !== 'substituted' || body.in === null) break;
      expect(held).not.toContain(body.in);
      held.push(body.in);
    }
    expect(carryOut(assignment, { kind: 'substituted', at: LATER, post: 0 })).toEqual({
      ok: false,
      error: { kind: 'post-open', post: 0 },
    });
  });

  it('an unavailable inspector substitutes nobody, and is recorded once', () => {
    const assignment = assigned(small());
    const next = nextSubstitute(assignment, 0) ?? '';
    done(assignment, { kind: 'unavailable', at: LATER, officer: next });
    expect(nextSubstitute(assignment, 0)).not.toBe(next);
    expect(carryOut(assignment, { kind: 'unavailable', at: LATER, officer: next })).toMatchObject({
      error: { kind: 'already-unavailable' },
    });
    expect(carryOut(assignment, { kind: 'unavailable', at: LATER, officer: '无' })).toMatchObject({
      error: { kind: 'unknown-officer' },
    });
  });

  it('nothing happens before the draw was opened or before the last event', () => {
    const assignment = assigned(small());
    expect(carryOut(assignment, { kind: 'substituted', at: '2025-05-01T00:00:00.000Z', post: 0 })).toMatchObject({
      error: { kind: 'event-too-early', last: OPENED },
    });
  });
});

describe('a subject is replaced', () => {
  it('in every task that drew it, by the next ticket; its visit ends, its inspectors move along', () => {
    const made = small();
    const assignment = assigned(made);
    const number = assignment.visits.findIndex((visit) => visit.tasks.length === 2);
    const { row, tasks } = visitAt(assignment, number);
    const body = done(assignment, { kind: 'replaced', at: LATER, row, evidence: '2025-04-20' });
    if (body.kind !== 'replaced') throw new Error('not replaced');
    expect(body.by.map((entry) => entry.task)).toEqual(tasks);
    for (const { task, tier, row: next } of body.by) {
      const done = assignment.result.tasks[task]?.tiers[tier];
      // By hand: the lowest ticket above the cut-off.
      const above = Array.from({ length: made.roster.rows }, (_, r) => r)
        .filter((r) => made.roster.columns.open[task]?.[r] === tier && !done?.drawn.includes(r))
        .sort((a, b) => (assignment.tickets[a] ?? 0) - (assignment.tickets[b] ?? 0));
      expect(next).toBe(above[0]);
    }
    expect(standingVisits(assignment, row)).toEqual([]);
    expect(visitAt(assignment, number).posts.every((post) => postAt(assignment, post).officer === null)).toBe(true);
  });

  it('only on evidence older than the freeze: later closings are outcomes', () => {
    const assignment = assigned(small());
    const row = rowOfVisit(assignment);
    expect(carryOut(assignment, { kind: 'replaced', at: LATER, row, evidence: '2025-05-01' })).toMatchObject({
      error: { kind: 'evidence-not-older', frozen: '2025-05-01' },
    });
    expect(standingVisits(assignment, row).length).toBe(1);
    done(assignment, { kind: 'replaced', at: LATER, row, evidence: '2025-04-30' });
    expect(carryOut(assignment, { kind: 'replaced', at: LATER, row, evidence: '2025-04-30' })).toMatchObject({
      error: { kind: 'no-standing-visit', row },
    });
  });

  it('the replacement can be replaced, and nobody is taken twice', () => {
    const assignment = assigned(make(rowsOf(60)));
    const seen = new Set<number>();
    let row: number | null = rowOfVisit(assignment);
    while (row !== null && seen.size < 12) {
      seen.add(row);
      const body = done(assignment, { kind: 'replaced', at: LATER, row, evidence: '2025-04-20' });
      row = body.kind === 'replaced' ? (body.by.find((entry) => entry.row !== null)?.row ?? null) : null;
      expect(row === null || !seen.has(row)).toBe(true);
    }
    expect(seen.size).toBeGreaterThan(1);
  });

  it('whatever is asked in whatever order, the assignment stays legal', () => {
    const made = small();
    const request = fc.oneof(
      fc.record({
        kind: fc.constant('unavailable' as const),
        officer: fc.constantFrom(...made.manifest.officers.map((o) => o.number)),
      }),
      fc.record({ kind: fc.constant('substituted' as const), post: fc.nat(80) }),
      fc.record({
        kind: fc.constant('replaced' as const),
        row: fc.nat(119),
        evidence: fc.constantFrom('2025-04-01', '2025-06-01'),
      }),
    );
    fc.assert(
      fc.property(fc.nat(), fc.array(request, { maxLength: 25 }), (n, requests) => {
        const assignment = assigned(made, n);
        for (const each of requests) carryOut(assignment, { ...each, at: LATER });
        for (const { number, capacity } of made.manifest.officers) {
          const posts = assignment.posts.filter((post) => post.officer === number);
          expect(posts.length).toBeLessThanOrEqual(capacity);
          expect(assignment.load.get(number) ?? 0).toBe(posts.length);
          expect(new Set(posts.map((post) => post.visit)).size).toBe(posts.length);
          for (const post of posts) {
            expect(visitAt(assignment, post.visit).ended).toBe(false);
            const officer = made.manifest.officers.find((each) => each.number === number);
            expect(post.need === '' || officer?.fields.includes(post.need)).toBe(true);
          }
        }
        for (const [i, post] of assignment.posts.entries())
          if (post.officer !== null) expect(canTake(assignment, i, post.officer)).toBe(false); // already there
      }),
      { numRuns: 60 },
    );
  });
});
