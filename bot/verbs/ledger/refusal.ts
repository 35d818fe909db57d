/** What is refused about the ledger itself. */
import type { CheckpointRefusal } from '../../../core/ledger/checkpoint.ts';
import type { BackupRefusal } from '../../../db/backup.ts';
import type { ErasureRefusal } from '../../../db/ledger.ts';
import type { CheckpointGap } from '../../../db/standing.ts';

export type LedgerRefusal =
  | { readonly reason: 'checkpoint'; readonly why: CheckpointRefusal }
  | { readonly reason: 'behind'; readonly gap: CheckpointGap }
  | { readonly reason: 'not-behind' }
  | { readonly reason: 'no-reason-given' }
  | { readonly reason: 'erasure'; readonly why: ErasureRefusal }
  | { readonly reason: 'backup'; readonly why: BackupRefusal }
  | { readonly reason: 'not-a-record'; readonly file: string }
  | { readonly reason: 'empty-ledger' };
