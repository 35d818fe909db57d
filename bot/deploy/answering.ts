/** Asks the new Worker for its checkpoint: that takes its settings, its database and its code. */
import { parseCheckpoint } from '../../core/ledger/checkpoint.ts';
import { done, stopped, type Told } from './step.ts';

/** A first deployment has to be known everywhere, and a domain of one's own to get its certificate. */
const tries = 12;
const betweenMs = 5000;

export async function answering(site: string, office: string, pause: (ms: number) => Promise<void>): Promise<Told> {
  let last = '';
  for (let tried = 1; ; tried += 1) {
    const { status, text } = await ask(`${site}/checkpoint`);
    const checkpoint = parseCheckpoint(text, office);
    if (status === 200 && checkpoint.ok)
      return done(
        `有回答，台账 ${checkpoint.value.size} 行。接下来：在 Slack 应用页面“Event Subscriptions”看网址 ${site}/slack/events 是否显示 Verified；再用 npx mingchou doctor 检查，按它说的往下做。`,
        `It answers, with a ledger of ${checkpoint.value.size} rows. Next: see on the Slack app’s page Event Subscriptions that ${site}/slack/events is Verified; then npx mingchou doctor, and do as it says.`,
      );
    last = String(status || '不通 unreachable');
    if (tried === tries) break;
    await pause(betweenMs);
  }
  return stopped(
    `已部署，但 ${site}/checkpoint 一分钟内没有正常回答（${last}）。新域名的证书有时要等几分钟；再不行，用 npx mingchou doctor 和 npx wrangler tail 查。退回上一版：npx wrangler rollback。`,
    `It is deployed, but ${site}/checkpoint did not answer as it should within a minute (${last}). The certificate of a new name may take some minutes; then ask npx mingchou doctor and npx wrangler tail. npx wrangler rollback brings the version before back.`,
  );
}

async function ask(url: string): Promise<{ readonly status: number; readonly text: string }> {
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(15_000) });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return { status: 0, text: '' };
  }
}
