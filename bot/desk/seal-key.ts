/** The key of sealed values: 32 bytes in a file beside the database, never in it, so that no copy of the database opens them. */
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { hexOf } from '../../core/digest.ts';
import type { Words } from '../../core/words.ts';
import type { Db } from '../../db/database.ts';
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

/** The key in the file, 64 hexadecimal digits readable by its owner only; made at the first start, never afterwards. */
export async function keyIn(file: string, db: Db, randomBytes: (count: number) => Uint8Array): Promise<SecretKey> {
  const held = await textOrNull(file);
  if (held !== null) return parsed(held, file);
  if ((await db.read('select 1 from sealed_secret limit 1')).length > 0) {
    throw new KeyTrouble({
      zh: `密钥文件 ${file} 不在，数据库里有用它封存的数，不能另生成新密钥。请从另存的副本放回，或用 --key、MINGCHOU_KEY 指明。`,
      en: `${file} is absent, and the database holds values sealed with it, so that no new one is made. Put its copy back, or say where it is by --key or MINGCHOU_KEY.`,
    });
  }
  // Written whole under another name first: a process starting at the same moment finds all of it or nothing.
  const draft = `${file}.${hexOf(randomBytes(6))}`;
  try {
    await writeFile(draft, `${hexOf(randomBytes(32))}\n`, { mode: 0o600, flush: true });
    await link(draft, file);
  } catch (thrown) {
    if (codeOf(thrown) !== 'EEXIST') throw thrown;
  } finally {
    await rm(draft, { force: true });
  }
  return parsed(await readFile(file, 'utf8'), file);
}

function parsed(text: string, file: string): Promise<SecretKey> {
  const digits = text.trim();
  if (!/^[0-9a-f]{64}$/i.test(digits)) {
    throw new KeyTrouble({
      zh: `${file} 里不是密钥，应为 64 位十六进制数字。请从另存的副本放回，或用 --key、MINGCHOU_KEY 指明。`,
      en: `${file} holds no key; it should be 64 hexadecimal digits. Put its copy back, or say where it is by --key or MINGCHOU_KEY.`,
    });
  }
  return secretKey(digits);
}
