/** What a person reads when the keeping of data is refused: backups, erasures, sealed values, gaps, overtaken imports. */
import { breakWords, standingWords } from '../core/ledger/words.ts';
import { never } from '../core/result.ts';
import type { Words } from '../core/words.ts';
import type { BackupRefusal } from './backup.ts';
import type { ImportRefusal } from './imports.ts';
import type { ErasureRefusal } from './ledger.ts';
import type { SecretRefusal } from './secret.ts';
import type { CheckpointGap } from './standing.ts';

export type KeepingRefusal = BackupRefusal | ErasureRefusal | SecretRefusal | CheckpointGap | ImportRefusal;

export function keepingWords(refusal: KeepingRefusal): Words {
  switch (refusal.reason) {
    case 'target-exists':
      return {
        zh: `文件已存在,不予覆盖:${refusal.path}`,
        en: `the file exists and is not overwritten: ${refusal.path}`,
      };
    case 'no-such-backup':
      return { zh: `找不到备份文件:${refusal.path}`, en: `no such backup: ${refusal.path}` };
    case 'ledger-broken': {
      const broken = breakWords(refusal.broken);
      return {
        zh: `副本的留痕不完整,未予采用:${broken.zh}`,
        en: `the copy was not taken, its ledger is broken: ${broken.en}`,
      };
    }
    case 'no-such-row':
      return { zh: `留痕中没有第 ${refusal.seq} 条`, en: `the ledger has no row ${refusal.seq}` };
    case 'erasure-stays':
      return {
        zh: `第 ${refusal.seq} 条是清除记录,清除记录本身不得清除`,
        en: `row ${refusal.seq} records an erasure, which is itself never erased`,
      };
    case 'cannot-unseal':
      return {
        zh: `封存内容无法解封(密钥不符或内容被改动):${refusal.purpose}`,
        en: `a sealed value cannot be unsealed (another key, or it was altered): ${refusal.purpose}`,
      };
    case 'behind':
    case 'forked':
      return standingWords(refusal.reason, refusal.posted, refusal.held);
    case 'import-overtaken':
      return {
        zh: '导入期间该名录清单已有变动,请重新导入',
        en: 'the list changed while this import was being prepared: import it again',
      };
    default:
      return never(refusal);
  }
}
