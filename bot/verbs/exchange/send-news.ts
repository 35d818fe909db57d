/** 报送工作动态 (三明 2025 五(十四)): what was done on a day, and where it was published. */
import type { CivilDate } from '../../../core/calendar.ts';
import type { NewsSent } from '../../../core/exchange/practice.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { tooLong } from '../too-long.ts';
import { sideOf } from './departments.ts';
import { dayWritten, written } from './texts.ts';

export const newsHeld = async (db: Db): Promise<readonly NewsSent[]> =>
  (await factBodies<NewsSent>(db, 'news-sent')).map(({ body }) => body);

export function sendNews(
  deps: Deps,
  actor: Actor,
  input: { readonly title: string; readonly where: string; readonly on: CivilDate },
): Promise<Result<NewsSent, Refusal>> {
  return act<NewsSent>(deps, actor, 'send-news', { department: actor.department }, async (at) => {
    const title = written('title', input.title);
    if (!title.ok) return title;
    const long = tooLong(input.where);
    if (long !== null) return refuse('exchange', long);
    const stated = dayWritten('on', input.on);
    if (!stated.ok) return stated;
    const today = dayOf(at.now);
    if (input.on > today) return refuse('exchange', { reason: 'in-future', on: input.on, today });
    const body: NewsSent = { title: title.value, where: input.where.trim(), department: sideOf(actor), on: input.on };
    const known = (await newsHeld(deps.db)).some(
      (each) =>
        each.department === body.department &&
        each.title === body.title &&
        each.on === body.on &&
        each.where === body.where,
    );
    return known ? already(body) : ok({ facts: [factOf(actor, 'send-news', asJson(body))], value: body });
  });
}
