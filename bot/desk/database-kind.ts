/**
 * A practice database says so in its first fact. Practice refuses every other database, and the desk of an office refuses a practice
 * one unless it is asked for: no invented enterprise is ever drawn in earnest, no real one in play.
 */
import { ok } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { commit, type Means } from '../../db/commit.ts';
import type { Db } from '../../db/database.ts';
import { entryAt } from '../../db/ledger.ts';

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
  const first = await entryAt(db, 1);
  if (first === null) {
    if (practice) await beginPractice(db, means);
    return;
  }
  const isPractice = first.row.kind === 'practice';
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

async function beginPractice(db: Db, means: Means): Promise<void> {
  await commit(db, means, async ({ head }) =>
    ok({ facts: head.seq > 0 ? [] : [{ kind: 'practice', actor: 'system:practice', body: {} }], value: null }),
  );
}
