/**
 * 异议: an enterprise says that what is public about it is wrong. It is received as it came, and the head of the department decides: keep it, have it
 * corrected (a new version is entered, reviewed and published beside this one), or withdraw it. The version that was read stays on record.
 */
import { parseDate } from '../../../core/calendar.ts';
import type { Fact } from '../../../core/ledger/fact.ts';
import { end } from '../../../core/notice/life.ts';
import type { Notice } from '../../../core/notice/notice.ts';
import {
  type Objection,
  type ObjectionDecided,
  type ObjectionDecision,
  type ObjectionReceived,
  objectionOf,
} from '../../../core/notice/objection.ts';
import { bookOfSource, outcomeId } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { dossierOf, dossiersOf } from '../../../db/dossier.ts';
import { noticeRows } from '../../../db/notices.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { postsOfObjection } from '../../post/after/notice.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { may } from '../../rights.ts';
import { dayOf } from '../../today.ts';
import { already, enact, factOf, signed } from '../act.ts';
import { roll } from '../people/roll.ts';
import { tooLong } from '../too-long.ts';
import type { NoticeEnded } from './end.ts';
import { type MeantOutcome, noticeOf, outcomesMeant } from './meant.ts';
import { stageBound } from './pages.ts';
import { authorisedFor, keysNamed } from './whose.ts';

/** Persons who may decide what concerns this department. */
export const decidersOf = async (deps: Pick<Deps, 'db'>, department: string): Promise<readonly string[]> =>
  (await roll(deps))
    .filter((each) => !each.ended && may(each, 'decide-objection', { department }).ok)
    .map(({ person }) => person);

/** All objections, oldest first. */
export const objections = async (db: Db): Promise<readonly Objection[]> =>
  [...(await dossiersOf(db, 'objection')).values()]
    .flatMap((entries) => objectionOf(entries) ?? [])
    .sort((a, b) => a.objection - b.objection);

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

export interface ObjectionInput {
  readonly objection: number;
  readonly decision: ObjectionDecision;
  readonly words: string;
}

export function decideObjection(
  deps: Deps,
  actor: Actor,
  input: ObjectionInput,
): Promise<Result<{ readonly decision: ObjectionDecision; readonly outcome: string }, Refusal>> {
  const words = input.words.trim();
  return enact<{ decision: ObjectionDecision; outcome: string }>(deps, async (at) => {
    const received = objectionOf(await dossierOf(deps.db, { matter: 'objection', id: String(input.objection) }));
    if (received === null) return refuse('notice', { reason: 'no-objection', objection: input.objection });
    const allowed = await authorisedFor(deps, actor, 'decide-objection', received.department);
    if (!allowed.ok) return allowed;
    const { objection, decision } = input;
    const value = { decision, outcome: received.case };
    if (received.decided !== null)
      return received.decided.decision === decision
        ? already(value)
        : refuse('notice', { reason: 'objection-decided', objection, decision: received.decided.decision });
    if (words === '') return refuse('notice', { reason: 'no-words', of: 'decision' });
    const long = tooLong(words);
    if (long !== null) return refuse('notice', long);
    const { department } = received;
    const body: ObjectionDecided = { objection, case: received.case, department, decision, words };
    const fact = factOf(actor, 'decide-objection', asJson(body));
    const outbox = postsOfObjection(objection, await decidersOf(deps, department));
    if (decision !== 'withdraw') return ok({ facts: [fact], outbox, value });
    const named = keysNamed([received.case]);
    if (!named.ok) return named;
    const meant = await outcomesMeant(deps, named.value.keys);
    if (!meant.ok) return meant;
    const today = dayOf(at.now);
    const withdrawn = meant.value.flatMap((each) => withdrawal(each, today, words, at.seq + 1));
    if (withdrawn.length === 0) return ok({ facts: [fact], outbox, value });
    const ended: NoticeEnded = {
      department,
      book: bookOfSource(withdrawn[0]?.source ?? ''),
      cases: withdrawn.map(outcomeId),
      why: 'withdrawn',
      day: today,
      pages: await stageBound(deps, withdrawn, []),
    };
    const ending: Fact = { kind: 'notice-ended', actor: signed(actor), body: asJson(ended) };
    return ok({ facts: [fact, ending], rows: [noticeRows(withdrawn)], outbox, value });
  });
}

/** Nothing where it is read by nobody any more. */
function withdrawal(outcome: MeantOutcome, day: string, words: string, seq: number): readonly Notice[] {
  const next = end(outcome.notice, { why: 'withdrawn', words, day });
  return next.ok && next.value !== null ? [noticeOf(outcome, next.value, seq)] : [];
}
