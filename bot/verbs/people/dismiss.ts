/** Takes a person off the roll, with the chat accounts and sign-ins. What the person did stays, and so does the row that says with which rights. */
import { ok, type Result } from '../../../core/result.ts';
import { unlinkAllRow } from '../../../db/chat.ts';
import { voidCodesRow } from '../../../db/code.ts';
import { person, personRow } from '../../../db/people.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, factOf } from '../act.ts';
import { actorIn, roll } from './roll.ts';

export function dismiss(
  deps: Deps,
  actor: Actor,
  leaver: string,
): Promise<Result<{ readonly person: string }, Refusal>> {
  return act(deps, actor, 'dismiss', {}, async (at) => {
    const answer = { person: leaver };
    const standing = await person(deps.db, leaver);
    if (standing === null) return refuse('people', { reason: 'no-such-person', person: leaver });
    if (standing.ended) return already(answer);
    const office = (await roll(deps)).filter((each) => !each.ended && each.roles.includes('office'));
    if (office.length === 1 && office[0]?.person === leaver) {
      return refuse('people', { reason: 'last-of-office', person: leaver });
    }
    return ok({
      facts: [factOf(actor, 'dismiss', { person: leaver })],
      // Whoever is enrolled again later is linked and signed in anew.
      rows: [
        personRow(at.seq, leaver, actorIn(standing.body), true),
        unlinkAllRow(leaver),
        voidCodesRow(leaver, at.now),
      ],
      value: answer,
    });
  });
}
