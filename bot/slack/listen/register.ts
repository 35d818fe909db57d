/** All that is listened to, by kind; which commands, buttons and forms there are stands in the chat's table alone. */
import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt';
import type { Door } from '../door.ts';
import { onButton } from './button.ts';
import { onCommand } from './command.ts';
import { onHomeOpened, renewHome } from './home.ts';
import { onJoined } from './joined.ts';
import { onSubmission } from './submission.ts';
import { onTalk } from './talk.ts';
import { onUserChanged } from './user.ts';

export function register(app: App, door: Door): void {
  app.command(/.*/, async (args) => {
    await onCommand(door, args);
    await renewHome(door, args.command.user_id);
  });
  app.action<BlockAction>({ type: 'block_actions' }, async (args) => {
    await onButton(door, args);
    await renewHome(door, args.body.user.id);
  });
  app.view<ViewSubmitAction>({ type: 'view_submission' }, async (args) => {
    await onSubmission(door, args);
    await renewHome(door, args.body.user.id);
  });
  app.event('message', (args) => onTalk(door, args));
  app.event('app_home_opened', (args) => onHomeOpened(door, args));
  app.event('user_change', (args) => onUserChanged(door, args));
  app.event('member_joined_channel', (args) => onJoined(door, args));
}
