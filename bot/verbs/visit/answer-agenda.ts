/** A department answers an agenda of joint visits, for all or some of them: it agrees, or says what does not suit it. */
import { ok, type Result } from '../../../core/result.ts';
import type { AgendaAnswered, AgendaProposed } from '../../../core/visit/fact.ts';
import type { Which } from '../../../core/visit/which.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { postsOfAgenda } from '../../post/after/visit.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { bodyOf } from '../registry/lists.ts';
import { tooLong } from '../too-long.ts';
import { factAt } from './fact-at.ts';
import { type Acted, actOnVisits, idsOf, type Judged } from './many.ts';
import type { PartVisit } from './part.ts';

export interface AgendaAnswer {
  /** Number of the fact that proposed it. */
  readonly agenda: number;
  /** '' means the asker's own department. */
  readonly department: string;
  readonly visits: Which;
  readonly agreed: boolean;
  readonly words: string;
}

export async function answerAgenda(deps: Deps, actor: Actor, input: AgendaAnswer): Promise<Result<Acted, Refusal>> {
  const { agenda, agreed } = input;
  const words = input.words.trim();
  const long = tooLong(words);
  if (long !== null) return refuse('visit', long);
  if (!agreed && words === '') return refuse('visit', { reason: 'no-words' });
  const proposed = await factAt<AgendaProposed>(deps.db, agenda, 'agenda-proposed');
  if (proposed === null) return refuse('visit', { reason: 'no-agenda', agenda });
  const { book } = proposed.body;
  const department = bodyOf(
    input.department === '' ? actor.department : input.department,
    await departmentsAsHeld(deps.db),
  );
  const meant = new Set(proposed.body.visits);
  return actOnVisits(deps, actor, 'answer-agenda', { book, department, visits: input.visits }, async (part) => {
    const own = part.visits.filter(({ id }) => meant.has(id));
    if (own.length === 0) return refuse('visit', { reason: 'agenda-not-yours', agenda, department });
    return ok({
      judge: (visit) => judge(visit, { meant, agenda, agreed, department, isAll: input.visits === 'all' }),
      body: (visits) => {
        const body: AgendaAnswered = { book, department, visits: idsOf(visits), agenda, agreed, words };
        return asJson(body);
      },
      outbox: async () => postsOfAgenda(agenda, [department, proposed.body.department]),
    });
  });
}

function judge(
  { id, state }: PartVisit,
  asked: {
    readonly meant: ReadonlySet<string>;
    readonly agenda: number;
    readonly agreed: boolean;
    readonly department: string;
    readonly isAll: boolean;
  },
): Judged {
  const { meant, agenda, agreed, department, isAll } = asked;
  // Of all visits of the department those of this agenda are meant.
  if (!meant.has(id) && isAll) return { kind: 'before' };
  if (!meant.has(id) || state.agenda === null || state.agenda.seq !== agenda)
    return { kind: 'faults', faults: [{ kind: 'agenda-anew' }] };
  return state.agenda.answers.get(department)?.agreed === agreed ? { kind: 'before' } : { kind: 'do' };
}
