/** 违纪线索办理 (三明 2025 五(十五)): the discipline body signs for a lead and says what became of it. */
import { ok, type Result } from '../../../core/result.ts';
import { dossierOf } from '../../../db/dossier.ts';
import type { Actor } from '../../actor.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { postsOfVoices } from '../../post/after/voice.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { act, already, factOf } from '../act.ts';
import { tooLong } from '../too-long.ts';
import { disciplineOn } from './discipline.ts';
import { type Lead, leadOf, type MisconductAnswered } from './misconduct.ts';

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
