/**
 * 外部平台编号: where another platform is of record, each task, visit and outcome carries its number there, and whether that platform has it, has
 * confirmed it, or says something else. By the office, or the department whose matter it is.
 */
import { outcomeId, visitId } from '../../../core/outcome/key.ts';
import { ok, type Result } from '../../../core/result.ts';
import { type OutsideNumber, type OutsideState, outsideStates } from '../../../core/visit/fact.ts';
import { outsideOf } from '../../../core/visit/outside.ts';
import { dossierOf } from '../../../db/dossier.ts';
import { standingOutcomes } from '../../../db/outcomes.ts';
import { heldPlan } from '../../../db/plans.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { ownerOf } from '../outcome/reach.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { lineMost, tooLong } from '../too-long.ts';
import { visitStates } from './visit-states.ts';

export type OutsideMatter =
  | { readonly matter: 'task'; readonly plan: string; readonly task: string }
  | { readonly matter: 'visit'; readonly book: string; readonly visit: number }
  | {
      readonly matter: 'case';
      readonly book: string;
      readonly visit: number;
      readonly department: string;
      readonly item: string;
    };

export interface OutsideInput {
  readonly about: OutsideMatter;
  readonly number: string;
  readonly state: OutsideState;
  readonly words: string;
}

export interface OutsideRecorded {
  readonly id: string;
  readonly number: string;
  readonly state: OutsideState;
}

export async function recordOutsideNumber(
  deps: Deps,
  actor: Actor,
  { about, state, ...input }: OutsideInput,
): Promise<Result<OutsideRecorded, Refusal>> {
  const [number, words] = [input.number.trim(), input.words.trim()];
  if (state !== 'unregistered' && number === '') return refuse('visit', { reason: 'no-number' });
  const long = tooLong(number, lineMost) ?? tooLong(words);
  if (long !== null) return refuse('visit', long);
  // What differs is said, or nobody can mend it.
  if (state === 'differing' && words === '') return refuse('visit', { reason: 'no-words' });
  return enact<OutsideRecorded>(deps, async () => {
    const known = await matterOf(deps, about);
    if (!known.ok) return known;
    const { id, departments: whose } = known.value;
    const departments = await departmentsAsHeld(deps.db);
    const owner = whose
      .map((each) => ownerOf(actor, each, departments))
      .find((each) => each.department === actor.department);
    const allowed = authorise(actor, 'record-outside-number', owner ?? { department: whose[0] ?? '' });
    if (!allowed.ok) return allowed;
    const value = { id, number, state };
    const before = outsideOf(await dossierOf(deps.db, { matter: about.matter, id }));
    if (before.number === number && before.state === state && before.words === words) return already(value);
    const body: OutsideNumber = { department: actor.department, [about.matter]: id, number, state, words };
    return ok({ facts: [factOf(actor, 'record-outside-number', asJson(body))], value });
  });
}

interface Known {
  readonly id: string;
  /** Whose matter it is. */
  readonly departments: readonly string[];
}

async function matterOf(deps: Deps, about: OutsideMatter): Promise<Result<Known, Refusal>> {
  if (about.matter === 'task') {
    const id = `${about.plan}/${about.task}`;
    const task = (await heldPlan(deps.db, about.plan))?.plan.tasks.find(({ no }) => no === about.task);
    return task === undefined ? refuse('visit', { reason: 'no-task', task: id }) : ok({ id, departments: [task.lead] });
  }
  const held = await visitStates(deps, about.book);
  if (!held.ok) return held;
  const { book } = held.value;
  const visit = book.visits.get(about.visit);
  const id = visitId(book.source, about.visit);
  if (visit === undefined) return refuse('visit', { reason: 'no-matter', matter: id });
  if (about.matter === 'visit') return ok({ id, departments: visit.bodies.map(({ department }) => department) });
  const { department, item } = about;
  const isHeld = (await standingOutcomes(deps.db, book.source, [about.visit])).some(
    (each) => each.department === department && each.item === item,
  );
  const outcome = outcomeId({ source: book.source, visit: about.visit, department, item });
  return isHeld
    ? ok({ id: outcome, departments: [department] })
    : refuse('visit', { reason: 'no-matter', matter: outcome });
}

export const isOutsideState = (text: string): text is OutsideState => outsideStates.some((each) => each === text);
