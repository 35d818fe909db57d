/** What a file may be; a worksheet that we touch has 20,000 rows at most besides. */
import type { Limits } from '../../../core/sheet/grid.ts';

export const fileLimits: Limits = {
  bytes: 20_000_000,
  unpacked: 200_000_000,
  rows: 200_000,
  columns: 256,
  cells: 5_000_000,
};
/** Read again from memory, where nothing is packed. */
export const againLimits: Limits = {
  ...fileLimits,
  bytes: 2 * fileLimits.unpacked,
  unpacked: 2 * fileLimits.unpacked,
};
