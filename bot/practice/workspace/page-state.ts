/** What one member has before him on the page: only what he may see, and of one channel only its posts. */
import { allSeen, postsSeen } from './driver-sight.ts';
import type { Ground } from './ground.ts';
import { strOf } from './json.ts';
import type {
  PageCommand,
  PageFile,
  PageMember,
  PagePost,
  PageSpreadsheet,
  PageState,
  PageStep,
} from './page-shape.ts';
import { type Channel, channelsOf, type HeldFile, type Member, type Post } from './world.ts';

export interface PageGiven {
  readonly now: string;
  readonly clock: boolean;
  readonly commands: readonly PageCommand[];
  readonly tour: readonly PageStep[];
  readonly spreadsheet: PageSpreadsheet | null;
}

export function pageState(ground: Ground, me: string, asked: string, given: PageGiven): PageState {
  const { world, app } = ground;
  const channels = channelsOf(world, me);
  const channel = channels.find(({ id }) => id === asked)?.id ?? '';
  const home = world.homes.get(me);
  return {
    seq: ground.store.size(),
    me,
    bot: app.botUser,
    members: [...world.members.values()].map((member) => memberOf(ground, member)),
    channels: channels.map((each) => ({
      id: each.id,
      name: each.kind === 'im' ? nameOfOther(ground, each, me) : each.name,
      kind: each.kind,
      topic: each.topic,
      archived: each.archived,
      members: each.members.length,
      unread: unreadIn(ground, me, each.id),
    })),
    channel,
    posts: channel === '' ? [] : postsSeen(ground, me, channel).map((post) => postOf(ground, post)),
    home: home === undefined ? null : { id: home.id, blocks: Array.isArray(home.view.blocks) ? home.view.blocks : [] },
    form: ground.forms.top(me),
    ...given,
    failures: ground.outgoing.deliveries().filter(({ failure }) => failure !== 'none').length,
  };
}

const memberOf = (ground: Ground, { id, realName, title, bot }: Member): PageMember => ({
  id,
  name: realName,
  title,
  bot,
  unread: bot ? 0 : channelsOf(ground.world, id).reduce((sum, channel) => sum + unreadIn(ground, id, channel.id), 0),
});

const nameOfOther = ({ world }: Ground, { members }: Channel, me: string): string => {
  const other = members.find((id) => id !== me) ?? me;
  return world.members.get(other)?.realName ?? other;
};

/** What others have said since the member last looked. */
function unreadIn(ground: Ground, me: string, channel: string): number {
  const read = Number(ground.world.reads.get(`${me} ${channel}`) ?? '0');
  return postsSeen(ground, me, channel).filter(({ ts, user }) => user !== me && Number(ts) > read).length;
}

/** ts of the newest post that the member sees in the channel; '' where there is none. */
export const newestIn = (ground: Ground, me: string, channel: string): string =>
  postsSeen(ground, me, channel).at(-1)?.ts ?? '';

function postOf(ground: Ground, { metadata: _, files, ...post }: Post): PagePost {
  return {
    ...post,
    files: files.flatMap((id) => {
      const file = ground.world.files.get(id);
      return file === undefined ? [] : [fileOf(file)];
    }),
    reactions: (ground.world.reactions.get(`${post.channel} ${post.ts}`) ?? []).map(({ name }) => name),
  };
}

const fileOf = ({ id, name, title, alt, size, type }: HeldFile): PageFile => ({
  name,
  title,
  alt,
  size,
  picture: type === 'image/png' || type === 'image/jpeg',
  url: `/page/files/${id}`,
});

/** Whether the member may see the file: it was posted where he sees it, or he gave it. */
export const maySeeFile = (ground: Ground, me: string, file: string): boolean =>
  strOf(ground.world.files.get(file)?.user) === me || allSeen(ground, me).some(({ files }) => files.includes(file));
