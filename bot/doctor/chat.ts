/** The chat: whether its token holds and may do what it has to, and whether the bot is where its posts go. */
import type { Words } from '../../core/words.ts';
import type { Db } from '../../db/database.ts';
import type { SlackSettings } from '../slack/config.ts';
import { isMember, seeWorkspace } from '../slack/look.ts';
import { botScopes } from '../slack/manifest.ts';
import { placeName } from '../verbs/chat/place-name.ts';
import { departmentsAsked } from './departments-asked.ts';
import { type Finding, fine, firstNames, found } from './finding.ts';
import { clockFinding } from './machine.ts';

const newToken: Words = {
  zh: '到 api.slack.com/apps 打开本应用，在“OAuth & Permissions”页重新安装，取新的“Bot User OAuth Token”写进 MINGCHOU_SLACK_BOT_TOKEN。',
  en: 'At api.slack.com/apps open the app, install it again on its OAuth & Permissions page, and set MINGCHOU_SLACK_BOT_TOKEN to the new Bot User OAuth Token.',
};

export async function chatFindings(slack: SlackSettings, nowMs: () => number): Promise<readonly Finding[]> {
  const began = nowMs();
  const seen = await seeWorkspace(slack);
  if (!seen.ok) return [tokenTrouble(seen.error)];
  const { team, scopes, dateMs, isBot } = seen.value;
  const clock =
    dateMs === null ? [] : [clockFinding({ zh: 'Slack', en: 'Slack' }, dateMs + 500, (began + nowMs()) / 2)];
  if (!isBot)
    return [
      ...clock,
      found(
        'chat',
        'wrong',
        { zh: 'MINGCHOU_SLACK_BOT_TOKEN 不是机器人令牌。', en: 'MINGCHOU_SLACK_BOT_TOKEN is not a bot’s token.' },
        newToken,
      ),
    ];
  const missing = scopes === null ? [] : botScopes.filter((scope) => !scopes.includes(scope));
  return [
    ...clock,
    missing.length === 0
      ? fine(
          'chat',
          `Slack 工作区“${team}”认得机器人，权限齐全。`,
          `Slack’s workspace “${team}” knows the bot; its scopes are all there.`,
        )
      : found(
          'chat',
          'wrong',
          { zh: `机器人缺权限：${missing.join('、')}。`, en: `The bot lacks scopes: ${missing.join(', ')}.` },
          {
            zh: '在应用页面“App Manifest”换上 npm run -s manifest -- 网址 打出的清单并保存，再到“OAuth & Permissions”重新安装。',
            en: 'Put what npm run -s manifest -- ADDRESS prints on the page App Manifest, save, and install the app again on OAuth & Permissions.',
          },
        ),
  ];
}

function tokenTrouble(code: string): Finding {
  if (/^(invalid_auth|not_authed|token_revoked|token_expired|account_inactive|not_allowed_token_type)$/.test(code))
    return found(
      'chat',
      'wrong',
      {
        zh: `Slack 不认 MINGCHOU_SLACK_BOT_TOKEN（${code}）。`,
        en: `Slack refuses MINGCHOU_SLACK_BOT_TOKEN (${code}).`,
      },
      newToken,
    );
  return found(
    'chat',
    'unseen',
    { zh: `连不上 Slack（${code}）。`, en: `Slack cannot be reached (${code}).` },
    {
      zh: '看本机能否访问 slack.com（网络、代理），再查一次；不用聊天群的设 MINGCHOU_CHAT=none。',
      en: 'Look whether this machine reaches slack.com (network, proxy) and ask again; without a chat set MINGCHOU_CHAT=none.',
    },
  );
}

export async function channelFindings(db: Db, slack: SlackSettings): Promise<readonly Finding[]> {
  const rows = await db.read(`select place, channel from chat_channel where platform = 'slack' order by place`);
  const places = new Map(rows.map(({ place, channel }) => [String(place), String(channel)]));
  const departments = (await departmentsAsked(db)).filter(({ code }) => !places.has(`department:${code}`));
  const outside: string[] = [];
  const unsure = new Set<string>();
  for (const [place, channel] of places) {
    const member = await isMember(slack, channel);
    if (!member.ok && /^(unreachable|ratelimited|http_)/.test(member.error)) unsure.add(member.error);
    else if (!member.ok || !member.value) outside.push(await placeName(db, place));
  }
  const findings: Finding[] = [];
  if (!places.has('office'))
    findings.push(
      found(
        'chat',
        'warn',
        { zh: '联席办还没有指定频道。', en: 'The office has no channel yet.' },
        {
          zh: '把机器人加入联席办的频道，在里面输入 /mingchou 频道 联席办。',
          en: 'Add the bot to the office’s channel and type /mingchou 频道 联席办 there.',
        },
      ),
    );
  if (departments.length > 0)
    findings.push(
      found(
        'chat',
        'warn',
        {
          zh: `${departments.length} 个单位没有指定频道：${firstNames(departments)}。`,
          en: `${departments.length} departments have no channel: ${firstNames(departments)}.`,
        },
        {
          zh: '在各单位的频道里输入 /mingchou 频道 单位名称。',
          en: 'In the channel of each, type /mingchou 频道 and its name.',
        },
      ),
    );
  if (outside.length > 0)
    findings.push(
      found(
        'chat',
        'wrong',
        {
          zh: `机器人不在这些频道里，发不出消息：${outside.join('、')}。`,
          en: `The bot is not in these channels and cannot post there: ${outside.join(', ')}.`,
        },
        {
          zh: '在频道里输入 /invite @明抽；频道已删除的，在新频道里重新指定。',
          en: 'Type /invite @明抽 in each; where a channel was deleted, name another one.',
        },
      ),
    );
  for (const code of unsure)
    findings.push(
      found(
        'chat',
        'unseen',
        { zh: `有频道没有查到（${code}）。`, en: `Some channels could not be looked at (${code}).` },
        { zh: '过一分钟再查。', en: 'Ask again in a minute.' },
      ),
    );
  if (findings.length === 0)
    findings.push(fine('chat', `${places.size} 个频道都在。`, `The bot is in all ${places.size} channels.`));
  return findings;
}
