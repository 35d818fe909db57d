/**
 * 检查通知: the enterprise is told the day, the items and everything that it is to get ready, once (一次性告知). Before that the visit is approved
 * where the law asks for it, a joint one is agreed between the departments, and an on-site joint task has its scheme.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { requires } from '../../../core/policy/ask.ts';
import { ok, type Result } from '../../../core/result.ts';
import { agendaFault } from '../../../core/visit/alone.ts';
import type { Noticed, NoticeMeans } from '../../../core/visit/fact.ts';
import { readHour } from '../../../core/visit/hour.ts';
import { approvalBinds } from '../../../core/visit/need.ts';
import { isApproved } from '../../../core/visit/state.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { lineMost, tooLong, wordsMost } from '../too-long.ts';
import type { VisitFault } from './fault.ts';
import { type Acted, actOnVisits, idsOf, judged } from './many.ts';
import type { Asking, PartVisit } from './part.ts';
import { repeatsAt } from './repeats.ts';
import { quietFault, type RulesOfDay, rulesOn, tasksFiled } from './rules.ts';
import { tasksWithScheme } from './schemes.ts';

export interface NoticeInput extends Asking {
  readonly on: CivilDate;
  /** 09:30, or ''. */
  readonly hour: string;
  readonly means: NoticeMeans;
  readonly servedOn: CivilDate;
  /** One a line; what needs nothing says so in a line of its own. */
  readonly materials: readonly string[];
  readonly words: string;
}

export async function giveNotice(deps: Deps, actor: Actor, input: NoticeInput): Promise<Result<Acted, Refusal>> {
  const { db } = deps;
  const { book, on, means, servedOn } = input;
  const materials = input.materials.map((each) => each.trim()).filter((each) => each !== '');
  const words = input.words.trim();
  const long = tooLong(words) ?? tooLong(materials.join('\n'), wordsMost) ?? tooLong(input.hour, lineMost);
  if (long !== null) return refuse('visit', long);
  const hour = readHour(input.hour);
  if (hour === null) return refuse('visit', { reason: 'not-hour', hour: input.hour });
  if (servedOn > on) return refuse('visit', { reason: 'days', from: servedOn, to: on });
  return actOnVisits(deps, actor, 'give-notice', input, async (part) => {
    const rules = await rulesOn(db, part.visits, on);
    const known: Known = {
      rules,
      on,
      materials,
      words,
      filed: await tasksFiled(deps, part.book.plan),
      schemes: await tasksWithScheme(db, part.book.plan),
    };
    if (materials.length === 0 && part.visits.some(({ body }) => body.firstNotice === null))
      return refuse('visit', { reason: 'no-materials' });
    return ok({
      judge: (visit) => {
        const { notice } = visit.body;
        const isSame =
          notice !== null &&
          notice.on === on &&
          notice.hour === hour &&
          notice.means === means &&
          notice.servedOn === servedOn &&
          notice.words === words &&
          notice.materials.join('\n') === materials.join('\n');
        return isSame ? { kind: 'before' } : judged(faultsOf(visit, known));
      },
      repeats: (visits) => repeatsAt(deps, book, visits, { from: on, to: on }),
      body: (visits) => {
        const { department } = part;
        const body: Noticed = { book, department, visits: idsOf(visits), on, hour, means, servedOn, materials, words };
        return asJson(body);
      },
    });
  });
}

interface Known {
  readonly rules: RulesOfDay;
  readonly on: CivilDate;
  readonly materials: readonly string[];
  readonly words: string;
  readonly filed: ReadonlySet<string>;
  readonly schemes: ReadonlySet<string>;
}

function faultsOf(visit: PartVisit, { rules, on, materials, words, filed, schemes }: Known): readonly VisitFault[] {
  const { body, state, going, tasks } = visit;
  const { window } = visit.visit;
  const { policy } = rules;
  const faults: VisitFault[] = [];
  if (body.finished !== null) return [{ kind: 'finished', on: body.finished.on }];
  if (on < window.from || on > window.to) faults.push({ kind: 'outside-window', window });
  // 事后补登的通知 stands as one: why it was written down so late is said with it.
  if (body.held !== null && words === '') faults.push({ kind: 'noticed-after', on: body.held.on });
  const quiet = quietFault(rules, visit, on, filed);
  if (quiet !== null) faults.push(quiet);
  if (approvalBinds(on) && !isApproved(body)) faults.push({ kind: 'not-approved', stands: approvalStands(visit) });
  const told = body.firstNotice?.materials;
  const added = told === undefined ? [] : materials.filter((each) => !told.includes(each));
  if (added.length > 0) faults.push({ kind: 'materials-added', materials: added });
  if (policy !== null && requires(policy, 'visit-agreed', on) !== null) {
    const agenda = agendaFault(state, going);
    if (agenda !== null) faults.push(agenda);
    else if (state.agenda !== null && state.agenda.proposed.on !== on)
      faults.push({ kind: 'agenda-other-day', on: state.agenda.proposed.on });
  }
  if (policy !== null && requires(policy, 'scheme-for-on-site', on) !== null) {
    const lacking = tasks.find(
      ({ no, reach, method }) => reach === 'joint' && method === 'on-site' && !schemes.has(no),
    );
    if (lacking !== undefined) faults.push({ kind: 'no-scheme', task: lacking.no, lead: lacking.lead });
  }
  return faults;
}

/** How far the approval is, where it is not given, or was not yet on the day. */
export function approvalStands({
  body: { approval },
}: Pick<PartVisit, 'body'>): Extract<VisitFault, { kind: 'not-approved' }>['stands'] {
  if (approval === null) return 'not-asked';
  if (approval.decided === null) return 'waiting';
  return approval.decided.approved ? 'later' : 'returned';
}
