/** Whether the static files are still those of their sources: each start of wrangler builds, and most change nothing. */
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that the programs for browsers and their headers are made of, and what is installed. */
const sources = [
  'addin',
  'core',
  'bot/web',
  'bot/edge/assets',
  'bot/paper',
  'manifest.xml',
  'package-lock.json',
] as const;

/** @returns a digest of names, sizes and times of the sources below `root` */
export function stampOf(root: string): string {
  const hash = createHash('sha256');
  const note = (path: string): void => {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  };
  for (const source of sources) {
    if (statSync(join(root, source)).isFile()) note(source);
    else
      for (const entry of readdirSync(join(root, source), { recursive: true, encoding: 'utf8' }).sort())
        note(join(source, entry));
  }
  return hash.digest('hex');
}
