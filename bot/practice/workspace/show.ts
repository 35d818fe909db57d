/** The world's things as Slack's API shows them. */
import type { OpenForm } from './forms.ts';
import type { Ground } from './ground.ts';
import type { Obj } from './json.ts';
import type { Channel, HeldFile, HomeView, Member, Post } from './world.ts';

export function shownPost(ground: Ground, post: Post, metadata: boolean): Obj {
  const isBot = post.user === ground.app.botUser;
  const replies = repliesTo(ground, post);
  const last = replies.at(-1);
  const reactions = ground.world.reactions.get(`${post.channel} ${post.ts}`) ?? [];
  return {
    type: 'message',
    ts: post.ts,
    user: post.user,
    text: post.text,
    team: ground.app.team,
    ...(post.blocks.length > 0 ? { blocks: post.blocks } : {}),
    ...(isBot
      ? {
          bot_id: ground.app.bot,
          app_id: ground.app.app,
          bot_profile: { id: ground.app.bot, name: ground.app.botName },
        }
      : {}),
    ...(post.thread === null
      ? {}
      : { thread_ts: post.thread, parent_user_id: rootOf(ground, post)?.user ?? post.user }),
    ...(last === undefined
      ? {}
      : {
          thread_ts: post.ts,
          reply_count: replies.length,
          reply_users: [...new Set(replies.map(({ user }) => user))],
          latest_reply: last.ts,
        }),
    ...(post.edited === null ? {} : { edited: post.edited }),
    ...(post.files.length === 0
      ? {}
      : { files: post.files.map((id) => shownFile(ground, ground.world.files.get(id))) }),
    ...(metadata && post.metadata !== null ? { metadata: post.metadata } : {}),
    ...(reactions.length === 0
      ? {}
      : { reactions: reactions.map(({ name, user }) => ({ name, users: [user], count: 1 })) }),
  };
}

export const repliesTo = (ground: Ground, post: Post): readonly Post[] =>
  post.thread !== null
    ? []
    : (ground.world.posts.get(post.channel) ?? []).filter((each) => each.thread === post.ts && each.only === null);

const rootOf = (ground: Ground, post: Post): Post | undefined =>
  (ground.world.posts.get(post.channel) ?? []).find(({ ts }) => ts === post.thread);

export function shownFile(ground: Ground, file: HeldFile | undefined): Obj {
  if (file === undefined) return {};
  const url = `${ground.origin()}/files/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    mimetype: file.type,
    filetype: file.name.split('.').at(-1) ?? '',
    size: file.size,
    user: file.user,
    alt_txt: file.alt,
    mode: 'hosted',
    is_external: false,
    url_private: url,
    url_private_download: url,
    permalink: url,
  };
}

export const shownMember = (ground: Ground, member: Member, locale: boolean): Obj => ({
  id: member.id,
  team_id: ground.app.team,
  name: member.name,
  real_name: member.realName,
  deleted: false,
  is_bot: member.bot,
  tz: 'Asia/Shanghai',
  tz_label: 'China Standard Time',
  tz_offset: 28_800,
  ...(locale ? { locale: member.locale } : {}),
  profile: {
    real_name: member.realName,
    display_name: member.realName,
    title: member.title,
    email: `${member.name}@practice.invalid`,
    team: ground.app.team,
  },
});

export const shownChannel = (ground: Ground, channel: Channel): Obj => ({
  id: channel.id,
  name: channel.name,
  name_normalized: channel.name,
  is_channel: channel.kind === 'channel',
  is_group: channel.kind === 'group',
  is_im: channel.kind === 'im',
  is_mpim: false,
  is_private: channel.kind !== 'channel',
  is_archived: channel.archived,
  is_member: channel.members.includes(ground.app.botUser),
  is_general: false,
  creator: channel.members[0] ?? '',
  created: 1_700_000_000,
  topic: { value: channel.topic, creator: '', last_set: 0 },
  purpose: { value: '', creator: '', last_set: 0 },
  num_members: channel.members.length,
  ...(channel.kind === 'im' ? { user: channel.members.find((id) => id !== ground.app.botUser) ?? '' } : {}),
});

const viewRest = (ground: Ground) => ({
  team_id: ground.app.team,
  app_id: ground.app.app,
  app_installed_team_id: ground.app.team,
  bot_id: ground.app.bot,
});

export const shownForm = (ground: Ground, form: OpenForm, values: Obj = {}): Obj => ({
  close: null,
  submit: null,
  private_metadata: '',
  callback_id: '',
  clear_on_close: false,
  notify_on_close: false,
  external_id: '',
  ...form.view,
  id: form.id,
  ...viewRest(ground),
  state: { values },
  hash: form.hash,
  previous_view_id: ground.forms.pile(form.user).at(-2)?.id ?? null,
  root_view_id: form.root,
});

export const shownHome = (ground: Ground, home: HomeView): Obj => ({
  private_metadata: '',
  callback_id: '',
  external_id: '',
  ...home.view,
  id: home.id,
  ...viewRest(ground),
  state: { values: {} },
  hash: home.hash,
  previous_view_id: null,
  root_view_id: home.id,
});
