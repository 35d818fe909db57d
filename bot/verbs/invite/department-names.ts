/** Codes of departments into their names; a code without a name stands as it is. */
import type { Db } from '../../../db/database.ts';
import { snapshot } from '../../../db/imports.ts';
import { kept } from '../../../db/registry.ts';

export async function departmentNames(db: Db): Promise<(code: string) => string> {
  const names = new Map((await kept(db, await snapshot(db), 'department')).map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}
