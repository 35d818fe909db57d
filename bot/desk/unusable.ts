/** Why a database, or the key of what is sealed in it, cannot be used: in the same words at the command line, the server and the deployment. */
import type { Words } from '../../core/words.ts';
import { WrongKindOfDatabase } from './database-kind.ts';
import { NoSuchDatabase } from './no-such-database.ts';
import { KeyTrouble } from './seal-key.ts';
import { wrongVersionWords } from './wrong-version.ts';

/** @returns null where it is something else that was thrown: a server out of reach, or a bug */
export function unusableWords(thrown: unknown): Words | null {
  if (thrown instanceof WrongKindOfDatabase || thrown instanceof NoSuchDatabase) return thrown.words;
  if (thrown instanceof KeyTrouble)
    return { zh: `封签密钥不可用：${thrown.words.zh}`, en: `The sealing key cannot be used: ${thrown.words.en}` };
  return wrongVersionWords(thrown);
}
