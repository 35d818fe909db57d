/** What the buttons and forms of a consultation are about, and for whom one may answer. */
import type { Words } from '../../../core/words.ts';
import { aboutIn, type ConsultAbout } from '../../post/say/consult/place.ts';
import { may } from '../../rights.ts';
import type { Asked } from '../door.ts';

export const gone: Words = {
  zh: '这个按钮（表单）已经失效，请从征询函重新操作。',
  en: 'This button or form is no longer good; begin at the letter again.',
};

/** What a button brought back; of one that names no department it is the presser's own. */
export function aboutOf(asked: Asked, text: string): ConsultAbout | null {
  const about = aboutIn(text);
  return about === null || about.department !== '' ? about : { ...about, department: asked.actor.department };
}

export const canReply = ({ actor }: Asked, department: string): boolean =>
  may(actor, 'reply-to-consultation', { department }).ok;
