/**
 * Settings kept in a file outside of git, `mingchou.env` in the present folder or the one that `MINGCHOU_SETTINGS` names, so that the
 * command line, the desk's server and `npm run deploy` are told the same. What the environment says itself goes first. Nothing but settings
 * of ours and of the account that is deployed to is taken: a file cannot tell Node or the system anything.
 */
import { readFileSync, statSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { Words } from '../core/words.ts';
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

/** @throws ENOENT and the like where a file was named and cannot be read, TypeError where it is no UTF-8: names in it would be kept for good */
export function toldSettings(env: Environment): Told {
  const named = env.MINGCHOU_SETTINGS?.trim() ?? '';
  const file = named === '' ? usualSettingsFile : named;
  const text = textOf(file, named !== '');
  if (text === null) return { env, file: null, isOpen: false };
  const given = Object.entries(parseEnv(text)).filter(([name, value]) => isOurs(name) && value !== '');
  return { env: { ...Object.fromEntries(given), ...env }, file, isOpen: isOpen(file) };
}

/**
 * For a program that reads its environment: what the file says stands there too.
 * @returns what is wrong with the file that was named, or null
 */
export function takeSettings(): Words | null {
  try {
    for (const [name, value] of Object.entries(toldSettings(process.env).env)) {
      if (value !== undefined && process.env[name] === undefined) process.env[name] = value;
    }
    return null;
  } catch {
    return unreadable(process.env.MINGCHOU_SETTINGS ?? usualSettingsFile);
  }
}

export const unreadable = (file: string): Words => ({
  zh: `设置文件“${file}”读不了：请核对路径（环境变量 MINGCHOU_SETTINGS）和读取权限，文件应存为 UTF-8 编码。`,
  en: `The file of settings “${file}” cannot be read: look at the path (MINGCHOU_SETTINGS) and at the file's permissions; it is kept as UTF-8.`,
});

function textOf(file: string, mustBe: boolean): string | null {
  try {
    // What is no UTF-8 is refused: names from this file are kept for good. The mark that editors of Windows put first is left out by the decoder.
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (thrown) {
    if (!mustBe && thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw thrown;
  }
}

/** Windows keeps rights elsewhere and shows all files as open. */
export const isOpen = (file: string): boolean => process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;
