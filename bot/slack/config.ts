/**
 * The installation's settings, read from the environment once and checked at start: all that is wrong is said at once, each with what
 * to set and where to find it. A secret's value is never repeated.
 */
import { err, ok, type Result } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { Lang } from '../chat/door.ts';
import { addressFault } from '../desk/database-address.ts';

/** What the Slack door is given. One installation serves one workspace. */
export interface SlackConfig {
  readonly signingSecret: string;
  readonly botToken: string;
  /** Slack's own, unless a practice workspace stands in for it. */
  readonly api: string;
  /** Of what is posted where many read; who is asked privately is answered in his own language. */
  readonly lang: Lang;
  readonly identity: Identity;
  /** Real time in ms; Slack's stamps are real even where a practice desk's clock is not. */
  readonly realNow: () => number;
  /** Least distance of two posts in one channel. */
  readonly spacingMs: number;
}

/** Who the bot is in its workspace, learned from `auth.test`. */
export interface Identity {
  readonly team: string;
  readonly botId: string;
  readonly botUser: string;
}

export type SlackSettings = Omit<SlackConfig, 'identity' | 'realNow' | 'spacingMs'> & {
  readonly appToken: string | undefined;
};

/** Everything that a server of this product is told by its environment. */
export interface Settings {
  readonly database: string;
  readonly databaseToken: string | undefined;
  readonly office: string;
  readonly keyFile: string | undefined;
  readonly site: string;
  readonly host: string;
  readonly port: number;
  /** Where the pane of workbooks gets Microsoft's Office.js from; `self` is a directory of this machine. */
  readonly officeJs: { readonly kind: 'global' | 'china' } | { readonly kind: 'self'; readonly directory: string };
  /** Null where the office has no chat: pages, workbooks and the command line only. */
  readonly slack: SlackSettings | null;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const slackApi = 'https://slack.com/api/';

/** What is missing or wrong, and at which setting. */
export interface SettingProblem extends Words {
  readonly name: string;
}

/** @returns every setting, or every one that is wrong */
export function settingsOf(env: Environment): Result<Settings, readonly SettingProblem[]> {
  const wrong: SettingProblem[] = [];
  const get = (name: string): string => env[name]?.trim() ?? '';
  const need = (name: string, fits: RegExp, words: Words): string => {
    const value = get(name);
    if (!fits.test(value)) wrong.push(problem(name, value === '', words));
    return value;
  };
  const may = (name: string, fits: RegExp, words: Words): string | undefined =>
    get(name) === '' ? undefined : need(name, fits, words);

  const lang: Lang = may('MINGCHOU_LANG', /^(zh|en)$/, { zh: '应为 zh 或 en', en: 'zh or en' }) === 'en' ? 'en' : 'zh';
  const chat = may('MINGCHOU_CHAT', /^(slack|none)$/, {
    zh: '应为 slack（默认）或 none（没有聊天群）',
    en: 'slack (as a rule) or none (no chat)',
  });
  const slackSettings = (): SlackSettings => {
    const signingSecret = (get('MINGCHOU_SLACK_APP_TOKEN') === '' ? need : may)(
      'MINGCHOU_SLACK_SIGNING_SECRET',
      /^[0-9a-zA-Z]{16,}$/,
      {
        zh: '应为 32 位字母数字，在 Slack 应用页面“Basic Information”的“Signing Secret”处',
        en: '32 letters and digits; page of the app, Basic Information, Signing Secret',
      },
    );
    return {
      // Over a socket nothing is signed.
      signingSecret: signingSecret ?? '',
      botToken: need('MINGCHOU_SLACK_BOT_TOKEN', /^xoxb-[\w-]{3,}$/, {
        zh: '应以 xoxb- 开头，在 Slack 应用页面“OAuth & Permissions”的“Bot User OAuth Token”处',
        en: 'begins with xoxb-; Slack’s page of the app, OAuth & Permissions, Bot User OAuth Token',
      }),
      appToken: may('MINGCHOU_SLACK_APP_TOKEN', /^xapp-[\w-]{3,}$/, {
        zh: '应以 xapp- 开头，在 Slack 应用页面“Basic Information”的“App-Level Tokens”处（权限 connections:write）；不用 Socket Mode 就不要设',
        en: 'begins with xapp-; page of the app, Basic Information, App-Level Tokens (connections:write); leave it out without Socket Mode',
      }),
      // Tokens are sent there: a stand-in is on this machine or it is none.
      api: withSlash(
        may('MINGCHOU_SLACK_API', /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/\S*)?$/, {
          zh: '只用于本机的演练群，应为 http://127.0.0.1:端口/api/；正式使用不要设',
          en: 'only for a practice workspace on this machine, http://127.0.0.1:port/api/; leave it out in earnest',
        }) ?? slackApi,
      ),
      lang,
    };
  };
  const settings: Settings = {
    database: addressOf('MINGCHOU_DB', get('MINGCHOU_DB'), wrong, {
      fault: (text) => addressFault(text, 'MINGCHOU_DB_TOKEN'),
      absent: {
        zh: '数据库，如 file:desk.db 或 libsql://…；地址里不要带令牌、口令或参数，令牌写在 MINGCHOU_DB_TOKEN',
        en: 'the database, e.g. file:desk.db or libsql://…, without a token, password or parameters: the token goes into MINGCHOU_DB_TOKEN',
      },
    }),
    databaseToken: may('MINGCHOU_DB_TOKEN', /^\S+$/, {
      zh: '数据库服务的访问令牌，中间不得有空格',
      en: 'the token of the database service, without spaces',
    }),
    office: need('MINGCHOU_OFFICE', /^.{2,60}$/, {
      zh: '联席会议办公室全称，2 至 60 字，写入校验点',
      en: 'the full name of the joint conference office, 2 to 60 characters; it stands in checkpoints',
    }),
    keyFile: may('MINGCHOU_KEY', /^\S.*$/, { zh: '封签密钥文件的路径', en: 'path of the file with the sealing key' }),
    site: addressOf('MINGCHOU_SITE', get('MINGCHOU_SITE'), wrong, {
      fault: siteFault,
      absent: {
        zh: '本系统网页的地址，如 https://mingchou.example.gov.cn',
        en: 'where this installation’s pages are, e.g. https://mingchou.example.gov.cn',
      },
    }).replace(/\/+$/, ''),
    host:
      may('MINGCHOU_HOST', /^[\w.:-]+$/, { zh: '监听的地址，如 0.0.0.0', en: 'address to listen on, e.g. 0.0.0.0' }) ??
      '127.0.0.1',
    port: portOf(get('MINGCHOU_PORT'), wrong),
    officeJs: officeJsOf(may, get('MINGCHOU_OFFICE_JS') === 'self' ? need : may),
    slack: chat === 'none' ? null : slackSettings(),
  };
  return wrong.length === 0 ? ok(settings) : err(wrong);
}

