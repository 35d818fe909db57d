/** Says which channel of a chat platform is the office's, or a department's: there its posts go. */
import { ok, type Result } from '../../../core/result.ts';
import { channelOf, channelRows, placeOf } from '../../../db/chat.ts';
import type { Db } from '../../../db/database.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Place } from '../../message/messenger.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, factOf } from '../act.ts';
import { departmentNamed } from '../registry/departments.ts';
import { checkAccount, isId } from './who.ts';

/** A place that has a channel; a person's private conversation needs none. */
export type ChannelPlace = Exclude<Place, `person:${string}`>;

export interface Named {
  readonly platform: string;
  readonly place: ChannelPlace;
  readonly channel: string;
  /** The name of the place, as the list of departments has it. */
  readonly name: string;
  /** What the channel stood for until now. */
  readonly before: string | null;
}

/** @param typed `office`, or a department by code, name or another of its names */
export async function nameChannel(
  deps: Deps,
  actor: Actor,
  { platform, typed, channel }: { readonly platform: string; readonly typed: string; readonly channel: string },
): Promise<Result<Named, Refusal>> {
  const checked = checkAccount({ platform, user: channel });
  if (!checked.ok)
    return isId(channel) ? checked : refuse('chat', { reason: 'bad-channel', channel: channel.slice(0, 80) });
  return act<Named>(deps, actor, 'name-channel', {}, async (at) => {
    const found = await placeNamed(deps.db, typed);
    if (found === null) return refuse('chat', { reason: 'not-a-place', place: typed.slice(0, 80) });
    const { place, name } = found;
    const before = await placeOf(deps.db, platform, channel);
    const named = { platform, place, channel, name, before };
    if (before === place) return already(named);
    const replaced = await channelOf(deps.db, platform, place);
    return ok({
      facts: [factOf(actor, 'name-channel', { platform, place, channel, before, replaced })],
      rows: channelRows(platform, place, channel, at),
      value: named,
    });
  });
}

const officeNames = ['office', '联席办', '联席会议办公室', '办公室'];

/** The place that somebody means, or null where it is none of ours or more than one. */
async function placeNamed(
  db: Db,
  typed: string,
): Promise<{ readonly place: ChannelPlace; readonly name: string } | null> {
  const office = { place: 'office' as const, name: '联席会议办公室' };
  if (officeNames.includes(typed.normalize('NFKC').trim().toLowerCase())) return office;
  const named = await departmentNamed(db, typed);
  if (named === null) return null;
  return named.kind === 'office'
    ? { ...office, name: named.name }
    : { place: `department:${named.code}`, name: named.name };
}
