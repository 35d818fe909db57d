/**
 * One post changes hands for an objective reason that concerns this visit only (福安 2018 二(二)1: 按程序递补人员): the head of the department reports
 * it, and the post's next substitute from the draw steps in. Nobody is picked.
 */
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { postsOfTaking, postsOfVisits } from '../../post/after/visit.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { authorise, enact, factOf } from '../act.ts';
import { tooLong } from '../too-long.ts';
import { happen, standingAssignment } from './assignment.ts';
import type { Substitution } from './unavailable.ts';
import { departmentsAt, personsOf } from './who.ts';

/** @param input.holder who holds the post: asked again after it has changed hands, the act is refused and nobody is moved twice */
export async function substitutePost(
  deps: Deps,
  actor: Actor,
  input: { readonly ceremony: number; readonly post: number; readonly holder: string; readonly reason: string },
): Promise<Result<Substitution, Refusal>> {
  const { ceremony, post: no, holder, reason } = input;
  if (reason.trim() === '') return refuse('visit', { reason: 'no-reason-given' });
  const long = tooLong(reason);
  if (long !== null) return refuse('visit', long);
  return enact<Substitution>(deps, async (at) => {
    const standing = await standingAssignment(deps.db, ceremony);
    if (!standing.ok) return standing;
    const post = standing.value.assignment.posts[no];
    if (post === undefined) return refuse('visit', { reason: 'no-post', ceremony, post: no });
    const allowed = authorise(actor, 'substitute', { department: post.department });
    if (!allowed.ok) return allowed;
    if (post.officer !== holder) {
      return refuse('visit', { reason: 'not-holder', post: no, inspector: holder, holder: post.officer });
    }
    const happened = happen(standing.value, [{ kind: 'substituted', at: at.now, post: no }], at);
    if (!happened.ok) return happened;
    const [event] = happened.value.events;
    const taken = event?.body.kind === 'substituted' ? event.body.in : null;
    const body = { ceremony, post: no, out: holder, in: taken, cause: 'unable', reason };
    return ok({
      facts: [factOf(actor, 'substitute', body)],
      rows: happened.value.rows,
      outbox: [
        ...postsOfVisits(ceremony, {
          persons: await personsOf(deps.db, [holder, taken]),
          departments: departmentsAt([post]),
        }),
        ...postsOfTaking(ceremony, no, await personsOf(deps.db, [holder, taken])),
      ],
      value: { post: no, in: taken },
    });
  });
}
