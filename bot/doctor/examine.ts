/**
 * Examines an installation from its settings to its site, in the order in which somebody who begins puts things right. It reads, asks and
 * compares; nothing is changed anywhere, and no secret's value is repeated.
 */
import { keptCheckpoints } from '../../db/checkpoint-file.ts';
import { isFile, type Where } from '../../db/open.ts';
import { troubleOf } from '../../db/trouble.ts';
import { besideOf, checkpointsOf } from '../desk/desk.ts';
import type { Told } from '../settings-file.ts';
import { settingsOf } from '../slack/config.ts';
import { channelFindings, chatFindings } from './chat.ts';
import { seeDatabase } from './database.ts';
import { type Finding, found, parts } from './finding.ts';
import { keyFindings } from './key.ts';
import { ledgerFinding } from './ledger.ts';
import { nodeFinding } from './machine.ts';
import { officeFindings } from './office.ts';
import { outboxFindings } from './outbox.ts';
import { type Place, settingsFindings } from './settings.ts';
import { siteFindings } from './site.ts';
import { wranglerFindings } from './wrangler-config.ts';

export interface Examined {
  readonly told: Told;
  readonly place: Place;
  readonly practice: boolean;
  /** Real time, ms. */
  readonly nowMs: () => number;
  readonly nodeVersion: string;
  /** `means`: only what has to be right before a deployment. */
  readonly reach: 'all' | 'means';
}

/** A server's database means a Worker, unless it is said otherwise. */
export const usualPlace = ({ env }: Told): Place => (isFile(env.MINGCHOU_DB?.trim() || 'file:') ? 'desk' : 'edge');

export async function examine({
  told,
  place,
  practice,
  nowMs,
  nodeVersion,
  reach,
}: Examined): Promise<readonly Finding[]> {
  const { env } = told;
  const settings = settingsOf(env);
  const wrong = new Set(settings.ok ? [] : settings.error.map(({ name }) => name));
  const value = (name: string): string | null => (wrong.has(name) ? null : (env[name]?.trim() ?? ''));
  const now = () => new Date(nowMs()).toISOString();
  const slack = slackIn(env);
  const url = value('MINGCHOU_DB');
  const office = value('MINGCHOU_OFFICE');
  const site = value('MINGCHOU_SITE');
  const hasChat = value('MINGCHOU_CHAT') !== 'none';

  const findings: Finding[] = [nodeFinding(nodeVersion), ...settingsFindings(told, place)];
  const token = value('MINGCHOU_DB_TOKEN') ?? '';
  const where: Where | null = url === null ? null : { url, ...(token === '' ? {} : { authToken: token }) };
  const seen = where === null ? null : await seeDatabase(where, place, practice);
  findings.push(...(seen?.findings ?? []));
  const db = seen?.db ?? null;
  try {
    if (where !== null)
      findings.push(...(await keyFindings(value('MINGCHOU_KEY') || `${besideOf(where.url)}.key`, db)));
    if (hasChat && slack !== null) findings.push(...(await chatFindings(slack, nowMs)));
    if (reach === 'means') return inOrder(findings);
    if (db !== null && where !== null) {
      if (office !== null)
        findings.push(await ledgerFinding(db, office, await keptCheckpoints(checkpointsOf(where.url))));
      findings.push(...(await officeFindings(db, now(), hasChat)));
      if (hasChat && slack !== null && findings.every(({ part, grade }) => part !== 'chat' || grade === 'fine'))
        findings.push(...(await channelFindings(db, slack)));
      findings.push(...(await outboxFindings(db, now(), hasChat)));
    }
    if (place === 'edge') findings.push(...(await wranglerFindings()));
    if (site !== null && office !== null)
      findings.push(
        ...(await siteFindings(
          { site: site.replace(/\/+$/, ''), office, place, slack: hasChat ? slack : null },
          db,
          nowMs,
        )),
      );
  } catch (thrown) {
    const { code } = troubleOf(thrown);
    findings.push(
      found(
        'database',
        'unseen',
        { zh: `查到一半数据库断了（${code}）。`, en: `The database broke off in the midst of it (${code}).` },
        { zh: '过一分钟再查。', en: 'Ask again in a minute.' },
      ),
    );
  } finally {
    db?.close();
  }
  return inOrder(findings);
}

const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  parts.flatMap((part) => findings.filter((each) => each.part === part));

/** The chat's settings where they are right, though others may be wrong. */
function slackIn(env: Told['env']) {
  const settings = settingsOf({ ...env, MINGCHOU_DB: 'file:-', MINGCHOU_OFFICE: '联席办', MINGCHOU_SITE: 'https://-' });
  return settings.ok ? settings.value.slack : null;
}
