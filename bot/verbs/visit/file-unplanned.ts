/**
 * 计划外检查: a check that no draw brings, on a ground (投诉举报、上级交办、外地移送…), filed before anybody goes. Only items of the list (清单之外无检查), only on
 * grounds that the policy knows for this subject and day; whoever must be told gives a receipt (万年 2022 三(一)1). Filing asks the head at the same time.
 */
import type { CivilDate } from '../../../core/calendar.ts';
import { type Ground, grounds, type Party } from '../../../core/policy/shape.ts';
import { keyText, type SubjectKey } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { FilingReceiver, UnplannedFiled } from '../../../core/visit/fact.ts';
import type { Repeat } from '../../../core/visit/repeat.ts';
import { snapshot } from '../../../db/imports.ts';
import { kept } from '../../../db/registry.ts';
import { subjectsByKey } from '../../../db/subjects.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { postsOfFiling } from '../../post/after/visit.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { ownerOf } from '../outcome/reach.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { bodyOf } from '../registry/lists.ts';
import { policyInForce } from '../registry/policy-in-force.ts';
import { tooLong } from '../too-long.ts';
import { classesAt, leaveAt } from './classes.ts';
import { filingsOf } from './filings.ts';
import { repeatsFor } from './repeats.ts';
import { filingPeople } from './who.ts';

export interface FilingInput {
  /** '' means the asker's own. */
  readonly department: string;
  readonly subject: SubjectKey;
  readonly items: readonly string[];
  readonly ground: Ground;
  readonly words: string;
  readonly on: CivilDate;
}

export interface UnplannedFiling {
  readonly filing: number;
  readonly receivers: readonly FilingReceiver[];
  readonly repeats: readonly Repeat[];
}

export async function fileUnplanned(
  deps: Deps,
  actor: Actor,
  input: FilingInput,
): Promise<Result<UnplannedFiling, Refusal>> {
  const { db } = deps;
  const { subject: key, ground, on } = input;
  const words = input.words.trim();
  if (words === '') return refuse('visit', { reason: 'no-reason-given' });
  const long = tooLong(words);
  if (long !== null) return refuse('visit', long);
  const departments = await departmentsAsHeld(db);
  const department = bodyOf(input.department === '' ? actor.department : input.department, departments);
  const allowed = authorise(actor, 'file-unplanned', ownerOf(actor, department, departments));
  if (!allowed.ok) return allowed;
  const asked = [...new Set(input.items.map((each) => each.trim()).filter((each) => each !== ''))];
  if (asked.length === 0) return refuse('visit', { reason: 'no-items' });
  return enact<UnplannedFiling>(deps, async (at) => {
    const state = await snapshot(db);
    const subject = (await subjectsByKey(db, state, [key])).get(keyText(key));
    if (subject === undefined) return refuse('visit', { reason: 'no-subject', subject: keyText(key) });
    const items = new Map((await kept(db, state, 'item')).map((item) => [item.code, item]));
    const off = asked.filter((code) => {
      const item = items.get(code);
      return item === undefined || item.body !== department || (item.repealedFrom !== null && item.repealedFrom <= on);
    });
    if (off.length > 0) return refuse('visit', { reason: 'off-list', items: off, department });
    const policy = await policyInForce(db, on);
    const leave =
      policy === null
        ? ({ kind: 'free' } as const)
        : leaveAt(policy, (await classesAt(db, state, policy, key, on)).all, { date: on, drawn: false, ground });
    if (leave.kind === 'ground-needed')
      return refuse('visit', { reason: 'ground-not-permitted', ground, grounds: leave.grounds });
    const receivers = leave.kind === 'with-filing' ? receiversOf(leave.receivers) : [];
    const repeats =
      (
        await repeatsFor(deps, [
          { subject: key, department, items: asked, window: { from: on, to: on }, isSame: () => false },
        ])
      )[0] ?? [];
    const before = (await filingsOf(db)).find(
      ({ filed, held }) =>
        held === null &&
        filed.department === department &&
        filed.subject === keyText(key) &&
        filed.on === on &&
        filed.ground === ground &&
        filed.words === words,
    );
    if (before !== undefined) return already({ filing: before.seq, receivers: before.filed.receivers, repeats });
    const body: UnplannedFiled = {
      department,
      subject: keyText(key),
      name: subject.name,
      items: asked,
      ground,
      words,
      on,
      receivers,
      warned: repeats.length,
    };
    return ok({
      facts: [factOf(actor, 'file-unplanned', asJson(body))],
      outbox: postsOfFiling(at.seq, await filingPeople(db, body, actor.person)),
      value: { filing: at.seq, receivers, repeats },
    });
  });
}

/** Of the parties that a policy names those who give receipts here; any other is told by the office. */
export const receiversOf = (parties: readonly Party[]): readonly FilingReceiver[] => [
  ...new Set(parties.map((party): FilingReceiver => (party === 'legal' ? 'legal' : 'office'))),
];

export const isGround = (text: string): text is Ground => grounds.some((each) => each === text);
