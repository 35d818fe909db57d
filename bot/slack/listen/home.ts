/** The Home tab: what the person owes, waits for, and what is next. Shown as of its opening, and again after each act of the same person. */
import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { home, homeOfStranger } from '../../chat/home.ts';
import { actorOfChat } from '../../verbs/chat/who.ts';
import { blocksOf } from '../blocks.ts';
import { type Door, platform } from '../door.ts';
import { troubled } from '../trouble.ts';

export async function onHomeOpened(
  door: Door,
  { event }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs,
): Promise<void> {
  if (event.tab !== 'home') return;
  door.homes.add(event.user);
  await publish(door, event.user);
}

/** Whoever has looked at his Home tab finds it right when he comes back to it. What fails here shows at its next opening. */
export async function renewHome(door: Door, user: string): Promise<void> {
  if (!door.homes.has(user)) return;
  await publish(door, user).catch((thrown) => troubled(thrown, 'home', false));
}

async function publish({ deps, client, langOf }: Door, user: string): Promise<void> {
  const actor = await actorOfChat(deps, { platform, user });
  const { parts } = actor === null ? homeOfStranger : await home(deps, actor);
  const blocks = blocksOf(parts, await langOf(user), 'view');
  await client.views.publish({ user_id: user, view: { type: 'home', blocks } });
}
