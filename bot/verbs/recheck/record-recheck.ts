/**
 * What a re-inspection found (三明 2025 四(十二): 合规性、完整性、精准性, 重点核查是否存在问题未发现), by somebody who neither was there nor entered it.
 */
import { type OutcomeKey, outcomeKeyOf } from '../../../core/outcome/key.ts';
import { hasFault, type Recheck, type RecheckRecorded } from '../../../core/recheck/recheck.ts';
import { keyText } from '../../../core/registry/subject.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { standingOutcomes } from '../../../db/outcomes.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { dayOf } from '../../today.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { entryOf } from '../outcome/entry.ts';
import { departmentsAsHeld } from '../registry/departments.ts';
import { bodyOf } from '../registry/lists.ts';
import { tooLong } from '../too-long.ts';
import { heldFiling } from '../visit/filings.ts';
import { drawnOf, recheckHeld } from './rechecks.ts';

export type RecheckFinding = Omit<RecheckRecorded, 'ceremony' | 'department' | 'on'>;

export function recordRecheck(
  deps: Deps,
  actor: Actor,
  input: RecheckFinding,
): Promise<Result<RecheckRecorded, Refusal>> {
  return enact<RecheckRecorded>(deps, async (at) => {
    const recheck = await recheckHeld(deps.db, input.recheck);
    if (recheck === null) return refuse('recheck', { reason: 'no-recheck', no: input.recheck });
    const allowed = authorise(actor, 'record-recheck', { department: recheck.department });
    if (!allowed.ok) return allowed;
    const key = await sampledKey(deps.db, recheck, input.outcome);
    if (!key.ok) return key;
    const { department, subject } = key.value;
    if (await isOwnWork(deps.db, key.value, actor))
      return refuse('recheck', { reason: 'own-work', outcome: input.outcome, person: actor.person });
    const words = input.words.trim();
    const long = tooLong(words);
    if (long !== null) return refuse('recheck', long);
    if (hasFault(input) && words === '')
      return refuse('recheck', { reason: 'fault-without-words', outcome: input.outcome });
    const underFiling = input.way === 'door' ? input.underFiling : null;
    if (input.way === 'door' && !(await isFiled(deps.db, underFiling, actor, subject)))
      return refuse('recheck', { reason: 'door-without-filing', filing: underFiling });
    const { ceremony } = recheck;
    const body: RecheckRecorded = { ...input, ceremony, words, underFiling, department, on: dayOf(at.now) };
    const before = recheck.records.get(input.outcome);
    if (before !== undefined && isSame(before, body)) return already(before);
    return ok({ facts: [factOf(actor, 'record-recheck', asJson(body))], value: body });
  });
}

async function sampledKey(db: Db, recheck: Recheck, outcome: string) {
  const drawn = await drawnOf(db, recheck);
  if (drawn === null) return refuse('recheck', { reason: 'not-drawn-yet', no: recheck.no, ceremony: recheck.ceremony });
  const key = outcomeKeyOf(outcome);
  const at = drawn.find(({ outcomes }) => outcomes.includes(outcome));
  if (key === null || at === undefined) return refuse('recheck', { reason: 'not-in-sample', no: recheck.no, outcome });
  return ok({ ...key, subject: keyText(at) });
}

async function isOwnWork(db: Db, { source, visit, department, item }: OutcomeKey, actor: Actor): Promise<boolean> {
  const held = (await standingOutcomes(db, source, [visit])).find(
    (each) => each.department === department && each.item === item,
  );
  if (held === undefined) return false;
  const { inspectors } = entryOf(held);
  return held.person === actor.person || (actor.inspector !== '' && inspectors.includes(actor.inspector));
}

/** Filed by his own department, about the enterprise to whose door he went. */
async function isFiled(db: Db, no: number | null, { department }: Actor, subject: string): Promise<boolean> {
  const filing = no === null ? null : await heldFiling(db, no);
  if (filing === null || filing.filed.subject !== subject) return false;
  const departments = await departmentsAsHeld(db);
  return bodyOf(department, departments) === bodyOf(filing.filed.department, departments);
}

const isSame = (a: RecheckRecorded, b: RecheckRecorded): boolean =>
  JSON.stringify([a.grades, a.missed, a.words, a.way, a.underFiling]) ===
  JSON.stringify([b.grades, b.missed, b.words, b.way, b.underFiling]);
