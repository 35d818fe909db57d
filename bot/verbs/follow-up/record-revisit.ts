/**
 * 抽查回访 (石狮 四(五)): the inspected are asked how the check went, by telephone or from the file; whoever goes to the door says why. It is
 * no check and counts as none.
 */
import { canonical } from '../../../core/canonical.ts';
import type { RevisitWay } from '../../../core/follow-up/act.ts';
import { visitId } from '../../../core/outcome/key.ts';
import { keyText } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import { dossierOf } from '../../../db/dossier.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { bodyAt, outcomeBook } from '../outcome/book.ts';
import { ownerOf } from '../outcome/reach.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { bodyOf } from '../registry/lists.ts';
import { atMost, day, needed } from './given.ts';

export interface Revisit {
  /** `3`, or `L3` for a list drawn elsewhere. */
  readonly book: string;
  /** 检查编号 */
  readonly no: string;
  readonly way: RevisitWay;
  readonly on: string;
  /** What was said. */
  readonly words: string;
  /** Why somebody went to the door. */
  readonly reason: string;
}

/** The fact's body. */
export interface RevisitRecorded {
  readonly visit: string;
  readonly no: string;
  readonly department: string;
  readonly subject: string;
  readonly way: RevisitWay;
  readonly on: string;
  readonly words: string;
  readonly reason: string;
}

export async function recordRevisit(
  deps: Deps,
  actor: Actor,
  input: Revisit,
): Promise<Result<{ readonly no: string }, Refusal>> {
  const departments = await departmentsAsHeld(deps.db);
  const department = bodyOf(actor.department, departments);
  const allowed = authorise(actor, 'record-revisit', ownerOf(actor, department, departments));
  if (!allowed.ok) return allowed;
  return enact<{ no: string }>(deps, async (at) => {
    const on = day('on', input.on);
    if (!on.ok) return on;
    if (on.value > dayOf(at.now))
      return refuse('follow-up', { reason: 'not-a-date', field: 'on', text: input.on.slice(0, 40) });
    const words = needed('words', input.words);
    if (!words.ok) return words;
    const reason = atMost(input.reason);
    if (!reason.ok) return reason;
    if (input.way === 'door' && reason.value === '') return refuse('follow-up', { reason: 'door-needs-reason' });
    const worked = await outcomeBook(deps, input.book);
    if (!worked.ok) return worked;
    const { source, visits } = worked.value;
    const visit = [...visits.values()].find(({ no }) => no === input.no.trim());
    // A visit of others is none of the department's, and it learns nothing of it.
    if (visit === undefined || bodyAt(visit, department) === undefined)
      return refuse('follow-up', { reason: 'no-such-visit', no: input.no.slice(0, 40) });
    const { no } = visit;
    const body: RevisitRecorded = {
      visit: visitId(source, visit.visit),
      no,
      department,
      subject: keyText(visit.subject),
      way: input.way,
      on: on.value,
      words: words.value,
      reason: reason.value,
    };
    const before = await dossierOf(deps.db, { matter: 'visit', id: body.visit });
    const text = canonical(asJson(body));
    if (before.some((each) => each.kind === 'revisit-recorded' && each.body !== null && canonical(each.body) === text))
      return already({ no });
    return ok({ facts: [factOf(actor, 'record-revisit', asJson(body))], value: { no } });
  });
}
