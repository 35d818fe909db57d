/**
 * Hands the visits out: each department's visits with its inspectors, as they stand. The draw has already decided; this records who
 * was told what and when, once for each state of the assignment.
 */
import { canonical } from '../../../core/canonical.ts';
import { digest } from '../../../core/digest.ts';
import { isSample } from '../../../core/draw/sample.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Outgoing } from '../../../db/outbox.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { postsOfChange, postsOfVisits } from '../../post/after/visit.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { ceremonyHeld } from '../draw/held.ts';
import { holderOf } from '../draw/perform.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { standingAssignment } from './assignment.ts';
import { placeOf, visitsTold } from './told.ts';
import { departmentsAt, personsOf } from './who.ts';

export interface Handed {
  readonly department: string;
  readonly visits: number;
  readonly inspectors: number;
  /** Posts that nobody could be found for; they go to a people-only ceremony. */
  readonly open: number;
}

export async function assignVisits(deps: Deps, actor: Actor, no: number): Promise<Result<readonly Handed[], Refusal>> {
  const held = await ceremonyHeld(deps.db, no);
  if (!held.ok) return held;
  const allowed = authorise(actor, 'assign-visits', holderOf(held.value));
  if (!allowed.ok) return allowed;
  if (isSample(held.value.manifest)) return refuse('draw', { reason: 'sample-only', ceremony: no });
  return enact<readonly Handed[]>(deps, async (at) => {
    const standing = await standingAssignment(deps.db, no);
    if (!standing.ok) return standing;
    const { posts, visits } = standing.value.assignment;
    const current = posts.filter(({ visit }) => visits[visit]?.ended === false);
    const departments = [...new Set(current.map(({ department }) => department))].sort();
    const handed = departments.map((department): Handed => {
      const own = current.filter((post) => post.department === department);
      return {
        department,
        visits: new Set(own.map(({ visit }) => visit)).size,
        inspectors: new Set(own.flatMap(({ officer }) => (officer === null ? [] : [officer]))).size,
        open: own.filter(({ officer }) => officer === null).length,
      };
    });
    // Somebody who was enrolled since is told, too.
    const persons = await personsOf(deps.db, new Set(current.map(({ officer }) => officer)));
    const holders = posts.map(({ officer, visit }) => [visit, officer]);
    const state = digest('mingchou/assignment/1', canonical([holders, persons]));
    const told = await factBodies<{ ceremony: number; state: string }>(deps.db, 'visits-assigned');
    const last = told.findLast(({ body }) => body.ceremony === no);
    // A corrected number makes another result, and all of it is handed out anew.
    const opened = await factBodies<{ ceremony: number }>(deps.db, 'ceremony-opened');
    const isOther = last !== undefined && opened.some(({ seq, body }) => body.ceremony === no && seq > last.seq);
    if (last?.body.state === state && !isOther) return already(handed);
    const earlier = last === undefined ? [] : await visitsTold(deps.db, no);
    const body = { ceremony: no, state, departments: handed.map((each) => ({ ...each })) };
    return ok({
      facts: [factOf(actor, 'assign-visits', body)],
      outbox: distinct([
        // Who was told of an earlier result may have none of these visits any more.
        ...earlier,
        ...postsOfVisits(no, { persons, departments: departmentsAt(current) }),
        // A word under each only for another result; else it is enough that what stands is renewed.
        ...(isOther ? postsOfChange(no, at.seq, earlier.map(placeOf)) : []),
      ]),
      value: handed,
    });
  });
}

const distinct = (posts: readonly Outgoing[]): readonly Outgoing[] => [
  ...new Map(posts.map((post) => [post.destination, post])).values(),
];
