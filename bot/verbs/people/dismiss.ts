/** Takes a person off the roll. What the person did stays, and so does the row that says with which rights. */
import { ok, type Result } from '../../../core/result.ts';
import { commit } from '../../../db/commit.ts';
import { person, personRow } from '../../../db/people.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { may } from '../../rights.ts';
import { already, factOf } from '../act.ts';
import { actorIn, roll } from './roll.ts';

export async function dismiss(
  deps: Deps,
  actor: Actor,
  leaver: string,
): Promise<Result<{ readonly person: string }, Refusal>> {
  const allowed = may(actor, 'dismiss');
  if (!allowed.ok) return refuse('rights', allowed.error);
  const answer = { person: leaver };
  const done = await commit<typeof answer, Refusal>(deps.db, deps, async (at) => {
    const standing = await person(deps.db, leaver);
    if (standing === null) return refuse('people', { reason: 'no-such-person', person: leaver });
    if (standing.ended) return already(answer);
    const office = (await roll(deps)).filter((each) => !each.ended && each.roles.includes('office'));
    if (office.length === 1 && office[0]?.person === leaver) {
      return refuse('people', { reason: 'last-of-office', person: leaver });
    }
    return ok({
      facts: [factOf(actor, 'dismiss', { person: leaver })],
      rows: [personRow(at.seq, leaver, actorIn(standing.body), true)],
      value: answer,
    });
  });
  return done.ok ? ok(done.value.value) : done;
}
