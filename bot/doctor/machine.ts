/** What this machine is, and whether it tells the right time. */
import { type Finding, fine, found } from './finding.ts';

const nodeLeast = 24;
/** Slack refuses nothing by its clock, but we refuse what is signed more than five minutes away; a draw's times are the server's. */
const skewWarnSeconds = 60;
const skewWrongSeconds = 300;

export function nodeFinding(version: string): Finding {
  const major = Number(version.split('.')[0]);
  if (major >= nodeLeast) return fine('machine', `Node ${version}。`, `Node ${version}.`);
  return found(
    'machine',
    'wrong',
    { zh: `Node ${version} 太旧，应为 ${nodeLeast} 以上。`, en: `Node ${version} is too old; ${nodeLeast} is needed.` },
    {
      zh: '到 nodejs.org 安装 Node 24；Linux x64 上在项目文件夹里运行 npm ci 即自带。',
      en: 'Install Node 24 from nodejs.org; on Linux x64 npm ci in the project folder brings it along.',
    },
  );
}

/** @param theirsMs the other clock's time when `oursMs` was here */
export function clockFinding(
  whose: { readonly zh: string; readonly en: string },
  theirsMs: number,
  oursMs: number,
): Finding {
  const seconds = Math.round(Math.abs(theirsMs - oursMs) / 1000);
  if (seconds < skewWarnSeconds)
    return fine('machine', `时钟与${whose.zh}一致。`, `The clock agrees with ${whose.en}.`);
  return found(
    'machine',
    seconds >= skewWrongSeconds ? 'wrong' : 'warn',
    {
      zh: `本机时钟与${whose.zh}相差 ${seconds} 秒。`,
      en: `This machine's clock is ${seconds} seconds away from that of ${whose.en}.`,
    },
    {
      zh: '打开本机的网络校时（NTP）。相差五分钟以上，Slack 送来的请求都会被拒绝。',
      en: 'Let the machine set its clock by the network (NTP). Beyond five minutes every request from Slack is refused.',
    },
  );
}
