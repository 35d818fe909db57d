/** The site from outside, as Slack, Excel and the public reach it. */
import { readFileSync } from 'node:fs';
import { manifestFor } from '../../core/api/manifest.ts';
import { parseCheckpoint } from '../../core/ledger/checkpoint.ts';
import type { Db } from '../../db/database.ts';
import { hashAt } from '../../db/ledger.ts';
import type { SlackSettings } from '../slack/config.ts';
import { greet } from '../slack/look.ts';
import { type Answered, asked } from './asked.ts';
import { type Finding, fine, found } from './finding.ts';
import type { Place } from './settings.ts';

const root = new URL('../../', import.meta.url);

export interface Site {
  readonly site: string;
  readonly office: string;
  readonly place: Place;
  /** Null where there is no chat, or its settings are wrong. */
  readonly slack: SlackSettings | null;
}

/** @param db null where it could not be looked at */
export async function siteFindings(
  { site, office, place, slack }: Site,
  db: Db | null,
  nowMs: () => number,
): Promise<readonly Finding[]> {
  const answer = await asked(`${site}/checkpoint`);
  if (answer === null) return [notThere(site, place)];
  const first = await checkpointFinding(site, office, answer, db);
  if (first.grade !== 'fine') return [first];
  return [first, ...(slack === null ? [] : [await eventsFinding(site, slack, nowMs)]), await manifestFinding(site)];
}

const notThere = (site: string, place: Place): Finding =>
  found(
    'worker',
    'unseen',
    { zh: `${site} 没有回答。`, en: `${site} does not answer.` },
    place === 'edge'
      ? {
          zh: '还没有部署的，运行 npm run deploy；部署过的，核对 MINGCHOU_SITE，并在本机浏览器里打开它看看。',
          en: 'If it was not deployed yet, npm run deploy; otherwise look at MINGCHOU_SITE and open it in a browser.',
        }
      : {
          zh: '启动 npm run serve；别的机器访问还要在前面有 https 代理。',
          en: 'Start npm run serve; for other machines https has to stand in front of it.',
        },
  );

async function checkpointFinding(
  site: string,
  office: string,
  { status, text }: Answered,
  db: Db | null,
): Promise<Finding> {
  if (status === 503)
    return found(
      'worker',
      'wrong',
      {
        zh: `${site} 已部署，但设置或数据库不对（503）。`,
        en: `${site} is deployed, but its settings or database are not right (503).`,
      },
      {
        zh: '改好上面各项后再运行 npm run deploy；日志用 npx wrangler tail 看。',
        en: 'Mend what is above and npm run deploy again; npx wrangler tail shows its log.',
      },
    );
  const posted = parseCheckpoint(text);
  if (status !== 200 || !posted.ok)
    return found(
      'worker',
      'wrong',
      { zh: `${site} 上不是本系统（${status}）。`, en: `Something else answers at ${site} (${status}).` },
      {
        zh: '核对 MINGCHOU_SITE 的网址，以及这个域名指到哪里。',
        en: 'Look at the address in MINGCHOU_SITE and where that name leads.',
      },
    );
  const named = parseCheckpoint(text, office);
  if (!named.ok)
    return found(
      'worker',
      'wrong',
      {
        zh: `${site} 属于另一个联席办，或名称与 MINGCHOU_OFFICE 不同。`,
        en: `${site} is another office's, or goes by another name than MINGCHOU_OFFICE.`,
      },
      {
        zh: '核对 MINGCHOU_OFFICE，再运行 npm run deploy（桌面服务器则重新启动）。',
        en: 'Look at MINGCHOU_OFFICE and npm run deploy again (or start the desk’s server anew).',
      },
    );
  const { size, head } = posted.value;
  if (db !== null && size > 0 && (await hashAt(db, size)) !== head)
    return found(
      'worker',
      'wrong',
      {
        zh: `${site} 用的不是 MINGCHOU_DB 这个数据库（台账末行不同）。`,
        en: `${site} uses another database than MINGCHOU_DB (its ledger ends otherwise).`,
      },
      {
        zh: '核对 MINGCHOU_DB，再运行 npm run deploy，使两处一致。',
        en: 'Look at MINGCHOU_DB and npm run deploy again, so that both agree.',
      },
    );
  return fine(
    'worker',
    `${site} 有回答，台账 ${size} 行，与数据库一致。`,
    `${site} answers; its ledger of ${size} rows is the database's.`,
  );
}

async function eventsFinding(site: string, slack: SlackSettings, nowMs: () => number): Promise<Finding> {
  const events = `${site}/slack/events`;
  const compare = {
    zh: `在应用页面“Event Subscriptions”“Interactivity & Shortcuts”核对网址为 ${events}；清单用 npm run -s manifest -- ${site} 取。`,
    en: `On the app’s pages Event Subscriptions and Interactivity & Shortcuts the address must be ${events}; npm run -s manifest -- ${site} prints the manifest.`,
  };
  if (slack.signingSecret === '')
    return fine(
      'worker',
      'Slack 经 Socket Mode 连接，不用网址。',
      'Slack is connected by Socket Mode; it needs no address.',
    );
  const greeted = await greet(events, slack.signingSecret, nowMs()).catch(() => null);
  if (greeted?.status === 200 && greeted.isEcho)
    return fine(
      'worker',
      `${events} 认得 Slack 的签名。Slack 那边填的网址本程序查不到，请对照。`,
      `${events} knows Slack’s signature. Which address Slack has cannot be asked from here; compare it.`,
    );
  return greeted?.status === 401
    ? found(
        'worker',
        'wrong',
        {
          zh: '网站上的签名密钥与 MINGCHOU_SLACK_SIGNING_SECRET 不同，Slack 的请求会被拒绝。',
          en: 'The site holds another secret than MINGCHOU_SLACK_SIGNING_SECRET; it refuses what Slack sends.',
        },
        {
          zh: '在应用页面“Basic Information”核对“Signing Secret”，写进设置后 npm run deploy（桌面服务器则重新启动）。',
          en: 'Take the Signing Secret from the app’s page Basic Information, and npm run deploy (or start the desk’s server anew).',
        },
      )
    : found(
        'worker',
        'wrong',
        {
          zh: `${events} 没有正常回答（${greeted?.status ?? '不通'}）。`,
          en: `${events} does not answer as it should (${greeted?.status ?? 'unreachable'}).`,
        },
        compare,
      );
}

async function manifestFinding(site: string): Promise<Finding> {
  const answer = await asked(`${site}/addin/manifest.xml`);
  const own = manifestFor(readFileSync(new URL('manifest.xml', root), 'utf8'), { site });
  if (answer?.status === 200 && answer.text === own)
    return fine(
      'worker',
      `Excel 清单 ${site}/addin/manifest.xml 可以分发。`,
      `Excel’s manifest ${site}/addin/manifest.xml can be given out.`,
    );
  return found(
    'worker',
    'warn',
    {
      zh: `Excel 清单不是本版本的（${answer?.status ?? '不通'}）。`,
      en: `Excel’s manifest is not this version's (${answer?.status ?? 'unreachable'}).`,
    },
    {
      zh: '再运行 npm run deploy；网址变了的，清单要重新分发。',
      en: 'npm run deploy again; where the address changed, the manifest has to be given out anew.',
    },
  );
}
