/**
 * 联合检查日程 (甘州 2023 二(二)2: 加强事前沟通): the lead of a joint visit proposes day, hour and place of meeting, with one of its own officers as
 * leader of the group; a new proposal takes the place of the old one, and is answered anew.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { AgendaProposed } from '../../../core/visit/fact.ts';
import { readHour } from '../../../core/visit/hour.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { postsOfAgenda } from '../../post/after/visit.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { lineMost, tooLong } from '../too-long.ts';
import type { VisitFault } from './fault.ts';
import { type Acted, actOnVisits, idsOf, judged } from './many.ts';
import type { Asking, PartVisit } from './part.ts';

export interface AgendaInput extends Asking {
  readonly on: CivilDate;
  readonly hour: string;
  readonly meet: string;
  /** Work number of an officer of the lead; '' takes the first whom the lead sends. */
  readonly leader: string;
  readonly words: string;
}

export async function proposeAgenda(deps: Deps, actor: Actor, input: AgendaInput): Promise<Result<Acted, Refusal>> {
  const { book, on } = input;
  const [meet, leader, words] = [input.meet.trim(), input.leader.trim(), input.words.trim()];
  const long = tooLong(words) ?? tooLong(input.hour, lineMost) ?? tooLong(meet, lineMost);
  if (long !== null) return refuse('visit', long);
  const hour = readHour(input.hour);
  if (hour === null) return refuse('visit', { reason: 'not-hour', hour: input.hour });
  return actOnVisits(deps, actor, 'propose-agenda', input, async ({ department }) => {
    const isSame = ({ state }: PartVisit): boolean => {
      const held = state.agenda?.proposed;
      return (
        held !== undefined &&
        [held.on, held.hour, held.meet, held.words].join('\n') === [on, hour, meet, words].join('\n') &&
        (leader === '' || state.agenda?.leader === leader)
      );
    };
    return ok({
      judge: (visit) => (isSame(visit) ? { kind: 'before' } : judged(faultsOf(visit, { department, on, leader }))),
      body: (visits) => {
        const body: AgendaProposed = {
          book,
          department,
          visits: idsOf(visits),
          on,
          hour,
          meet,
          leaders: visits.map(({ id, own }) => ({
            visit: id,
            leader: leader === '' ? (own.sent[0]?.number ?? '') : leader,
          })),
          to: othersAt(visits, department),
          words,
        };
        return asJson(body);
      },
      outbox: async (visits, seq) => postsOfAgenda(seq, [...othersAt(visits, department), department]),
    });
  });
}

function faultsOf(
  { visit, own, going, tasks, body }: PartVisit,
  { department, on, leader }: { readonly department: string; readonly on: CivilDate; readonly leader: string },
): readonly VisitFault[] {
  if (body.finished !== null) return [{ kind: 'finished', on: body.finished.on }];
  if (going.length < 2) return [{ kind: 'not-joint' }];
  const faults: VisitFault[] = [];
  const leads = leadsAt(tasks, going);
  // Where no lead goes itself, whoever goes may propose.
  if (leads.length > 0 && !leads.includes(department)) faults.push({ kind: 'not-lead', leads });
  if (on < visit.window.from || on > visit.window.to) faults.push({ kind: 'outside-window', window: visit.window });
  const isSent = own.sent.some(({ number }) => number === leader);
  if (leader !== '' && !isSent) faults.push({ kind: 'leader-not-sent', leader });
  return faults;
}

const othersAt = (visits: readonly PartVisit[], department: string): readonly string[] => [
  ...new Set(visits.flatMap(({ going }) => going).filter((each) => each !== department)),
];

/** Leads of the tasks that go to the door; each may propose. */
export const leadsAt = (tasks: PartVisit['tasks'], going: readonly string[]): readonly string[] => [
  ...new Set(tasks.map(({ lead }) => lead).filter((lead) => going.includes(lead))),
];
