/** The database and the program are of different versions, in words. */
import type { Words } from '../../core/words.ts';
import { MigrationEdited, MigrationsPending } from '../../db/migrate.ts';

/** @returns null where it is something else that was thrown */
export function wrongVersionWords(thrown: unknown): Words | null {
  if (thrown instanceof MigrationEdited)
    return {
      zh: `数据库由另一版本的程序建立或使用过，本程序不能用（${thrown.migration}）。请换用原来的或更新的版本。`,
      en: `Another version of the program has made or used this database, and this one cannot (${thrown.migration}). Use the version of before, or a later one.`,
    };
  if (thrown instanceof MigrationsPending)
    return {
      zh: `数据库的结构早于本程序，还缺 ${thrown.names.join('、')}。请运行 npm run deploy，它先更新数据库结构。`,
      en: `The database is behind this program and lacks ${thrown.names.join(', ')}. Run npm run deploy, which brings it up to date first.`,
    };
  return null;
}
