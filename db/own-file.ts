/** A new file with an office's data and people's names in it: readable by its owner only, as the key of sealed values is. */
import { writeFile } from 'node:fs/promises';

/**
 * Makes the empty file that SQLite then fills; its log and its lock take the same rights. One that is there is left as it is, and what
 * hinders the file hinders the database too, which says so.
 */
export const makeOwn = (path: string): Promise<void> =>
  writeFile(path, '', { flag: 'wx', mode: ownersOnly }).catch(() => {});

export const ownersOnly = 0o600;
