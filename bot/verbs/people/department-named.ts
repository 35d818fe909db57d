/** The department that somebody means: by its code, its name, or another name that sheets know it by. */
import type { Department } from '../../../core/registry/department.ts';
import type { Db } from '../../../db/database.ts';
import { snapshot } from '../../../db/imports.ts';
import { kept } from '../../../db/registry.ts';

/** Null where it is none of the list, or where several share the name. */
export async function departmentNamed(db: Db, typed: string): Promise<Department | null> {
  const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
  const wanted = plain(typed);
  const standing = (await kept(db, await snapshot(db), 'department')).filter(({ ended }) => ended === null);
  const named = standing.filter(({ code, name, aliases }) =>
    [code, name, ...aliases].some((each) => plain(each) === wanted),
  );
  const [one] = named;
  return one === undefined || named.length > 1 ? null : one;
}
