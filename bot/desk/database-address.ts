/** How a database is named, in settings and at the command line. An address is shown and handed on as no secret is: none may stand in it. */
import type { Words } from '../../core/words.ts';

/** A file, or a server over a connection that is encrypted or does not leave this machine. */
const databaseAddress =
  /^(file:.|(libsql|https):\/\/[^\s/?#@&=][^\s?#@&=]*$|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/[^\s?#@&=]*)?$)/;

/** What stands after a host, or a token itself, put in the place of the address: no part of a host's name is as long. */
const mayHoldSecret = /[?#@&=]|[\w-]{64}/;

/**
 * @param tokenName the variable that holds the token of this database
 * @returns what is wrong with an address and what would be right, or null; one that may hold a secret is not repeated
 */
export function addressFault(text: string, tokenName: string): Words | null {
  if (databaseAddress.test(text) && URL.canParse(text)) return null;
  if (mayHoldSecret.test(text))
    return {
      zh: `数据库地址里不要带令牌、口令或参数（命令行本机人人可见），令牌请放在环境变量 ${tokenName} 中，地址只写到 libsql://主机名。`,
      en: `Leave tokens, passwords and parameters out of the address, since everybody on the machine can read a command line: the token goes into the variable ${tokenName}, the address is libsql://HOST alone.`,
    };
  if (text.startsWith('http://'))
    return {
      zh: `“${text}”不行：http:// 不加密，只可用于本机；应为 libsql://… 或 https://…。`,
      en: `“${text}” will not do: http:// is not encrypted and is for this machine only; give libsql://… or https://….`,
    };
  const file = /^[^:]+$/.test(text) ? text : 'name.db';
  return {
    zh: `“${text}”不是数据库地址：文件应写作 file:${file}，数据库服务器应写作 libsql://… 或 https://…。`,
    en: `“${text}” is no database’s address: a file is written file:${file}, a server libsql://… or https://….`,
  };
}
