/** What the bot is told of by itself: everything said, changed and taken back where it is a member, its own posts among it. */
import { randomUUID } from 'node:crypto';
import type { Ground } from './ground.ts';
import type { Obj } from './json.ts';
import { shownMember, shownPost } from './show.ts';
import type { Channel, Post } from './world.ts';

const typeOf = { channel: 'channel', group: 'group', im: 'im' } as const;
const messageIn = { channel: 'message.channels', group: 'message.groups', im: 'message.im' } as const;

/** @param name as a manifest subscribes to it: `message.groups` */
function tell(ground: Ground, name: string, event: Obj): void {
  const { app } = ground;
  if (app.events !== null && !app.events.includes(name)) return;
  ground.outgoing.tell(
    JSON.stringify({
      token: app.verificationToken,
      team_id: app.team,
      api_app_id: app.app,
      event,
      type: 'event_callback',
      event_id: `Ev${randomUUID().replaceAll('-', '').toUpperCase()}`,
      event_time: Math.floor(ground.real() / 1000),
      authorizations: [
        { enterprise_id: null, team_id: app.team, user_id: app.botUser, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: false,
    }),
  );
}

/** The channel, where the bot hears what is said in it. */
function heard(ground: Ground, id: string): Channel | null {
  const channel = ground.world.channels.get(id);
  return channel?.members.includes(ground.app.botUser) ? channel : null;
}

export function eventOfPosted(ground: Ground, post: Post): void {
  const channel = heard(ground, post.channel);
  if (channel === null || post.only !== null) return;
  const where = { channel: post.channel, channel_type: typeOf[channel.kind], event_ts: post.ts };
  tell(ground, messageIn[channel.kind], {
    ...shownPost(ground, post, true),
    ...(post.files.length > 0 ? { subtype: 'file_share' } : {}),
    ...where,
  });
  if (post.user !== ground.app.botUser && post.text.includes(`<@${ground.app.botUser}>`)) {
    tell(ground, 'app_mention', { ...shownPost(ground, post, false), type: 'app_mention', ...where });
  }
}

export function eventOfChanged(ground: Ground, before: Post, post: Post): void {
  const channel = heard(ground, post.channel);
  if (channel === null) return;
  const ts = ground.ts();
  tell(ground, messageIn[channel.kind], {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: post.channel,
    channel_type: typeOf[channel.kind],
    message: shownPost(ground, post, true),
    previous_message: shownPost(ground, before, true),
    ts,
    event_ts: ts,
  });
}

export function eventOfRemoved(ground: Ground, post: Post): void {
  const channel = heard(ground, post.channel);
  if (channel === null) return;
  const ts = ground.ts();
  tell(ground, messageIn[channel.kind], {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    channel: post.channel,
    channel_type: typeOf[channel.kind],
    deleted_ts: post.ts,
    previous_message: shownPost(ground, post, true),
    ts,
    event_ts: ts,
  });
}

export function eventOfJoined(ground: Ground, channel: Channel, user: string): void {
  if (heard(ground, channel.id) === null) return;
  tell(ground, 'member_joined_channel', {
    type: 'member_joined_channel',
    user,
    channel: channel.id,
    channel_type: channel.kind === 'channel' ? 'C' : 'G',
    team: ground.app.team,
    event_ts: ground.ts(),
  });
}

export function eventOfHome(ground: Ground, user: string, view: Obj | null): void {
  const im = [...ground.world.channels.values()].find(({ kind, members }) => kind === 'im' && members.includes(user));
  tell(ground, 'app_home_opened', {
    type: 'app_home_opened',
    user,
    channel: im?.id ?? '',
    tab: 'home',
    event_ts: ground.ts(),
    ...(view === null ? {} : { view }),
  });
}

export function eventOfUser(ground: Ground, user: string): void {
  const member = ground.world.members.get(user);
  if (member === undefined) return;
  tell(ground, 'user_change', { type: 'user_change', user: shownMember(ground, member, true), event_ts: ground.ts() });
}
