/** What people write here: a title in one line, and words as long as a page. */
import { ok, type Result } from '../../../core/result.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { lineMost, tooLong } from '../too-long.ts';

type Field = 'title' | 'words' | 'agenda' | 'place';

/** Trimmed. Refused where it is empty or too long. */
export function written(field: Field, text: string, most?: number): Result<string, Refusal> {
  const said = text.trim();
  if (said === '') return refuse('exchange', { reason: 'words-missing', field });
  const long = tooLong(said, most ?? (field === 'words' || field === 'agenda' ? undefined : lineMost));
  return long === null ? ok(said) : refuse('exchange', long);
}

/** May be left out. */
export function writtenOrNot(text: string): Result<string, Refusal> {
  const said = text.trim();
  const long = tooLong(said);
  return long === null ? ok(said) : refuse('exchange', long);
}
