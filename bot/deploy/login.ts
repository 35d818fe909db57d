/** Whether Cloudflare knows who deploys: by wrangler's own login, or by the token in CLOUDFLARE_API_TOKEN. */
import type { Words } from '../../core/words.ts';
import { type Finding, fine, found } from '../doctor/finding.ts';
import type { Wrangler } from './wrangler.ts';

export const toLogIn: Words = {
  zh: '先运行 npx wrangler login，或设 CLOUDFLARE_API_TOKEN（模板“Edit Cloudflare Workers”）和 CLOUDFLARE_ACCOUNT_ID，再运行一次。不要用 wrangler 提到的 --temporary（临时账号，不是本单位的）。',
  en: 'Run npx wrangler login first, or set CLOUDFLARE_API_TOKEN (template “Edit Cloudflare Workers”) and CLOUDFLARE_ACCOUNT_ID, then run this again. Do not take up wrangler’s offer of --temporary: that account is not yours.',
};

/** What wrangler says where it is not known, or its token may not do this. */
export const speaksOfLogin = (output: string): boolean =>
  /not (?:logged in|authenticated)|"loggedIn":\s*false|CLOUDFLARE_API_TOKEN|wrangler login|Authentication error|Invalid (?:API|access) token|\bcode: (?:10000|10001|9109|6003|6111)\b/i.test(
    output,
  );

/** Asked before anything is changed: the upload, which comes last, would stop at it. */
export async function loginFinding(wrangler: Wrangler): Promise<Finding> {
  const { code, output } = await wrangler.ask(['whoami', '--json']);
  if (code === 0 && /"loggedIn":\s*true/.test(output))
    return fine('worker', '已登录 Cloudflare。', 'Cloudflare knows who deploys.');
  return speaksOfLogin(output)
    ? found(
        'worker',
        'wrong',
        {
          zh: '还没有登录 Cloudflare，或令牌不对、已过期。',
          en: 'Cloudflare does not know you, or the token is wrong or expired.',
        },
        toLogIn,
      )
    : found(
        'worker',
        'unseen',
        {
          zh: '没有查到是否已登录 Cloudflare，原因见上面 wrangler 的话；上面没有的，是一分钟内没有回答。',
          en: 'Whether Cloudflare knows you could not be asked; see what wrangler says above. Where it says nothing, it did not answer within a minute.',
        },
        {
          zh: '看本机能否访问 api.cloudflare.com（网络、代理），再运行一次。',
          en: 'Look whether this machine reaches api.cloudflare.com (network, proxy), then run it again.',
        },
      );
}
