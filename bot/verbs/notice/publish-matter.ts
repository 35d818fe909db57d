/**
 * 公布其他事项: a penalty, the course of a draw, the complaint telephone, what came of a complaint, an exposure: on which channel, where it can be seen,
 * since when, and until when where it ends. The policy says for each whether one of its channels is enough or all are needed (福安 二(二)3).
 */
import { type CivilDate, parseDate } from '../../../core/calendar.ts';
import { canonical } from '../../../core/canonical.ts';
import type { DisposalKind } from '../../../core/follow-up/case.ts';
import { isFollowedUp } from '../../../core/follow-up/figure.ts';
import { type Destinations, destinationsOf, isServed } from '../../../core/notice/destinations.ts';
import { outcomeKeyOf } from '../../../core/outcome/key.ts';
import { publicationsOf } from '../../../core/policy/ask.ts';
import type { Source } from '../../../core/policy/cited.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { factsOf } from '../../../db/ledger.ts';
import { standingNotices } from '../../../db/notices.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, enact, factOf } from '../act.ts';
import { standingCeremonies } from '../draw/held.ts';
import { casesOf } from '../follow-up/cases.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { lineMost, tooLong } from '../too-long.ts';
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

/** One matter with all its channels. */
export interface MatterHeld {
  readonly what: PublishedMatter;
  readonly department: string;
  readonly number: string;
  readonly title: string;
  readonly channels: readonly (Pick<MatterPublished, 'channel' | 'where' | 'on' | 'until'> & {
    readonly seq: number;
  })[];
  readonly asked: Destinations;
  /** Every channel that must be served is, by a publication that has not ended. */
  readonly served: boolean;
  /** Whether the public reads it on that day. */
  readonly shown: boolean;
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
  const [number, title, channel, where] = [input.number, input.title, input.channel, input.where].map((each) =>
    each.trim(),
  ) as [string, string, string, string];
  if (title === '') return refuse('notice', { reason: 'no-words', of: 'matter' });
  if (where === '') return refuse('notice', { reason: 'no-address' });
  const long = [number, title, channel, where].map((each) => tooLong(each, lineMost)).find((each) => each !== null);
  if (long !== undefined && long !== null) return refuse('notice', long);
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

/** All that was published so, in the order in which each was first. @param today on which it is asked what is still shown */
export async function mattersPublished(db: Db, today: CivilDate): Promise<readonly MatterHeld[]> {
  const policy = await policyInForce(db, today);
  const facts = await factBodies<MatterPublished>(db, 'matter-published');
  return [...Map.groupBy(facts, ({ body }) => matterKey(body)).values()].flatMap((group) => {
    const what = group[0]?.body.what;
    const asked = policy === null || what === undefined ? { all: [], any: [] } : destinationsOf(policy, what, today);
    return heldOf(group, asked, today) ?? [];
  });
}

const matterKey = ({ what, department, number, title }: MatterPublished): string =>
  [what, department, number === '' ? title : number].join('\t');

function heldOf(
  group: readonly { readonly seq: number; readonly body: MatterPublished }[],
  asked: Destinations,
  today: CivilDate,
): MatterHeld | null {
  const last = group.at(-1);
  if (last === undefined) return null;
  const { what, department, number, title } = last.body;
  const channels = group.map(({ seq, body: { channel, where, on, until } }) => ({ channel, where, on, until, seq }));
  const standing = channels.filter(({ on, until }) => on <= today && (until === null || until >= today));
  const served = isServed(asked, new Set(standing.map(({ channel }) => channel)));
  return { what, department, number, title, channels, asked, served, shown: standing.length > 0 };
}

export interface MatterMissing {
  readonly what: PublishedMatter;
  readonly number: string;
  readonly asked: Destinations;
  /** Since when it is asked for: the draw was opened, or the document bound. */
  readonly since: CivilDate;
  readonly rule: Source | null;
}

/** What the policy asks to be published so, and nothing says yet that it is: the telephone, and every draw that was opened. */
export async function mattersMissing(db: Db, today: CivilDate): Promise<readonly MatterMissing[]> {
  const policy = await policyInForce(db, today);
  if (policy === null) return [];
  const held = await mattersPublished(db, today);
  const isServedFor = (what: PublishedMatter, number: string): boolean =>
    held.some((each) => each.what === what && (number === '' || each.number === number) && each.served);
  const drawn = (await standingCeremonies(db)).filter(({ state }) => state.stage === 'opened');
  const opened = await daysOpened(db);
  const wanted: readonly (readonly [PublishedMatter, string, CivilDate])[] = [
    ['complaint-telephone', '', policy.from],
    ...drawn.map(({ state }) => ['draw', String(state.no), opened.get(state.no) ?? policy.from] as const),
  ];
  return wanted.flatMap(([what, number, since]) => {
    const [ruled] = publicationsOf(policy, what, today);
    return ruled === undefined || isServedFor(what, number)
      ? []
      : [{ what, number, asked: destinationsOf(policy, what, today), since, rule: ruled.source }];
  });
}

/** The day on which each draw was opened, by its number. */
async function daysOpened(db: Db): Promise<ReadonlyMap<number, CivilDate>> {
  return new Map(
    (await factsOf(db, 'ceremony-opened')).flatMap(({ row, body }) => {
      if (body === null || body.text === null) return [];
      const { ceremony }: { readonly ceremony: number } = JSON.parse(body.text);
      return [[ceremony, dayOf(row.at)] as const];
    }),
  );
}
