/**
 * Issues the code by which a person on the roll links the own chat account. The code is the answer to the office and is kept nowhere:
 * the database knows its digest, the ledger only that there was one.
 */
import { ok, type Result } from '../../../core/result.ts';
import { codeRows } from '../../../db/code.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, factOf } from '../act.ts';
import { actorOf } from '../people/roll.ts';
import { codeMinutes, codeOf, minutesAfter, shownCode } from './code.ts';

export interface Invited {
  readonly person: string;
  readonly name: string;
  /** To be given to that person alone, by another way than the chat. */
  readonly code: string;
  readonly until: string;
}

export function invitePerson(deps: Deps, actor: Actor, invited: string): Promise<Result<Invited, Refusal>> {
  const code = codeOf(deps.randomBytes(16));
  return act(deps, actor, 'invite-person', {}, async (at) => {
    const person = await actorOf(deps, invited);
    if (person === null) return refuse('people', { reason: 'no-such-person', person: invited.slice(0, 80) });
    const until = minutesAfter(at.now, codeMinutes);
    return ok({
      facts: [factOf(actor, 'invite-person', { person: invited, until })],
      rows: codeRows('link', code, { person: invited, until, now: at.now }),
      value: { person: invited, name: person.name, code: shownCode(code), until },
    });
  });
}
