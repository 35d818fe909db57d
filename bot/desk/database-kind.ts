/**
 * A practice database says so in its first fact. Practice refuses every other database, and the desk of an office refuses a practice
 * one unless it is asked for: no invented enterprise is ever drawn in earnest, no real one in play.
 */
import { ok } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { arrivalIn } from '../../db/arriving.ts';
import { commit, type Means } from '../../db/commit.ts';
import type { Db } from '../../db/database.ts';
import { sayUnfinished } from '../say/arrival.ts';

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
  // A part of an office is not taken for the office.
  const arrival = Number(kind?.arriving) > 0 ? await arrivalIn(db) : null;
  if (arrival !== null) {
    const { what, todo } = sayUnfinished(arrival);
    throw new WrongKindOfDatabase({ zh: `${what.zh}${todo.zh}`, en: `${what.en} ${todo.en}` });
  }
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

async function beginPractice(db: Db, means: Means): Promise<void> {
  await commit(db, means, async ({ head }) =>
    ok({ facts: head.seq > 0 ? [] : [{ kind: 'practice', actor: 'system:practice', body: {} }], value: null }),
  );
}
