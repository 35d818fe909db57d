/**
 * 现场检查: what happened at the door: which two officers with certificates valid that day and shown, who refused and before whom, what was read
 * and copied, who was asked. Nobody goes without approval where the law of the day asks for it; what could not wait says why (补办).
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { canonical } from '../../../core/canonical.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { faultsOfComing, faultsOfDay, officersAt } from '../../../core/visit/door.ts';
import type { Coming, UsedResult, VisitHeld } from '../../../core/visit/fact.ts';
import { readHour } from '../../../core/visit/hour.ts';
import { approvalBinds, deskComesFirst } from '../../../core/visit/need.ts';
import { type BodyState, isApproved } from '../../../core/visit/state.ts';
import { snapshot } from '../../../db/imports.ts';
import { kept } from '../../../db/registry.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { lineMost, tooLong } from '../too-long.ts';
import type { VisitFault } from './fault.ts';
import { approvalStands } from './give-notice.ts';
import { type Acted, actOnVisits, idsOf, type Judged, type Judging, judged } from './many.ts';
import type { Asking, Part, PartVisit } from './part.ts';
import type { VisitRefusal } from './refusal.ts';
import { quietFault, rulesOn, tasksFiled } from './rules.ts';

export interface HeldInput extends Asking {
  readonly on: CivilDate;
  readonly hour: string;
  readonly coming: Coming;
  /** Work numbers; empty means all who are sent. */
  readonly officers: readonly string[];
  readonly shown: boolean;
  readonly witness: string;
  readonly copied: readonly string[];
  /** Roles of those who were asked, never names. */
  readonly asked: readonly string[];
  readonly used: readonly UsedResult[];
  readonly urgent: string;
  readonly words: string;
}

export async function holdVisit(deps: Deps, actor: Actor, input: HeldInput): Promise<Result<Acted, Refusal>> {
  const told = readHeld(input);
  if (!told.ok) return refuse('visit', told.error);
  return actOnVisits(deps, actor, 'hold-visit', input, async (part, today) =>
    ok(await heldJudging(deps, told.value, part, today)),
  );
}

/** As it was told, without what stands around it. */
export type HeldTold = Omit<HeldInput, keyof Asking>;

function readHeld(input: HeldInput): Result<HeldTold, VisitRefusal> {
  const hour = readHour(input.hour);
  const [witness, urgent, words] = [input.witness.trim(), input.urgent.trim(), input.words.trim()];
  const [copied, asked] = [lines(input.copied), lines(input.asked)];
  const long =
    tooLong(words) ??
    tooLong(urgent) ??
    tooLong(input.hour, lineMost) ??
    tooLong(witness, lineMost) ??
    tooLong(copied.join('\n')) ??
    tooLong(asked.join('\n'));
  if (long !== null) return err(long);
  if (hour === null) return err({ reason: 'not-hour', hour: input.hour });
  const { on, coming, officers, shown, used } = input;
  if (coming === 'deferred' && words === '') return err({ reason: 'no-reason-given' });
  return ok({ on, hour, coming, officers, shown, witness, copied, asked, used, urgent, words });
}

/** How 现场检查 is judged and recorded; the signing of the form at the same door records it along with itself. */
export async function heldJudging(
  deps: Deps,
  told: HeldTold,
  part: Pick<Part, 'book' | 'department' | 'visits'>,
  today: CivilDate,
): Promise<Judging & { readonly told: (visits: readonly PartVisit[]) => VisitHeld }> {
  const { db } = deps;
  const { on, coming, shown, witness, urgent, officers: named, ...rest } = told;
  const rules = await rulesOn(db, part.visits, on);
  const filed = await tasksFiled(deps, part.book.plan);
  // Who has left by that day stands at no door, whatever post he still holds.
  const there = (await kept(db, await snapshot(db), 'inspector')).filter(({ left }) => left === null || left > on);
  const people = new Map(there.map((each) => [each.number, each]));
  const officersOf = ({ own }: PartVisit) =>
    officersAt(
      { on, coming, officers: named, shown, witness },
      { sent: own.sent.map(({ number }) => number), inspector: (number) => people.get(number) },
    );
  const judge = (visit: PartVisit): Judged => {
    const { body } = visit;
    if (body.went.some((each) => isSame(each, told, named))) return { kind: 'before' };
    if (body.finished !== null) return judged([{ kind: 'finished', on: body.finished.on }]);
    const faults: VisitFault[] = [
      ...faultsOfDay(on, { window: visit.visit.window, drawnOn: part.book.drawnOn }, today),
      ...faultsOfComing({ on, coming, officers: named, shown, witness }),
    ];
    // Put off before it began: nobody stood at the door, and nothing else is asked.
    if (coming === 'deferred') return judged(faults);
    const officers = officersOf(visit);
    if (!officers.ok) faults.push(...officers.error);
    const quiet = quietFault(rules, visit, on, filed);
    if (quiet !== null) faults.push(quiet);
    if (approvalBinds(on) && !wasApproved(body, on) && urgent === '')
      faults.push({ kind: 'not-approved', stands: approvalStands(visit) });
    if (deskComesFirst(body, rules.ruleOf(visit)) && urgent === '') faults.push({ kind: 'desk-first' });
    if (body.held !== null && coming !== 'inspected') faults.push({ kind: 'held-already', on: body.held.on });
    return judged(faults);
  };
  const toldOf = (visits: readonly PartVisit[]): VisitHeld => {
    const there = visits.map((visit) => {
      const officers = coming === 'deferred' ? null : officersOf(visit);
      return { visit: visit.id, officers: officers?.ok === true ? officers.value : [] };
    });
    const everybody = new Map(there.flatMap(({ officers }) => officers).map((each) => [each.number, each]));
    return {
      book: part.book.book,
      department: part.department,
      visits: idsOf(visits),
      on,
      coming,
      officers: [...everybody.values()],
      there: there.map(({ visit, officers }) => ({ visit, officers: officers.map(({ number }) => number) })),
      shown,
      witness,
      urgent,
      ...rest,
    };
  };
  return { judge, body: (visits) => asJson(toldOf(visits)), told: toldOf };
}

const lines = (given: readonly string[]): readonly string[] =>
  given.map((each) => each.trim()).filter((each) => each !== '');

/** The head had said yes by that day; said later it is 补办, and the record says why nobody waited. */
const wasApproved = (body: BodyState, on: CivilDate): boolean =>
  isApproved(body) && body.approval?.decided != null && dayOf(body.approval.decided.at) <= on;

type Told = Pick<VisitHeld, 'on' | 'coming' | 'hour' | 'witness' | 'words' | 'shown' | 'copied' | 'asked' | 'used'>;

/** @param named officers whom the teller names; where he names none, whoever is sent is meant */
function isSame(held: VisitHeld, told: Told, named: readonly string[]): boolean {
  const parts = ({ on, coming, hour, witness, words, shown, copied, asked, used }: Told) =>
    canonical(asJson({ on, coming, hour, witness, words, shown, copied, asked, used }));
  const there = held.officers.map(({ number }) => number);
  const isThere =
    told.coming === 'deferred' ||
    named.length === 0 ||
    (named.length === there.length && named.every((each) => there.includes(each)));
  return parts(held) === parts(told) && isThere;
}
