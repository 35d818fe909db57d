/** An agenda of joint visits as it stands: which visits, who leads each, who has answered what. Visits proposed anew belong to the later one. */
import type { AgendaProposed } from '../../../core/visit/fact.ts';
import type { Agenda } from '../../../core/visit/state.ts';
import type { Deps } from '../../deps.ts';
import { departmentNames } from '../registry/departments.ts';
import { factAt } from './fact-at.ts';
import { goingTo } from './part.ts';
import { visitStates } from './visit-states.ts';

export interface AgendaHeld {
  readonly agenda: number;
  readonly proposed: AgendaProposed;
  readonly visits: readonly {
    readonly visit: number;
    readonly no: string;
    readonly going: readonly string[];
    /** Work number and name of the leader. */
    readonly leader: string;
    readonly leaderName: string;
    readonly answers: Agenda['answers'];
  }[];
  readonly nameOf: (department: string) => string;
}

export async function agendaHeld(deps: Deps, agenda: number): Promise<AgendaHeld | null> {
  const found = await factAt<AgendaProposed>(deps.db, agenda, 'agenda-proposed');
  if (found === null) return null;
  const { body: proposed } = found;
  const held = await visitStates(deps, proposed.book);
  if (!held.ok) return null;
  const { book, states } = held.value;
  return {
    agenda,
    proposed,
    visits: [...book.visits.values()].flatMap((each) => {
      const { visit, no, bodies } = each;
      const standing = states.get(visit)?.agenda ?? null;
      if (standing === null || standing.seq !== agenda) return [];
      const { leader, answers } = standing;
      const sent = bodies.flatMap((body) => body.sent);
      const leaderName = sent.find(({ number }) => number === leader)?.name ?? leader;
      return [{ visit, no, going: goingTo(each), leader, leaderName, answers }];
    }),
    nameOf: await departmentNames(deps.db),
  };
}
