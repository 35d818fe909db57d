/** All that is listened to, by kind; which commands, buttons and forms there are stands in the chat's table alone. */
import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt';
import type { Door } from '../door.ts';
import { onButton } from './button.ts';
import { onCommand } from './command.ts';
import { onJoined } from './joined.ts';
import { onSubmission } from './submission.ts';
import { onTalk } from './talk.ts';

export function register(app: App, door: Door): void {
  app.command(/.*/, (args) => onCommand(door, args));
  app.action<BlockAction>({ type: 'block_actions' }, (args) => onButton(door, args));
  app.view<ViewSubmitAction>({ type: 'view_submission' }, (args) => onSubmission(door, args));
  app.event('message', (args) => onTalk(door, args));
  app.event('member_joined_channel', (args) => onJoined(door, args));
}
