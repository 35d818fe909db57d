/** Findings and penalty decisions as figures count them. */
import type { FindingRow, Recorded } from '../../../core/bulletin/recorded.ts';
import type { CivilDate } from '../../../core/calendar.ts';
import type { ActBodies } from '../../../core/follow-up/act.ts';
import { isFinding, isFollowedUp } from '../../../core/follow-up/figure.ts';
import type { Db } from '../../../db/database.ts';
import type { Deps } from '../../deps.ts';
import { casesOf } from '../follow-up/cases.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { penaltiesPublished } from '../notice/penalties.ts';

export const findingsRecorded = async (deps: Deps): Promise<readonly FindingRow[]> =>
  (await casesOf(deps)).filter(isFinding).map((found) => ({
    id: found.id,
    department: found.department,
    on: found.entry.checkedOn,
    disposed: isFollowedUp(found),
  }));

/** Decisions that name the task in which the finding was made (三明 四(十)). */
export async function penaltiesDecided(db: Db, today: CivilDate): Promise<Recorded['penalties']> {
  const published = await penaltiesPublished(db, today);
  return (await factBodies<ActBodies['penalty-decided']>(db, 'penalty-decided')).flatMap(({ seq, body }) =>
    body.measure === 'penalty' && body.tasks.length > 0
      ? [
          {
            id: String(seq),
            department: body.department,
            on: body.on,
            collected: published(body)?.served === true,
          },
        ]
      : [],
  );
}
