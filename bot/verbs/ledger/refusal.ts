/** What is refused about the ledger itself. */
import type { CheckpointRefusal } from '../../../core/ledger/checkpoint.ts';
import type { BackupRefusal } from '../../../db/backup.ts';
import type { CopyRefusal } from '../../../db/copy-road.ts';
import type { ErasureRefusal } from '../../../db/ledger.ts';
import type { Moved } from '../../../db/moved.ts';
import type { CheckpointGap } from '../../../db/standing.ts';

export type LedgerRefusal =
  | { readonly reason: 'checkpoint'; readonly why: CheckpointRefusal }
  | { readonly reason: 'behind'; readonly gap: CheckpointGap }
  | { readonly reason: 'not-behind' }
  | { readonly reason: 'no-reason-given' }
  | { readonly reason: 'erasure'; readonly why: ErasureRefusal }
  | { readonly reason: 'backup'; readonly why: BackupRefusal }
  | { readonly reason: 'copy'; readonly why: CopyRefusal }
  /** Whatever is asked for here: the office is elsewhere now. */
  | { readonly reason: 'moved'; readonly moved: Moved }
  | MoveRefusal
  | { readonly reason: 'not-a-record'; readonly file: string }
  | { readonly reason: 'empty-ledger' };

export type MoveRefusal =
  | { readonly reason: 'same-place'; readonly place: string }
  /** What the database holds is not what the ledger binds, found at the target; nothing was opened there. */
  | { readonly reason: 'altered-there'; readonly place: string; readonly seq: number }
  /** The key at hand does not open what was sealed in this ceremony. */
  | { readonly reason: 'other-key'; readonly ceremony: number }
  | { readonly reason: 'not-moved' }
  | { readonly reason: 'arrived-already'; readonly place: string }
  /** Nobody can say whether the office is there already. */
  | { readonly reason: 'target-silent'; readonly place: string };
