/** Posted checkpoints at the edge, outside of the database: in a KV namespace, under keys in the order of their sizes. */
import { type Checkpoint, formatCheckpoint, parseCheckpoint } from '../../core/ledger/checkpoint.ts';

/** As much of a KV namespace as is used. */
export interface KeptTexts {
  get(key: string): Promise<string | null>;
  put(key: string, value: string): Promise<void>;
  list(options: { readonly prefix: string; readonly cursor?: string }): Promise<{
    readonly keys: readonly { readonly name: string }[];
    readonly list_complete: boolean;
    readonly cursor?: string;
  }>;
}

const prefix = 'checkpoint:';
/** In the order of their sizes. */
const keyOf = ({ size, head }: Checkpoint): string => `${prefix}${String(size).padStart(12, '0')}:${head.slice(0, 16)}`;

export const keepCheckpointIn = (kept: KeptTexts, checkpoint: Checkpoint): Promise<void> =>
  kept.put(keyOf(checkpoint), formatCheckpoint(checkpoint));

export async function keptCheckpointsIn(kept: KeptTexts): Promise<readonly Checkpoint[]> {
  const checkpoints: Checkpoint[] = [];
  let cursor: string | undefined;
  do {
    const page = await kept.list(cursor === undefined ? { prefix } : { prefix, cursor });
    for (const { name } of page.keys) {
      const parsed = parseCheckpoint((await kept.get(name)) ?? '');
      if (parsed.ok) checkpoints.push(parsed.value);
    }
    cursor = page.list_complete ? undefined : page.cursor;
  } while (cursor !== undefined);
  return checkpoints;
}

/** The text of a file for `wrangler kv bulk put`. */
export const bulkOf = (checkpoints: readonly Checkpoint[]): string =>
  `${JSON.stringify(
    checkpoints.map((each) => ({ key: keyOf(each), value: formatCheckpoint(each) })),
    null,
    2,
  )}\n`;
