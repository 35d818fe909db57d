/** What people call a place that posts go to. */
import type { Db } from '../../../db/database.ts';
import { departmentNames } from '../registry/departments.ts';

const ofDepartment = 'department:';

/** @param place as it is kept: `office`, `department:` and a code, or `person:` and a number */
export async function placeName(db: Db, place: string): Promise<string> {
  if (place === 'office') return '联席办';
  return place.startsWith(ofDepartment) ? (await departmentNames(db))(place.slice(ofDepartment.length)) : '个人';
}
