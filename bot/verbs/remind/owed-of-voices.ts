/** What is owed to the public: answers, by the office, and by each person of the discipline body for what is about inspectors. */
import type { Calendar } from '../../../core/calendar.ts';
import { fromVoices } from '../../../core/owed/from-voices.ts';
import type { Debtor, Owed } from '../../../core/owed/owed.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../today.ts';
import { actorOf } from '../people/roll.ts';
import { disciplineOn } from '../voice/discipline.ts';
import { theOffice, voicesFor } from '../voice/voices-for.ts';

export async function owedOfVoices(deps: Deps, calendar: Calendar): Promise<readonly Owed[]> {
  const ofDiscipline = async (person: string): Promise<readonly Owed[]> => {
    const actor = await actorOf(deps, person);
    // What the office answers is not the discipline body's, though it may read it.
    return actor === null ? [] : ofReader(deps, actor, `person:${person}`, calendar);
  };
  const [ofOffice, persons] = await Promise.all([ofReader(deps, theOffice, 'office', calendar), disciplineOn(deps.db)]);
  return [...ofOffice, ...(await Promise.all([...persons].map(ofDiscipline))).flat()];
}

async function ofReader(deps: Deps, actor: Actor, by: Debtor, calendar: Calendar): Promise<readonly Owed[]> {
  const voices = await voicesFor(deps, actor);
  if (!voices.ok) return [];
  const open = voices.value.filter(
    ({ about, answers }) => answers.length === 0 && (about === 'about-inspector') === (by !== 'office'),
  );
  const oldest = open.at(-1);
  return oldest === undefined ? [] : fromVoices(by, open.length, dayOf(oldest.at), calendar);
}
