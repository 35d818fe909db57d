/**
 * 公布其他事项: a penalty, the course of a draw, the complaint telephone, what came of a complaint, an exposure: on which channel, where it can be seen,
 * since when, and until when where it ends. The policy says for each whether one of its channels is enough or all are needed (福安 二(二)3).
 */
import { type CivilDate, parseDate } from '../../../core/calendar.ts';
import { canonical } from '../../../core/canonical.ts';
import type { DisposalKind } from '../../../core/follow-up/case.ts';
import { isFollowedUp } from '../../../core/follow-up/figure.ts';
import { destinationsOf } from '../../../core/notice/destinations.ts';
import { outcomeKeyOf } from '../../../core/outcome/key.ts';
import { publicationsOf } from '../../../core/policy/ask.ts';
import { ok, type Result } from '../../../core/result.ts';
import { standingNotices } from '../../../db/notices.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, enact, factOf } from '../act.ts';
import { casesOf } from '../follow-up/cases.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { lineMost, tooLong } from '../too-long.ts';
import { heldOf, type MatterHeld, matterKey } from './matters-published.ts';
import type { NoticeRefusal } from './refusal.ts';
import { authorisedFor, ownBody } from './whose.ts';

/** Plans, lists and outcomes have acts of their own. */
export const publishedMatters = ['draw', 'penalty', 'complaint-telephone', 'complaint-result', 'exposure'] as const;
export type PublishedMatter = (typeof publishedMatters)[number];

export interface MatterInput {
  readonly what: PublishedMatter;
  /** Number of the draw, of the penalty decision, of the complaint; '' for the telephone. */
  readonly number: string;
  readonly title: string;
  readonly channel: string;
  readonly where: string;
  readonly on: string;
  /** The last day on which it is shown; '' without end. */
  readonly until: string;
}

/** The fact's body. */
export interface MatterPublished {
  readonly what: PublishedMatter;
  readonly department: string;
  readonly number: string;
  readonly title: string;
  readonly channel: string;
  readonly where: string;
  readonly on: CivilDate;
  readonly until: CivilDate | null;
  /** The draw, so that it is filed with it. */
  readonly ceremony?: number;
  /** The finding that an exposure rests on, so that it is filed with it. */
  readonly case?: string;
}

export async function publishMatter(
  deps: Deps,
  actor: Actor,
  input: MatterInput,
): Promise<Result<MatterHeld, Refusal>> {
  const department = await ownBody(deps, actor);
  const allowed = await authorisedFor(deps, actor, 'publish-matter', department);
  if (!allowed.ok) return allowed;
  const on = parseDate(input.on);
  if (!on.ok) return refuse('notice', { reason: 'not-a-date', text: input.on });
  const until = input.until === '' ? null : parseDate(input.until);
  if (until !== null && !until.ok) return refuse('notice', { reason: 'not-a-date', text: input.until });
  const [number, title] = [input.number.trim(), input.title.trim()];
  const [channel, where] = [input.channel.trim(), input.where.trim()];
  if (title === '') return refuse('notice', { reason: 'no-words', of: 'matter' });
  if (where === '') return refuse('notice', { reason: 'no-address' });
  const long =
    tooLong(number, lineMost) ?? tooLong(title, lineMost) ?? tooLong(channel, lineMost) ?? tooLong(where, lineMost);
  if (long !== null) return refuse('notice', long);
  return enact<MatterHeld>(deps, async (at) => {
    const today = dayOf(at.now);
    if (on.value > today) return refuse('notice', { reason: 'in-future', on: on.value, today });
    if (until !== null && until.value < on.value)
      return refuse('notice', { reason: 'until-past', until: until.value, today: on.value });
    const policy = await policyInForce(deps.db, on.value);
    if (policy === null) return refuse('notice', { reason: 'no-policy', on: on.value });
    const channels = publicationsOf(policy, input.what, on.value).flatMap(({ value }) => value.channels);
    // A document that names no channel leaves it to whoever publishes.
    if (channels.length > 0 && !channels.includes(channel))
      return refuse('notice', { reason: 'not-a-channel', channel, channels });
    if (channel === '') return refuse('notice', { reason: 'no-address' });
    if (input.what === 'exposure') {
      const unfit = await exposureUnfit(deps, number, { department, until: until?.value ?? null, today });
      if (unfit !== null) return refuse('notice', { reason: 'exposure-unfit', because: unfit });
    }
    const body: MatterPublished = {
      ...{ what: input.what, department, number, title, channel, where },
      on: on.value,
      until: until === null ? null : until.value,
      ...(input.what === 'draw' && /^[1-9]\d{0,5}$/.test(number) ? { ceremony: Number(number) } : {}),
      ...(input.what === 'exposure' ? { case: number } : {}),
    };
    const asked = destinationsOf(policy, input.what, on.value);
    const facts = await factBodies<MatterPublished>(deps.db, 'matter-published');
    const isKnown = facts.some(({ body: held }) => canonical(asJson(held)) === canonical(asJson(body)));
    const all = isKnown ? facts : [...facts, { seq: at.seq, body }];
    const value = heldOf(
      all.filter((each) => matterKey(each.body) === matterKey(body)),
      asked,
      today,
    );
    if (value === null) throw new Error('the matter that was just published is not there');
    return isKnown ? already(value) : ok({ facts: [factOf(actor, 'publish-matter', asJson(body))], value });
  });
}

/** Decisions that end a finding against whom it is about. */
const finalDecisions: ReadonlySet<DisposalKind> = new Set(['penalty', 'crime', 'listed', 'joint-punishment']);

/** 曝光失信 (福安 二(三)1, 甘州 二(三)3): a published finding with a final decision, and a last day. */
async function exposureUnfit(
  deps: Deps,
  number: string,
  given: { readonly department: string; readonly until: CivilDate | null; readonly today: CivilDate },
): Promise<Extract<NoticeRefusal, { reason: 'exposure-unfit' }>['because'] | null> {
  const key = outcomeKeyOf(number);
  if (key === null || key.department !== given.department) return 'no-outcome';
  const keys = [key];
  const shown = await standingNotices(deps.db, { keys, today: given.today, states: ['public'] });
  if (shown.length === 0) return 'not-public';
  const { source, department } = key;
  const held = (await casesOf(deps, { source, department })).find(({ id }) => id === number);
  const isFinal =
    held !== undefined && isFollowedUp(held) && held.disposals.some(({ kind }) => finalDecisions.has(kind));
  if (!isFinal) return 'not-final';
  return given.until === null ? 'no-end' : null;
}
