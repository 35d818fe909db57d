/** 异议受理: an enterprise says that what is public about it is wrong; it is received as it came. */
import { parseDate } from '../../../core/calendar.ts';
import type { ObjectionReceived } from '../../../core/notice/objection.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { postsOfObjection } from '../../post/after/notice.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, enact, factOf } from '../act.ts';
import { tooLong } from '../too-long.ts';
import { outcomesMeant } from './meant.ts';
import { decidersOf, objections } from './objections.ts';
import { authorisedFor, keysNamed } from './whose.ts';

export async function receiveObjection(
  deps: Deps,
  actor: Actor,
  input: { readonly outcome: string; readonly receivedOn: string; readonly words: string },
): Promise<Result<{ readonly objection: number }, Refusal>> {
  const named = keysNamed([input.outcome]);
  if (!named.ok) return named;
  const { keys, department } = named.value;
  const allowed = await authorisedFor(deps, actor, 'receive-objection', department);
  if (!allowed.ok) return allowed;
  const words = input.words.trim();
  if (words === '') return refuse('notice', { reason: 'no-words', of: 'objection' });
  const long = tooLong(words);
  if (long !== null) return refuse('notice', long);
  const stated = input.receivedOn === '' ? null : parseDate(input.receivedOn);
  if (stated !== null && !stated.ok) return refuse('notice', { reason: 'not-a-date', text: input.receivedOn });
  return enact<{ objection: number }>(deps, async (at) => {
    const today = dayOf(at.now);
    const receivedOn = stated?.value ?? today;
    if (receivedOn > today) return refuse('notice', { reason: 'in-future', on: receivedOn, today });
    const meant = await outcomesMeant(deps, keys);
    if (!meant.ok) return meant;
    const [one] = meant.value;
    if (one === undefined || one.notice === null || one.notice.state === 'withheld')
      return refuse('notice', { reason: 'life', id: input.outcome, why: { reason: 'not-public' } });
    const same = (await objections(deps.db)).find(
      (each) => each.case === one.id && each.words === words && each.receivedOn === receivedOn,
    );
    if (same !== undefined) return already({ objection: same.objection });
    const body: ObjectionReceived = { case: one.id, department, notice: one.notice.seq, receivedOn, words };
    return ok({
      facts: [factOf(actor, 'receive-objection', asJson(body))],
      outbox: postsOfObjection(at.seq, await decidersOf(deps, department)),
      value: { objection: at.seq },
    });
  });
}
