/** Small text files beside the database. */
import { readFile } from 'node:fs/promises';

/** The file's text, or null where there is none. */
export async function textOrNull(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return null;
    throw thrown;
  }
}

/** ENOENT, EEXIST …, or '' where an error has no code. */
export const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
