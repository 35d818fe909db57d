/**
 * What came of a check outside the draw, item by item: by two officers of the department, after every receipt and the head's approval, or with
 * the reason why it could not wait. It counts toward the year's allowance of the subject like any other check.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { numberKinds, type SubjectKey } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import { faultsOfComing, faultsOfDay, officersAt } from '../../../core/visit/door.ts';
import type { UnplannedHeld } from '../../../core/visit/fact.ts';
import { receiptsLacking } from '../../../core/visit/filing.ts';
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
import { lineMost, tooLong } from '../too-long.ts';
import { heldFiling } from './filings.ts';
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
    const { filed, held, approval } = filing;
    const problems = found.filter(({ problem }) => problem).length;
    if (held !== null) {
      const isSame = held.on === on && held.coming === coming && JSON.stringify(held.found) === JSON.stringify(found);
      return isSame ? already({ filing: no, on, problems }) : refuse('visit', { reason: 'filing-held', filing: no });
    }
    const lacking = receiptsLacking(filing);
    if (lacking.length > 0 && urgent === '')
      return refuse('visit', { reason: 'filing-incomplete', filing: no, lacking });
    if (approvalBinds(on) && approval?.approved !== true && urgent === '')
      return refuse('visit', {
        reason: 'filing-not-approved',
        filing: no,
        stands: approval === null ? 'waiting' : 'returned',
      });
    if (on < filed.on) return refuse('visit', { reason: 'before-filed-day', filing: no, on: filed.on });
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
    const subject = keyOf(filed.subject);
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

/** `uscc:91…` back into a key. */
export function keyOf(text: string): SubjectKey | null {
  const at = text.indexOf(':');
  const kind = numberKinds.find((each) => each === text.slice(0, at));
  return kind === undefined || at + 1 >= text.length ? null : { kind, number: text.slice(at + 1) };
}
