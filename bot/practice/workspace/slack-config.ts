/** What the Slack door is given where a practice workspace stands in for Slack: the workspace's app, real time, and no distance of posts. */
import type { SlackConfig } from '../../slack/config.ts';
import type { App } from './ground.ts';

/** @param api address of the workspace's Web API */
export const slackConfigOf = (app: App, api: string): SlackConfig => ({
  signingSecret: app.signingSecret,
  botToken: app.token,
  api,
  lang: 'zh',
  identity: { team: app.team, botId: app.bot, botUser: app.botUser },
  realNow: () => Date.now(),
  spacingMs: 0,
});
