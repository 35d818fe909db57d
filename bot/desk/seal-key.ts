/** The key of sealed values: 32 bytes in a file beside the database, never in it, so that no copy of the database opens them. */
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { hexOf } from '../../core/digest.ts';
import type { Words } from '../../core/words.ts';
import type { Db } from '../../db/database.ts';
import { ownersOnly } from '../../db/own-file.ts';
import { type SecretKey, secretKey } from '../../db/secret.ts';
import { codeOf, textOrNull } from './text-file.ts';

/** The key is not what it was: whatever it sealed cannot be opened, so nothing is begun under another one. */
export class KeyTrouble extends Error {
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.name = 'KeyTrouble';
    this.words = words;
  }
}

/** An office's database, and whether facts stood in its ledger when it was opened. */
export interface Keyed {
  readonly db: Db;
  readonly isBegun: boolean;
  readonly randomBytes: (count: number) => Uint8Array;
}

/**
 * The key in the file, made with the office itself and never afterwards. Where it is missing, whoever only reads goes on without it: it is
 * missed by whoever seals or opens.
 */
export async function sealKeyIn(file: string, keyed: Keyed): Promise<() => Promise<SecretKey>> {
  if (keyed.isBegun && (await textOrNull(file)) === null && !(await valuesWait(keyed.db)))
    return async () => secretKey((await keyDigits(file, keyed)).digits);
  const key = await secretKey((await keyDigits(file, keyed)).digits);
  return async () => key;
}

/** What the file holds, readable by its owner only. */
export interface KeyDigits {
  /** 64 hexadecimal digits. */
  readonly digits: string;
  /** They were made now. */
  readonly isNew: boolean;
}

/** The same key as it is written, for a Worker, which has no files. */
export async function keyDigits(file: string, { db, isBegun, randomBytes }: Keyed): Promise<KeyDigits> {
  const held = await textOrNull(file);
  if (held !== null) return { digits: digitsOf(held, file), isNew: false };
  if (await valuesWait(db))
    throw new KeyTrouble({
      zh: `密钥文件 ${file} 不在，数据库里有用它封存的数，不能另生成新密钥。请从另存的副本放回，或用 --key、MINGCHOU_KEY 指明。`,
      en: `${file} is absent, and the database holds values sealed with it, so that no new one is made. Put its copy back, or say where it is by --key or MINGCHOU_KEY.`,
    });
  if (isBegun) {
    const { what, todo } = keyOfBeforeWords(file);
    throw new KeyTrouble({ zh: `${what.zh}${todo.zh}`, en: `${what.en} ${todo.en}` });
  }
  // Written whole under another name first: a process starting at the same moment finds all of it or nothing.
  const draft = `${file}.${hexOf(randomBytes(6))}`;
  const digits = hexOf(randomBytes(32));
  try {
    await writeFile(draft, `${digits}\n`, { mode: ownersOnly, flush: true });
    await link(draft, file);
    return { digits, isNew: true };
  } catch (thrown) {
    if (codeOf(thrown) !== 'EEXIST') throw thrown;
    return { digits: digitsOf(await readFile(file, 'utf8'), file), isNew: false };
  } finally {
    await rm(draft, { force: true });
  }
}

/** Another one would be begun silently, and what one machine seals the other could not open. */
export const keyOfBeforeWords = (file: string): { readonly what: Words; readonly todo: Words } => ({
  what: {
    zh: `密钥文件 ${file} 不在；数据库已在使用，封签密钥须是原来的，不另生成。`,
    en: `The key file ${file} is missing; the database is in use already, so the sealing key must be the one of before and no new one is made.`,
  },
  todo: {
    zh: `请把原来的密钥文件拷到这里，或用 --key、MINGCHOU_KEY 指明。原密钥确已丢失、又没有封存的数的，可运行 openssl rand -hex 32 > ${file} 另立一个，用 Worker 的再运行 npm run deploy。`,
    en: `Copy the key file of before here, or say where it is by --key or MINGCHOU_KEY. If it is lost for good and nothing is sealed, openssl rand -hex 32 > ${file} makes another; with a Worker, npm run deploy then.`,
  },
});

const valuesWait = async (db: Db): Promise<boolean> =>
  (await db.read('select 1 from sealed_secret limit 1')).length > 0;

function digitsOf(text: string, file: string): string {
  const digits = text.trim();
  if (!/^[0-9a-f]{64}$/i.test(digits)) {
    throw new KeyTrouble({
      zh: `${file} 里不是密钥，应为 64 位十六进制数字。请从另存的副本放回，或用 --key、MINGCHOU_KEY 指明。`,
      en: `${file} holds no key; it should be 64 hexadecimal digits. Put its copy back, or say where it is by --key or MINGCHOU_KEY.`,
    });
  }
  return digits;
}
