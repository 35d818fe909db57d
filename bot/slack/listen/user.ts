/** Somebody changed his account: perhaps the language that he reads. */
import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Door } from '../door.ts';
import { renewHome } from './home.ts';

export async function onUserChanged(
  door: Door,
  { event }: SlackEventMiddlewareArgs<'user_change'> & AllMiddlewareArgs,
): Promise<void> {
  door.forgetLang(event.user.id);
  await renewHome(door, event.user.id);
}
