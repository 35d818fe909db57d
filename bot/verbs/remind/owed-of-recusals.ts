/** Recusals that nobody has decided, with those who may. */
import type { Calendar } from '../../../core/calendar.ts';
import { fromRecusal } from '../../../core/owed/from-recusals.ts';
import type { Owed } from '../../../core/owed/owed.ts';
import { entryAt } from '../../../db/ledger.ts';
import type { Deps } from '../../deps.ts';
import { may } from '../../rights.ts';
import { dayOf } from '../../today.ts';
import { standingCeremonies } from '../draw/held.ts';
import { factBodies } from '../ledger/fact-bodies.ts';
import { roll } from '../people/roll.ts';
import type { Recusal } from '../visit/recuse.ts';

export async function owedOfRecusals(deps: Pick<Deps, 'db' | 'now'>, calendar: Calendar): Promise<readonly Owed[]> {
  const declared = await factBodies<Omit<Recusal, 'case'>>(deps.db, 'recusal-declared');
  if (declared.length === 0) return [];
  const [decisions, ceremonies, everybody] = await Promise.all([
    factBodies<{ readonly case: number }>(deps.db, 'recusal-decided'),
    standingCeremonies(deps.db),
    roll(deps),
  ]);
  const decided = new Set(decisions.map(({ body }) => body.case));
  const standing = new Set(ceremonies.map(({ state }) => state.no));
  const people = everybody.filter(({ ended }) => !ended);
  const owed: Owed[] = [];
  for (const { seq, body } of declared) {
    if (decided.has(seq) || !standing.has(body.ceremony)) continue;
    const heads = people
      .filter(
        (each) => each.person !== body.applicant && may(each, 'decide-recusal', { department: body.department }).ok,
      )
      .map(({ person }) => person);
    const since = dayOf((await entryAt(deps.db, seq))?.row.at ?? deps.now());
    owed.push(
      ...fromRecusal({ case: seq, ceremony: body.ceremony, applicant: body.applicant, since, heads }, calendar),
    );
  }
  return owed;
}
