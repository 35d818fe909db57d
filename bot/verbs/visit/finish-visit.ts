/**
 * 办结检查: a department is done with a visit once it ended at the door, or at the desk where that suffices, and every outcome is entered. A
 * visit planned on site is not finished at a desk (甘州 2023 二(二)2).
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { VisitFinished } from '../../../core/visit/fact.ts';
import { endedAt, needsOf } from '../../../core/visit/need.ts';
import { standingOutcomes } from '../../../db/outcomes.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { type Acted, actOnVisits, idsOf, type Judged, type Judging } from './many.ts';
import type { Asking, Part, PartVisit } from './part.ts';
import { type RulesOfDay, rulesOn } from './rules.ts';

export function finishVisit(deps: Deps, actor: Actor, asking: Asking): Promise<Result<Acted, Refusal>> {
  return actOnVisits(deps, actor, 'finish-visit', asking, async (part, today) =>
    ok(await finishJudging(deps, part, today)),
  );
}

export async function finishJudging(deps: Deps, part: Part, today: CivilDate): Promise<Judging> {
  const rules = await rulesOn(deps.db, part.visits, part.book.window.from);
  const left = await outcomesLeft(deps, part);
  return {
    judge: (visit) => judge(visit, rules, left(visit)),
    body: (visits) => {
      const body: VisitFinished = {
        book: part.book.book,
        department: part.department,
        visits: idsOf(visits),
        on: today,
        ends: visits.map((visit) => ({ visit: visit.id, where: endedAt(visit.body, rules.ruleOf(visit)) ?? 'door' })),
      };
      return asJson(body);
    },
  };
}

function judge(visit: PartVisit, rules: RulesOfDay, left: number): Judged {
  const { body, state } = visit;
  if (body.finished !== null) return { kind: 'before' };
  const needs = needsOf(body, rules.ruleOf(visit), { left, signed: state.signed !== null });
  return needs.length === 0 ? { kind: 'do' } : { kind: 'faults', faults: [{ kind: 'needs', needs }] };
}

/** How many outcomes of the department are not entered yet at a visit. */
export async function outcomesLeft({ db }: Pick<Deps, 'db'>, part: Pick<Part, 'book' | 'department' | 'visits'>) {
  const { book, department, visits } = part;
  const numbers = visits.map(({ visit }) => visit.visit);
  const entered = new Set(
    (await standingOutcomes(db, book.source, numbers))
      .filter((each) => each.department === department)
      .map(({ visit, item }) => `${visit}/${item}`),
  );
  return ({ visit, own }: PartVisit): number =>
    own.items.filter(({ code }) => !entered.has(`${visit.visit}/${code}`)).length;
}
