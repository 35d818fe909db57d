/** A database as it is named at the command line: a file's path, with or without `file:`, or the address of a server. */
import { isFile, type Where } from '../../db/open.ts';
import { pathOf } from '../desk/desk.ts';
import { WrongCall } from './door.ts';

export type Place =
  | { readonly kind: 'file'; readonly path: string; readonly name: string }
  | { readonly kind: 'server'; readonly where: Where; readonly name: string };

/** The variable that holds the token of the database that is written into. */
const tokenName = 'MINGCHOU_TARGET_TOKEN';

/** @throws WrongCall where it names neither, or where a token stands in it, which everybody on the machine could read */
export function placeOf(text: string, env: Readonly<Record<string, string | undefined>>): Place {
  if (isFile(text) || !text.includes('://')) {
    const path = isFile(text) ? pathOf(text) : text;
    return { kind: 'file', path, name: path };
  }
  const url = URL.parse(text);
  if (url === null || !/^(libsql|https?):$/.test(url.protocol) || url.host === '')
    throw new WrongCall({
      zh: `“${text.split('?')[0]}”不是数据库地址，应为文件路径或 libsql://…、https://… 的地址。`,
      en: `“${text.split('?')[0]}” is no database; give the path of a file or an address libsql://… or https://….`,
    });
  if (url.search !== '' || url.username !== '' || url.password !== '')
    throw new WrongCall({
      zh: `数据库地址里不要带令牌或参数，令牌请放在环境变量 ${tokenName} 中。`,
      en: `Leave tokens and parameters out of the address; the token goes into the variable ${tokenName}.`,
    });
  if (url.protocol === 'http:' && !/^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname))
    throw new WrongCall({
      zh: '数据库地址应为 libsql:// 或 https://；http:// 不加密，只可用于本机。',
      en: 'The address begins with libsql:// or https://; http:// is not encrypted and is for this machine only.',
    });
  const token = env[tokenName]?.trim() ?? '';
  return { kind: 'server', where: { url: text, ...(token === '' ? {} : { authToken: token }) }, name: url.host };
}
