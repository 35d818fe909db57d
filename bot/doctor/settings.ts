/** The settings: everything that is missing or wrong at once, names that nobody knows, and what does not fit the place where it is to run. */
import type { Words } from '../../core/words.ts';
import { isFile } from '../../db/open.ts';
import type { Told } from '../settings-file.ts';
import { type Environment, settingsOf } from '../slack/config.ts';
import { type Finding, fine, found } from './finding.ts';

/** The desk: this machine serves. The edge: a Worker does. */
export type Place = 'desk' | 'edge';

/** Of other programs of ours, or of this one alone. */
const known = [
  'DB',
  'DB_TOKEN',
  'TARGET_TOKEN',
  'OFFICE',
  'KEY',
  'SITE',
  'HOST',
  'PORT',
  'LANG',
  'CHAT',
  'OFFICE_JS',
  'OFFICE_JS_DIR',
  'SLACK_SIGNING_SECRET',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_API',
  'SETTINGS',
  'AS',
  'AT',
].map((name) => `MINGCHOU_${name}`);

export function settingsFindings({ env, file, isOpen }: Told, place: Place): readonly Finding[] {
  const settings = settingsOf(env);
  const wrong = settings.ok ? [] : settings.error;
  return [
    ...(file !== null && isOpen ? [openFile(file)] : []),
    ...wrong.map(({ name, zh, en }) => found('settings', 'wrong', { zh, en }, whereTo(name, file))),
    ...strangers(env),
    ...(place === 'edge' ? ofEdge(env, new Set(wrong.map(({ name }) => name))) : []),
    ...(wrong.length === 0
      ? [
          fine(
            'settings',
            `齐全${file === null ? '' : `（读自 ${file}）`}。`,
            `All there${file === null ? '' : ` (read from ${file})`}.`,
          ),
        ]
      : []),
  ];
}

const whereTo = (name: string, file: string | null): Words => ({
  zh: `在设置文件 ${file ?? 'mingchou.env'} 里写 ${name}=…（${file === null ? '还没有这个文件：复制' : '样本见'} bot/deploy/mingchou.env.sample），或设为环境变量。`,
  en: `Write ${name}=… into ${file ?? 'mingchou.env'} (${file === null ? 'not there yet: copy' : 'see'} bot/deploy/mingchou.env.sample), or set it in the environment.`,
});

const openFile = (file: string): Finding =>
  found(
    'settings',
    'warn',
    {
      zh: `设置文件 ${file} 里有密码令牌，本机其他用户也能读。`,
      en: `Others on this machine can read ${file}, which holds secrets.`,
    },
    { zh: `运行 chmod 600 ${file}。`, en: `chmod 600 ${file}` },
  );

/** A mistyped name is a setting that was never made. */
function strangers(env: Environment): readonly Finding[] {
  return Object.keys(env)
    .filter((name) => name.startsWith('MINGCHOU_') && !known.includes(name))
    .map((name) =>
      found(
        'settings',
        'warn',
        { zh: `没有 ${name} 这个设置，写了也不起作用。`, en: `There is no setting ${name}; it has no effect.` },
        {
          zh: '核对拼写，名称见 bot/deploy/mingchou.env.sample。',
          en: 'Look at its spelling; all names are in bot/deploy/mingchou.env.sample.',
        },
      ),
    );
}

/** @param said names of settings of which it is said already that they are wrong: one mistake is one line */
function ofEdge(env: Environment, said: ReadonlySet<string>): readonly Finding[] {
  const value = (name: string) => env[name]?.trim() ?? '';
  const here: Finding[] = [];
  if (isFile(value('MINGCHOU_DB')))
    here.push(
      found(
        'settings',
        'wrong',
        {
          zh: 'MINGCHOU_DB 是本机文件，Worker 读不到。',
          en: 'MINGCHOU_DB is a file of this machine, which a Worker cannot read.',
        },
        {
          zh: '写数据库服务器的地址 libsql://…；本机文件里已有数据的，先用 move to 迁过去。',
          en: 'Give a server’s address, libsql://…; an office that is in a file already goes there by move to.',
        },
      ),
    );
  if (value('MINGCHOU_SLACK_APP_TOKEN') !== '')
    here.push(
      found(
        'settings',
        'wrong',
        {
          zh: 'MINGCHOU_SLACK_APP_TOKEN（Socket Mode）在 Worker 上不能用。',
          en: 'MINGCHOU_SLACK_APP_TOKEN (Socket Mode) does not work in a Worker.',
        },
        {
          zh: '去掉这一行，改写 MINGCHOU_SLACK_SIGNING_SECRET，并用带网址的清单（npm run -s manifest -- https://…）更新 Slack 应用。',
          en: 'Leave it out, set MINGCHOU_SLACK_SIGNING_SECRET, and give the app the manifest with your address (npm run -s manifest -- https://…).',
        },
      ),
    );
  if (!said.has('MINGCHOU_SITE') && value('MINGCHOU_SITE').startsWith('http://'))
    here.push(
      found(
        'settings',
        'wrong',
        {
          zh: 'MINGCHOU_SITE 不是 https，Slack 和 Excel 都不认。',
          en: 'MINGCHOU_SITE is not https; neither Slack nor Excel takes it.',
        },
        { zh: '写 https:// 开头的网址。', en: 'Give an address that begins with https://.' },
      ),
    );
  return here;
}
