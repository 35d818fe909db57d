/**
 * What the app is to Slack: pasted on the page “Create an app, from a manifest”. `node bot/slack/manifest.ts https://host` prints it for an
 * installation, `--socket` for one that Slack cannot reach; the two files beside this one are examples of both, held to the code by a test.
 */
import { writeFileSync } from 'node:fs';

/** Chinese where people read it, ASCII where they type it: Slack's own rule for names of commands is not documented for more. */
export const commandWords = {
  mingchou: {
    description: '明抽：绑定账号、我的待办、帮助 · link, to do, help',
    usage: '帮助 | 待办 | 绑定 <邀请码> | 登录 | 填报',
  },
  consult: { description: '征询：发起、查看、延期、结束 · consultations', usage: '新建 | 查看 | 延期 | 结束' },
  plan: { description: '计划：汇总、审查、印发、变更 · the annual plan', usage: '查看 | 审查 | 印发' },
  draw: { description: '抽取：三锁一开，全程留痕 · the draw, in the open', usage: '新建 | 查看' },
  notice: {
    description: '公示：任务完成、公示结果、登记回执、异议 · publication',
    usage: '列表 | 完成 <次序> | 公示 <次序> | 回执 <次序>',
  },
  visit: {
    description: '检查：呈批、日程、通知、现场、计划外备案 · visits',
    usage: '进度 | 呈批 3 | 通知 3 | 现场 3 | 报备',
  },
  recheck: { description: '再检查、回访：抽取、登记、答复 · re-inspection', usage: '抽取 | 查看 <编号>' },
  risk: {
    description: '风险：预警线索、重复问题、分类建议、形式化迹象 · risk',
    usage: '查看 | 线索 | 分类 | 定向 | 迹象',
  },
  voice: { description: '群众反映：查看、答复、移送线索 · from the public', usage: '查看 | 移送' },
  exchange: {
    description: '交流：问题、会议、经验做法、工作动态 · exchange',
    usage: '问题 | 经验 | 动态 | 会议 | 督查',
  },
  followup: { description: '后续处置：整改、处罚、移交、办结 · follow-up', usage: '处置 | 列表 | 回访 <检查编号>' },
  bulletin: {
    description: '指标、申报、小结、通报 · figures, summaries, bulletins',
    usage: '指标 | 申报 | 小结 | 通报 | 初稿 | 发布',
  },
  paper: { description: '公文：制作、取号、下载 · official papers', usage: '制作 <文书> <编号> | 列表' },
  remind: { description: '提醒：催办未反馈、未办结的单位 · reminders', usage: '查看 | 催办' },
} as const satisfies Readonly<Record<string, { readonly description: string; readonly usage: string }>>;

/** What each method and event that the code uses asks for. */
export const botScopes = [
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:write',
  'metadata.message:read',
  'users:read',
] as const;

export const botEvents = [
  'app_home_opened',
  'member_joined_channel',
  'message.channels',
  'message.groups',
  'message.im',
  'user_change',
] as const;

/** @param site where Slack reaches this installation; null for Socket Mode */
export function manifestFor(site: string | null) {
  const url = site === null ? {} : { url: `${site}/slack/events` };
  const request_url = site === null ? {} : { request_url: `${site}/slack/events` };
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: '明抽',
      description: '双随机、一公开联合抽查协调：征询、计划、抽取、派发，全程留痕',
      background_color: '#1f3a5f',
    },
    features: {
      // Commands are typed in the private conversation too, where nobody else reads.
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: '明抽', always_online: true },
      slash_commands: Object.entries(commandWords).map(([name, { description, usage }]) => ({
        command: `/${name}`,
        ...url,
        description,
        usage_hint: usage,
        should_escape: false,
      })),
    },
    oauth_config: { scopes: { bot: [...botScopes] } },
    settings: {
      event_subscriptions: { ...request_url, bot_events: [...botEvents] },
      interactivity: { is_enabled: true, ...request_url },
      org_deploy_enabled: false,
      socket_mode_enabled: site === null,
      token_rotation_enabled: false,
    },
  };
}

export const exampleSite = 'https://mingchou.example.gov.cn';
export const asText = (site: string | null): string => `${JSON.stringify(manifestFor(site), null, 2)}\n`;

if (import.meta.main) {
  const [given] = process.argv.slice(2);
  if (given === '--write') {
    writeFileSync(new URL('manifest.json', import.meta.url), asText(exampleSite));
    writeFileSync(new URL('manifest.socket.json', import.meta.url), asText(null));
  } else if (given === '--socket') process.stdout.write(asText(null));
  else if (given?.startsWith('https://')) process.stdout.write(asText(given.replace(/\/+$/, '')));
  else {
    console.error('node bot/slack/manifest.ts https://本系统的地址   或 or   --socket');
    process.exitCode = 2;
  }
}
