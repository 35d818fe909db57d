/** Answers of this chapter, and its refusals as a thread says them: in local time, and without what a second typist must not see. */

import type { Result } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import { type Message, sentence } from '../../message.ts';
import { beijing } from '../../post/say/draw/words.ts';
import type { Refusal } from '../../refusal.ts';
import { sayRefusal } from '../../say/refusal.ts';
import type { Answer } from '../door.ts';

export const say = (zh: string, en: string): Answer => ({ kind: 'say', message: sentence({ zh, en }) });
export const show = (message: Message): Answer => ({ kind: 'say', message });

export function sayRefused(refusal: Refusal): Words {
  if (refusal.stage !== 'ceremony') return sayRefusal(refusal);
  const { why } = refusal;
  if (why.reason === 'too-early') {
    const until = beijing(why.until);
    return { zh: `还没有到时间，请在 ${until.zh} 之后办理。`, en: `It is too early; come again after ${until.en}.` };
  }
  if (why.reason === 'number-typed') {
    return {
      zh: '公共数已有一人录入，不能改用下一公共数；请另一部门第二人对照公告录入，录错的由本人重新录入。',
      en: 'One person has typed the number, so it cannot be passed over; a second one types it, or the first one mends it.',
    };
  }
  return sayRefusal(refusal);
}

export const refused = (refusal: Refusal): Answer => ({ kind: 'say', message: sentence(sayRefused(refusal)) });

/** What a verb gave back, in words either way. */
export const told = <T>(result: Result<T, Refusal>, words: (value: T) => Words): Answer =>
  result.ok ? { kind: 'say', message: sentence(words(result.value)) } : refused(result.error);

/** The same for a form with one field that matters: a refusal stands at it, and what was typed stays. */
export const filled = <T>(result: Result<T, Refusal>, field: string, words: (value: T) => Words): Answer =>
  result.ok
    ? { kind: 'say', message: sentence(words(result.value)) }
    : { kind: 'errors', errors: { [field]: sayRefused(result.error) } };
