/** The answer to what somebody sent, for whoever holds its receipt: number and code both. Wrong ones are all refused alike. */
import { writtenAs } from '../../../core/ledger/dossier.ts';
import { ok, type Result } from '../../../core/result.ts';
import { dossierOf } from '../../../db/dossier.ts';
import type { Deps } from '../../deps.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { codeDigest } from './receive.ts';
import type { VoiceAbout, VoiceAnswer, VoiceBody } from './voice.ts';

export interface VoiceStanding {
  readonly number: number;
  readonly about: VoiceAbout;
  readonly receivedAt: string;
  readonly answers: readonly { readonly at: string; readonly text: string }[];
}

export async function answerOf(
  deps: Pick<Deps, 'db'>,
  receipt: { readonly number: string; readonly code: string },
): Promise<Result<VoiceStanding, Refusal>> {
  const refused = () => refuse('voice', { reason: 'no-receipt' });
  const number = receipt.number.normalize('NFKC').trim();
  if (!/^\d{1,9}$/.test(number)) return refused();
  const entries = await dossierOf(deps.db, { matter: 'voice', id: String(Number(number)) });
  const received = entries.find(({ kind }) => kind === 'voice-received');
  if (received === undefined || received.body === null) return refused();
  const { about, code } = writtenAs<VoiceBody>(received.body);
  if (code !== codeDigest(receipt.code)) return refused();
  const answers = entries.flatMap(({ kind, at, body }) =>
    kind === 'voice-answered' && body !== null ? [{ at, text: writtenAs<VoiceAnswer>(body).text }] : [],
  );
  return ok({ number: Number(number), about, receivedAt: received.at, answers });
}
