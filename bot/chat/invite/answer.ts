/** Answers of this chapter: a refusal in words at its field where it has one, silence where the threads show what changed. */
import { never, type Result } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import { type Message, sentence } from '../../message.ts';
import type { Refusal } from '../../refusal.ts';
import { sayRefusal } from '../../say/refusal.ts';
import type { InviteRefusal } from '../../verbs/invite/refusal.ts';
import type { Answer } from '../door.ts';

export const tell = (words: Words): Answer => ({ kind: 'say', message: sentence(words) });
export const refused = (refusal: Refusal): Answer => tell(sayRefusal(refusal));
export const noForm = (refusal: Refusal): { readonly message: Message } => ({ message: sentence(sayRefusal(refusal)) });

/** What a verb gave back, in words either way. */
export const told = <T>(result: Result<T, Refusal>, words: (value: T) => Words): Answer =>
  result.ok ? tell(words(result.value)) : refused(result.error);

/** What a verb gave back to a form: what can be mended is said at its field, and the form stays open. */
export function filled<T>(result: Result<T, Refusal>, words: (value: T) => Words): Answer {
  if (result.ok) return tell(words(result.value));
  const { error } = result;
  const field = error.stage === 'invite' ? fieldOf(error.why) : null;
  return field === null ? refused(error) : { kind: 'errors', errors: { [field]: sayRefusal(error) } };
}

function fieldOf(why: InviteRefusal): string | null {
  switch (why.reason) {
    case 'not-a-date':
    case 'day-past':
      return 'day';
    case 'contact-missing':
      return 'person';
    case 'too-long':
      return why.field;
    case 'reason-missing':
      return 'reason';
    case 'items-not-own':
      return 'items';
    case 'too-few-officers':
      return 'officers';
    case 'matter-missing':
    case 'listed-already':
      return 'matter';
    case 'bad-superior-number':
    case 'received-already':
      return 'number';
    case 'bad-level':
      return 'level';
    case 'issuer-missing':
      return 'from';
    case 'nothing-read':
    case 'nothing-listed':
      return 'file';
    case 'platform-missing':
      return 'platform';
    case 'no-task-meant':
      return 'task';
    case 'not-a-department':
      return 'sign';
    case 'number-taken':
    case 'other-year':
      return 'plan';
    case 'lead-missing':
    case 'lead-not-among':
      return 'lead';
    case 'no-invitation':
    case 'no-such-task':
    case 'not-joint':
    case 'published-already':
    case 'not-invited':
    case 'no-missing-item':
    case 'step':
    case 'no-superior-plan':
    case 'not-named':
    case 'nothing-to-enter':
    case 'no-offer':
    case 'not-a-lead':
    case 'nothing-named':
    case 'no-list':
    case 'list-not-yours':
      return null;
    default:
      return never(why);
  }
}
