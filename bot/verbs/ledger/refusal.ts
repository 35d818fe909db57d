/** What is refused about the ledger itself. */
import type { CheckpointRefusal, Standing } from '../../../core/ledger/checkpoint.ts';
import type { ErasureRefusal } from '../../../db/ledger.ts';

export type LedgerRefusal =
  | { readonly reason: 'checkpoint'; readonly why: CheckpointRefusal }
  | { readonly reason: 'behind'; readonly standing: Standing }
  | { readonly reason: 'not-behind' }
  | { readonly reason: 'no-reason-given' }
  | { readonly reason: 'erasure'; readonly why: ErasureRefusal }
  | { readonly reason: 'empty-ledger' };
