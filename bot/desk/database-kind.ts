/**
 * A practice database says so in its first fact. Practice refuses every other database, and the desk of an office refuses a practice
 * one unless it is asked for: no invented enterprise is ever drawn in earnest, no real one in play.
 */
import { ok } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { arrivalIn } from '../../db/arriving.ts';
import { commit, type Means } from '../../db/commit.ts';
import type { Db } from '../../db/database.ts';

export class WrongKindOfDatabase extends Error {
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.name = 'WrongKindOfDatabase';
    this.words = words;
  }
}

/**
 * Holds a database to its kind; an empty one that is opened for practice becomes a practice database at once.
 * @throws WrongKindOfDatabase
 */
export async function settleKind(db: Db, means: Means, practice: boolean): Promise<void> {
  // One question, since the edge asks it at every request.
  const [kind] = await db.read(
    `select (select kind from ledger where seq = 1) as first, exists (select 1 from sqlite_master where name = 'arriving') as arriving`,
  );
  if (Number(kind?.arriving) > 0) throw new WrongKindOfDatabase(await arrivingWords(db));
  const first = kind?.first ?? null;
  if (first === null) {
    if (practice) await beginPractice(db, means);
    return;
  }
  const isPractice = first === 'practice';
  if (isPractice && !practice) {
    throw new WrongKindOfDatabase({
      zh: '这是演练库，里面的企业和人员都是虚构的；确要查看请加 --practice。',
      en: 'This is a practice database of invented enterprises and people; add --practice to look at it.',
    });
  }
  if (!isPractice && practice) {
    throw new WrongKindOfDatabase({
      zh: '这不是演练库，不能用于演练。',
      en: 'This is no practice database and cannot be used for practice.',
    });
  }
}

/** A part of an office is not taken for the office. */
async function arrivingWords(db: Db): Promise<Words> {
  const arrival = await arrivalIn(db);
  const began = arrival?.began ?? '';
  switch (arrival?.purpose) {
    case 'move':
      return {
        zh: `迁移尚未完成（${began} 开始），本库不能使用。请在原来的数据库上重做同一条 move to 命令，系统从断处接着迁移；不再迁移的，在原库办理 move cancel。`,
        en: `A move into this database was begun at ${began} and is not finished; it cannot be used. Give the same command move to again at the old database: it goes on where it broke off. Or give it up there by move cancel.`,
      };
    case 'restore':
      return {
        zh: `备份恢复尚未完成（${began} 开始），本库不能使用。请重做同一条 restore 命令，系统从断处接着恢复。`,
        en: `A backup is being restored into this database since ${began}; it cannot be used until that is finished. Give the same command restore again: it goes on where it broke off.`,
      };
    default:
      return {
        zh: `备份尚未完成（${began} 开始），本库不能使用。请重做同一条 backup 命令。`,
        en: `A backup into this database was begun at ${began} and is not finished; it cannot be used. Give the same command backup again.`,
      };
  }
}

async function beginPractice(db: Db, means: Means): Promise<void> {
  await commit(db, means, async ({ head }) =>
    ok({ facts: head.seq > 0 ? [] : [{ kind: 'practice', actor: 'system:practice', body: {} }], value: null }),
  );
}
