/** The departments as the list has them now, and their names. */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Department } from '../../../core/registry/department.ts';
import type { Db } from '../../../db/database.ts';
import { snapshot } from '../../../db/imports.ts';
import { kept } from '../../../db/registry.ts';

export const departmentsAsHeld = async (db: Db): Promise<readonly Department[]> =>
  kept(db, await snapshot(db), 'department');

/**
 * Codes of departments into their names; a code without a name stands as it is.
 * @param today where it is given, a department that has left by then is marked
 */
export async function departmentNames(db: Db, today?: CivilDate): Promise<(code: string) => string> {
  const all = new Map((await departmentsAsHeld(db)).map((each) => [each.code, each]));
  return (code) => {
    const found = all.get(code);
    if (found === undefined) return code;
    return today === undefined || stillIn(found, today) ? found.name : `${found.name}［已退出］`;
  };
}

export const stillIn = ({ ended }: Department, today: CivilDate): boolean => ended === null || ended > today;

/**
 * The department that somebody means: by its code, its name, or another name that sheets know it by.
 * Null where it is none of the list, or where several share the name.
 */
export async function departmentNamed(db: Db, typed: string): Promise<Department | null> {
  const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
  const wanted = plain(typed);
  const standing = (await departmentsAsHeld(db)).filter(({ ended }) => ended === null);
  const named = standing.filter(({ code, name, aliases }) =>
    [code, name, ...aliases].some((each) => plain(each) === wanted),
  );
  const [one] = named;
  return one === undefined || named.length > 1 ? null : one;
}
