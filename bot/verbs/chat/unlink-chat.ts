/** Takes an account's link away, and the sign-ins that came by it: the person the own one, the office anybody's. */
import { ok, type Result } from '../../../core/result.ts';
import { type Account, personOf, unlinkRow } from '../../../db/chat.ts';
import { voidSignInsRow } from '../../../db/code.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { authorise, enact, factOf } from '../act.ts';
import { checkAccount } from './who.ts';

export interface Unlinked extends Account {
  readonly person: string;
}

export async function unlinkChat(deps: Deps, actor: Actor, account: Account): Promise<Result<Unlinked, Refusal>> {
  const checked = checkAccount(account);
  if (!checked.ok) return checked;
  return enact<Unlinked>(deps, async (at) => {
    const { platform, user } = account;
    const person = await personOf(deps.db, account);
    const allowed = authorise(actor, 'unlink-chat', { person: person ?? actor.person });
    if (!allowed.ok) return allowed;
    if (person === null) return refuse('chat', { reason: 'not-linked', user });
    return ok({
      facts: [factOf(actor, 'unlink-chat', { person, platform, user })],
      rows: [unlinkRow(account), voidSignInsRow(person, at.now)],
      value: { platform, user, person },
    });
  });
}
