/**
 * 不予公开: the head decides that an outcome, or a part of it, is kept back: what, on which ground, until when (福安 二(二)3: 涉及商业秘密和个人隐私的,
 * 公开的方式和范围应当适当). A decision can be lifted before its day; what it kept back is then published again.
 */
import { addDays, parseDate } from '../../../core/calendar.ts';
import { checkGround } from '../../../core/notice/grounds.ts';
import { type LifeRefusal, lift, type Version, withhold } from '../../../core/notice/life.ts';
import type { Notice, NoticePart, WithholdGround, Withholding } from '../../../core/notice/notice.ts';
import { bookOfSource } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import { noticeRows } from '../../../db/notices.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, enact, factOf } from '../act.ts';
import { tooLong } from '../too-long.ts';
import { type MeantOutcome, noticeOf, outcomesMeant } from './meant.ts';
import { stageBound } from './pages.ts';
import { authorisedFor, keysNamed } from './whose.ts';

export interface WithholdInput {
  /** Names of outcomes of one department. */
  readonly outcomes: readonly string[];
  readonly parts: readonly NoticePart[];
  readonly ground: WithholdGround;
  readonly words: string;
  /** The last day on which it holds; '' without end. */
  readonly until: string;
}

/** The fact's body. */
export interface OutcomeWithheld {
  readonly department: string;
  readonly book: string;
  readonly cases: readonly string[];
  readonly parts: readonly NoticePart[];
  /** Null where a decision is lifted. */
  readonly ground: WithholdGround | null;
  readonly words: string;
  readonly until: string | null;
  readonly pages: readonly string[];
}

export interface Withheld {
  readonly count: number;
  readonly until: string | null;
}

export function withholdOutcomes(deps: Deps, actor: Actor, input: WithholdInput): Promise<Result<Withheld, Refusal>> {
  const until = input.until === '' ? null : parseDate(input.until);
  const words = input.words.trim();
  return changed(deps, actor, input.outcomes, words, (today) => {
    if (until !== null && !until.ok) return refuse('notice', { reason: 'not-a-date', text: input.until });
    if (input.parts.length === 0) return refuse('notice', { reason: 'no-parts' });
    const why = checkGround(input.ground, words);
    if (why !== null) return refuse('notice', { reason: 'ground', why });
    const last = until === null ? null : until.value;
    if (last !== null && last < today) return refuse('notice', { reason: 'until-past', until: last, today });
    const withholdings = input.parts.map(
      (part): Withholding => ({ part, ground: input.ground, words, by: actor.person, until: last }),
    );
    const next = ({ notice, outcome }: MeantOutcome) => withhold(notice, { outcome, today, withholdings });
    return ok({ next, said: { parts: input.parts, ground: input.ground, until: last } });
  });
}

export interface LiftInput {
  readonly outcomes: readonly string[];
  /** Empty for everything that is kept back. */
  readonly parts: readonly NoticePart[];
  readonly words: string;
}

export const liftWithholding = (deps: Deps, actor: Actor, input: LiftInput): Promise<Result<Withheld, Refusal>> =>
  changed(deps, actor, input.outcomes, input.words.trim(), (today) => {
    if (input.words.trim() === '') return refuse('notice', { reason: 'no-words', of: 'decision' });
    const yesterday = addDays(today, -1);
    const next = ({ notice }: MeantOutcome) => lift(notice, { parts: input.parts, today, yesterday });
    return ok({ next, said: { parts: input.parts, ground: null, until: yesterday } });
  });

interface Change {
  readonly next: (outcome: MeantOutcome) => Result<Version | null, LifeRefusal>;
  readonly said: Pick<OutcomeWithheld, 'parts' | 'ground' | 'until'>;
}

async function changed(
  deps: Deps,
  actor: Actor,
  outcomes: readonly string[],
  words: string,
  decide: (today: string) => Result<Change, Refusal>,
): Promise<Result<Withheld, Refusal>> {
  const named = keysNamed(outcomes);
  if (!named.ok) return named;
  const { keys, department } = named.value;
  const allowed = await authorisedFor(deps, actor, 'withhold-outcome', department);
  if (!allowed.ok) return allowed;
  const long = tooLong(words);
  if (long !== null) return refuse('notice', long);
  return enact<Withheld>(deps, async (at) => {
    const change = decide(dayOf(at.now));
    if (!change.ok) return change;
    const meant = await outcomesMeant(deps, keys);
    if (!meant.ok) return meant;
    const notices: Notice[] = [];
    for (const each of meant.value) {
      const next = change.value.next(each);
      if (!next.ok) return refuse('notice', { reason: 'life', id: each.id, why: next.error });
      if (next.value !== null) notices.push(noticeOf(each, next.value, at.seq));
    }
    const { said } = change.value;
    const [first] = keys;
    if (notices.length === 0 || first === undefined) return already({ count: 0, until: said.until });
    const body: OutcomeWithheld = {
      department,
      book: bookOfSource(first.source),
      cases: meant.value.map(({ id }) => id),
      ...said,
      words,
      pages: await stageBound(deps, notices, []),
    };
    return ok({
      facts: [factOf(actor, 'withhold-outcome', asJson(body))],
      rows: [noticeRows(notices)],
      value: { count: notices.length, until: said.until },
    });
  });
}
