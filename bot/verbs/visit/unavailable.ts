/**
 * 因客观原因无法参与检查 (福安 2018 二(二)1): the head of the department reports an inspector out; every post that the inspector holds in the
 * ceremony goes to its next substitute, in the same act, and the inspector substitutes nobody from then on.
 */
import { ok, type Result } from '../../../core/result.ts';
import { snapshot } from '../../../db/imports.ts';
import { kept } from '../../../db/registry.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { postsOfTaking, postsOfVisits } from '../../post/after/visit.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { already, authorise, enact, factOf, signed } from '../act.ts';
import { tooLong } from '../too-long.ts';
import { happen, standingAssignment } from './assignment.ts';
import { departmentsAt, personsOf } from './who.ts';

export interface Substitution {
  readonly post: number;
  readonly in: string | null;
}

export async function reportUnavailable(
  deps: Deps,
  actor: Actor,
  input: { readonly ceremony: number; readonly inspector: string; readonly reason: string },
): Promise<Result<readonly Substitution[], Refusal>> {
  if (input.reason.trim() === '') return refuse('visit', { reason: 'no-reason-given' });
  const long = tooLong(input.reason);
  if (long !== null) return refuse('visit', long);
  const inspectors = await kept(deps.db, await snapshot(deps.db), 'inspector');
  const inspector = inspectors.find(({ number }) => number === input.inspector);
  if (inspector === undefined) return refuse('visit', { reason: 'no-such-inspector', inspector: input.inspector });
  const allowed = authorise(actor, 'report-unavailable', { department: inspector.department });
  if (!allowed.ok) return allowed;
  return enact<readonly Substitution[]>(deps, async (at) => {
    const standing = await standingAssignment(deps.db, input.ceremony);
    if (!standing.ok) return standing;
    const { assignment } = standing.value;
    if (assignment.unavailable.has(input.inspector)) return already([]);
    const held = assignment.posts.flatMap(({ officer, visit }, post) =>
      officer === input.inspector && assignment.visits[visit]?.ended === false ? [post] : [],
    );
    const requests = [
      { kind: 'unavailable' as const, at: at.now, officer: input.inspector },
      ...held.map((post) => ({ kind: 'substituted' as const, at: at.now, post })),
    ];
    const happened = happen(standing.value, requests, at);
    if (!happened.ok) return happened;
    const substitutions = happened.value.events.flatMap(({ body }) => (body.kind === 'substituted' ? [body] : []));
    const { ceremony, inspector: out, reason } = input;
    const taken = await Promise.all(
      substitutions.map(async (each) => ({ post: each.post, persons: await personsOf(deps.db, [each.in]) })),
    );
    return ok({
      facts: [
        factOf(actor, 'report-unavailable', { ceremony, inspector: out, reason, posts: held }),
        ...substitutions.map(({ post, in: taken }) => ({
          kind: 'inspector-substituted' as const,
          actor: signed(actor),
          body: { ceremony, post, out, in: taken, cause: 'unable' },
        })),
      ],
      rows: happened.value.rows,
      outbox: [
        ...postsOfVisits(ceremony, {
          persons: await personsOf(deps.db, [out, ...substitutions.map((each) => each.in)]),
          departments: departmentsAt(held.flatMap((post) => assignment.posts[post] ?? [])),
        }),
        ...taken.flatMap(({ post, persons }) => postsOfTaking(ceremony, post, persons)),
      ],
      value: substitutions.map(({ post, in: taken }) => ({ post, in: taken })),
    });
  });
}
