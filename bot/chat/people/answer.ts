/** Answers in this chapter's usual shapes. */
import type { Result } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import { type Message, sentence } from '../../message.ts';
import type { Refusal } from '../../refusal.ts';
import { sayRefusal } from '../../say/refusal.ts';
import type { Answer } from '../door.ts';

export const say = (zh: string, en: string): Answer => ({ kind: 'say', message: sentence({ zh, en }) });
export const show = (message: Message): Answer => ({ kind: 'say', message });

/** What a verb gave back, in words either way. */
export function told<T>(result: Result<T, Refusal>, words: (value: T) => Words | Message): Answer {
  if (!result.ok) return show(sentence(sayRefusal(result.error)));
  const said = words(result.value);
  return show('summary' in said ? said : sentence(said));
}
