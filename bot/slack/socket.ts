/** Socket Mode: for an office that cannot open a port to the internet. The same listeners; Slack is reached from inside by WebSocket. */
import { SocketModeReceiver } from '@slack/bolt';
import type { SlackDoor } from './app.ts';
import { quiet } from './client.ts';
import { troubled } from './trouble.ts';

/** Not started yet. Over a socket an event is acknowledged as it comes; what fails is told to the one who asked, and not repeated. */
export function socketReceiver(door: Pick<SlackDoor, 'appFor' | 'ended'>, appToken: string): SocketModeReceiver {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: quiet,
    processEventErrorHandler: async ({ error }) => {
      troubled(error, 'socket', false);
      return true;
    },
  });
  door.appFor(receiver);
  // Listeners run first: this one was added later, and looks whether they left something to deliver.
  receiver.client.on('slack_event', () => setTimeout(door.ended, 500));
  return receiver;
}