const problem = (name: string, absent: boolean, { zh, en }: Words): SettingProblem => ({
  name,
  zh: `${name} ${absent ? '没有设置' : '不对'}：${zh}。`,
  en: `${name} is ${absent ? 'not set' : 'wrong'}: ${en}.`,
});

interface AddressWords {
  /** What is wrong with the text, whole sentences; null where it will do. */
  readonly fault: (text: string) => Words | null;
  readonly absent: Words;
}

/** An address may be wrong in several ways, and each is said by its own words. */
function addressOf(name: string, text: string, wrong: SettingProblem[], { fault, absent }: AddressWords): string {
  const why = text === '' ? null : fault(text);
  if (text === '') wrong.push(problem(name, true, absent));
  else if (why !== null) wrong.push({ name, zh: `${name} 不对：${why.zh}`, en: `${name} is wrong: ${why.en}` });
  return text;
}

function siteFault(text: string): Words | null {
  if (/^(https:\/\/[^\s/]+|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?)(\/\S*)?$/.test(text)) return null;
  const right = {
    zh: '应写作 https://mingchou.example.gov.cn 这样',
    en: 'it is written https://mingchou.example.gov.cn',
  };
  if (/^http:\/\//i.test(text))
    return {
      zh: `现为 http://，Slack 和 Excel 都不认（http:// 只可用于本机）；${right.zh}。`,
      en: `it begins with http://, which neither Slack nor Excel takes (http:// is for this machine only); ${right.en}.`,
    };
  if (!text.includes('://'))
    return { zh: `前面少了 https://；${right.zh}。`, en: `https:// is missing before it; ${right.en}.` };
  return {
    zh: `应以 https:// 开头，后面是主机名，中间不得有空格；${right.zh}。`,
    en: `it begins with https:// and the host’s name follows, without spaces; ${right.en}.`,
  };
}

function portOf(text: string, wrong: SettingProblem[]): number {
  if (text === '') return 8787;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  wrong.push(problem('MINGCHOU_PORT', false, { zh: '应为 0 至 65535 的端口号', en: 'a port, 0 to 65535' }));
  return 0;
}

type Read<T> = (name: string, fits: RegExp, words: Words) => T;

/** @param readDirectory must find one where the copy is the office's own */
function officeJsOf(may: Read<string | undefined>, readDirectory: Read<string | undefined>): Settings['officeJs'] {
  const kind = may('MINGCHOU_OFFICE_JS', /^(global|china|self)$/, {
    zh: 'Office.js 的来源，应为 global（微软全球站，默认）、china（世纪互联站）或 self（本单位自存）',
    en: 'where Office.js comes from: global (Microsoft’s network, as a rule), china (21Vianet) or self (a copy of your own)',
  });
  const directory = readDirectory('MINGCHOU_OFFICE_JS_DIR', /^\S.*$/, {
    zh: '自存 Office.js 的目录，其中应有 office.js；只在 MINGCHOU_OFFICE_JS 为 self 时使用',
    en: 'directory of your own copy, with office.js in it; only where MINGCHOU_OFFICE_JS is self',
  });
  if (kind === 'self') return { kind, directory: directory ?? '' };
  return { kind: kind === 'china' ? 'china' : 'global' };
}

const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`);
