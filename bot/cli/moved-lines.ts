/** What is left to do by hand once an office has moved, in the order in which it is done. */
import type { Words } from '../../core/words.ts';
import { bulkFile } from '../desk/carried-beside.ts';
import type { MovedOffice } from '../verbs/ledger/move.ts';
import type { Place } from './place.ts';

/** What a copy of the database never brings along. */
const sameKey: Words = {
  zh: '封签密钥须是原来的，封存的数才能打开',
  en: 'sealed values open under the same sealing key alone',
};

/** After a restore, which knows of no key. */
export const keyOfBefore: Words = {
  zh: `备份不含密钥：MINGCHOU_KEY 写原来的密钥文件，或把它拷到新库旁（文件库为“库文件名.key”；${sameKey.zh}）。`,
  en: `A backup holds no key: name the key file of before by MINGCHOU_KEY, or copy it beside the new database (FILE.key; ${sameKey.en}).`,
};

export function movedLines(
  { to, size, head, copied }: MovedOffice,
  place: Place,
  { beside, keyFile }: { readonly beside: string; readonly keyFile: string },
): readonly Words[] {
  return [
    {
      zh: `联席办的数据已迁到 ${to}，本处已关闭：台账 ${size} 行，末行 ${head}。`,
      en: `The office has moved to ${to} and is closed here: ${size} rows, head ${head}.`,
    },
    ...(copied === null
      ? []
      : [
          {
            zh: `各表共 ${copied.rows} 行，逐行核对一致，总摘要 ${copied.digest}。`,
            en: `${copied.rows} rows of all tables, compared one by one; digest of all ${copied.digest}.`,
          },
        ]),
    ...(place.kind === 'server' ? toServer(bulkFile(beside), keyFile) : toFile(place.path)),
    {
      zh: '尚未发出的消息已随数据迁移，只由新处发出；登录、绑定和表格窗格的会话继续有效，网址若有变化须重新登录。',
      en: 'Messages not sent yet have moved too and are sent by the new place alone. Sign-ins, linked accounts and panes stay valid; where the address changes, people sign in again.',
    },
    {
      zh: 'Slack 令牌不在数据库里：在新处照旧设置，把 Slack 应用的请求地址改为新处，并停止原处的服务。原处没有停的，桌面服务会自行停止，Worker 只说明已经关闭；都不再提供内容，不再受理。',
      en: 'Slack’s tokens are not in the database: set them at the new place, turn the app’s request addresses to it and stop the old server. Left to itself, a desk’s server stops and a Worker only says that it is closed: neither shows or records anything more.',
    },
  ];
}

const toServer = (bulk: string, keyFile: string): readonly Words[] => [
  {
    zh: `设置：MINGCHOU_DB、MINGCHOU_DB_TOKEN 改为新处的地址和令牌，MINGCHOU_KEY 写 ${keyFile}（${sameKey.zh}；文件另行妥善保管）。`,
    en: `Settings: the new place's address and token as MINGCHOU_DB and MINGCHOU_DB_TOKEN, and MINGCHOU_KEY=${keyFile} (${sameKey.en}; keep the file safe).`,
  },
  {
    zh: `用 Worker 的：先 npm run deploy（密钥由它存入），再运行 npx wrangler kv bulk put ${bulk} --binding CHECKPOINTS --remote 存入校验点（文件里只有 [] 的不用）。`,
    en: `With a Worker: npm run deploy, which stores the key, then npx wrangler kv bulk put ${bulk} --binding CHECKPOINTS --remote for the checkpoints (not needed where the file holds [] only).`,
  },
];

const toFile = (path: string): readonly Words[] => [
  {
    zh: `封签密钥和校验点已放在 ${path}.key、${path}.checkpoints；今后用 --db file:${path}（或 MINGCHOU_DB）。`,
    en: `The sealing key and the checkpoints lie at ${path}.key and ${path}.checkpoints; from now on use --db file:${path} (or MINGCHOU_DB).`,
  },
];
