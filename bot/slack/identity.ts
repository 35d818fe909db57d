/** Learns who the bot is, and whether its token may do what it has to. */
import { err, ok, type Result } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { callTroubleOf, clientOf } from './client.ts';
import type { Identity, SlackConfig } from './config.ts';

export async function identityOf(
  config: Pick<SlackConfig, 'api' | 'botToken'>,
): Promise<Result<Identity, { readonly code: string; readonly words: Words }>> {
  try {
    const { team_id: team, bot_id: botId, user_id: botUser } = await clientOf(config).auth.test();
    if (team !== undefined && botId !== undefined && botUser !== undefined) return ok({ team, botId, botUser });
    return err({
      code: 'not_a_bot',
      words: {
        zh: 'MINGCHOU_SLACK_BOT_TOKEN 不是机器人令牌：请用“Bot User OAuth Token”（xoxb-）。',
        en: 'MINGCHOU_SLACK_BOT_TOKEN is not a bot’s: use the Bot User OAuth Token (xoxb-).',
      },
    });
  } catch (thrown) {
    const { code } = callTroubleOf(thrown);
    return err({ code, words: wordsOf(code) });
  }
}

function wordsOf(code: string): Words {
  switch (code) {
    case 'invalid_auth':
    case 'token_revoked':
    case 'account_inactive':
    case 'not_authed':
      return {
        zh: `Slack 不认 MINGCHOU_SLACK_BOT_TOKEN（${code}）：应用可能已卸载或令牌已更换，请在“OAuth & Permissions”页面重新安装并取新的令牌。`,
        en: `Slack refuses MINGCHOU_SLACK_BOT_TOKEN (${code}): install the app again on its OAuth & Permissions page and take the new token.`,
      };
    default:
      return {
        zh: `连不上 Slack（${code}）：请检查网络或代理后再启动。`,
        en: `Slack cannot be reached (${code}): look at the network or proxy and start again.`,
      };
  }
}
