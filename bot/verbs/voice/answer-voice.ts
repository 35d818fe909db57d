/**
 * An answer to what the public said, read by whoever holds the receipt (万年 2022 四(五), 福安 2018 二(二)4). What is about an inspector is answered by the
 * discipline body alone; the office does not even learn that it is there.
 */
import { writtenAs } from '../../../core/ledger/dossier.ts';
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
import { mayAnswerVoice, mayReadVoice, type VoiceAnswer, type VoiceBody } from './voice.ts';

export function answerVoice(
  deps: Deps,
  actor: Actor,
  input: { readonly voice: number; readonly text: string },
): Promise<Result<VoiceAnswer, Refusal>> {
  return act<VoiceAnswer>(deps, actor, 'answer-voice', {}, async () => {
    const entries = await dossierOf(deps.db, { matter: 'voice', id: String(input.voice) });
    const received = entries.find(({ kind }) => kind === 'voice-received');
    const missing = () => refuse('voice', { reason: 'no-voice', number: input.voice });
    if (received === undefined || received.body === null) return missing();
    const { about } = writtenAs<VoiceBody>(received.body);
    if (!mayReadVoice(actor, about)) return missing();
    if (!mayAnswerVoice(actor, about))
      return refuse('rights', { reason: 'no-role', verb: 'answer-voice', person: actor.person, needs: ['office'] });
    const text = input.text.trim();
    if (text === '') return refuse('voice', { reason: 'empty' });
    const long = tooLong(text);
    if (long !== null) return refuse('voice', { reason: 'field-too-long', field: 'text', long });
    const body: VoiceAnswer = { voice: input.voice, text };
    const before = entries.findLast(({ kind }) => kind === 'voice-answered')?.body ?? null;
    if (before !== null && writtenAs<VoiceAnswer>(before).text === text) return already(body);
    return ok({
      facts: [factOf(actor, 'answer-voice', asJson(body))],
      outbox: postsOfVoices(about === 'about-inspector' ? await disciplineOn(deps.db) : null),
      value: body,
    });
  });
}
