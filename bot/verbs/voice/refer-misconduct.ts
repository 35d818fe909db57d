/** 违纪线索移送 (三明 2025 五(十五): 及时依规依纪移送有关部门严肃处理): a lead on an inspector goes from the office or a head to the discipline body. */
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { postsOfVoices } from '../../post/after/voice.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { already, authorise, enact, factOf } from '../act.ts';
import { departmentNamed } from '../registry/departments.ts';
import { tooLong } from '../too-long.ts';
import { disciplineOn } from './discipline.ts';
import { leadsFor, type MisconductReferred } from './misconduct.ts';

export function referMisconduct(
  deps: Deps,
  actor: Actor,
  input: { readonly department: string; readonly words: string },
): Promise<Result<{ readonly lead: number }, Refusal>> {
  return enact<{ readonly lead: number }>(deps, async (at) => {
    // A head refers what his own inspectors did; the office whatever it learns.
    const whose = await departmentMeant(deps.db, actor, input.department);
    if (!whose.ok) return whose;
    const allowed = authorise(actor, 'refer-misconduct', { department: whose.value });
    if (!allowed.ok) return allowed;
    const words = input.words.trim();
    if (words === '') return refuse('voice', { reason: 'empty' });
    const long = tooLong(words);
    if (long !== null) return refuse('voice', { reason: 'field-too-long', field: 'text', long });
    const recipients = await disciplineOn(deps.db);
    if (recipients.length === 0) return refuse('voice', { reason: 'no-discipline' });
    const same = (await leadsFor(deps.db, actor)).find((each) => each.by === actor.person && each.words === words);
    if (same !== undefined) return already({ lead: same.no });
    const body: MisconductReferred = { department: whose.value, words, by: actor.person };
    return ok({
      facts: [factOf(actor, 'refer-misconduct', asJson(body))],
      outbox: postsOfVoices(recipients),
      value: { lead: at.seq },
    });
  });
}

/** By code or name; left out, a head's own. */
async function departmentMeant(db: Db, actor: Actor, typed: string): Promise<Result<string, Refusal>> {
  const plain = typed.trim();
  if (plain === actor.department) return ok(plain);
  if (plain === '') return ok(actor.roles.includes('office') ? '' : actor.department);
  const found = await departmentNamed(db, typed);
  return found === null
    ? refuse('voice', { reason: 'no-such-department', department: typed.slice(0, 60) })
    : ok(found.code);
}
