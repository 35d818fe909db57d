/** Files with an office's data and people's names in them: readable by their owner only from the first byte on, as the key of sealed values is. */
import { createReadStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';

export const ownersOnly = 0o600;

/**
 * Makes the empty file that SQLite then fills; its log and its lock take the same rights. One that is there is left as it is, and what
 * hinders the file hinders the database too, which says so. It is not even opened: closing it again would end the locks that this process
 * may hold on it (https://sqlite.org/howtocorrupt.html, 2.2).
 */
export const makeOwn = (path: string): Promise<void> => writeNew(path, '').catch(() => {});

/** The same for a draft of ours that begins anew: a file that somebody else puts there in the same moment is not filled. */
export async function makeOwnDraft(path: string): Promise<void> {
  await rm(path, { force: true });
  await writeNew(path, '');
}

/** The system's own copying would give the draft the rights of the other file, which may be open to all. */
export async function copyToOwnDraft(from: string, path: string): Promise<void> {
  await rm(path, { force: true });
  await writeNew(path, createReadStream(from));
}

const writeNew = (path: string, content: Parameters<typeof writeFile>[1]): Promise<void> =>
  writeFile(path, content, { flag: 'wx', mode: ownersOnly });
