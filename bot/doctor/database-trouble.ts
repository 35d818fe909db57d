/** Why the database did not answer, as far as its code or HTTP's number tells, and what to do. */
import { isFile, type Where } from '../../db/open.ts';
import type { DatabaseTrouble } from '../../db/trouble.ts';
import { pathOf } from '../desk/desk.ts';
import { type Finding, found } from './finding.ts';

export function troubled(trouble: DatabaseTrouble, { url, authToken }: Where): Finding {
  const { status } = trouble;
  if (status === 401 || status === 403)
    return found(
      'database',
      'wrong',
      authToken === undefined
        ? {
            zh: '数据库要令牌，MINGCHOU_DB_TOKEN 没有设置。',
            en: 'The database asks for a token, and MINGCHOU_DB_TOKEN is not set.',
          }
        : {
            zh: `数据库不认 MINGCHOU_DB_TOKEN（${status}）：令牌不对、已过期或已作废。`,
            en: `The database refuses MINGCHOU_DB_TOKEN (${status}): it is wrong, expired or revoked.`,
          },
      {
        zh: '重新取一个：turso db tokens create 库名，写进设置；取令牌的库要与 MINGCHOU_DB 是同一个。',
        en: 'Take a new one by turso db tokens create NAME, of the very database in MINGCHOU_DB.',
      },
    );
  if (status === 404)
    return found(
      'database',
      'wrong',
      { zh: `服务器上没有这个数据库：${url}（404）。`, en: `The server has no such database: ${url} (404).` },
      {
        zh: '核对 MINGCHOU_DB：turso db show 库名 --url 显示正确的地址。',
        en: 'Look at MINGCHOU_DB: turso db show NAME --url says what it should be.',
      },
    );
  if (isFile(url))
    return found(
      'database',
      'wrong',
      {
        zh: `数据库文件打不开（${trouble.code}）：${pathOf(url)}。`,
        en: `The database file cannot be opened (${trouble.code}): ${pathOf(url)}.`,
      },
      {
        zh: '核对路径、文件夹权限和磁盘空间；文件损坏的，从备份恢复（npx mingchou restore）。',
        en: 'Look at its path, permissions and disk; a damaged file is restored from a backup (npx mingchou restore).',
      },
    );
  return found(
    'database',
    'unseen',
    {
      zh: `数据库服务器连不上（${trouble.code}）：${url}。`,
      en: `The database’s server cannot be reached (${trouble.code}): ${url}.`,
    },
    {
      zh: '核对 MINGCHOU_DB 的地址有没有写错、本机能不能上网、服务是否停了，再查一次。',
      en: 'Look whether the address in MINGCHOU_DB is right, this machine has network and the service runs; then ask again.',
    },
  );
}
