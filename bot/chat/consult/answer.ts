/** Answers of this chapter, and what its buttons and forms are about. */
import type { Result } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import { type Message, sentence } from '../../message.ts';
import { aboutIn, type ConsultAbout } from '../../post/say/consult/place.ts';
import type { Refusal } from '../../refusal.ts';
import { may, type Verb } from '../../rights.ts';
import { sayRefusal } from '../../say/refusal.ts';
import { authorise } from '../../verbs/act.ts';
import type { Answer, Asked } from '../door.ts';

export const done: Answer = { kind: 'done' };
export const show = (message: Message): Answer => ({ kind: 'say', message });
export const tell = (words: Words): Answer => show(sentence(words));
export const refused = (refusal: Refusal): Answer => tell(sayRefusal(refusal));

/** A sentence and lines under it. */
export const withLines = (summary: Words, lines: readonly Words[]): Message => ({
  summary,
  parts: [{ kind: 'text', words: summary }, ...(lines.length === 0 ? [] : [{ kind: 'list', items: lines } as const])],
});

export const gone: Words = {
  zh: '这个按钮（表单）已经失效，请从征询函重新操作。',
  en: 'This button or form is no longer good; begin at the letter again.',
};

/** What a button brought back; of one that names no department it is the presser's own. */
export function aboutOf(asked: Asked, text: string): ConsultAbout | null {
  const about = aboutIn(text);
  return about === null || about.department !== '' ? about : { ...about, department: asked.actor.department };
}

/** Before a form is shown: whether the one who asks could do what it is for. */
export function mayNot(asked: Asked, verb: Verb, department = asked.actor.department): Message | null {
  const allowed = authorise(asked.actor, verb, { department });
  return allowed.ok ? null : sentence(sayRefusal(allowed.error));
}

export const canReply = ({ actor }: Asked, department: string): boolean =>
  may(actor, 'reply-to-consultation', { department }).ok;

/** Nothing to say where it went well: the threads show it. */
export const quietly = <T>(result: Result<T, Refusal>): Answer => (result.ok ? done : refused(result.error));
