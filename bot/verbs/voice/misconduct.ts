/**
 * 违纪线索移送 (三明 2025 五(十五): 及时依规依纪移送有关部门严肃处理): a lead on an inspector goes from the office or a head to the discipline body, which signs
 * for it and says what became of it. The inspector's department reads neither.
 */
import { writtenAs } from '../../../core/ledger/dossier.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { type DossierEntry, dossierOf, dossiersOf } from '../../../db/dossier.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { postsOfVoices } from '../../post/after/voice.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, authorise, enact, factOf } from '../act.ts';
import { departmentNamed } from '../registry/departments.ts';
import { tooLong } from '../too-long.ts';
import { disciplineOn } from './discipline.ts';

/** Body of `misconduct-referred`. */
export interface MisconductReferred {
  /** Whose inspector: a department's code, or '' where it is not known. */
  readonly department: string;
  readonly words: string;
  /** Person who refers it. */
  readonly by: string;
}

export const leadSteps = ['received', 'handled'] as const;
export type LeadStep = (typeof leadSteps)[number];

/** Body of `misconduct-answered`. */
export interface MisconductAnswered {
  readonly lead: number;
  readonly step: LeadStep;
  readonly words: string;
}

export interface Lead extends MisconductReferred {
  readonly no: number;
  readonly at: string;
  readonly steps: readonly { readonly step: LeadStep; readonly words: string; readonly at: string }[];
}

function leadOf(entries: readonly DossierEntry[]): Lead | null {
  const referred = entries.find(({ kind }) => kind === 'misconduct-referred');
  if (referred === undefined || referred.body === null) return null;
  const steps = entries.flatMap(({ kind, at, body }) => {
    if (kind !== 'misconduct-answered' || body === null) return [];
    const { step, words } = writtenAs<MisconductAnswered>(body);
    return [{ step, words, at }];
  });
  return { ...writtenAs<MisconductReferred>(referred.body), no: referred.seq, at: referred.at, steps };
}

/** For the discipline body all of them, for others those that they referred themselves. Oldest first. */
export const leadsFor = async (db: Db, actor: Actor): Promise<readonly Lead[]> =>
  [...(await dossiersOf(db, 'lead')).values()]
    .flatMap((entries) => leadOf(entries) ?? [])
    .filter(({ by }) => by === actor.person || actor.roles.includes('discipline'))
    .sort((a, b) => a.no - b.no);

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

export function answerMisconduct(deps: Deps, actor: Actor, input: MisconductAnswered): Promise<Result<Lead, Refusal>> {
  return act<Lead>(deps, actor, 'answer-misconduct', {}, async (at) => {
    const no = input.lead;
    const lead = leadOf(await dossierOf(deps.db, { matter: 'lead', id: String(no) }));
    if (lead === null) return refuse('voice', { reason: 'no-lead', no });
    const words = input.words.trim();
    if (input.step === 'handled' && words === '') return refuse('voice', { reason: 'empty' });
    const long = tooLong(words);
    if (long !== null) return refuse('voice', { reason: 'field-too-long', field: 'text', long });
    const { step } = input;
    if (lead.steps.some((each) => each.step === step && (step === 'received' || each.words === words)))
      return already(lead);
    return ok({
      facts: [factOf(actor, 'answer-misconduct', asJson({ lead: no, step, words }))],
      outbox: postsOfVoices(await disciplineOn(deps.db)),
      value: { ...lead, steps: [...lead.steps, { step, words, at: at.now }] },
    });
  });
}
