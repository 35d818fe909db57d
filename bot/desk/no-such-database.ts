/** A mistyped address must not become a new database, whose empty ledger holds without fail. */
import { existsSync } from 'node:fs';
import type { Words } from '../../core/words.ts';

export class NoSuchDatabase extends Error {
  readonly words: Words;

  constructor(database: string) {
    const words = {
      zh: `没有这个数据库：${database}。请核对 --db 或环境变量 MINGCHOU_DB；新建数据库请先用 people add 登记联席办第一名人员。`,
      en: `There is no such database: ${database}. Check --db or MINGCHOU_DB; a new one begins by people add of the office's first person.`,
    };
    super(words.en);
    this.name = 'NoSuchDatabase';
    this.words = words;
  }
}

/** @throws NoSuchDatabase where there is no such file */
export function mustBeThere(database: string, path: string): void {
  if (!existsSync(path)) throw new NoSuchDatabase(database);
}
