/** Refusals about copies and moves of the office's database, in words. */
import { breakWords } from '../../core/ledger/words.ts';
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { CopyRefusal } from '../../db/copy-road.ts';
import type { Moved } from '../../db/moved.ts';
import { minuteOf } from '../today.ts';
import type { LedgerRefusal } from '../verbs/ledger/refusal.ts';
import { beijing } from './time.ts';

const purposes = {
  backup: { zh: '备份', en: 'a backup' },
  restore: { zh: '备份恢复', en: 'a restore' },
  move: { zh: '迁移', en: 'a move' },
} as const satisfies Record<string, Words>;

export function sayCopy(why: CopyRefusal): Words {
  switch (why.reason) {
    case 'occupied':
      return {
        zh: `${why.place} 里已有台账，不予覆盖；请另备一个空的数据库。`,
        en: `${why.place} holds facts already and is not written over; use an empty database.`,
      };
    case 'foreign':
      return {
        zh: `${why.place} 里有其他程序的表（${why.table}），不予写入；请另备一个空的数据库。`,
        en: `${why.place} holds a table of another program (${why.table}); use an empty database.`,
      };
    case 'other-arrival': {
      const purpose = purposes[why.purpose];
      return {
        zh: `${why.place} 里有另一次没有完成的${purpose.zh}，不能混写；请完成那一次，或另备一个空的数据库。`,
        en: `${purpose.en} of something else was begun in ${why.place} and not finished; finish it, or use an empty database.`,
      };
    }
    case 'differs':
      return {
        zh: `写入后读回的数据与原数据不符（表 ${why.table}）；目标未启用，原库未受影响。请核对目标数据库后重做同一条命令。`,
        en: `What was read back from the table ${why.table} is not what was written; the target was not opened. Look at it, and give the same command again.`,
      };
    case 'nothing-to-copy':
      return { zh: '台账是空的，没有可复制的内容。', en: 'The ledger is empty; there is nothing to copy.' };
    case 'restless':
      return {
        zh: `复制期间一直有新的记录，${why.place} 没有完成；已复制的部分保留，请在办理较少时重做同一条命令。`,
        en: `Facts kept coming while it was copied; ${why.place} is not finished. Give the same command again at a quieter hour: what is there is gone on from.`,
      };
    case 'copy-broken':
      return {
        zh: `${why.place} 的台账核对不通过：${breakWords(why.broken).zh}；目标未启用。`,
        en: `The ledger of ${why.place} does not hold: ${breakWords(why.broken).en}; the target was not opened.`,
      };
    default:
      return never(why);
  }
}

type MoveWhy = Extract<
  LedgerRefusal,
  { reason: 'moved' | 'same-place' | 'altered-there' | 'other-key' | 'not-moved' | 'arrived-already' | 'target-silent' }
>;

export function sayMove(why: MoveWhy): Words {
  switch (why.reason) {
    case 'moved': {
      const { to, at, seq } = why.moved;
      return {
        zh: `联席办的数据已于 ${minuteOf(at)} 迁往${to === '' ? '别处' : ` ${to}`}（台账第 ${seq} 行），本处已关闭，不再受理。请到新的地址办理；本次请求未作任何记录。`,
        en: `The office moved ${to === '' ? 'elsewhere' : `to ${to}`} at ${minuteOf(at)} (row ${seq}); this place is closed. Please act there; nothing was recorded here.`,
      };
    }
    case 'same-place':
      return { zh: `数据本来就在 ${why.place}。`, en: `The office is at ${why.place} already.` };
    case 'altered-there':
      return {
        zh: `核对不通过：台账第 ${why.seq} 行所记与数据库中的数据不一致，不予迁移。请先用 ledger verify 查明。`,
        en: `Row ${why.seq} of the ledger and the tables disagree; nothing is moved. Look into it by ledger verify first.`,
      };
    case 'other-key':
      return {
        zh: `现有封签密钥打不开第 ${why.ceremony} 次抽取封存的数，迁走后也打不开；请用 --key 指明原来的密钥文件。`,
        en: `The key at hand does not open what was sealed in ceremony ${why.ceremony}, and would not after the move; give the right file by --key.`,
      };
    case 'not-moved':
      return { zh: '本库没有迁出，无需取消。', en: 'The office has not moved from here; there is nothing to cancel.' };
    case 'arrived-already':
      return {
        zh: `数据已在 ${why.place} 启用，不能取消；需要迁回的，请在那边办理 move to。`,
        en: `The office is at ${why.place} already; to come back, move from there.`,
      };
    case 'target-silent':
      return {
        zh: `${why.place} 没有应答，或者没有本次迁移的标记，无法确认那边是否已经启用。请核对目标的地址或路径后再试；确知目标已毁失的，加 --lost，由负责人写明情况并记录在案。`,
        en: `${why.place} does not answer or bears no mark of this move, so that nobody can say whether the office is there already. Look at its address or path and try again; if it is known to be lost, add --lost, on record.`,
      };
    default:
      return never(why);
  }
}

/**
 * What the public reads where an office has moved away. The database that it moved to is no address for anybody outside, so it is not named;
 * the end of the ledger is, by which anybody can see that the new place goes on from it.
 */
export function sayClosed({ at, seq, hash }: Moved): Words {
  const { zh, en } = beijing(at);
  return {
    zh: `本处已于${zh}关闭：联席会议办公室的台账和公开内容已经迁出，在新的地址继续更新。此后的更正、撤下和新的公示本处都没有，所以这里不再提供查看，也不受理；本次提交的内容没有记录。新的网址请向联席会议办公室询问；网址不变的，迁移完成后即可查看。以前保存的抽取记录仍可自行核验。本处台账止于第 ${seq} 行（${hash}），新处由此接续。`,
    en: `This place was closed at ${en}: the office's ledger and what it publishes have moved and go on elsewhere. What has been corrected, withdrawn or published since is not here, so nothing is shown and nothing is taken here; what was sent now was not recorded. Ask the office for its new address; where the address stays, it answers again once the move is done. Records of draws that were kept can be verified as ever. The ledger here ends at row ${seq} (${hash}), and the new one goes on from it.`,
  };
}
