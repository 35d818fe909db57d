/** The ledger's end, and whether it goes on from every checkpoint that was posted. The whole of it is re-computed by `ledger verify`. */
import type { Checkpoint } from '../../core/ledger/checkpoint.ts';
import type { Db } from '../../db/database.ts';
import { readHead } from '../../db/ledger.ts';
import { standing } from '../../db/standing.ts';
import { type Finding, fine, found } from './finding.ts';

export async function ledgerFinding(db: Db, office: string, outside: readonly Checkpoint[]): Promise<Finding> {
  const head = await readHead(db);
  const stands = await standing(db, office, outside);
  if (stands.ok)
    return fine(
      'ledger',
      `${head.seq} 行，末行 ${head.hash.slice(0, 16)}，与已公布的校验点相接。`,
      `${head.seq} rows, ending in ${head.hash.slice(0, 16)}; it goes on from every posted checkpoint.`,
    );
  const { posted } = stands.error;
  return found(
    'ledger',
    'wrong',
    {
      zh: `台账（${head.seq} 行）接不上已公布的校验点（${posted.size} 行）：可能恢复了旧备份，或连错了数据库。`,
      en: `The ledger (${head.seq} rows) does not go on from a posted checkpoint (${posted.size} rows): an old backup was restored, or this is another database.`,
    },
    {
      zh: '先核对 MINGCHOU_DB；确是恢复了旧备份的，由负责人用 npx mingchou ledger resolve 说明，之后才能抽取。',
      en: 'Look at MINGCHOU_DB first; where an old backup was restored, the head answers for it by npx mingchou ledger resolve. No draw is held until then.',
    },
  );
}
