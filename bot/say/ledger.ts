/** Refusals about the ledger itself, in words. */
import { breakWords, checkpointWords } from '../../core/ledger/words.ts';
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { BackupRefusal } from '../../db/backup.ts';
import type { ErasureRefusal } from '../../db/ledger.ts';
import type { CheckpointGap } from '../../db/standing.ts';
import type { LedgerRefusal } from '../verbs/ledger/refusal.ts';
import { sayCopy, sayMove } from './move.ts';

export function sayLedger(why: LedgerRefusal): Words {
  switch (why.reason) {
    case 'checkpoint':
      return checkpointWords(why.why);
    case 'behind':
      return sayGap(why.gap);
    case 'not-behind':
      return {
        zh: '本库与已公布的校验点一致，没有需要处理的缺口。',
        en: 'This database continues every posted checkpoint; there is no gap.',
      };
    case 'no-reason-given':
      return { zh: '须写明依据和理由。', en: 'A ground is needed.' };
    case 'erasure':
      return sayErasure(why.why);
    case 'backup':
      return sayBackup(why.why);
    case 'copy':
      return sayCopy(why.why);
    case 'moved':
    case 'same-place':
    case 'altered-there':
    case 'other-key':
    case 'not-moved':
    case 'arrived-already':
    case 'target-silent':
      return sayMove(why);
    case 'not-a-record':
      return {
        zh: `${why.file} 不是 JSON 文件，请给出 draw export 导出的 record.json。`,
        en: `${why.file} is no JSON file; give the record.json of an export.`,
      };
    case 'empty-ledger':
      return { zh: '台账还是空的。', en: 'The ledger is empty.' };
    default:
      return never(why);
  }
}

function sayErasure(why: ErasureRefusal): Words {
  switch (why.reason) {
    case 'no-such-row':
      return { zh: `台账没有第 ${why.seq} 行。`, en: `The ledger has no row ${why.seq}.` };
    case 'erasure-stays':
      return { zh: `第 ${why.seq} 行是清除记录本身，须保留。`, en: `Row ${why.seq} records an erasure and stays.` };
    case 'public-stays':
      return {
        zh: `第 ${why.seq} 行是公开的事实，不含个人信息，核验抽取要用，不能清除。`,
        en: `Row ${why.seq} is public, holds nobody's data and is needed to check a draw; it stays.`,
      };
    default:
      return never(why);
  }
}

function sayBackup(why: BackupRefusal): Words {
  switch (why.reason) {
    case 'target-exists':
      return {
        zh: `${why.path} 已存在，不予覆盖，请另起文件名或先移走。`,
        en: `${why.path} exists and is not overwritten; move it away first.`,
      };
    case 'backup-unfinished':
      return {
        zh: `${why.path} 不是完整的备份：当初的备份或迁移没有完成。请换一个完整的备份文件。`,
        en: `${why.path} is no whole backup: the copy into it was never finished. Use one that is whole.`,
      };
    case 'no-such-backup':
      return { zh: `找不到备份文件 ${why.path}。`, en: `There is no backup ${why.path}.` };
    case 'no-such-folder':
      return {
        zh: `文件夹不存在：${why.path}。请先建好这个文件夹，或核对路径。`,
        en: `There is no such folder: ${why.path}. Make it first, or look at the path.`,
      };
    case 'not-a-backup':
      return {
        zh: `不是明抽的备份文件：${why.path}。请给出 backup 生成的文件。`,
        en: `This is no backup of Mingchou's: ${why.path}. Give a file that backup has made.`,
      };
    case 'ledger-broken':
      return {
        zh: `${why.path} 的台账核对不通过：${breakWords(why.broken).zh}；未采用。`,
        en: `The ledger of ${why.path} does not hold: ${breakWords(why.broken).en}; it was not used.`,
      };
    default:
      return never(why);
  }
}

/** Why a database that does not continue a posted checkpoint holds no ceremony. */
export function sayGap(gap: CheckpointGap): Words {
  const { posted, held } = gap;
  return gap.reason === 'behind'
    ? {
        zh: `本库台账只有 ${held} 行，而已公布的校验点为 ${posted.size} 行：这是一份旧的备份。在负责人说明情况并记录在案（ledger resolve）之前，不得举行抽取。`,
        en: `This ledger has ${held} rows, a posted checkpoint has ${posted.size}: an old backup was put back. No ceremony until the head has resolved it on record.`,
      }
    : {
        zh: `本库台账第 ${posted.size} 行与已公布的校验点不符：历史曾被改写，或在旧备份上续写。在负责人说明情况并记录在案（ledger resolve）之前，不得举行抽取。`,
        en: `Row ${posted.size} of this ledger is not the posted one: history was rewritten or continued from a backup. No ceremony until the head has resolved it on record.`,
      };
}
