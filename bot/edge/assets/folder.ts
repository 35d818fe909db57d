/** A folder as a set of files: read, and written in place of what it holds. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export type Files = ReadonlyMap<string, Uint8Array>;

/** Below it lies an office's own copy of Office.js. */
export const officeFolder = 'addin/office/';

/**
 * A file that is there already is not touched, and each is written beside and then renamed: whoever serves the folder meanwhile (another
 * build, a running workerd) never reads half a file.
 */
export function writeFolder(folder: string, files: Files): void {
  for (const [path, bytes] of files) {
    const at = join(folder, path);
    if (existsSync(at) && readFileSync(at).equals(bytes)) continue;
    mkdirSync(dirname(at), { recursive: true });
    const beside = join(dirname(folder), `.${process.pid}-${relative(folder, at).replaceAll(/[\\/]/g, '-')}`);
    writeFileSync(beside, bytes);
    renameSync(beside, at);
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const at = resolve(entry.parentPath, entry.name);
    if (!files.has(relative(folder, at).replaceAll('\\', '/'))) rmSync(at, { force: true });
  }
}

/** Everything in a folder, by path below it; hidden files, declarations and links are left out. */
export function filesIn(folder: string): Files {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !/^\.|\.d\.ts$/.test(entry.name),
  );
  return new Map(
    found.map(({ parentPath, name }) => {
      const path = resolve(parentPath, name);
      return [path.slice(resolve(folder).length + 1).replaceAll('\\', '/'), readFileSync(path)] as const;
    }),
  );
}
