/**
 * Turns the named SQL files into `all.ts`, so that a Worker, which has no file system, carries them in its bundle:
 * `node db/migrations/bundle.ts`. A test fails while the two differ.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('.', import.meta.url);

/** The text of `all.ts` for the .sql files as they stand, in the order of their names. */
export function bundled(): string {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name))
    .sort();
  const entries = names.map((name) => {
    const sql = readFileSync(new URL(name, folder), 'utf8');
    if (sql.includes('`') || sql.includes('${') || sql.includes('\\'))
      throw new Error(`${name} does not fit a template literal`);
    return `  {\n    name: '${name.replace(/\.sql$/, '')}',\n    sql: \`${sql}\`,\n  },\n`;
  });
  return [
    '/** Made by `node db/migrations/bundle.ts` from the .sql files beside it. Do not edit. */\n',
    'export interface Migration {\n  readonly name: string;\n  readonly sql: string;\n}\n\n',
    `export const migrations: readonly Migration[] = [\n${entries.join('')}];\n`,
  ].join('');
}

if (import.meta.main) writeFileSync(new URL('all.ts', folder), bundled());
