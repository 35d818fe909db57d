/** Socket Mode: what comes over the socket reaches the same listeners, and is acknowledged over it. */
import { expect, it } from 'vitest';
import { socketReceiver } from '../../bot/slack/socket.ts';
import { facts } from '../desk.ts';
import { channels, consult, installation, users } from './installation.ts';

it('a command and a reply that come over the socket are answered as over HTTP', async () => {
  const here = await installation();
  await consult(here);
  await here.settle();
  const receiver = socketReceiver(here.door, 'xapp-1-A0-test');
  const come = (body: object): Promise<unknown> =>
    new Promise((ack) =>
      receiver.client.emit('slack_event', { body, ack: async (answer: unknown) => ack(answer), retry_num: 0 }),
    );
  const { app } = here.workspace;

  const answer = await come({
    command: '/mingchou',
    text: 'help',
    team_id: app.team,
    user_id: users.liaison,
    channel_id: channels.scjg,
    trigger_id: '1.1',
    response_url: `${here.config.api}none`,
  });
  expect(JSON.stringify(answer)).toContain('可以输入的命令');

  const root = here.workspace.ground.world.posts.get(channels.scjg)?.[0]?.ts;
  const message = {
    type: 'message',
    channel: channels.scjg,
    user: users.liaison,
    text: '我局无意见',
    ts: '9.1',
    thread_ts: root,
  };
  await come({ type: 'event_callback', team_id: app.team, event_id: 'EvS', event: { ...message, event_ts: '9.1' } });
  await expect
    .poll(async () => (await facts(here.desk)).filter(({ kind }) => kind === 'reply-received').length)
    .toBe(1);
});
