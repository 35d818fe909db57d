/** What wrangler itself reads in `wrangler.toml`: without its cron, namespace and entry a Worker answers and does nothing by itself. */
import { type Finding, fine, found } from './finding.ts';

const config = new URL('../../wrangler.toml', import.meta.url).pathname;

/** wrangler comes with the tools for deploying, which a server may lack. */
export async function wranglerFindings(): Promise<readonly Finding[]> {
  const wrong = (zh: string, en: string): Finding =>
    found(
      'worker',
      'wrong',
      { zh: `wrangler.toml：${zh}`, en: `wrangler.toml: ${en}` },
      { zh: '换回随程序来的 wrangler.toml。', en: 'Put the wrangler.toml back that came with the program.' },
    );
  try {
    const { unstable_readConfig: readConfig } = await import('wrangler');
    const { triggers, kv_namespaces: namespaces, main } = readConfig({ config }, { hideWarnings: true });
    const findings = [
      ...(triggers.crons?.includes('* * * * *')
        ? []
        : [wrong('没有每分钟的定时，消息发不出去。', 'no cron each minute; nothing would be delivered.')]),
      ...(namespaces.some((each: { readonly binding: string }) => each.binding === 'CHECKPOINTS')
        ? []
        : [wrong('没有 CHECKPOINTS，校验点无处保存。', 'no CHECKPOINTS, where checkpoints are kept.')]),
      ...(main === undefined ? [wrong('没有入口 bot/worker.ts。', 'no entry bot/worker.ts.')] : []),
    ];
    return findings.length > 0
      ? findings
      : [fine('worker', 'wrangler.toml 齐全。', 'wrangler.toml has what is needed.')];
  } catch {
    return [
      found(
        'worker',
        'unseen',
        {
          zh: 'wrangler 没有安装，wrangler.toml 没有查。',
          en: 'wrangler is not installed; wrangler.toml was not looked at.',
        },
        { zh: '要从这台机器部署的，运行 npm ci。', en: 'To deploy from this machine, npm ci.' },
      ),
    ];
  }
}
