/** A copy of an office that was begun in a database and not finished: what that means there, and how it goes on. */
import type { Words } from '../../core/words.ts';
import type { Arrival } from '../../db/arriving.ts';
import { minuteOf } from '../today.ts';

export interface Unfinished {
  readonly what: Words;
  readonly todo: Words;
}

export function sayUnfinished({ purpose, began }: Arrival): Unfinished {
  const since = minuteOf(began);
  switch (purpose) {
    case 'move':
      return {
        what: {
          zh: `迁移尚未完成（${since} 开始），本库不能使用。`,
          en: `A move into this database was begun at ${since} and is not finished; it cannot be used.`,
        },
        todo: {
          zh: '请在原来的数据库上重做同一条 move to 命令，系统从断处接着迁移；不再迁移的，在原库办理 move cancel。',
          en: 'Give the same command move to again at the old database: it goes on where it broke off. Or give it up there by move cancel.',
        },
      };
    case 'restore':
      return {
        what: {
          zh: `备份恢复尚未完成（${since} 开始），本库不能使用。`,
          en: `A backup is being restored into this database since ${since}; it cannot be used until that is finished.`,
        },
        todo: {
          zh: '请重做同一条 restore 命令，系统从断处接着恢复。',
          en: 'Give the same command restore again: it goes on where it broke off.',
        },
      };
    case 'backup':
      return {
        what: {
          zh: `备份尚未完成（${since} 开始），本库不能使用。`,
          en: `A backup into this database was begun at ${since} and is not finished; it cannot be used.`,
        },
        todo: { zh: '请重做同一条 backup 命令。', en: 'Give the same command backup again.' },
      };
  }
}
