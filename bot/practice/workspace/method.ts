/** What a method of the Web API is, and the answers that all of them give. */
import type { Ground } from './ground.ts';
import { type Obj, objsOf, strOf } from './json.ts';
import type { Channel } from './world.ts';

export type Reply = Obj & { readonly ok: boolean };
/** @param args as they came, JSON fields parsed */
export type Method = (ground: Ground, args: Obj) => Reply | Promise<Reply>;

export interface Known {
  readonly run: Method;
  /** Any one of these scopes suffices; none needed where it is empty. */
  readonly scopes: readonly string[];
}

export const done = (rest: Obj = {}): Reply => ({ ok: true, ...rest });
export const refused = (error: string, rest: Obj = {}): Reply => ({ ok: false, error, ...rest });

/** `true` and `1` of a form-encoded body. */
export const isTrue = (value: unknown): boolean => value === true || value === 'true' || value === '1';

export const numberOf = (value: unknown, otherwise: number): number => {
  const number = Number(value);
  return value === undefined || value === '' || !Number.isFinite(number) ? otherwise : number;
};

/** The channel that a call names, where the bot may read and write it; otherwise the error that Slack gives. */
export function channelFor(ground: Ground, asked: unknown): { readonly channel: Channel } | { readonly reply: Reply } {
  const channel = ground.world.channels.get(strOf(asked));
  const inside = channel?.members.includes(ground.app.botUser) ?? false;
  if (channel === undefined || (channel.kind !== 'channel' && !inside)) return { reply: refused('channel_not_found') };
  return inside ? { channel } : { reply: refused('not_in_channel') };
}

/** One page of a list: cursors are the place where the next begins. */
export function page<T>(
  all: readonly T[],
  args: Obj,
  most: number,
): { readonly items: readonly T[]; readonly next: string } {
  const from = numberOf(
    strOf(args.cursor) === '' ? undefined : Buffer.from(strOf(args.cursor), 'base64').toString(),
    0,
  );
  const limit = Math.max(1, Math.min(most, numberOf(args.limit, 100)));
  const items = all.slice(from, from + limit);
  const next = from + limit < all.length ? Buffer.from(String(from + limit)).toString('base64') : '';
  return { items, next };
}

/** Slack gives every block an id that has none, and every element of an action. */
export const withBlockIds = (blocks: unknown): readonly Obj[] =>
  objsOf(blocks).map((block, at) => ({ ...block, block_id: strOf(block.block_id) || `b${at + 1}` }));
