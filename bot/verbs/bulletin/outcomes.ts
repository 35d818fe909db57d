/** Outcomes as figures count them: what stands, what is missing, and how far each has come on its way to the public. */
import type { CountedOutcome } from '../../../core/bulletin/recorded.ts';
import { wasMadePublic } from '../../../core/notice/counted.ts';
import { kindOf } from '../../../core/outcome/code.ts';
import { outcomeId, visitId } from '../../../core/outcome/key.ts';
import { keyText } from '../../../core/registry/subject.ts';
import type { Db } from '../../../db/database.ts';
import { type EnteredOutcome, standingOutcomes } from '../../../db/outcomes.ts';
import type { Publication, PublicationRow } from '../notice/publications.ts';
import { entryOf } from '../outcome/entry.ts';

export async function outcomesRecorded(
  db: Db,
  publications: readonly Publication[],
): Promise<readonly CountedOutcome[]> {
  const rows = new Map<string, CountedOutcome>();
  for (const [source, its] of Map.groupBy(publications, (each) => each.source)) {
    const visits = new Set(its.flatMap((each) => each.rows.map(({ visit }) => visit.visit)));
    const entered = new Map((await standingOutcomes(db, source, [...visits])).map((each) => [outcomeId(each), each]));
    for (const { rows: own } of its)
      for (const each of own) {
        const id = outcomeId({ source, visit: each.visit.visit, department: each.department, item: each.item });
        // An item that two tasks have is found once; where one of them still asks for it, it is asked for.
        const held = rows.get(id);
        if (held === undefined || (held.state === 'excused' && each.counted !== 'excused'))
          rows.set(id, rowOf(source, id, each, entered.get(id)));
      }
  }
  return [...rows.values()];
}

function rowOf(
  source: string,
  id: string,
  { visit, department, item, counted }: PublicationRow,
  held: EnteredOutcome | undefined,
): CountedOutcome {
  const about = {
    id,
    visit: visitId(source, visit.visit),
    department,
    item,
    subject: keyText(visit.subject),
    until: visit.window.to,
  };
  if (held === undefined)
    return {
      ...about,
      ...{ code: null, checkedOn: null, door: null, problem: false },
      state: counted === 'excused' ? 'excused' : 'missing',
    };
  const { code, checkedOn } = entryOf(held);
  const { problem } = kindOf(code);
  const state = wasMadePublic(counted) ? 'public' : counted === 'withheld' ? 'withheld' : 'entered';
  return { ...about, code, checkedOn, door: held.door, problem, state };
}
