/** What the public said, for those whom it is for: of inspectors the discipline body alone, the rest the office. Newest first. */
import { writtenAs } from '../../../core/ledger/dossier.ts';
import { ok, type Result } from '../../../core/result.ts';
import { dossiersOf } from '../../../db/dossier.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../refusal.ts';
import { authorise } from '../act.ts';
import { mayAnswerVoice, mayReadVoice, type VoiceAbout, type VoiceAnswer, type VoiceBody } from './voice.ts';

export interface Voice {
  readonly number: number;
  readonly at: string;
  readonly about: VoiceAbout;
  readonly text: string;
  readonly contact: string;
  readonly reference: string;
  /** Whether the one who asks answers it. */
  readonly answerable: boolean;
  readonly answers: readonly { readonly at: string; readonly by: string; readonly text: string }[];
}

/** The office as a reader: a channel and its debts are nobody's in particular. */
export const theOffice: Actor = {
  person: '',
  name: '',
  department: '',
  roles: ['office'],
  witness: null,
  inspector: '',
};

export async function voicesFor(deps: Pick<Deps, 'db'>, actor: Actor): Promise<Result<readonly Voice[], Refusal>> {
  const allowed = authorise(actor, 'answer-voice');
  if (!allowed.ok) return allowed;
  const voices: Voice[] = [];
  for (const [number, entries] of await dossiersOf(deps.db, 'voice')) {
    const received = entries.find(({ kind }) => kind === 'voice-received');
    if (received === undefined || received.body === null) continue;
    const { about, text, contact, reference } = writtenAs<VoiceBody>(received.body);
    if (!mayReadVoice(actor, about)) continue;
    const answers = entries.flatMap(({ kind, at, actor: by, body }) =>
      kind === 'voice-answered' && body !== null ? [{ at, by, text: writtenAs<VoiceAnswer>(body).text }] : [],
    );
    const answerable = mayAnswerVoice(actor, about);
    voices.push({ number: Number(number), at: received.at, about, text, contact, reference, answerable, answers });
  }
  return ok(voices.sort((a, b) => b.number - a.number));
}
