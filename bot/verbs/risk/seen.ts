/** Outcomes of a year with what they are about, as risks and signs are read from them; kept until something new is entered. */
import { yearOf } from '../../../core/calendar.ts';
import { outcomeId, visitId } from '../../../core/outcome/key.ts';
import { keyText, type SubjectKey } from '../../../core/registry/subject.ts';
import type { SeenOutcome } from '../../../core/risk/seen.ts';
import { snapshot } from '../../../db/imports.ts';
import { standingOutcomes } from '../../../db/outcomes.ts';
import { subjectsByKey } from '../../../db/subjects.ts';
import type { Deps } from '../../deps.ts';
import { type OutcomeBook, outcomeBook } from '../outcome/book.ts';
import { booksDrawn } from '../outcome/books.ts';
import { entryOf } from '../outcome/entry.ts';

/** In the order of draws and visits. @param year in which the checks took place */
export async function seenOutcomes(deps: Deps, year: number): Promise<readonly SeenOutcome[]> {
  const seen: SeenOutcome[] = [];
  for (const { book: name } of await booksDrawn(deps.db)) {
    const book = await outcomeBook(deps, name);
    // Not handed out, annulled or being corrected: nothing is known of it now.
    if (book.ok) seen.push(...(await ofBook(deps, book.value)));
  }
  return seen.filter(({ checkedOn }) => yearOf(checkedOn) === year);
}

async function ofBook({ db }: Deps, { source, visits }: OutcomeBook): Promise<readonly SeenOutcome[]> {
  const outcomes = await standingOutcomes(db, source, [...visits.keys()]);
  const keys = new Map<string, SubjectKey>([...visits.values()].map(({ subject }) => [keyText(subject), subject]));
  const subjects = await subjectsByKey(db, await snapshot(db), [...keys.values()]);
  return outcomes.flatMap((entered) => {
    const { visit, department, item, seq, person, at } = entered;
    const held = visits.get(visit);
    if (held === undefined) return [];
    const { code, degree = null, finding, checkedOn, inspectors } = entryOf(entered);
    const subject = keyText(held.subject);
    return {
      ...{ id: outcomeId({ source, visit, department, item }), visit: visitId(source, visit), department, item },
      ...{ code, degree, finding, checkedOn, inspectors, person, seq, at, subject },
      place: held.subject.place,
      trades: subjects.get(subject)?.tags ?? [],
    };
  });
}
