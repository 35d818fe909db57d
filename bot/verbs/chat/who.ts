/** Who an account of a chat platform is, and whether it can be one at all. */
import { ok, type Result } from '../../../core/result.ts';
import type { Account } from '../../../db/chat.ts';
import { personBehind } from '../../../db/people.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { actorIn } from '../people/roll.ts';

/** The actor behind an account, or null: not linked, or no longer on the roll. */
export async function actorOfChat(deps: Pick<Deps, 'db'>, account: Account): Promise<Actor | null> {
  const row = await personBehind(deps.db, account);
  return row === null || row.ended ? null : actorIn(row.body);
}

/** Ids of platforms and of their users, as they stand in facts: short, of one line, without blanks. */
export const checkAccount = ({ platform, user }: Account): Result<true, Refusal> =>
  /^[a-z][a-z0-9-]{0,19}$/.test(platform) && isId(user)
    ? ok(true)
    : refuse('chat', { reason: 'bad-account', platform: platform.slice(0, 40), user: user.slice(0, 80) });

export const isId = (text: string): boolean => /^[0-9A-Za-z_.:@-]{1,80}$/.test(text);
