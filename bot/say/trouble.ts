/**
 * What a person is told where the database failed, whichever door he came in by: what is known of his act, and what he can do. Never what the
 * database itself said.
 */
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { Contended } from '../../db/commit.ts';
import { DatabaseTrouble, type Recorded, type Why } from '../../db/trouble.ts';

/** What an act has left, or that there was only something to read. */
export type Left = Recorded | 'read';

/** Null where it was something else that failed. */
export const databaseTroubleIn = (thrown: unknown): DatabaseTrouble | null => {
  if (thrown instanceof Contended)
    return new DatabaseTrouble('SQLITE_BUSY', 'the ledger moved on each time', null, 'nothing');
  return thrown instanceof DatabaseTrouble && thrown.why !== 'wrong' ? thrown : null;
};

export function sayTrouble(why: Why, left: Left): Words {
  const because = reasons[why];
  const then = isForOffice(why) ? tellOffice : again;
  switch (left) {
    case 'read':
      return { zh: `${because.zh}，暂时不能查看。${then.look.zh}`, en: `${because.en}. ${then.look.en}` };
    case 'nothing':
      return {
        zh: `${because.zh}，这件事没有记录。${then.act.zh}`,
        en: `${because.en}; nothing was recorded. ${then.act.en}`,
      };
    case 'unknown':
      return {
        zh: `${because.zh}，这件事是否已经记录，目前查不到。请过几分钟先看是否已有记录，没有的再办一次。`,
        en: `${because.en}, and whether this was recorded cannot be seen at present. Look in a few minutes; if it is not there, do it again.`,
      };
    case 'something':
      return {
        zh: `这件事已经记录，不用再办；只是${because.zh}，结果没能显示完整，请稍后再看。`,
        en: `This is recorded and need not be done again. Not all of the answer could be shown (${because.en}); look again later.`,
      };
    default:
      return never(left);
  }
}

const reasons: Readonly<Record<Why, Words>> = {
  silent: { zh: '数据库没有回音', en: 'The database does not answer' },
  busy: { zh: '同时办理的较多，数据库没有轮到', en: 'Others are at the database' },
  refused: { zh: '数据库不接受本系统的令牌', en: 'The database does not accept our token' },
  blocked: {
    zh: '数据库服务已暂停读写（多为额度用完）',
    en: 'The database service has stopped (its quota, most likely)',
  },
  wrong: { zh: '数据库出错', en: 'The database is in trouble' },
};

/** What does not pass by itself. */
const isForOffice = (why: Why): boolean => why === 'refused' || why === 'blocked' || why === 'wrong';

const again = {
  look: { zh: '请稍后再看。', en: 'Look again later.' },
  act: { zh: '请过一会儿再办一次。', en: 'Do it again in a little while.' },
} as const satisfies Record<string, Words>;
const tellOffice = {
  look: { zh: '请告知联席办的系统管理员。', en: 'Please tell whoever runs this system.' },
  act: {
    zh: '请告知联席办的系统管理员，恢复后再办一次。',
    en: 'Please tell whoever runs this system, and do it again afterwards.',
  },
} as const satisfies Record<string, Words>;
