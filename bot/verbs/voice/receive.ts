/**
 * Takes in what the public sends. Nobody signs it and no row of the table of rights lets anybody do it: like what the clock brings about, it is
 * signed by the system (`system:public`), since whoever comes to the window may speak. How often is counted at the door.
 */
import { canonical } from '../../../core/canonical.ts';
import { digest, digestText } from '../../../core/digest.ts';
import { ok, type Result } from '../../../core/result.ts';
import { answered, answerRow } from '../../../db/once.ts';
import { asJson } from '../../as-json.ts';
import type { Deps } from '../../deps.ts';
import { postsOfVoices } from '../../post/after/voice.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { already, enact } from '../act.ts';
import { lineMost, tooLong, wordsMost } from '../too-long.ts';
import { disciplineOn } from './discipline.ts';
import type { VoiceField } from './refusal.ts';
import { anybody, type VoiceBody, voiceAbout } from './voice.ts';

export interface VoiceSent {
  readonly about: string;
  readonly text: string;
  readonly contact: string;
  readonly reference: string;
  /** 32 hexadecimal digits that the form was given: pressed twice, it is sent once. */
  readonly mark: string;
}

export interface VoiceReceipt {
  readonly number: number;
  /** Together with the number it shows the answer; it is kept nowhere. */
  readonly code: string;
}

const most: { readonly [field in VoiceField]: number } = { text: wordsMost, contact: 200, reference: lineMost };

export async function receiveVoice(deps: Deps, sent: VoiceSent): Promise<Result<VoiceReceipt, Refusal>> {
  const about = voiceAbout.find((each) => each === sent.about);
  if (about === undefined) return refuse('voice', { reason: 'no-subject-matter', about: sent.about });
  const [text, contact, reference] = [sent.text, sent.contact, sent.reference].map((typed) => cleaned(typed));
  const said = { about, text: text ?? '', contact: contact ?? '', reference: reference ?? '' };
  if (said.text === '') return refuse('voice', { reason: 'empty' });
  for (const field of ['text', 'contact', 'reference'] as const) {
    const long = tooLong(said[field], most[field]);
    if (long !== null) return refuse('voice', { reason: 'field-too-long', field, long });
  }
  if (!/^[0-9a-f]{32}$/.test(sent.mark)) return refuse('voice', { reason: 'no-mark' });

  // Of the mark and the words both: changed words are another message, whatever page they were written on.
  const whole = digestText('mingchou/voice-sent/1', canonical(asJson({ ...said, mark: sent.mark })));
  const code = codeOf(whole);
  const key = `voice/${digest('mingchou/voice-once/1', whole)}`;
  const body: VoiceBody = { ...said, code: codeDigest(code) };
  return enact<VoiceReceipt>(deps, async (at) => {
    const before = await answered(deps.db, key);
    if (before !== null) return already({ number: before.seq, code });
    return ok({
      facts: [{ kind: 'voice-received', actor: anybody, body: asJson(body) }],
      rows: [answerRow(key, null, at)],
      outbox: postsOfVoices(about === 'about-inspector' ? await disciplineOn(deps.db) : null),
      value: { number: at.seq, code },
    });
  });
}

const cleaned = (typed: string): string => typed.toWellFormed().replaceAll('\r\n', '\n').trim();

/** No I, L, O and U: read aloud and typed again it stays what it is. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 16;

/** Eighty bits: `7K3M-P0QX-…`. */
function codeOf(whole: string): string {
  const bits = BigInt(`0x${digest('mingchou/voice-code/1', whole)}`);
  const letters = Array.from({ length: codeLength }, (_, i) => alphabet[Number((bits >> BigInt(5 * i)) & 31n)] ?? '');
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** However it is typed: with or without hyphens, in small or full-width letters, an O for a zero. */
export const codeDigest = (typed: string): string => {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return digest('mingchou/voice-kept/1', code.replaceAll('O', '0').replace(/[IL]/g, '1'));
};
