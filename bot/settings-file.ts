/**
 * Settings kept in a file outside of git, `mingchou.env` in the present folder or the one that `MINGCHOU_SETTINGS` names, so that the
 * command line, the desk's server and `npm run deploy` are told the same. What the environment says itself goes first. Nothing but settings
 * of ours and of the account that is deployed to is taken: a file cannot tell Node or the system anything.
 */
import { readFileSync, statSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { err, ok, type Result } from '../core/result.ts';
import type { Words } from '../core/words.ts';
import { codeOf } from './desk/text-file.ts';
import { whyOf } from './say/file-trouble.ts';
import type { Environment } from './slack/config.ts';

export const usualSettingsFile = 'mingchou.env';

const isOurs = (name: string): boolean => /^(MINGCHOU_[A-Z_]+|CLOUDFLARE_(API_TOKEN|ACCOUNT_ID))$/.test(name);

export interface Told {
  readonly env: Environment;
  /** The file that was read; null where there is none. */
  readonly file: string | null;
  /** Others on this machine may read it. */
  readonly isOpen: boolean;
}

/** @returns what is told, or why the file of settings is not taken: half of what was meant would be kept for good */
export function toldSettings(env: Environment): Result<Told, Words> {
  const named = env.MINGCHOU_SETTINGS?.trim() ?? '';
  const file = named === '' ? usualSettingsFile : named;
  const text = textOf(file);
  if (!text.ok && text.error === 'ENOENT' && named === '') return ok({ env, file: null, isOpen: false });
  if (!text.ok) return err(unreadable(file, named !== '', text.error));
  const lines = linesOf(text.value);
  const stray = strayLine(lines);
  if (stray !== null) return err(strayWords(file, stray));
  const twice = writtenTwice(lines);
  if (twice.length > 0) return err(twiceWords(file, twice));
  const given = Object.entries(parseEnv(text.value)).filter(([name, value]) => isOurs(name) && value !== '');
  return ok({ env: { ...Object.fromEntries(given), ...env }, file, isOpen: isOpen(file) });
}

/**
 * For a program that reads its environment: what the file says stands there too.
 * @returns what is wrong with the file, or null
 */
export function takeSettings(): Words | null {
  const told = toldSettings(process.env);
  if (!told.ok) return told.error;
  for (const [name, value] of Object.entries(told.value.env)) {
    if (value !== undefined && process.env[name] === undefined) process.env[name] = value;
  }
  return null;
}

/** The file's text, or the code of what hinders. What is no UTF-8 is refused; the mark that editors of Windows put first is left out by the decoder. */
function textOf(file: string): Result<string, string> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)));
  } catch (thrown) {
    const code = codeOf(thrown);
    if (code === '') throw thrown;
    return err(code);
  }
}

function unreadable(file: string, isNamed: boolean, code: string): Words {
  const why = code.startsWith('ERR_ENCODING')
    ? { zh: '内容不是 UTF-8 编码，应另存为 UTF-8', en: 'it is no UTF-8, as which it has to be saved' }
    : (whyOf(code) ?? { zh: '系统读不出来', en: 'the system does not give it' });
  const where = isNamed
    ? {
        zh: '这个路径写在环境变量 MINGCHOU_SETTINGS 中，请核对。',
        en: 'MINGCHOU_SETTINGS names it: look at that path.',
      }
    : { zh: '请改正后再运行。', en: 'Mend that and run it again.' };
  return {
    zh: `设置文件“${file}”读不了：${why.zh}（${code}）。${where.zh}`,
    en: `The file of settings “${file}” cannot be read: ${why.en} (${code}). ${where.en}`,
  };
}

/** The lines as `parseEnv` reads them: those over which a value in quotes goes on are left empty. */
const linesOf = (text: string): readonly string[] =>
  text
    .replace(
      /^([^\S\n]*[^\s#=][^\n=]*=[^\S\n]*)(["'`])([\s\S]*?)\2/gm,
      (_, head: string, __, value: string) => head + value.replace(/[^\n]/g, ''),
    )
    .split('\n');

interface Stray {
  /** Counted from 1. */
  readonly line: number;
  readonly hasEquals: boolean;
}

/** The first line that is neither empty nor a comment and yet sets nothing: what was meant by it would be missing without a word. */
function strayLine(lines: readonly string[]): Stray | null {
  const at = lines.findIndex((line) => !/^\s*(#|$|(export\s+)?[\w.-]+\s*=)/.test(line));
  return at < 0 ? null : { line: at + 1, hasEquals: lines[at]?.includes('=') ?? false };
}

/** What stands in the line is not repeated: it may be a secret. */
const strayWords = (file: string, { line, hasEquals }: Stray): Words => ({
  zh: `设置文件“${file}”第 ${line} 行${hasEquals ? '等号前面不是设置的名称' : '没有等号'}（是否用了全角“＝”）；每行应写作 名称=内容，说明文字前面加 #。`,
  en: `In the file of settings “${file}” line ${line} ${hasEquals ? 'has no name before its equals sign' : 'has no equals sign'} (is it the full-width “＝”?). A line is NAME=value; put # before a comment.`,
});

interface Twice {
  readonly name: string;
  /** Counted from 1. */
  readonly lines: readonly number[];
}

/** Which of two lines was meant is for a person to say. */
function writtenTwice(lines: readonly string[]): readonly Twice[] {
  const all = new Map<string, number[]>();
  lines.forEach((line, i) => {
    const name = /^\s*(?:export\s+)?(\w+)\s*=/.exec(line)?.[1] ?? '';
    if (isOurs(name)) all.set(name, [...(all.get(name) ?? []), i + 1]);
  });
  return [...all].filter(([, at]) => at.length > 1).map(([name, at]) => ({ name, lines: at }));
}

const twiceWords = (file: string, twice: readonly Twice[]): Words => ({
  zh: `设置文件“${file}”里${twice.map(({ name, lines }) => ` ${name} 写了 ${lines.length} 次（第 ${lines.join('、')} 行）`).join('，')}；每项只能写一行，请删去多余的。`,
  en: `In the file of settings “${file}” ${twice.map(({ name, lines }) => `${name} is written ${lines.length} times (lines ${lines.join(', ')})`).join('; ')}. Keep one line of each.`,
});

/** Windows keeps rights elsewhere and shows all files as open. */
export const isOpen = (file: string): boolean => process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;
