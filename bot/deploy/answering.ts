/** Asks the new Worker for its checkpoint: that takes its settings, its database and its code. */
import { parseCheckpoint } from '../../core/ledger/checkpoint.ts';
import type { Words } from '../../core/words.ts';
import { asked } from '../doctor/asked.ts';
import type { Settings } from '../slack/config.ts';
import { done, stopped, type Told } from './step.ts';

/** A first deployment has to be known everywhere, and a domain of one's own to get its certificate. */
const tries = 12;
const betweenMs = 5000;

export async function answering(
  { site, office, slack }: Pick<Settings, 'site' | 'office' | 'slack'>,
  pause: (ms: number) => Promise<void>,
): Promise<Told> {
  let status: number | null = null;
  for (let tried = 1; tried <= tries; tried += 1) {
    if (tried > 1) await pause(betweenMs);
    const answer = await asked(`${site}/checkpoint`);
    const checkpoint = parseCheckpoint(answer?.text ?? '', office);
    if (answer?.status === 200 && checkpoint.ok) {
      const inSlack = slack === null ? { zh: '', en: '' } : verified(site);
      return done(
        `有回答，台账 ${checkpoint.value.size} 行。接下来：${inSlack.zh}用 npx mingchou doctor 检查，按它说的往下做。`,
        `It answers, with a ledger of ${checkpoint.value.size} rows. Next: ${inSlack.en}npx mingchou doctor, and do as it says.`,
      );
    }
    status = answer?.status ?? null;
  }
  return stopped(
    `已部署，但 ${site}/checkpoint 一分钟内没有正常回答（${status ?? '不通'}）。新域名的证书有时要等几分钟；再不行，用 npx mingchou doctor 和 npx wrangler tail 查。第四步没有改动数据库的，可退回上一版：npx wrangler rollback。`,
    `It is deployed, but ${site}/checkpoint did not answer as it should within a minute (${status ?? 'unreachable'}). The certificate of a new name may take some minutes; then ask npx mingchou doctor and npx wrangler tail. Where step 4 changed nothing in the database, npx wrangler rollback brings the version before back.`,
  );
}

const verified = (site: string): Words => ({
  zh: `在 Slack 应用页面“Event Subscriptions”看网址 ${site}/slack/events 是否显示 Verified；再`,
  en: `see on the Slack app’s page Event Subscriptions that ${site}/slack/events is Verified; then `,
});
