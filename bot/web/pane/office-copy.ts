/** An office's own copy of Office.js: files of one directory, and nothing outside of it. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { fileOf } from './file.ts';
import type { OfficeJs } from './office.ts';

/** A directory with Microsoft's files (`dist` of their package, or a mirror); null where it holds no `office.js`. */
export function officeCopy(directory: string): OfficeJs | null {
  const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  if (!isFile(resolve(directory, 'office.js'))) return null;
  const root = realpathSync(directory);
  return {
    kind: 'self',
    file: (path) => {
      if (!/^[0-9A-Za-z_-][0-9A-Za-z_.-]*(\/[0-9A-Za-z_-][0-9A-Za-z_.-]*)*$/.test(path)) return null;
      // Microsoft's servers do not tell capitals apart, and the library counts on it: the package has in small letters what it asks for.
      const asked = [path, path.toLowerCase()].map((each) => resolve(root, each)).find(isFile);
      if (asked === undefined) return null;
      // A link in the directory leads nowhere outside of it.
      const real = realpathSync(asked);
      if (!real.startsWith(root + sep)) return null;
      return fileOf(real, readFileSync(real));
    },
  };
}
