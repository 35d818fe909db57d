/** A mistyped address must not become a new database, whose empty ledger holds without fail. */
import { existsSync } from 'node:fs';
import type { Words } from '../../core/words.ts';
import type { Db } from '../../db/database.ts';
import { schemaState } from '../../db/migrate.ts';
import { openUnmigrated, type Where } from '../../db/open.ts';

export class NoSuchDatabase extends Error {
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.name = 'NoSuchDatabase';
    this.words = words;
  }
}

const advice: Words = {
  zh: '请核对 --db 或环境变量 MINGCHOU_DB；新建数据库请先用 people add 登记联席办第一名人员。',
  en: "Check --db or MINGCHOU_DB; a new one begins by people add of the office's first person.",
};

/** @throws NoSuchDatabase where there is no such file */
export function mustBeThere(database: string, path: string): void {
  if (existsSync(path)) return;
  throw new NoSuchDatabase({
    zh: `没有这个数据库：${database}。${advice.zh}`,
    en: `There is no such database: ${database}. ${advice.en}`,
  });
}

/**
 * The same of a server's database, which is there as soon as it was made at the service: it must have been begun.
 * @throws NoSuchDatabase where it is empty or another program's; DatabaseTrouble where it cannot be reached
 */
export async function mustBeBegun(where: Where): Promise<void> {
  const db = openUnmigrated(where);
  try {
    await begun(db, where.url);
  } finally {
    db.close();
  }
}

async function begun(db: Db, url: string): Promise<void> {
  const state = await schemaState(db);
  if (state.kind === 'empty')
    throw new NoSuchDatabase({
      zh: `服务器上的这个数据库是空的，不是联席办的库：${url}。${advice.zh}`,
      en: `This database of a server is empty and no office's: ${url}. ${advice.en}`,
    });
  if (state.kind === 'foreign')
    throw new NoSuchDatabase({
      zh: `服务器上的这个数据库属于别的程序（已有表 ${state.table}）：${url}。请核对 --db 或环境变量 MINGCHOU_DB。`,
      en: `This database of a server is another program's (it has a table ${state.table}): ${url}. Check --db or MINGCHOU_DB.`,
    });
}
