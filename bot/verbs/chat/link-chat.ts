/**
 * Links a chat account to a person on the roll: by the code that the person was given, or by the office, which names the account.
 * A person has one account on a platform; another one takes its place, on record.
 */
import { ok, type Result } from '../../../core/result.ts';
import { type Account, linkRows, personOf, userOf } from '../../../db/chat.ts';
import { heldCode, mayTry, usedRow, voidSignInsRow } from '../../../db/code.ts';
import type { At, Decision } from '../../../db/commit.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, authorise, enact, factOf } from '../act.ts';
import { actorOf } from '../people/roll.ts';
import { minutesAfter, readCode } from './code.ts';
import { checkAccount } from './who.ts';

export interface Linked extends Account {
  readonly person: string;
  readonly name: string;
}

/** Tries of one account in an hour. A code has 80 bits: this is against noise more than against guessing. */
const triesMost = 10;

/** Who has the code is the person that it was issued for; the answer to a wrong one never says what is wrong with it. */
export async function linkChat(deps: Deps, account: Account, typed: string): Promise<Result<Linked, Refusal>> {
  const { platform, user } = account;
  const checked = checkAccount(account);
  if (!checked.ok) return checked;
  const now = deps.now();
  const limits = { since: minutesAfter(now, -60), now, most: triesMost };
  if (!(await mayTry(deps.db, `${platform}:${user}`, limits))) {
    return refuse('chat', { reason: 'too-many-tries', most: triesMost });
  }
  const code = readCode(typed);
  if (code === null) return refuse('chat', { reason: 'no-such-code' });
  return enact<Linked>(deps, async (at) => {
    const held = await heldCode(deps.db, 'link', code);
    const actor = held === null ? null : await actorOf(deps, held.person);
    if (held === null || actor === null) return refuse('chat', { reason: 'no-such-code' });
    const linked = { platform, user, person: actor.person, name: actor.name };
    // Asked a second time (a retry of the platform's), it is what it was.
    if (held.used !== null && (await personOf(deps.db, account)) === actor.person) return already(linked);
    if (held.used !== null || held.until <= at.now) return refuse('chat', { reason: 'no-such-code' });
    const allowed = authorise(actor, 'link-chat', { person: actor.person });
    if (!allowed.ok) return allowed;
    const decided = await link(deps, actor, linked, at);
    return decided.ok
      ? ok({ ...decided.value, rows: [...(decided.value.rows ?? []), usedRow('link', code, at.now)] })
      : decided;
  });
}

/** The office links an account that it knows to be the person's, without a code. */
export async function linkForPerson(
  deps: Deps,
  actor: Actor,
  account: Account,
  person: string,
): Promise<Result<Linked, Refusal>> {
  const checked = checkAccount(account);
  if (!checked.ok) return checked;
  // No owner: everybody's right to link the own account needs the code.
  return act<Linked>(deps, actor, 'link-chat', {}, async (at) => {
    const whose = await actorOf(deps, person);
    if (whose === null) return refuse('people', { reason: 'no-such-person', person: person.slice(0, 80) });
    const { platform, user } = account;
    const linked = { platform, user, person, name: whose.name };
    return (await personOf(deps.db, account)) === person ? already(linked) : link(deps, actor, linked, at);
  });
}

/** The decision itself; an account that is somebody else's is never taken over. */
async function link(deps: Deps, actor: Actor, linked: Linked, at: At): Promise<Result<Decision<Linked>, Refusal>> {
  const { platform, user, person } = linked;
  const before = await personOf(deps.db, linked);
  if (before !== null && before !== person) return refuse('chat', { reason: 'linked-already', person: before });
  const replaced = await userOf(deps.db, platform, person);
  return ok({
    facts: [
      factOf(actor, 'link-chat', {
        person,
        platform,
        user,
        replaced: replaced === user ? null : replaced,
      }),
    ],
    rows: [
      ...linkRows({ platform, user }, person, at),
      ...(replaced === null || replaced === user ? [] : [voidSignInsRow(person, at.now)]),
    ],
    value: linked,
  });
}
