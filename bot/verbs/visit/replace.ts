/**
 * Replaces a subject that should never have been on the roster: only on evidence older than the freeze, in every task that drew it,
 * by the next in each task's own order; the original stays on record. One that is closed or has moved since is visited, and
 * that is an outcome.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import type { ReplacedEvent } from '../../../core/draw/event.ts';
import { rowOf } from '../../../core/draw/roster.ts';
import { keyText, type SubjectKey } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { postsOfVisits } from '../../post/after/visit.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, factOf } from '../act.ts';
import { tooLong } from '../too-long.ts';
import { happen, standingAssignment } from './assignment.ts';
import { departmentsAt, personsOf } from './who.ts';

export function replaceSubject(
  deps: Deps,
  actor: Actor,
  input: {
    readonly ceremony: number;
    readonly subject: SubjectKey;
    readonly evidence: CivilDate;
    readonly reason: string;
  },
): Promise<Result<ReplacedEvent, Refusal>> {
  return act<ReplacedEvent>(deps, actor, 'replace-subject', {}, async (at) => {
    if (input.reason.trim() === '') return refuse('visit', { reason: 'no-reason-given' });
    const long = tooLong(input.reason);
    if (long !== null) return refuse('visit', long);
    const standing = await standingAssignment(deps.db, input.ceremony);
    if (!standing.ok) return standing;
    const { roster } = standing.value.assignment;
    const row = rowOf(roster, input.subject);
    if (row === null) {
      return refuse('visit', { reason: 'no-such-row', ceremony: input.ceremony, subject: keyText(input.subject) });
    }
    const before = standing.value.record.events.find(({ body }) => body.kind === 'replaced' && body.row === row)?.body;
    if (before?.kind === 'replaced') return already(before);
    const request = { kind: 'replaced' as const, at: at.now, row, evidence: input.evidence };
    const happened = happen(standing.value, [request], at);
    if (!happened.ok) return happened;
    const [event] = happened.value.events;
    if (event?.body.kind !== 'replaced') throw new Error('a replacement came out as something else');
    const { ceremony, evidence, reason } = input;
    // Who went there, and who goes now.
    const { visitsOf, visits, posts } = standing.value.assignment;
    const doors = [...(visitsOf.get(row) ?? []), ...event.body.visits.map(({ visit }) => visit)];
    const concerned = doors.flatMap((door) => visits[door]?.posts ?? []).flatMap((post) => posts[post] ?? []);
    const by = event.body.by.map((each) => ({
      ...each,
      subject: each.row === null ? null : keyText(roster.key(each.row)),
    }));
    return ok({
      facts: [factOf(actor, 'replace-subject', { ceremony, subject: keyText(input.subject), evidence, reason, by })],
      rows: happened.value.rows,
      outbox: postsOfVisits(ceremony, {
        persons: await personsOf(
          deps.db,
          concerned.map(({ officer }) => officer),
        ),
        departments: departmentsAt(concerned),
      }),
      value: event.body,
    });
  });
}
