/** Records where a list was published (福安 2018 二(一)1: 及时向社会公布). */
import { parseDate } from '../../../core/calendar.ts';
import { publicationsOf } from '../../../core/policy/ask.ts';
import type { ListKey, PublicationRule } from '../../../core/policy/shape.ts';
import { ok, type Result } from '../../../core/result.ts';
import { listActRow } from '../../../db/registry.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { versionOf } from './list-version.ts';
import { policyInForce } from './policy-in-force.ts';

export interface PublishListRequest {
  readonly list: string;
  readonly department: string;
  readonly channel: string;
  /** Address, or what the photo of the notice board shows. */
  readonly where: string;
  readonly on: string;
}

export interface PublishedList {
  readonly list: ListKey;
  readonly department: string;
  readonly version: number;
  readonly channel: string;
  readonly where: string;
  readonly on: string;
}

/** What documents call the lists that they ask to be made public. */
export const publishedAs: Readonly<Partial<Record<ListKey, PublicationRule['what']>>> = {
  items: 'item-list',
  implementation: 'item-list',
  'joint-matters': 'joint-list',
  'joint-items': 'joint-list',
};

export function publishList(
  deps: Deps,
  actor: Actor,
  request: PublishListRequest,
): Promise<Result<PublishedList, Refusal>> {
  const { department, channel, where } = request;
  return act<PublishedList>(deps, actor, 'publish-list', { department }, async (at) => {
    const on = parseDate(request.on);
    if (!on.ok) return refuse('registry', { reason: 'not-a-date', text: request.on });
    if (where.trim() === '') return refuse('registry', { reason: 'no-address', list: request.list });
    const policy = await policyInForce(deps.db, on.value);
    if (policy === null) return refuse('registry', { reason: 'no-policy', on: on.value });
    const about = await versionOf(deps.db, { list: request.list, department });
    if (!about.ok) return about;
    const { list, name, version, acts } = about.value;
    const what = publishedAs[list];
    const channels =
      what === undefined ? [] : publicationsOf(policy, what, on.value).flatMap(({ value }) => value.channels);
    // A document that names no channel leaves it to the office.
    if (channels.length > 0 && !channels.includes(channel))
      return refuse('registry', { reason: 'not-a-channel', list, channel, channels });
    const published = { list, department, version, channel, where, on: on.value };
    const isSame = (act: (typeof acts)[number]) =>
      act.act === 'published' && act.version === version && act.party === channel;
    if (acts.some(isSame)) return already(published);
    return ok({
      facts: [factOf(actor, 'publish-list', { ...published, today: dayOf(at.now) })],
      rows: [
        listActRow(
          { list: name, version, act: 'published', party: channel, at: at.now, body: { where, on: on.value } },
          at,
        ),
      ],
      value: published,
    });
  });
}
