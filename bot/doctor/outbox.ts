/** What could not be delivered: how much, since when, and the code that the last try ended in. Never what it says. */
import type { Db } from '../../db/database.ts';
import { minuteOf } from '../today.ts';
import { type Finding, fine, found } from './finding.ts';

export async function outboxFindings(db: Db, now: string, hasChat: boolean): Promise<readonly Finding[]> {
  const stuck = await db.read({
    sql: `select o.trouble, count(*) as posts, min(coalesce(l.at, o.due)) as since from outbox o left join ledger l on l.seq = o.seq
      where o.sent is null and o.attempts > 2 group by o.trouble order by posts desc, o.trouble limit 5`,
  });
  if (stuck.length > 0)
    return stuck.map(({ trouble, posts, since }) =>
      found(
        'outbox',
        'warn',
        {
          zh: `${posts} 条消息发了几次没有发出去（${codeOf(trouble)}），最早的从 ${minuteOf(String(since))} 起。`,
          en: `${posts} messages failed several times (${codeOf(trouble)}), the oldest since ${minuteOf(String(since))}.`,
        },
        remedy(codeOf(trouble)),
      ),
    );
  const [waiting] = await db.read({
    sql: `select count(*) as posts from outbox where sent is null and due < ?`,
    args: [new Date(Date.parse(now) - lateMs).toISOString()],
  });
  const posts = Number(waiting?.posts ?? 0);
  if (posts === 0 || !hasChat) return [fine('outbox', '没有发不出去的消息。', 'Nothing is stuck.')];
  return [
    found(
      'outbox',
      'warn',
      { zh: `${posts} 条消息到时没有人发。`, en: `${posts} messages are due and nobody delivers them.` },
      {
        zh: '桌面服务器：看 npm run serve 是否在运行。Worker：在 Cloudflare 页面看定时触发（Cron Triggers）是否每分钟运行。',
        en: 'At the desk: see whether npm run serve is running. A Worker: see at Cloudflare whether its cron trigger runs each minute.',
      },
    ),
  ];
}

/** The desk delivers every two seconds and the Worker each minute. */
const lateMs = 5 * 60_000;

const codeOf = (trouble: unknown): string => String(trouble ?? '') || 'unknown';

function remedy(code: string) {
  if (/not_in_channel|channel_not_found|is_archived/.test(code))
    return {
      zh: '机器人不在那个频道：把它加进去（/invite @明抽），或在新频道里重新输入 /mingchou 频道 单位名称。',
      en: 'The bot is not in that channel: add it (/invite @明抽), or type /mingchou 频道 NAME in another one.',
    };
  if (/auth|token|scope/.test(code))
    return {
      zh: '令牌或权限不对：见上面聊天群一栏。',
      en: 'The token or its scopes are wrong: see the chat’s findings above.',
    };
  return {
    zh: '系统会自动再发；一小时后仍这样，把代码告诉维护人员。',
    en: 'It is tried again by itself; if it stays so for an hour, tell the code to whoever maintains this.',
  };
}
