/**
 * What came of a check outside the draw, item by item: by two officers of the department, after every receipt and the head's approval, or with
 * the reason why it could not wait. It counts toward the year's allowance of the subject like any other check.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { keyOfText } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import { faultsOfComing, faultsOfDay, officersAt } from '../../../core/visit/door.ts';
import type { FilingReceiver, UnplannedHeld } from '../../../core/visit/fact.ts';
import type { Filing } from '../../../core/visit/filing.ts';
import { approvalBinds } from '../../../core/visit/need.ts';
import { snapshot } from '../../../db/imports.ts';
import { kept } from '../../../db/registry.ts';
import { addPastChecks } from '../../../db/subjects.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { postsOfFiling } from '../../post/after/visit.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { act, already, factOf } from '../act.ts';
import { ownerOf } from '../outcome/reach.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { lineMost, tooLong } from '../too-long.ts';
import { classesAt, leaveAt } from './classes.ts';
import { receiversOf } from './file-unplanned.ts';
import { heldFiling } from './filings.ts';
import type { VisitRefusal } from './refusal.ts';
import { filingPeople, personIn } from './who.ts';

export interface UnplannedInput
  extends Pick<UnplannedHeld, 'filing' | 'on' | 'coming' | 'shown' | 'witness' | 'found' | 'urgent' | 'words'> {
  /** Work numbers; at least two of the department. */
  readonly officers: readonly string[];
}

export interface UnplannedDone {
  readonly filing: number;
  readonly on: CivilDate;
  readonly problems: number;
}

export async function holdUnplanned(
  deps: Deps,
  actor: Actor,
  input: UnplannedInput,
): Promise<Result<UnplannedDone, Refusal>> {
  const { db } = deps;
  const { filing: no, on, coming, shown } = input;
  const [witness, urgent, words] = [input.witness.trim(), input.urgent.trim(), input.words.trim()];
  const found = input.found.map((each) => ({ ...each, words: each.words.trim() }));
  const long =
    tooLong(words) ??
    tooLong(urgent) ??
    tooLong(witness, lineMost) ??
    tooLong(found.map((each) => each.words).join('\n'));
  if (long !== null) return refuse('visit', long);
  const before = await heldFiling(db, no);
  if (before === null) return refuse('visit', { reason: 'no-filing', filing: no });
  const owner = ownerOf(actor, before.filed.department, await departmentsAsHeld(db));
  return act<UnplannedDone>(deps, actor, 'hold-unplanned', owner, async (at) => {
    const filing = await heldFiling(db, no);
    if (filing === null) return refuse('visit', { reason: 'no-filing', filing: no });
    const { filed, held, putOff } = filing;
    const problems = found.filter(({ problem }) => problem).length;
    if (held !== null) {
      const isSame = held.on === on && held.coming === coming && JSON.stringify(held.found) === JSON.stringify(found);
      return isSame ? already({ filing: no, on, problems }) : refuse('visit', { reason: 'filing-held', filing: no });
    }
    if (putOff.some((each) => coming === 'deferred' && each.on === on && each.words === words))
      return already({ filing: no, on, problems });
    if (on < filed.on) return refuse('visit', { reason: 'before-filed-day', filing: no, on: filed.on });
    const early = urgent === '' ? lackingOn(filing, on) : null;
    if (early !== null) return refuse('visit', early);
    const moved = await movedTo(deps, filing, on);
    if (moved !== null) return refuse('visit', moved);
    const people = await kept(db, await snapshot(db), 'inspector');
    const own = people.filter(
      ({ department, left }) => department === filed.department && (left === null || left > on),
    );
    const officers = officersAt(
      { on, coming, officers: input.officers.length === 0 ? [''] : input.officers, shown, witness },
      { sent: own.map(({ number }) => number), inspector: (number) => own.find((each) => each.number === number) },
    );
    const faults = [
      ...faultsOfDay(on, { window: { from: filed.on }, drawnOn: filed.on }, dayOf(at.now)),
      ...faultsOfComing({ on, coming, officers: input.officers, shown, witness }),
      ...(coming === 'deferred' || officers.ok ? [] : officers.error),
    ];
    if (faults.length > 0) return refuse('visit', { reason: 'door', faults });
    // Nothing beyond what was filed, and nothing of it left out: a check on a ground is not a general one.
    const off = found.map(({ item }) => item).filter((item) => !filed.items.includes(item));
    if (off.length > 0) return refuse('visit', { reason: 'off-list', items: off, department: filed.department });
    const left = filed.items.filter((item) => !found.some((each) => each.item === item));
    if (coming === 'inspected' && left.length > 0) return refuse('visit', { reason: 'items-left', items: left });
    if (found.some((each) => each.problem && each.words === '')) return refuse('visit', { reason: 'no-words' });
    const body: UnplannedHeld = {
      filing: no,
      department: filed.department,
      subject: filed.subject,
      on,
      coming,
      officers: officers.ok ? officers.value : [],
      shown,
      witness,
      found,
      urgent,
      words,
    };
    const subject = keyOfText(filed.subject);
    const checks =
      coming === 'inspected' && subject !== null
        ? addPastChecks(
            [
              {
                ...subject,
                date: on,
                department: filed.department,
                items: filed.items,
                method: 'on-site',
                occasion: 'triggered',
              },
            ],
            at,
          )
        : [];
    return ok({
      facts: [factOf(actor, 'hold-unplanned', asJson(body))],
      rows: checks,
      outbox: postsOfFiling(no, await filingPeople(db, filed, personIn(filing.by))),
      value: { filing: no, on, problems },
    });
  });
}

/** What was not there on the day of the check: the filing, a receipt, the approval. Given afterwards it does not come first. */
function lackingOn(filing: Filing, on: CivilDate): VisitRefusal | null {
  const { seq, at, filed, receipts, approval } = filing;
  const filedOn = dayOf(at);
  if (filedOn > on) return { reason: 'filed-afterwards', filing: seq, on, filedOn };
  const inTime = (receiver: FilingReceiver): boolean => {
    const receipt = receipts.get(receiver);
    return receipt?.accepted === true && dayOf(receipt.at) <= on;
  };
  const lacking = filed.receivers.filter((receiver) => !inTime(receiver));
  if (lacking.length > 0) return { reason: 'filing-incomplete', filing: seq, lacking };
  if (!approvalBinds(on) || (approval?.approved === true && dayOf(approval.at) <= on)) return null;
  const stands = approval === null ? 'waiting' : approval.approved ? 'later' : 'returned';
  return { reason: 'filing-not-approved', filing: seq, stands };
}

/** A day on which more is asked than on the day that was filed (企业安静期): then it is filed anew for that day. */
async function movedTo({ db }: Pick<Deps, 'db'>, { seq, filed }: Filing, on: CivilDate): Promise<VisitRefusal | null> {
  if (on === filed.on) return null;
  const policy = await policyInForce(db, on);
  const subject = keyOfText(filed.subject);
  if (policy === null || subject === null) return null;
  const classes = (await classesAt(db, await snapshot(db), policy, subject, on)).all;
  const leave = leaveAt(policy, classes, { date: on, drawn: false, ground: filed.ground });
  if (leave.kind === 'ground-needed')
    return { reason: 'ground-not-permitted', ground: filed.ground, grounds: leave.grounds };
  const asked = leave.kind === 'with-filing' ? receiversOf(leave.receivers) : [];
  const receivers = asked.filter((each) => !filed.receivers.includes(each));
  return receivers.length === 0 ? null : { reason: 'file-anew', filing: seq, on, receivers };
}
