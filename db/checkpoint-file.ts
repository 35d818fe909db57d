/**
 * At the desk, checkpoints that were posted are also kept in a text file beside the database, one after the other. Whoever
 * puts an old database file back usually leaves it there, and so it tells.
 */
import { appendFile, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Checkpoint, formatCheckpoint, parseCheckpoint } from '../core/ledger/checkpoint.ts';

/** `desk.db` → `desk.db.checkpoints`. @param url of the database, `file:…` */
export function checkpointFile(url: string): string {
  const path = url.startsWith('file://') ? fileURLToPath(url) : url.replace(/^file:/, '');
  return `${path.replace(/\?.*$/, '')}.checkpoints`;
}

export const keepCheckpoint = (url: string, checkpoint: Checkpoint): Promise<void> =>
  appendFile(checkpointFile(url), `${formatCheckpoint(checkpoint)}\n`, { flush: true });

/** The last checkpoint in the file; none where there is no file. A torn last entry (a crash while writing) is passed over. */
export async function keptCheckpoints(url: string): Promise<readonly Checkpoint[]> {
  const text = await readFile(checkpointFile(url), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  for (const entry of text.split('\n\n').reverse()) {
    const parsed = parseCheckpoint(entry);
    if (parsed.ok) return [parsed.value];
  }
  return [];
}
