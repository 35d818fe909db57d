/**
 * Checkpoints that were posted are also kept in a text file outside of the database, one after the other, parted by empty
 * lines. Whoever puts an old database file back usually leaves it there, and so it tells.
 */
import { appendFile, readFile } from 'node:fs/promises';
import { type Checkpoint, formatCheckpoint, parseCheckpoint } from '../core/ledger/checkpoint.ts';

/** Appends a checkpoint; it is on disk afterwards. The empty line comes first, so that a torn entry before it spoils nothing. */
export const keepCheckpoint = (file: string, checkpoint: Checkpoint): Promise<void> =>
  appendFile(file, `\n\n${formatCheckpoint(checkpoint)}`, { flush: true });

/** All checkpoints in the file, oldest first; none where there is no file. A torn entry (a crash while writing) says nothing. */
export async function keptCheckpoints(file: string): Promise<readonly Checkpoint[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n\n').flatMap((entry) => {
    const parsed = parseCheckpoint(entry);
    return parsed.ok ? [parsed.value] : [];
  });
}
