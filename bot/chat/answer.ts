/** The usual shapes of an answer, for every chapter. */
import type { Result } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { type Message, sentence } from '../message/message.ts';
import type { Refusal } from '../refusal.ts';
import { sayRefusal } from '../say/refusal.ts';
import type { Answer } from './door.ts';

/** Nothing to say: the threads show it. */
export const quiet: Answer = { kind: 'done' };
export const show = (message: Message): Answer => ({ kind: 'say', message });
export const tell = (words: Words): Answer => show(sentence(words));
export const refused = (refusal: Refusal): Answer => show(noForm(refusal).message);

/** In place of a form that cannot be filled. */
export const noForm = (refusal: Refusal): { readonly message: Message } => ({
  message: {
    ...sentence(sayRefusal(refusal)),
    ...(refusal.stage === 'rights' ? { refused: refusal.why } : {}),
  },
});

/** An error that stands at one field of the form, which stays open. */
export const atField = (field: string, words: Words): Answer => ({ kind: 'errors', errors: { [field]: words } });

/** What a verb gave back, in words either way. */
export function told<T>(result: Result<T, Refusal>, words: (value: T) => Words | Message): Answer {
  if (!result.ok) return refused(result.error);
  const said = words(result.value);
  return 'summary' in said ? show(said) : tell(said);
}

/** Nothing to say where it went well. */
export const quietly = <T>(result: Result<T, Refusal>): Answer => (result.ok ? quiet : refused(result.error));

/** A refusal at the field that it is about, where there is one: what can be mended there leaves the form open. */
export function refusedAt(refusal: Refusal, field: string | null): Answer {
  return field === null ? refused(refusal) : atField(field, sayRefusal(refusal));
}

type Reason = Refusal['why']['reason'];

/** At which field a refusal stands, by its reason. */
export const fieldsBy =
  (fields: { readonly [reason in Reason]?: string }) =>
  ({ why }: Refusal): string | null =>
    fields[why.reason] ?? null;

/**
 * What a verb gave back to a form.
 * @param field where a refusal stands: always the same where only one field can be mended
 */
export const filled = <T>(
  result: Result<T, Refusal>,
  field: string | ((refusal: Refusal) => string | null),
  words: (value: T) => Words | Message,
): Answer =>
  result.ok ? told(result, words) : refusedAt(result.error, typeof field === 'string' ? field : field(result.error));
