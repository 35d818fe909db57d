/** What people write here: a title in one line, words as long as a page, and a day. */
import { type CivilDate, parseDate } from '../../../core/calendar.ts';
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

/** A day that the calendar has: one that it has not would be in everybody's way, since what is owed is counted from it. */
export function dayWritten(field: 'due' | 'on', text: string): Result<CivilDate, Refusal> {
  const day = parseDate(text);
  return day.ok ? day : refuse('exchange', { reason: 'not-a-day', field, text: text.slice(0, 40) });
}

export const dayOrNone = (text: string | null): Result<CivilDate | null, Refusal> =>
  text === null ? ok(null) : dayWritten('due', text);

/** May be left out. */
export function writtenOrNot(text: string, most?: number): Result<string, Refusal> {
  const said = text.trim();
  const long = tooLong(said, most);
  return long === null ? ok(said) : refuse('exchange', long);
}
