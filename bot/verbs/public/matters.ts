/** Other matters that the public reads today: telephones for complaints, what came of complaints, penalties, how a draw went. */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Db } from '../../../db/database.ts';
import { type MatterHeld, mattersPublished } from '../notice/matters-published.ts';
import { departmentNames } from '../registry/departments.ts';
import { atHead } from './at-head.ts';

export interface PublicMatter extends Pick<MatterHeld, 'what' | 'number' | 'title'> {
  readonly departmentName: string;
  /** Where it stands today. */
  readonly channels: readonly { readonly channel: string; readonly where: string; readonly on: CivilDate }[];
}

/** Newest first. */
export const mattersForPublic = (db: Db, today: CivilDate): Promise<readonly PublicMatter[]> =>
  atHead(db, today, 'matters', () => mattersOn(db, today));

async function mattersOn(db: Db, today: CivilDate): Promise<readonly PublicMatter[]> {
  const [nameOf, published] = await Promise.all([departmentNames(db), mattersPublished(db, today)]);
  const shown = published.filter((each) => each.shown).reverse();
  return shown.map(({ what, number, title, department, channels }) => ({
    what,
    number,
    title,
    departmentName: nameOf(department),
    channels: channels.filter(({ on, until }) => on <= today && (until === null || until >= today)),
  }));
}
